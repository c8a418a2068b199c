import type { RawRequest } from '../http-client.js';
import type { Random } from '../random.js';

/**
 * What is around a request, and must make no difference: how it is sent, and what ran before the middleware that is
 * compared. The reference gets the same request without it.
 */
export interface Surroundings {
  /** Sent over HTTP/2 too, with this `:scheme`; over HTTP/1.1 a proxy says the same. */
  readonly http2: 'http' | 'https' | undefined;
  /** When another library sets `req.auth`, and which of {@link FOREIGN_AUTH}. */
  readonly foreignAuth: string | undefined;
  /** Whether a middleware with the same keys and fewer requirements has authenticated the request before. */
  readonly hasEarlierMiddleware: boolean;
}

/** Headers that tell the apps of this project what is around a request. The reference ignores them. */
export const FOREIGN_AUTH_HEADER = 'x-conformance-foreign-auth';
export const EARLIER_HEADER = 'x-conformance-earlier';

/** What other libraries leave on a request. */
export const FOREIGN_AUTH: readonly unknown[] = [
  { sub: 'user_mallory', userId: 'user_mallory', isAuthenticated: true, tokenType: 'session_token' },
  () => ({ userId: 'user_mallory', isAuthenticated: true, tokenType: 'session_token' }),
  { user: 'admin', password: 'secret' },
  'user_mallory',
  null,
];

export function drawSurroundings(random: Random, request: RawRequest): Surroundings {
  const foreignAuth = random.chance(0.15)
    ? `${random.pick(['before', 'after', 'before and after'])} ${random.integer(FOREIGN_AUTH.length)}`
    : undefined;
  const hasEarlierMiddleware = random.chance(0.15);
  const http2 = random.chance(0.3) && canBeHttp2(request) ? drawScheme(random, request) : undefined;
  return { foreignAuth, hasEarlierMiddleware, http2 };
}

/** Where a proxy says something of host or scheme, and it may be unusable, the two protocols fall back on different schemes. */
function drawScheme(random: Random, { headers }: RawRequest): 'http' | 'https' {
  const isForwarded = headers.some(([name]) => name.startsWith('X-Forwarded-'));
  return isForwarded ? 'http' : random.pick(['http', 'https']);
}

/** The request with the headers that carry its surroundings, and what a proxy says of the scheme. */
export function surrounded(
  { headers, ...request }: RawRequest,
  { foreignAuth, hasEarlierMiddleware, http2 }: Surroundings,
): RawRequest {
  const added: [string, string][] = [];
  if (foreignAuth !== undefined) added.push([FOREIGN_AUTH_HEADER, foreignAuth]);
  if (hasEarlierMiddleware) added.push([EARLIER_HEADER, 'looser']);
  if (http2 === 'https') added.push(['X-Forwarded-Proto', 'https']);
  return { ...request, headers: [...headers, ...added] };
}

/** The request as it is sent over HTTP/2, where `:scheme` says what the proxy says over HTTP/1.1. */
export function withoutScheme(request: RawRequest, { http2 }: Surroundings): RawRequest {
  const last = request.headers.at(-1);
  const isAdded = http2 === 'https' && last?.[0] === 'X-Forwarded-Proto';
  return isAdded ? { ...request, headers: request.headers.slice(0, -1) } : request;
}

const HTTP2_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Below Node's limit for the headers of HTTP/1.1 (16 KiB), above which it answers 431. HTTP/2 has another limit. */
const MAX_HEADER_BYTES = 14 * 1024;

/** Whether HTTP/2 can say the same: what a client library or a router would change is left to HTTP/1.1. */
function canBeHttp2({ method, target, headers }: RawRequest): boolean {
  const names = headers.map(([name]) => name);
  return (
    HTTP2_METHODS.includes(method) &&
    /^\/([\w-][\w/-]*)?(\?.*)?$/.test(target) &&
    new Set(names).size === names.length &&
    headers.reduce((bytes, header) => bytes + header.join(': ').length, target.length) < MAX_HEADER_BYTES &&
    headers.every(([, value]) => value === value.trim() && /^[\x20-\x7e]+$/.test(value)) &&
    headers.some(([name, value]) => name === 'Host' && /^[\w.-]+(:\d+)?$/.test(value))
  );
}
