import { ForbiddenException, HttpStatus } from '@nestjs/common';

import type { ReverificationConfig } from '../../authorization/has.js';
import type { MissingRequirements, UnmetRequirement } from '../../authorization/requirement.js';
import { NO_RESPONSE_HEADERS, setResponseHeaders } from './response-headers.js';
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
 * Clerk's frontend SDKs handles. With the option `describeRejections`, the body says what is missing.
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
  /** What the caller lacks; `undefined` if a function of {@link Protect} denies access. */
  readonly missing: MissingRequirements | undefined;
  /** What GraphQL servers send beside the message. */
  readonly extensions: {
    code: 'FORBIDDEN';
    reason: AccessDeniedReason;
    missing?: MissingRequirements;
  } & Partial<ReverificationHint>;

  /**
   * @param unmet - what the caller lacks
   * @param headers - headers of the answer over HTTP
   * @param describes - whether the client is told what is missing
   */
  constructor(
    unmet: AccessDenial,
    headers: ResponseHeaders = NO_RESPONSE_HEADERS,
    describes: boolean = false,
  ) {
    const reason = REASONS[unmet.kind];
    const missing = unmet.kind === 'app-user' ? undefined : unmet.missing;
    const details = {
      ...(describes && missing && { missing }),
      ...(unmet.kind === 'reverification' && reverificationHint(unmet.reverification)),
    };
    super({ statusCode: HttpStatus.FORBIDDEN, message: 'Forbidden', error: 'Forbidden', reason, ...details });
    this.reason = reason;
    this.missing = missing;
    this.extensions = { code: 'FORBIDDEN', reason, ...details };
    setResponseHeaders(this, headers);
  }
}

const REASONS = {
  requirement: 'requirement-not-met',
  scopes: 'insufficient-scope',
  reverification: 'reverification-error',
  'app-user': 'app-user-not-found',
} as const;

/**
 * Creates the hint for Clerk's frontend SDKs.
 *
 * @param reverification - the required one; without it, the SDKs take their own default
 */
export function reverificationHint(reverification?: ReverificationConfig): ReverificationHint {
  return {
    clerk_error: { type: 'forbidden', reason: 'reverification-error', metadata: { reverification } },
  } as ReverificationHint;
}
