import { authObjectForAcceptedToken, isTokenTypeAccepted } from '../authorization/accepted-token.js';
import type {
  AuthObject,
  AuthObjectFor,
  InvalidTokenAuthObject,
  SessionAuthObject,
} from '../authorization/auth-object.js';
import { signedOutAuthObject } from '../authorization/session-auth-object.js';
import type { AuthenticationResult, PendingSessionOptions } from '../authentication/authentication-result.js';
import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
import type { AcceptedTokens, TokenType } from '../tokens/token-type.js';
import { middlewareMissing } from './middleware-missing.js';
import { recordOf } from './request-auth.js';
import type { RequestRecord } from '../authentication/request-record.js';

/** The options of {@link getAuth}. */
export interface GetAuthOptions extends PendingSessionOptions {
  /**
   * Which types of token to accept; any other counts as missing.
   * @defaultValue in a Nest application the types of `@AcceptsToken()` on the route of an HTTP request, else `'session_token'`
   */
  acceptsToken?: AcceptedTokens;
}

/**
 * Returns the auth object of a request.
 *
 * @param request - the request, as Express, Fastify, Nest or `node:http` have it
 * @returns the auth object: narrow it by `isAuthenticated` and, where several kinds of token are accepted, by
 *   `tokenType`
 * @throws {@link ClerkConfigurationError} `middleware_missing` when the middleware has not seen the request;
 *   `token_not_verified` in a Nest application, for a machine token where no route declares that it accepts it: see
 *   {@link resolveAuth}
 *
 * @example
 * ```ts
 * const auth = getAuth(req);
 * if (!auth.isAuthenticated) return res.status(401).end();
 * res.json({ userId: auth.userId });
 * ```
 *
 * @example
 * ```ts
 * const auth = getAuth(req, { acceptsToken: ['session_token', 'api_key'] });
 * ```
 *
 * @see https://clerk.com/docs/reference/express/get-auth
 */
export function getAuth<const Types extends readonly TokenType[]>(
  request: object,
  options: GetAuthOptions & { acceptsToken: Types },
): AuthObjectFor<Types[number]> | InvalidTokenAuthObject;
export function getAuth<Type extends TokenType>(
  request: object,
  options: GetAuthOptions & { acceptsToken: Type },
): AuthObjectFor<Type>;
export function getAuth(request: object, options: GetAuthOptions & { acceptsToken: 'any' }): AuthObject;
export function getAuth(
  request: object,
  options?: PendingSessionOptions & { acceptsToken?: undefined },
): SessionAuthObject;
export function getAuth(request: object, options?: GetAuthOptions): AuthObject;
export function getAuth(request: object, options: GetAuthOptions = {}): AuthObject {
  const record = recordOf(request);
  if (!record) throw middlewareMissing();
  return authOf(record, options);
}

/**
 * Returns the auth object of a request or a message; see {@link getAuth}.
 *
 * @throws {@link ClerkConfigurationError} `token_not_verified`
 */
export function authOf(record: RequestRecord, options: GetAuthOptions): AuthObject {
  const { result, isDeferred } = record;
  const acceptsToken = options.acceptsToken ?? record.routeAcceptsToken ?? 'session_token';
  if (isDeferred && isTokenTypeAccepted(result.tokenType, acceptsToken)) throw tokenNotVerified();
  const auth = result.toAuth(options) ?? signedOutDuring(result);
  return authObjectForAcceptedToken(auth, acceptsToken);
}

/** While the browser is redirected. */
function signedOutDuring({ status }: AuthenticationResult): AuthObject {
  return signedOutAuthObject(() => ({ status }));
}

/** An answer without verification would be wrong either way. */
function tokenNotVerified(): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'token_not_verified',
    'The request has a machine token that is not verified yet, because only the Backend API can verify it, and the route ' +
      'does not declare that it accepts such tokens. Add @AcceptsToken() to the route, or use `await resolveAuth(request, ' +
      '{ acceptsToken })` or `await clerkContext.resolveAuth({ acceptsToken })` in place of getAuth().',
  );
}
