import type { HeaderFields } from './proxy-headers.js';

/**
 * Returns the scheme and the host that the client sees: of `X-Forwarded-Proto` and `X-Forwarded-Host` (the first of
 * several), each on its own since many load balancers set the first only, or as they were received.
 *
 * @param received - the origin that the request was sent to as far as this process sees it
 * @returns `undefined` where the host that was received is not valid (RFC 9112, 3.2)
 */
export function publicOrigin(
  headers: HeaderFields,
  received: { readonly isEncrypted: boolean; readonly host: string },
): string | undefined {
  const forwardedScheme = firstOf(headers['x-forwarded-proto'])?.toLowerCase();
  const isHttp = forwardedScheme === 'http' || forwardedScheme === 'https';
  const scheme = isHttp ? forwardedScheme : received.isEncrypted ? 'https' : 'http';
  const receivedOrigin = originOf(scheme, received.host);
  return receivedOrigin && (originOf(scheme, firstOf(headers['x-forwarded-host'])) ?? receivedOrigin);
}

function originOf(scheme: string, host: string | undefined): string | undefined {
  // A path, a query or user info in place of a host would end up in the URL of redirects.
  if (!host || /[/\\?#@\s]/.test(host) || !URL.canParse(`${scheme}://${host}`)) return undefined;
  return new URL(`${scheme}://${host}`).origin;
}

function firstOf(list: HeaderFields[string]): string | undefined {
  return list?.toString().split(',')[0]?.trim();
}
