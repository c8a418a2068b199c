import type { MaybePromise } from '../tokens/token-verifier.js';
import { authenticateRequest } from './authenticate-request.js';
import type { AuthenticationResult } from './authentication-result.js';
import type { IncomingRequest } from './incoming-request.js';
import type { Instance } from './instance.js';
import { isRepresentable, publicUrl } from './public-url.js';
import { RequestContext } from './request-context.js';
import { signedOut } from './results.js';
import { SubstitutedRequest } from './substituted-request.js';

/**
 * A place where what opens a connection may carry a token: the `Authorization` header, the cookies of a browser, the
 * payload (`auth` of socket.io, `connectionParams` of graphql-ws) or the parameter `token` of the URL.
 *
 * In a payload, `token` and `authorization` are looked for. URLs end up in access logs: prefer any other place.
 */
export type ConnectionTokenSource = 'auth' | 'header' | 'cookie' | 'query';

/** What opens a connection. */
export interface ConnectionOpening {
  readonly request: IncomingRequest;
  /** What the client sent along besides headers; not to be relied upon to have any shape. */
  readonly payload: unknown;
}

/**
 * Decides who opens a connection: by the first place that has a token, and by the cookies when none has.
 *
 * A browser sends cookies with whatever page opens a WebSocket, and there is no CORS to hinder that one from reading
 * what comes back. So they count only for pages of the same origin, and of the authorized parties.
 *
 * @see https://owasp.org/www-community/attacks/Cross-Site_WebSocket_Hijacking
 */
export function authenticateConnection(
  { request, payload }: ConnectionOpening,
  instance: Instance,
  sources: readonly ConnectionTokenSource[],
): MaybePromise<AuthenticationResult> {
  if (!isRepresentable(request)) return signedOut(new RequestContext(request, instance), 'unexpected-error');
  const authorization = firstToken(request, payload, sources);
  const cookies = authorization === undefined && sources.includes('cookie');
  if (cookies && request.header('cookie') !== undefined && !isOwnOrigin(request, instance)) {
    const message = 'Cookies count for connections from the same origin and from authorizedParties only.';
    return signedOut(new RequestContext(request, instance), 'cross-origin-connection', message);
  }
  return authenticateRequest(new SubstitutedRequest(request, { authorization, cookies }), instance, 'any');
}

function firstToken(
  request: IncomingRequest,
  payload: unknown,
  sources: readonly ConnectionTokenSource[],
): string | undefined {
  for (const source of sources) {
    const token = tokenFrom(source, request, payload);
    if (typeof token === 'string' && token !== '') return token;
  }
  return undefined;
}

function tokenFrom(source: ConnectionTokenSource, request: IncomingRequest, payload: unknown): unknown {
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
  return token ?? authorization ?? Authorization;
}

/** Programs send no `Origin`, and are sent no cookies that are not their own. */
function isOwnOrigin(request: IncomingRequest, { requirements }: Instance): boolean {
  const origin = request.header('origin');
  if (origin === undefined || requirements.authorizedParties?.includes(origin)) return true;
  // Not the scheme: behind a proxy that ends TLS it is not always known.
  return URL.canParse(origin) && new URL(origin).host === publicUrl(request).host;
}
