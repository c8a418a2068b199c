import type { AuthObject } from '../authorization/auth-object.js';
import type { AuthenticationResult, PendingSessionOptions } from '../authentication/authentication-result.js';

/** Registered, so that two copies of this package in one process know each other's mark. */
const RESULT: unique symbol = Symbol.for('nest-clerk.authentication-result') as never;

/** What the middleware leaves on a request as `req.auth`. */
export interface RequestAuth {
  /** The auth object of the request, of whatever kind of token it came with. Prefer `getAuth(req)`. */
  (options?: PendingSessionOptions): AuthObject;
  /** @internal */
  readonly [RESULT]: AuthenticationResult;
}

interface MaybeAuthenticated {
  auth?: unknown;
  /** Fastify's request has Node's inside. */
  raw?: { auth?: unknown };
}

/** Leaves the result on the request. */
export function attachResult(request: object, result: AuthenticationResult): void {
  const auth = (options?: PendingSessionOptions) => result.toAuth(options);
  (request as MaybeAuthenticated).auth = Object.assign(auth, { [RESULT]: result });
}

/**
 * What the middleware found out about a request; `undefined` when it has not seen it. Another library's `req.auth`
 * (express-jwt and passport have one) is not taken for ours.
 */
export function resultOf(request: unknown): AuthenticationResult | undefined {
  if (typeof request !== 'object' || request === null) return undefined;
  const { auth, raw } = request as MaybeAuthenticated;
  return resultIn(auth) ?? resultIn(raw?.auth);
}

function resultIn(auth: unknown): AuthenticationResult | undefined {
  return typeof auth === 'function' ? (auth as Partial<RequestAuth>)[RESULT] : undefined;
}

/** Whether some other library has put an `auth` on the request. */
export function hasForeignAuth(request: object): boolean {
  return (request as MaybeAuthenticated).auth !== undefined && resultOf(request) === undefined;
}
