import { ClerkError } from './clerk-error.js';
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
    status;
    /** What the API found wrong, most important first. */
    errors;
    /** Clerk's id of the failed request: quote it to their support. */
    clerkTraceId;
    /** Seconds to wait before trying again, when the API said so. */
    retryAfter;
    constructor(message, options) {
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
export function isClerkAPIResponseError(error) {
    return error instanceof ClerkAPIResponseError;
}
