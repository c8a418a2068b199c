import { HttpException, HttpStatus, UnauthorizedException } from '@nestjs/common';

import type { MissingRequirements } from '../../authorization/requirement.js';
import { NO_RESPONSE_HEADERS, setResponseHeaders } from './response-headers.js';
import type { ResponseHeaders } from './response-headers.js';

/**
 * Thrown by {@link ClerkAuthGuard} for a caller who is not authenticated: 401 with the reason in the body, and a challenge
 * in `WWW-Authenticate`.
 *
 * @example
 * ```json
 * { "statusCode": 401, "message": "Unauthenticated", "error": "Unauthorized", "reason": "token-expired" }
 * ```
 */
export class UnauthenticatedException extends UnauthorizedException {
  /** Why the caller is not authenticated, with the values of the header `x-clerk-auth-reason`. */
  readonly reason: string;
  /** What GraphQL servers send beside the message. */
  readonly extensions: { code: 'UNAUTHENTICATED'; reason: string; missing?: MissingRequirements };

  /**
   * @param reason - why the caller is not authenticated
   * @param headers - headers of the answer over HTTP
   * @param hint - for a caller who sent no token: which one to send
   * @param missing - what the client is told to send instead
   */
  constructor(
    reason: string,
    headers: ResponseHeaders = NO_RESPONSE_HEADERS,
    hint?: string,
    missing?: MissingRequirements,
  ) {
    super({
      statusCode: HttpStatus.UNAUTHORIZED,
      message: 'Unauthenticated',
      error: 'Unauthorized',
      reason,
      ...(hint === undefined ? {} : { hint }),
      ...(missing && { missing }),
    });
    this.reason = reason;
    this.extensions = { code: 'UNAUTHENTICATED', reason, ...(missing && { missing }) };
    setResponseHeaders(this, headers);
  }
}

/** Thrown by {@link ClerkAuthGuard} to redirect a browser to the sign-in page: 302 with its URL in `Location`. */
export class SignInRedirectException extends HttpException {
  /** The target of the redirect. */
  readonly location: string;

  /** @param location - absolute, or relative to the host of the request */
  constructor(location: string) {
    super({ statusCode: HttpStatus.FOUND, message: 'Sign in first' }, HttpStatus.FOUND);
    this.location = location;
    setResponseHeaders(this, { Location: location, 'Cache-Control': 'no-store' });
  }
}
