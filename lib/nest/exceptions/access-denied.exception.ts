import { ForbiddenException, HttpStatus } from '@nestjs/common';

import type { ReverificationConfig } from '../../authorization/has.js';
import type { Shortcoming } from '../../authorization/requirement.js';

/** Why somebody who is signed in may not go on; see {@link AccessDeniedException}. */
export type AccessDeniedReason = 'requirement-not-met' | 'insufficient-scope' | 'reverification-error';

/** How Clerk's frontend SDKs recognize that somebody has to verify himself anew. */
export interface ReverificationHint {
  /** Always of this type and reason; `metadata` says what is asked for. */
  clerk_error: {
    type: 'forbidden';
    reason: 'reverification-error';
    metadata: { reverification: ReverificationConfig };
  };
}

/**
 * What {@link ClerkAuthGuard} throws for a requirement of {@link Protect} that is not met: 403 with the reason in its
 * body. Where a fresh verification is what is missing, the body has what `useReverification()` looks for as well.
 *
 * @example
 * ```json
 * { "statusCode": 403, "message": "Forbidden", "error": "Forbidden", "reason": "requirement-not-met" }
 * ```
 *
 * @see https://clerk.com/docs/guides/secure/reverification
 */
export class AccessDeniedException extends ForbiddenException {
  /** What is missing. */
  readonly reason: AccessDeniedReason;
  /** What GraphQL servers put beside the message. */
  readonly extensions: { code: 'FORBIDDEN'; reason: AccessDeniedReason } & Partial<ReverificationHint>;

  constructor(shortcoming: NonNullable<Shortcoming>) {
    const reason = REASONS[shortcoming.kind];
    const hint = reverificationHint(shortcoming);
    super({ statusCode: HttpStatus.FORBIDDEN, message: 'Forbidden', error: 'Forbidden', reason, ...hint });
    this.reason = reason;
    this.extensions = { code: 'FORBIDDEN', reason, ...hint };
  }
}

const REASONS = {
  requirement: 'requirement-not-met',
  scopes: 'insufficient-scope',
  reverification: 'reverification-error',
} as const;

function reverificationHint(shortcoming: NonNullable<Shortcoming>): ReverificationHint | undefined {
  if (shortcoming.kind !== 'reverification') return undefined;
  const { reverification } = shortcoming;
  return {
    clerk_error: { type: 'forbidden', reason: 'reverification-error', metadata: { reverification } },
  };
}
