import type { AuthObject } from '../authorization/auth-object.js';
import type { AuthenticationResult, PendingSessionOptions } from '../authentication/authentication-result.js';
import type { Instance } from '../authentication/instance.js';

/** Registered, so that two copies of this package in one process know each other's marks. */
const RESULT: unique symbol = Symbol.for('nest-clerk.authentication-result') as never;
const INSTANCE: unique symbol = Symbol.for('nest-clerk.instance') as never;

/** What the middleware leaves on a request as `req.auth`. */
export interface RequestAuth {
  /** The auth object of the request, of whatever kind of token it came with. Prefer `getAuth(req)`. */
  (options?: PendingSessionOptions): AuthObject;
  /** @internal */
  readonly [RESULT]: AuthenticationResult;
  /** @internal */
  readonly [INSTANCE]: Instance;
}

interface MaybeAuthenticated {
  auth?: unknown;
  /** Fastify's request has Node's inside. */
  raw?: { auth?: unknown };
}

/** Leaves the result on the request, and with the eyes of which instance it was come to. */
export function attachResult(request: object, result: AuthenticationResult, instance: Instance): void {
  const auth = (options?: PendingSessionOptions) => result.toAuth(options);
  // Not enumerable, or whoever logs `req.auth` would log the token.
  Object.defineProperties(auth, { [RESULT]: { value: result }, [INSTANCE]: { value: instance } });
  (request as MaybeAuthenticated).auth = auth;
}

/**
 * What the middleware found out about a request; `undefined` when it has not seen it. Another library's `req.auth`
 * (express-jwt and passport have one) is not taken for ours.
 */
export function resultOf(request: unknown): AuthenticationResult | undefined {
  return requestAuthOf(request)?.[RESULT];
}

/** The instance that the middleware chose for a request; `undefined` when it has not seen it. */
export function instanceOf(request: unknown): Instance | undefined {
  return requestAuthOf(request)?.[INSTANCE];
}

function requestAuthOf(request: unknown): Partial<RequestAuth> | undefined {
  if (typeof request !== 'object' || request === null) return undefined;
  const { auth, raw } = request as MaybeAuthenticated;
  const branded = typeof auth === 'function' ? auth : raw?.auth;
  return typeof branded === 'function' ? (branded as Partial<RequestAuth>) : undefined;
}

/** Whether some other library has put an `auth` on the request. */
export function hasForeignAuth(request: object): boolean {
  return (request as MaybeAuthenticated).auth !== undefined && resultOf(request) === undefined;
}
