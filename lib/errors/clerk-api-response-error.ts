import { ClerkError } from './clerk-error.js';

/** One entry of `errors` in a response of Clerk's API, as the API sends it. */
export interface ClerkAPIErrorJSON {
  code: string;
  message: string;
  long_message?: string;
  meta?: Record<string, unknown>;
}

/** One problem that Clerk's API reports about a request. */
export interface ClerkAPIError {
  /** Stable name, such as `resource_not_found` or `form_identifier_exists`. */
  readonly code: string;
  /** One sentence for developers. */
  readonly message: string;
  /** A sentence for end users, if the API has one. */
  readonly longMessage: string | undefined;
  /** The API's details of the error under camel case names, such as `paramName`. */
  readonly meta: Readonly<Record<string, unknown>>;
}

/** The details of a failed call. */
export interface ClerkAPIResponseErrorOptions {
  /** The HTTP status, or 0 without a response. */
  status: number;
  errors: ClerkAPIError[];
  clerkTraceId?: string;
  /** Seconds to wait before a retry, from `Retry-After`. */
  retryAfter?: number;
  cause?: unknown;
}

/**
 * Thrown when a call to Clerk's Backend API fails, with or without a response.
 *
 * `message` is never empty: if the API gave no reason, it contains the status.
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
  /** The HTTP status, or `0` without a response (connection refused, timed out, aborted). */
  readonly status: number;
  /** The problems that the API reports, most important first. */
  readonly errors: ClerkAPIError[];
  /** Clerk's id of the failed request, for questions to Clerk's support. */
  readonly clerkTraceId: string | undefined;
  /** Seconds to wait before a retry, if the API said so. */
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
 * Whether a caught value is a {@link ClerkAPIResponseError}.
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
 * Describes how a call to Clerk's API failed, by its status only: the message of an error may contain proxies,
 * addresses and passwords, and this reaches clients and logs.
 */
export function statusInWords(error: unknown): string {
  return isClerkAPIResponseError(error) && error.status > 0 ? `status ${error.status}` : 'no answer';
}
