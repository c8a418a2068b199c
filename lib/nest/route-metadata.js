import { Reflector } from '@nestjs/core';
const Open = Reflector.createDecorator();
/**
 * Opens a route, or all routes of a controller, under a global {@link ClerkAuthGuard}.
 *
 * Who is asking is still known there, if somebody is signed in.
 *
 * @example
 * ```ts
 * @Public()
 * @Get('health')
 * health() {
 *   return 'ok';
 * }
 * ```
 */
export const Public = () => Open(true);
/**
 * Says what becomes of a request that {@link ClerkAuthGuard} refuses on this route or controller, whatever the module's
 * option says.
 *
 * @example
 * ```ts
 * @OnUnauthenticated('redirect')
 * @Get('dashboard')
 * dashboard() {
 *   return 'Hello';
 * }
 * ```
 */
export const OnUnauthenticated = Reflector.createDecorator();
const reflector = new Reflector();
/** Whether a route is open; what the handler says goes before what its controller says. */
export function isPublic(route) {
    return reflector.getAllAndOverride(Open, targetsOf(route)) === true;
}
/** What becomes of a refused request on this route; `undefined` where the route does not say. */
export function onUnauthenticatedOf(route) {
    return reflector.getAllAndOverride(OnUnauthenticated, targetsOf(route));
}
function targetsOf(route) {
    return [route.getHandler(), route.getClass()];
}
