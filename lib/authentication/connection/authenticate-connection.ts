import type { MaybePromise } from '../../helpers/maybe-promise.js';
import { authenticate } from '../authenticate.js';
import type { AuthenticationResult } from '../authentication-result.js';
import { authorizationFrom } from '../request/authorization-header.js';
import { withPlainExpiryReason } from './expired-token.js';
import { published } from '../authentication-event.js';
import type { IncomingRequest } from '../request/incoming-request.js';
import type { Instance } from '../instance.js';
import { publicUrl } from '../request/public-url.js';
import { RequestContext } from '../request/request-context.js';
import { signedOut } from '../results.js';
import { SubstitutedRequest } from '../request/substituted-request.js';
import { canParseUrl } from '../../helpers/can-parse-url.js';

/**
 * A place that may contain the token of a new connection: the `Authorization` header, the cookies of a browser, the
 * payload (`auth` of socket.io, `connectionParams` of graphql-ws) or the parameter `token` of the URL.
 *
 * In a payload, `token` and `authorization` are read. URLs end up in access logs: prefer any other place.
 */
export type ConnectionTokenSource = 'auth' | 'header' | 'cookie' | 'query';

/** The request and the payload that open a connection. */
export interface ConnectionOpening {
  /** Its method and URL must be valid. */
  readonly request: IncomingRequest;
  /** The data that the client sent besides headers; it may have any shape. */
  readonly payload: unknown;
}

/**
 * Authenticates the client of a new connection by the first place that has a token.
 *
 * Any page can open a WebSocket, and the browser sends cookies with it. CORS does not apply, so the page could read the
 * messages. Cookies are therefore accepted only from pages of the same origin and of the authorized parties.
 *
 * @see https://owasp.org/www-community/attacks/Cross-Site_WebSocket_Hijacking
 */
export function authenticateConnection(
  { request, payload }: ConnectionOpening,
  instance: Instance,
  sources: readonly ConnectionTokenSource[],
): MaybePromise<AuthenticationResult> {
  const hasCookies = sources.includes('cookie') && request.header('cookie') !== undefined;
  const trustsCookies = hasCookies && isOwnOrigin(request, instance);
  const withCookies = new SubstitutedRequest(request, { authorization: undefined, cookies: trustsCookies });
  const context = new RequestContext(withCookies, instance);
  for (const source of sources) {
    const authorization = authorizationFrom(tokenAt(source, request, payload));
    if (authorization !== undefined) {
      return authenticateOnce(new SubstitutedRequest(request, { authorization }), instance);
    }
    if (source === 'cookie' && context.sessionTokenInCookie !== undefined) break;
  }
  if (trustsCookies) return authenticateOnce(withCookies, instance);
  if (!hasCookies) return published(() => signedOut(context, 'session-token-missing'));
  const message = 'Cookies count for connections from the same origin and from authorizedParties only.';
  return published(() => signedOut(context, 'cross-origin-connection', message));
}

/**
 * The token with which a connection is opened, with or without `Bearer`; `undefined` if only cookies count, or nothing.
 *
 * Machine tokens are never in cookies.
 */
export function authorizationOfOpening(
  { request, payload }: ConnectionOpening,
  instance: Instance,
  sources: readonly ConnectionTokenSource[],
): string | undefined {
  const hasCookies = sources.includes('cookie') && request.header('cookie') !== undefined;
  const cookies = hasCookies && isOwnOrigin(request, instance);
  const context = new RequestContext(
    new SubstitutedRequest(request, { authorization: undefined, cookies }),
    instance,
  );
  for (const source of sources) {
    const authorization = authorizationFrom(tokenAt(source, request, payload));
    if (authorization !== undefined) return authorization;
    if (source === 'cookie' && context.sessionTokenInCookie !== undefined) return undefined;
  }
  return undefined;
}

function authenticateOnce(request: IncomingRequest, instance: Instance): MaybePromise<AuthenticationResult> {
  const context = new RequestContext(request, instance);
  return withPlainExpiryReason(context, authenticate(request, instance, 'any'));
}

function tokenAt(source: ConnectionTokenSource, request: IncomingRequest, payload: unknown): unknown {
  switch (source) {
    case 'header':
      return request.header('authorization');
    case 'auth':
      return tokenInPayload(payload);
    case 'query':
      return new URLSearchParams(request.target.split('?', 2)[1]).get('token');
    case 'cookie':
      return undefined;
  }
}

function tokenInPayload(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null) return undefined;
  const { token, authorization, Authorization } = payload as Record<string, unknown>;
  return [token, authorization, Authorization].find(value => authorizationFrom(value) !== undefined);
}

/**
 * Whether a page of this origin sent the cookies, or a program, which sends only its own.
 *
 * `Sec-Fetch-Site` decides if the browser sends it, because a page cannot set it. A page can set `X-Forwarded-Host`,
 * which determines the public URL, with the polling of socket.io if CORS allows its headers. Browsers send no `Origin`
 * for a `<script>`, which can open a socket.io connection (JSONP); older ones send no `Sec-Fetch-Site`.
 *
 * @see https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header
 */
function isOwnOrigin(request: IncomingRequest, { requirements }: Instance): boolean {
  const origin = request.header('origin');
  if (origin !== undefined && requirements.authorizedParties?.includes(origin)) return true;
  const site = request.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  return origin === undefined || isOriginOf(origin, publicUrl(request));
}

/** Behind a proxy that terminates TLS, the scheme of the request and its default port may be unknown. */
function isOriginOf(origin: string, url: URL): boolean {
  if (!canParseUrl(origin)) return false;
  const { protocol, host } = new URL(origin);
  if (protocol === 'http:' && url.protocol === 'https:') return false;
  const own = `${protocol}//${url.host}`;
  return canParseUrl(own) && new URL(own).host === host;
}
