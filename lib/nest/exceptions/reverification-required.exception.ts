import { HttpException, HttpStatus } from '@nestjs/common';

import { isReverificationConfig } from '../../authorization/has.js';
import type { ReverificationConfig } from '../../authorization/has.js';
import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { reverificationHint } from './access-denied.exception.js';
import type { ReverificationHint } from './access-denied.exception.js';

/**
 * Thrown by a handler, a service or a policy that needs a recent verification of the user: 403 with the body that
 * `useReverification()` of Clerk's frontend SDKs answers with a dialog, and then repeats the request.
 *
 * It can be thrown on every transport: GraphQL servers send its `extensions`, gateways and microservices an error with the
 * code `FORBIDDEN` and `clerk_error`.
 *
 * @example
 * ```json
 * {
 *   "clerk_error": {
 *     "type": "forbidden",
 *     "reason": "reverification-error",
 *     "metadata": { "reverification": "strict" }
 *   }
 * }
 * ```
 *
 * @see https://clerk.com/docs/guides/secure/reverification
 */
export class ReverificationRequiredException extends HttpException {
  readonly reason = 'reverification-error';
  /** What Clerk's frontend SDKs recognize, as in the body. */
  readonly clerk_error: ReverificationHint['clerk_error'];
  /** What GraphQL servers send beside the message. */
  readonly extensions: { code: 'FORBIDDEN'; reason: 'reverification-error' } & ReverificationHint;

  /**
   * @param reverification - how recent the verification must be; Clerk's frontend SDKs take their own default without it
   * @throws {@link ClerkConfigurationError} `requirement_invalid` for a malformed one
   */
  constructor(reverification?: ReverificationConfig) {
    if (reverification !== undefined && !isReverificationConfig(reverification)) throw invalid();
    const hint = reverificationHint(reverification);
    super(hint, HttpStatus.FORBIDDEN);
    this.message = 'Forbidden';
    this.clerk_error = hint.clerk_error;
    this.extensions = { code: 'FORBIDDEN', reason: this.reason, ...hint };
  }

  /** A handler may also return it, as with `reverificationError()` of Clerk's SDKs. */
  toJSON(): ReverificationHint {
    return { clerk_error: this.clerk_error };
  }
}

/**
 * Makes the error with which a handler, a service or a policy asks for a recent verification; see
 * {@link ReverificationRequiredException}. Throw it.
 *
 * @param reverification - `'strict_mfa'`, `'strict'`, `'moderate'`, `'lax'` or `{ level, afterMinutes }`
 * @throws {@link ClerkConfigurationError} `requirement_invalid` for anything else
 *
 * @example
 * ```ts
 * if (!auth.has({ reverification: 'strict' })) throw reverificationError('strict');
 * ```
 *
 * @see https://clerk.com/docs/guides/secure/reverification
 */
export function reverificationError(reverification?: ReverificationConfig): ReverificationRequiredException {
  return new ReverificationRequiredException(reverification);
}

function invalid(): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'requirement_invalid',
    "The reverification is not valid: it is 'strict_mfa', 'strict', 'moderate', 'lax' or { level, afterMinutes }.",
  );
}
