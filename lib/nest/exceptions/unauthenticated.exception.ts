import { HttpException, HttpStatus, UnauthorizedException } from '@nestjs/common';

/**
 * What {@link ClerkAuthGuard} throws: 401 with the reason in its body.
 *
 * @example
 * ```json
 * { "statusCode": 401, "message": "Unauthenticated", "error": "Unauthorized", "reason": "token-expired" }
 * ```
 */
export class UnauthenticatedException extends UnauthorizedException {
  /** Why nobody is signed in: one of the reasons of `x-clerk-auth-reason`. */
  readonly reason: string;
  /** What GraphQL servers put beside the message. */
  readonly extensions: { code: 'UNAUTHENTICATED'; reason: string };

  constructor(reason: string) {
    super({
      statusCode: HttpStatus.UNAUTHORIZED,
      message: 'Unauthenticated',
      error: 'Unauthorized',
      reason,
    });
    this.reason = reason;
    this.extensions = { code: 'UNAUTHENTICATED', reason };
  }
}

/** What {@link ClerkAuthGuard} throws to send a browser to the sign-in page: 302, with the address in `Location`. */
export class SignInRedirectException extends HttpException {
  /** Where the browser is sent. */
  readonly location: string;

  constructor(location: string) {
    super({ statusCode: HttpStatus.FOUND, message: 'Sign in first' }, HttpStatus.FOUND);
    this.location = location;
  }
}
