import type { AuthReason } from '../auth-reason.js';
import type { AuthenticationResult } from '../authentication-result.js';
import type { Instance } from '../instance.js';
import { acceptedUntil, currentTime } from '../../tokens/claim-checks.js';
import { isRejection } from '../../tokens/jwt.js';

/** How long a result is valid, in Unix time in milliseconds. */
export interface ResultLifetime {
  /** The time at which the token expires. */
  readonly expiresAt: number;
  /** The time at which the token must be verified again. */
  readonly askAgainAt: number;
}

const FOREVER = Number.POSITIVE_INFINITY;

/** An opaque token has no readable expiry, and may be revoked. */
const VERIFY_AGAIN_AFTER_MS = 60_000;

/** Reasons that may not apply to the same token later: failures of our own, and differences of clocks and keys. */
const TRANSIENT_REASONS: readonly (AuthReason | null)[] = [
  'unexpected-error',
  'backend-api-unavailable',
  'secret-key-invalid',
  'jwk-remote-failed-to-load',
  'jwk-kid-mismatch',
  'session-token-nbf',
  'session-token-iat-in-the-future',
];

/** Returns how long the result for a token of a long-lived connection is valid. */
export function lifetimeOf({ token, reason }: AuthenticationResult, instance: Instance): ResultLifetime {
  const now = currentTime(instance.requirements);
  if (token === null)
    return { expiresAt: FOREVER, askAgainAt: TRANSIENT_REASONS.includes(reason) ? now : FOREVER };
  const candidate = instance.verifier.decode(token);
  const expiresAt = isRejection(candidate)
    ? undefined
    : acceptedUntil(candidate.jwt.claims, instance.requirements);
  return expiresAt === undefined
    ? { expiresAt: FOREVER, askAgainAt: now + VERIFY_AGAIN_AFTER_MS }
    : { expiresAt, askAgainAt: FOREVER };
}
