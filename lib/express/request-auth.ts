import type { AuthObject } from '../authorization/auth-object.js';
import type { AuthenticationResult, PendingSessionOptions } from '../authentication/authentication-result.js';
import type { Instance } from '../authentication/instance.js';
import { RequestRecord } from '../authentication/request-record.js';
import type { MaybePromise } from '../helpers/maybe-promise.js';
import { middlewareMissing } from './middleware-missing.js';

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
  [RECORD]?: RequestRecord;
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
  try {
    // Not `Reflect.set()`, which takes as long as all claim checks together.
    target.auth = authFunctionOf(record);
    return false;
  } catch {
    // Another library has defined the property as read-only.
    return true;
  }
}

/**
 * Adds the properties of {@link attachRecord} to a request before Express handles it, with a record that has no result yet.
 *
 * Only for speed: Express changes the prototype of each request. In Node 20 and 22, V8 then makes a shape of its own for
 * each request and for each property that is added, for 2.5 µs and half a kilobyte, and each access takes half a microsecond
 * (docs/performance.md).
 */
export function reserveRecord(request: object): void {
  attachRecord(request, new RequestRecord(NOT_SETTLED, undefined));
}

/** The result of a reserved record, until the middleware has handled the request. */
const NOT_SETTLED: AuthenticationResult = {
  status: 'signed-out',
  reason: null,
  message: null,
  tokenType: null,
  token: null,
  headers: [],
  toAuth: () => {
    throw middlewareMissing();
  },
};

/**
 * Stores a result with its request, as {@link attachRecord} stores a record.
 *
 * @param stored - what {@link storedRecord} returned for the request
 */
export function attachResult(
  request: object,
  stored: RequestRecord | undefined,
  result: AuthenticationResult,
  instance: Instance | undefined,
  verify?: () => MaybePromise<AuthenticationResult>,
): boolean {
  if (!stored || isSettled(stored)) return attachRecord(request, new RequestRecord(result, instance, verify));
  stored.settle(result, instance, verify);
  return !isClerkAuth((request as MaybeAuthenticated).auth) && attachRecord(request, stored);
}

function authFunctionOf(record: RequestRecord): BrandedAuth {
  // Bound, which takes half of the memory of a closure.
  const auth: BrandedAuth = authOfRecord.bind(record);
  auth[CLERK_AUTH] = true;
  return auth;
}

function authOfRecord(this: RequestRecord, options?: PendingSessionOptions): AuthObject | null {
  return this.result.toAuth(options);
}

/** The record of a request; `undefined` when the middleware has not handled it. */
export function recordOf(request: unknown): RequestRecord | undefined {
  if (typeof request !== 'object' || request === null) return undefined;
  const record = storedRecord(request) ?? (request as MaybeAuthenticated).raw?.[RECORD];
  return record && isSettled(record) ? record : undefined;
}

/** The record that Node's request has, settled or {@link reserveRecord reserved}. */
export function storedRecord(request: object): RequestRecord | undefined {
  return (request as MaybeAuthenticated)[RECORD];
}

export function isSettled(record: RequestRecord): boolean {
  return record.result !== NOT_SETTLED;
}

function isClerkAuth(auth: unknown): boolean {
  return typeof auth === 'function' && CLERK_AUTH in auth;
}
