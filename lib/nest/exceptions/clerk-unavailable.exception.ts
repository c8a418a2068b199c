import { HttpStatus, ServiceUnavailableException } from '@nestjs/common';

/**
 * What {@link CurrentUser} and {@link CurrentOrganization} throw when Clerk's Backend API does not answer, or not yet
 * again: 503.
 *
 * @example
 * ```json
 * { "statusCode": 503, "message": "Service Unavailable", "error": "Service Unavailable", "reason": "backend-api-unavailable" }
 * ```
 */
export class ClerkUnavailableException extends ServiceUnavailableException {
  /** What GraphQL servers put beside the message. */
  readonly extensions = { code: 'SERVICE_UNAVAILABLE', reason: 'backend-api-unavailable' } as const;

  /** @param cause - the failure of the call */
  constructor(cause: Error) {
    const message = 'Service Unavailable';
    const reason = 'backend-api-unavailable';
    super({ statusCode: HttpStatus.SERVICE_UNAVAILABLE, message, error: message, reason }, { cause });
  }
}
