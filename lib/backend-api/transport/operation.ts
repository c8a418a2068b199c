import type { ApiPath } from './path.js';

/** The methods that the Backend API uses. */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One operation of the Backend API with its arguments, for the transport. */
export interface Operation<T> {
  /** The `operationId` in Clerk's OpenAPI document, for messages. */
  operation: string;
  method: HttpMethod;
  path: ApiPath;
  /** Query parameters; with names in camel case or snake case. See `toQueryString`. */
  query?: object;
  /** The JSON body. Its names are sent in snake case; nested objects are sent unchanged. */
  body?: object;
  /**
   * The nested objects of `body` whose names are sent in snake case too. All other nested objects are the application's
   * data and are sent unchanged.
   */
  nested?: NestedNames;
  /** A `multipart/form-data` body instead of `body`, for files. */
  form?: object;
  /** Additional headers. They must not contain secrets. */
  headers?: Record<string, string>;
  /**
   * The key: `'machine'` is the machine secret key or else the secret key, `'optional'` the secret key if it is set,
   * `'none'` no key. By default the secret key.
   */
  auth?: 'machine' | 'optional' | 'none';
  /** The URL has no `/v1`: the endpoints for machine tokens have no version. */
  unversioned?: true;
  /** `'text'`: the result is the text of the answer. */
  expects?: 'text';
  /** Decodes the JSON of the answer, which then must not be empty; without a decoder the result is the JSON. */
  decode?: (json: unknown) => T;
}

/** See {@link Operation.nested}. */
export interface NestedNames {
  readonly [name: string]: NestedNames;
}

/** The options of a single call: the last argument of every method. */
export interface BackendApiRequestOptions {
  /** Aborts the call, also between two attempts. */
  signal?: AbortSignal;
  /** The time limit of one attempt, including its body, in milliseconds. */
  timeoutMs?: number;
  /** The maximum number of retries; `0` for none. */
  retries?: number;
  /** The size limit of the answer after decompression, in bytes. */
  maxResponseBytes?: number;
  /** The secret key for this call, instead of the client's. */
  secretKey?: string;
}

/** The name of a call in messages. It contains no arguments. */
export function describeOperation(operation: Operation<unknown>): string {
  return `${operation.operation} (${operation.method} ${operation.path.template})`;
}
