import type { ApiPath } from './path.js';

/** The methods that the Backend API uses. */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One operation of the Backend API with its arguments: what a resource's method hands to the transport. */
export interface Operation<T> {
  /** Its `operationId` in Clerk's OpenAPI document, for messages. */
  operation: string;
  method: HttpMethod;
  path: ApiPath;
  /** Query parameters; names in camel case or wire form. See `toQueryString`. */
  query?: object;
  /** Sent as JSON: the names of the object itself go out in snake case, what lies below goes out as it is. */
  body?: object;
  /**
   * Names of objects within `body` whose own names go out in snake case too, each with those within it. Anything else
   * below the first level is someone's data and goes out as it is.
   */
  nested?: NestedNames;
  /** Sent as `multipart/form-data` in place of `body`: for files. */
  form?: object;
  /** Sent beside the usual headers; they may hold no secret. */
  headers?: Record<string, string>;
  /**
   * `'machine'`: the machine secret key, when there is one. `'optional'`: the secret key, when there is one. `'none'`: no
   * key. Otherwise the secret key.
   */
  auth?: 'machine' | 'optional' | 'none';
  /** Leaves `/v1` out of the URL: the token endpoints live beside the versioned ones. */
  unversioned?: true;
  /** `'text'`: the answer is a text, and that text is the result. */
  expects?: 'text';
  /** Makes the result of the JSON answer, which must not be empty then; without it the JSON itself is the result. */
  decode?: (json: unknown) => T;
}

/** See {@link Operation.nested}. */
export interface NestedNames {
  readonly [name: string]: NestedNames;
}

/** What can be said about a single call, as the last argument of every method. */
export interface BackendApiRequestOptions {
  /** Gives the call up, between two attempts too. */
  signal?: AbortSignal;
  /** Milliseconds that one attempt may take, its body included. */
  timeoutMs?: number;
  /** How often a failed attempt is repeated at most; `0` for never. */
  retries?: number;
  /** The key to make this call with, instead of the client's. */
  secretKey?: string;
}

/** How messages name a call: nothing in it comes from an argument. */
export function describeOperation(operation: Operation<unknown>): string {
  return `${operation.operation} (${operation.method} ${operation.path.template})`;
}
