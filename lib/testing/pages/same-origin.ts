import type { OperationCall } from '../http/local-api.js';
import { originInvalid } from '../api-errors.js';

/**
 * Accepts a write only from a page of the same origin. A browser sends the origin of a form; a request without an
 * origin does not come from a form.
 *
 * @throws {@link ClerkAPIResponseError} 400 `origin_invalid` for a form of another site
 */
export function assertSameOrigin({ header }: Pick<OperationCall, 'header'>): void {
  const site = header('sec-fetch-site');
  const origin = header('origin');
  const isSameSite = site === undefined || site === 'same-origin' || site === 'none';
  const isSameOrigin =
    origin !== undefined && URL.canParse(origin) && new URL(origin).host === header('host');
  if (!isSameSite || !isSameOrigin) throw originInvalid();
}

/** Whether a hostname is that of the machine itself. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(?:\.\d{1,3}){3}$/.test(hostname)
  );
}
