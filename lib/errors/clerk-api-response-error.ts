import { ClerkError } from './clerk-error.js';

/** One entry of `errors` in an answer of Clerk's API, as the API sends it. */
export interface ClerkAPIErrorJSON {
  code: string;
  message: string;
  long_message?: string;
  meta?: Record<string, unknown>;
}

/** One thing that Clerk's API found wrong with a request. */
export interface ClerkAPIError {
  /** Stable name, such as `resource_not_found` or `form_identifier_exists`. */
  readonly code: string;
  /** One sentence for a developer. */
  readonly message: string;
  /** A sentence fit for an end user, where the API has one. */
  readonly longMessage: string | undefined;
  /** What the error is about: the API's own fields under camelCase names, such as `paramName`. */
  readonly meta: Readonly<Record<string, unknown>>;
}

/** What is known of a failed call. */
export interface ClerkAPIResponseErrorOptions {
  /** The HTTP status, or 0 when no answer came. */
  status: number;
  errors: ClerkAPIError[];
  clerkTraceId?: string;
  /** Seconds to wait before trying again, from `Retry-After`. */
  retryAfter?: number;
  cause?: unknown;
}

/**
 * Thrown when a call of Clerk's Backend API fails, whether it was answered or not.
 *
 * `message` is never empty: where the API gave no words, the status says what happened.
 *
 * @example
 * ```ts
 * try {
 *   await clerk.users.getUser('user_2gone');
 * } catch (error) {
 *   if (isClerkAPIResponseError(error) && error.status === 404) return null;
 *   throw error;
 * }
 * ```
 *
 * @see https://clerk.com/docs/guides/development/errors/overview
 */
export class ClerkAPIResponseError extends ClerkError {
  /** The HTTP status, or `0` when no answer came (connection refused, timed out, aborted). */
  readonly status: number;
  /** What the API found wrong, most important first. */
  readonly errors: ClerkAPIError[];
  /** Clerk's id of the failed request: quote it to their support. */
  readonly clerkTraceId: string | undefined;
  /** Seconds to wait before trying again, when the API said so. */
  readonly retryAfter: number | undefined;

  constructor(message: string, options: ClerkAPIResponseErrorOptions) {
    super('api_response_error', message, options.cause === undefined ? undefined : { cause: options.cause });
    this.status = options.status;
    this.errors = options.errors;
    this.clerkTraceId = options.clerkTraceId;
    this.retryAfter = options.retryAfter;
  }
}

/**
 * Tells whether a caught value is a {@link ClerkAPIResponseError}.
 *
 * @example
 * ```ts
 * if (isClerkAPIResponseError(error)) console.log(error.errors[0]?.code);
 * ```
 */
export function isClerkAPIResponseError(error: unknown): error is ClerkAPIResponseError {
  return error instanceof ClerkAPIResponseError;
}

/**
 * Says how a call of Clerk's API failed by its status and no more: the words of an error can tell of proxies, addresses
 * and passwords, and this reaches clients and logs.
 */
export function statusInWords(error: unknown): string {
  return isClerkAPIResponseError(error) && error.status > 0 ? `status ${error.status}` : 'no answer';
}
