import type { AuthReason } from '../auth-reason.js';
import type { AuthenticationResult } from '../authentication-result.js';
import type { Instance } from '../instance.js';
import { acceptedUntil } from '../../tokens/claim-checks.js';
import { isRejection } from '../../tokens/jwt.js';

/** Until when what was found out holds, in milliseconds since 1970. */
export interface ResultLifetime {
  /** From then on the token is no longer good. */
  readonly expiresAt: number;
  /** From then on it has to be found out anew. */
  readonly askAgainAt: number;
}

const FOREVER = Number.POSITIVE_INFINITY;

/** A token that only Clerk can read has no expiry to go by, and may have been revoked. */
const ASK_AGAIN_AFTER_MS = 60_000;

/** Refusals that the same token may not meet the next time: failures of ours, and clocks and keys that differ yet. */
const PASSING: readonly (AuthReason | null)[] = [
  'unexpected-error',
  'backend-api-unavailable',
  'secret-key-invalid',
  'jwk-remote-failed-to-load',
  'jwk-kid-mismatch',
  'session-token-nbf',
  'session-token-iat-in-the-future',
];

/** Tells how long what was found out of a token that is presented once, for a long time, can be gone by. */
export function lifetimeOf({ token, reason }: AuthenticationResult, instance: Instance): ResultLifetime {
  const now = Date.now();
  if (token === null) return { expiresAt: FOREVER, askAgainAt: PASSING.includes(reason) ? now : FOREVER };
  const candidate = instance.verifier.decode(token);
  const expiresAt = isRejection(candidate)
    ? undefined
    : acceptedUntil(candidate.jwt.claims, instance.requirements);
  return expiresAt === undefined
    ? { expiresAt: FOREVER, askAgainAt: now + ASK_AGAIN_AFTER_MS }
    : { expiresAt, askAgainAt: FOREVER };
}
