import { HttpStatus, ServiceUnavailableException } from '@nestjs/common';

import { isClerkAPIResponseError } from '../../errors/clerk-api-response-error.js';
import { setResponseHeaders } from './response-headers.js';

/** Seconds for `Retry-After` where Clerk has not said how long to wait. */
const RETRY_AFTER_SECONDS = 5;

/**
 * Thrown when Clerk cannot be reached or limits the rate of calls, so that a caller cannot be authenticated or a user
 * cannot be fetched: 503 with `Retry-After`. The client has done nothing wrong, and can try again.
 *
 * @example
 * ```json
 * { "statusCode": 503, "message": "Service Unavailable", "error": "Service Unavailable", "reason": "backend-api-unavailable" }
 * ```
 */
export class ClerkUnavailableException extends ServiceUnavailableException {
  /** What GraphQL servers send beside the message. */
  readonly extensions: {
    code: 'SERVICE_UNAVAILABLE';
    reason: string;
    /** Seconds to wait before trying again, as in `Retry-After`. */
    retryAfter: number;
  };

  /**
   * @param cause - the error of the call, if there is one; its `retryAfter` becomes `Retry-After`
   * @param reason - why the answer is 503
   */
  constructor(cause?: Error, reason = 'backend-api-unavailable') {
    const message = 'Service Unavailable';
    super({ statusCode: HttpStatus.SERVICE_UNAVAILABLE, message, error: message, reason }, { cause });
    const askedFor = isClerkAPIResponseError(cause) ? cause.retryAfter : undefined;
    const retryAfter = askedFor ?? RETRY_AFTER_SECONDS;
    this.extensions = { code: 'SERVICE_UNAVAILABLE', reason, retryAfter };
    setResponseHeaders(this, { 'Retry-After': String(retryAfter) });
  }
}
