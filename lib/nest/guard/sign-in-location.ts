import type { IncomingRequest } from '../../authentication/request/incoming-request.js';
import { returnAddress } from '../../authentication/handshake/handshake-parameters.js';
import { publicUrl } from '../../authentication/request/public-url.js';
import type { OnUnauthenticated } from '../configuration/clerk-module-options.js';
import { canParseUrl } from '../../helpers/can-parse-url.js';

/**
 * The redirect for a signed-out browser that loads a page.
 *
 * @returns `undefined` if the response is a 401
 */
export function signInLocation(
  request: IncomingRequest,
  policy: OnUnauthenticated,
  signInUrl: string,
  isSatellite = false,
): string | undefined {
  if (policy === 'reject' || (policy === 'auto' && !(signInUrl && isPageLoad(request)))) return undefined;

  const page = publicUrl(request);
  const location = signInUrl || '/';
  if (!canParseUrl(location, page.href) || isSamePage(new URL(location, page), page)) return undefined;
  return policy === 'auto' ? withReturnAddress(location, page, isSatellite) : location;
}

function isPageLoad(request: IncomingRequest): boolean {
  if (request.method !== 'GET') return false;
  const destination = request.header('sec-fetch-dest');
  return destination
    ? destination === 'document'
    : (request.header('accept')?.startsWith('text/html') ?? false);
}

/** The sign-in page may be guarded by mistake: a redirect from there to there would never end. */
function isSamePage(location: URL, page: URL): boolean {
  return location.origin === page.origin && comparable(location.pathname) === comparable(page.pathname);
}

/** Most routers ignore case, a trailing slash and percent-encoding. */
function comparable(pathname: string): string {
  let end = pathname.length;
  while (pathname[end - 1] === '/') end--;
  const path = pathname.slice(0, end).toLowerCase();
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A relative URL stays relative, because the client chooses the host of a request. */
function withReturnAddress(location: string, page: URL, isSatellite: boolean): string {
  const url = new URL(location, page);
  url.searchParams.set('redirect_url', returnAddress(page, isSatellite).href);
  return canParseUrl(location) ? url.href : `${url.pathname}${url.search}${url.hash}`;
}
