/** The token of an `Authorization` header: of the `Bearer` scheme, or the whole of a header without scheme. */
export function parseAuthorization(header: string | undefined): string | undefined {
  if (!header) return undefined;
  const [scheme, token] = header.split(' ', 2);
  if (!token) return scheme;
  return scheme === 'Bearer' ? token : undefined;
}
