import { ForbiddenException, HttpStatus } from '@nestjs/common';

import type { ReverificationConfig } from '../../authorization/has.js';
import type { UnmetRequirement } from '../../authorization/requirement.js';
import { setResponseHeaders } from './response-headers.js';
import type { ResponseHeaders } from './response-headers.js';

/** Why an authenticated caller is denied access; see {@link AccessDeniedException}. */
export type AccessDeniedReason =
  'requirement-not-met' | 'insufficient-scope' | 'reverification-error' | 'app-user-not-found';

/** What a caller lacks: a part of a requirement, or the application's own user. */
export type AccessDenial = NonNullable<UnmetRequirement> | { readonly kind: 'app-user' };

/** How Clerk's frontend SDKs recognize that the user must reverify. */
export interface ReverificationHint {
  /** Always this type and reason; `metadata` holds the required reverification. */
  clerk_error: {
    type: 'forbidden';
    reason: 'reverification-error';
    metadata: { reverification: ReverificationConfig };
  };
}

/**
 * Thrown by {@link ClerkAuthGuard} when the caller does not meet a requirement of {@link Protect}: 403 with the reason in
 * the body. If only a recent verification is missing, the body also has `clerk_error`, which `useReverification()` of
 * Clerk's frontend SDKs handles.
 *
 * @example
 * ```json
 * { "statusCode": 403, "message": "Forbidden", "error": "Forbidden", "reason": "requirement-not-met" }
 * ```
 *
 * @see https://clerk.com/docs/guides/secure/reverification
 */
export class AccessDeniedException extends ForbiddenException {
  /** Which kind of requirement is not met. */
  readonly reason: AccessDeniedReason;
  /** What GraphQL servers send beside the message. */
  readonly extensions: { code: 'FORBIDDEN'; reason: AccessDeniedReason } & Partial<ReverificationHint>;

  /**
   * @param unmet - what the caller lacks
   * @param headers - headers of the answer over HTTP
   */
  constructor(unmet: AccessDenial, headers: ResponseHeaders = {}) {
    const reason = REASONS[unmet.kind];
    const hint = reverificationHint(unmet);
    super({ statusCode: HttpStatus.FORBIDDEN, message: 'Forbidden', error: 'Forbidden', reason, ...hint });
    this.reason = reason;
    this.extensions = { code: 'FORBIDDEN', reason, ...hint };
    setResponseHeaders(this, headers);
  }
}

const REASONS = {
  requirement: 'requirement-not-met',
  scopes: 'insufficient-scope',
  reverification: 'reverification-error',
  'app-user': 'app-user-not-found',
} as const;

function reverificationHint(unmet: AccessDenial): ReverificationHint | undefined {
  if (unmet.kind !== 'reverification') return undefined;
  const { reverification } = unmet;
  return {
    clerk_error: { type: 'forbidden', reason: 'reverification-error', metadata: { reverification } },
  };
}
