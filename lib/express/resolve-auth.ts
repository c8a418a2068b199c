import type {
  AuthObject,
  AuthObjectFor,
  InvalidTokenAuthObject,
  SessionAuthObject,
} from '../authorization/auth-object.js';
import type { PendingSessionOptions } from '../authentication/authentication-result.js';
import type { TokenType } from '../tokens/token-type.js';
import { authOf } from './get-auth.js';
import { middlewareMissing } from './middleware-missing.js';
import type { GetAuthOptions } from './get-auth.js';
import { recordOf } from './request-auth.js';

/**
 * Returns the auth object of a request as {@link getAuth} does, and first verifies a machine token that is accepted.
 *
 * In a Nest application, opaque machine tokens are verified only where a route accepts them, since each costs a call to the
 * Backend API. Middleware, guards that run before `ClerkAuthGuard` and code without a route use this function. A token is
 * verified once per request.
 *
 * @param request - the request, as Express, Fastify, Nest or `node:http` have it
 * @returns the auth object
 * @throws {@link ClerkConfigurationError} (as a rejection) `middleware_missing` when the middleware has not seen the request
 *
 * @example
 * ```ts
 * const auth = await resolveAuth(req, { acceptsToken: ['session_token', 'api_key'] });
 * const tenant = auth.isAuthenticated ? auth.orgId : null;
 * ```
 */
export function resolveAuth<const Types extends readonly TokenType[]>(
  request: object,
  options: GetAuthOptions & { acceptsToken: Types },
): Promise<AuthObjectFor<Types[number]> | InvalidTokenAuthObject>;
export function resolveAuth<Type extends TokenType>(
  request: object,
  options: GetAuthOptions & { acceptsToken: Type },
): Promise<AuthObjectFor<Type>>;
export function resolveAuth(
  request: object,
  options: GetAuthOptions & { acceptsToken: 'any' },
): Promise<AuthObject>;
export function resolveAuth(
  request: object,
  options?: PendingSessionOptions & { acceptsToken?: undefined },
): Promise<SessionAuthObject>;
export function resolveAuth(request: object, options?: GetAuthOptions): Promise<AuthObject>;
export async function resolveAuth(request: object, options: GetAuthOptions = {}): Promise<AuthObject> {
  const record = recordOf(request);
  if (!record) throw middlewareMissing();
  const acceptsToken = options.acceptsToken ?? record.routeAcceptsToken ?? 'session_token';
  return authOf(await record.resolve(acceptsToken), { ...options, acceptsToken });
}
