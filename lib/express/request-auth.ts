import type { AuthObject } from '../authorization/auth-object.js';
import type { AuthenticationResult, PendingSessionOptions } from '../authentication/authentication-result.js';
import type { Instance } from '../authentication/instance.js';
import { RequestRecord } from '../authentication/request-record.js';

/** Registered, so that two copies of this package in one process know each other's mark. */
const RECORD: unique symbol = Symbol.for('nest-clerk.request-record') as never;

/** What the middleware leaves on a request as `req.auth`. */
export interface RequestAuth {
  /** The auth object of the request, of whatever kind of token it came with. Prefer `getAuth(req)`. */
  (options?: PendingSessionOptions): AuthObject;
  /** @internal */
  [RECORD]: RequestRecord;
}

interface MaybeAuthenticated {
  auth?: unknown;
  /** Fastify's request has Node's inside. */
  raw?: { auth?: unknown };
}

/** Leaves on a request what is known of it. */
export function attachRecord(request: object, result: AuthenticationResult, instance?: Instance): void {
  const auth = ((options?: PendingSessionOptions) => result.toAuth(options)) as RequestAuth;
  auth[RECORD] = new RequestRecord(result, instance);
  (request as MaybeAuthenticated).auth = auth;
}

/**
 * What the middleware knows of a request; `undefined` when it has not seen it. Another library's `req.auth` (express-jwt
 * and passport have one) is not taken for ours.
 */
export function recordOf(request: unknown): RequestRecord | undefined {
  if (typeof request !== 'object' || request === null) return undefined;
  const { auth, raw } = request as MaybeAuthenticated;
  return recordIn(auth) ?? recordIn(raw?.auth);
}

function recordIn(auth: unknown): RequestRecord | undefined {
  return typeof auth === 'function' ? (auth as Partial<RequestAuth>)[RECORD] : undefined;
}

/** Whether some other library has put an `auth` on the request. */
export function hasForeignAuth(request: object): boolean {
  return (request as MaybeAuthenticated).auth !== undefined && recordOf(request) === undefined;
}
