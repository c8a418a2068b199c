import type { IncomingRequest } from './incoming-request.js';
import { canParseUrl } from '../../helpers/can-parse-url.js';

/**
 * The URL that the client used, behind any proxies: its origin comes from `X-Forwarded-Proto` and `X-Forwarded-Host`
 * (the first of several) or `Host`.
 *
 * @throws TypeError when the request target is not a URL; see {@link isRepresentable}
 */
export function publicUrl(request: IncomingRequest): URL {
  const asReceived = urlAsReceived(request);
  const host = firstOf(request.header('x-forwarded-host')) ?? request.header('host');
  const scheme = firstOf(request.header('x-forwarded-proto')) ?? asReceived.protocol.slice(0, -1);
  const origin = host && scheme ? `${scheme}://${host}` : asReceived.origin;
  if (origin === asReceived.origin) return asReceived;

  if (!canParseUrl(origin)) return asReceived;
  // Not resolved against the origin, because a path that begins with two slashes would be another host.
  const url = new URL(origin);
  url.pathname = asReceived.pathname;
  url.search = asReceived.search;
  url.hash = '';
  return url;
}

/**
 * Whether a request has a valid method and URL. HTTP/1.1 parsers accept targets such as `//` and methods such as TRACE,
 * which the fetch standard cannot represent; they are answered 400.
 */
export function isRepresentable(request: IncomingRequest): boolean {
  if (request.method === 'TRACE' || request.method === 'CONNECT' || request.method === 'TRACK') return false;
  if (isPlainPath(request.target)) return true;
  try {
    const url = urlAsReceived(request);
    return url.username === '' && url.password === '';
  } catch {
    return false;
  }
}

/** A path that starts with exactly one slash is always valid. */
function isPlainPath(target: string): boolean {
  if (target === '/' || (target.charCodeAt(0) === SLASH && isAsciiLetter(target.charCodeAt(1)))) return true;
  return target.startsWith('/') && !/^\/[/\\\s]/.test(target);
}

const SLASH = 0x2f;

function isAsciiLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function urlAsReceived(request: IncomingRequest): URL {
  return new URL(request.target, request.isEncrypted ? 'https://clerk-dummy' : 'http://clerk-dummy');
}

/** An empty first entry stays empty: it is not replaced by an entry of another proxy. */
function firstOf(list: string | undefined): string | undefined {
  return list?.split(',')[0];
}
