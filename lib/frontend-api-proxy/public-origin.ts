import type { HeaderFields } from './proxy-headers.js';
import { canParseUrl } from '../helpers/can-parse-url.js';

/**
 * Returns the scheme and the host that the client used: those of `X-Forwarded-Proto` and `X-Forwarded-Host` (the first
 * of several) or of the request. Each is read separately, because many load balancers set only the first.
 *
 * Unlike `publicUrl()` of `authentication/request`, which equals that of `@clerk/backend`, it accepts only valid hosts and
 * the schemes of the web, because the Frontend API receives the result.
 *
 * @param received - the origin to which this process received the request
 * @returns `undefined` if the host of the request is not valid (RFC 9112, 3.2)
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
  // A path, a query or user info in place of a host would become part of redirect URLs.
  if (!host || /[/\\?#@\s]/.test(host) || !canParseUrl(`${scheme}://${host}`)) return undefined;
  return new URL(`${scheme}://${host}`).origin;
}

function firstOf(list: HeaderFields[string]): string | undefined {
  return list?.toString().split(',')[0]?.trim();
}
