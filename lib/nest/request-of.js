/** The HTTP request behind a call; `undefined` on a transport that has none. */
export function requestOf(context) {
    return context.getType() === 'http' ? context.switchToHttp().getRequest() : undefined;
}
