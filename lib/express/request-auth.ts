import type { AuthObject } from '../authorization/auth-object.js';
import type { PendingSessionOptions } from '../authentication/authentication-result.js';
import type { RequestRecord } from '../authentication/request-record.js';

/**
 * The property of a request that contains its record. It is private to this package: other libraries set `req.auth`
 * too.
 *
 * A property and not a `WeakMap`, so that a proxy of a request, and an object that inherits from it, have it too. The
 * symbol is registered, so that several copies of this package in one process share it; its number changes with the
 * shape of a record.
 */
const RECORD: unique symbol = Symbol.for('nest-clerk.request-record/1') as never;

/**
 * The mark by which `@clerk/express`, and libraries built on it such as `@clerk/mcp-tools`, recognize Clerk's
 * `req.auth`.
 */
const CLERK_AUTH: unique symbol = Symbol.for('@clerk/express.auth') as never;

/** The function that the middleware sets as `req.auth`, as `@clerk/express` does. */
export interface RequestAuth {
  /** The auth object of the request, for any type of token. Prefer `getAuth(req)`. */
  (options?: PendingSessionOptions): AuthObject;
}

interface BrandedAuth {
  (options?: PendingSessionOptions): AuthObject | null;
  [CLERK_AUTH]?: true;
}

interface MaybeAuthenticated {
  [RECORD]?: RequestRecord | undefined;
  auth?: unknown;
  /** A Fastify request contains Node's request. */
  raw?: MaybeAuthenticated;
}

/**
 * Stores a record with its request, and sets `req.auth` for code that is written for `@clerk/express`.
 *
 * @returns whether `req.auth` belongs to another library, and is left unchanged
 */
export function attachRecord(request: object, record: RequestRecord): boolean {
  const target = request as MaybeAuthenticated;
  target[RECORD] = record;
  const { auth: present } = target;
  if (present !== undefined && !isClerkAuth(present)) return true;
  const auth: BrandedAuth = options => record.result.toAuth(options);
  auth[CLERK_AUTH] = true;
  try {
    // Not `Reflect.set()`, which takes as long as all claim checks together.
    target.auth = auth;
    return false;
  } catch {
    // Another library has defined the property as read-only.
    return true;
  }
}

/**
 * Adds the properties of {@link attachRecord} to a request, without values, before Express handles it.
 *
 * Only for speed: Express changes the prototype of each request. V8 of Node 20 and 22 makes a new shape for every property
 * that is added after that, for 2.5 µs and half a kilobyte each, and shares none of them between requests.
 */
export function reserveProperties(request: object): void {
  const target = request as MaybeAuthenticated;
  target[RECORD] = undefined;
  target.auth = undefined;
}

/** The record of a request; `undefined` when the middleware has not handled it. */
export function recordOf(request: unknown): RequestRecord | undefined {
  if (typeof request !== 'object' || request === null) return undefined;
  return (request as MaybeAuthenticated)[RECORD] ?? (request as MaybeAuthenticated).raw?.[RECORD];
}

function isClerkAuth(auth: unknown): boolean {
  return typeof auth === 'function' && CLERK_AUTH in auth;
}
