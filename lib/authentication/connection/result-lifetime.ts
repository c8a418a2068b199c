import type { AuthReason } from '../auth-reason.js';
import type { AuthenticationResult } from '../authentication-result.js';
import type { Instance } from '../instance.js';
import { acceptedUntil } from '../../tokens/claim-checks.js';
import { isRejection } from '../../tokens/jwt.js';

/** How long a result is valid, in milliseconds since 1970. */
export interface ResultLifetime {
  /** From then on the token is no longer good. */
  readonly expiresAt: number;
  /** From then on the token is verified again. */
  readonly askAgainAt: number;
}

const FOREVER = Number.POSITIVE_INFINITY;

/** A token that only Clerk can read has no expiry to go by, and may have been revoked. */
const VERIFY_AGAIN_AFTER_MS = 60_000;

/** Reasons that may not apply to the same token next time: our own failures, and clocks and keys that still differ. */
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
  const now = Date.now();
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
