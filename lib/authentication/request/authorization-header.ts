/**
 * The token of an `Authorization` header: of the `Bearer` scheme, or the whole of a header without scheme.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-11.1 for the case of the scheme
 */
export function parseAuthorization(header: string | undefined): string | undefined {
  if (!header) return undefined;
  const [scheme, token] = header.split(' ', 2);
  if (!token) return scheme;
  return scheme === 'Bearer' || scheme?.toLowerCase() === 'bearer' ? token : undefined;
}

/** As long as Node lets all headers of a request be, together. */
export const MAX_AUTHORIZATION_LENGTH = 16 * 1024;

/**
 * What could stand in an `Authorization` header and has a token there.
 *
 * @param value - what a client sent in a place that may hold anything, of any size
 */
export function authorizationFrom(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > MAX_AUTHORIZATION_LENGTH) return undefined;
  return parseAuthorization(value) === undefined ? undefined : value;
}
