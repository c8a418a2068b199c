import { createHash } from 'node:crypto';

import {
  isOutage,
  VerificationUnavailableError,
} from '../authentication/machine/verification-unavailable.js';
import { isClerkAPIResponseError } from '../errors/clerk-api-response-error.js';
import { TokenVerificationError } from '../errors/token-verification-error.js';
import { BoundedCache } from '../helpers/bounded-cache.js';
import type { OutageLog } from './outage-log.js';
import { sharedCalls } from './shared-calls.js';

/** How long a rejected token is rejected again without a call. */
export const REJECTION_LIFETIME_MS = 10_000;
/** Some 200 bytes each: many tokens share one error. */
const MAX_REJECTIONS = 5000;
/** An error has its stack and the answer, some 5 KB. */
const MAX_REJECTION_ERRORS = 100;
/** Of one instance, for all kinds of token together. At 50 ms each, 2,000 a second. */
export const MAX_CALLS = 100;

type Verify<T> = (token: string) => Promise<T>;

/**
 * Limits the cost of made-up machine tokens. Concurrent verifications of one token share one call. A token that the
 * Backend API has rejected is rejected again without a call for a short time. Beyond a number of pending calls
 * verifications fail immediately, so that a Backend API that does not respond does not hold every request.
 *
 * An accepted token is not remembered, because it may be revoked at any time.
 *
 * @param outages - is told of verifications that fail although the token may be valid
 */
export class MachineVerification {
  readonly #outages: OutageLog;
  readonly #rejections = new BoundedCache<string, { readonly error: Error; readonly until: number }>(
    MAX_REJECTIONS,
  );
  /** One for all tokens that were rejected in the same words. */
  readonly #errors = new BoundedCache<string, Error>(MAX_REJECTION_ERRORS);
  #underWay = 0;
  /** An application whose tokens are all valid computes no digests. */
  #hasRejected = false;

  constructor(outages: OutageLog) {
    this.#outages = outages;
  }

  /** Wraps one type of call. */
  bounded<T>(call: Verify<T>): Verify<T> {
    const shared = sharedCalls((token: string) => this.#call(call, token));
    return async token => {
      const rejection = this.#rejectionOf(token);
      if (rejection) throw rejection;
      return shared(token);
    };
  }

  async #call<T>(call: Verify<T>, token: string): Promise<T> {
    if (this.#underWay >= MAX_CALLS) throw new VerificationUnavailableError();
    this.#underWay++;
    try {
      const verified = await call(token);
      this.#outages.succeeded();
      return verified;
    } catch (error) {
      if (isOutage(error)) this.#outages.failed(error);
      else this.#outages.succeeded();
      if (isTokenRejection(error)) this.#remember(token, error);
      throw error;
    } finally {
      this.#underWay--;
    }
  }

  #rejectionOf(token: string): Error | undefined {
    if (!this.#hasRejected) return undefined;
    const rejection = this.#rejections.get(digestOf(token));
    return rejection && Date.now() < rejection.until ? rejection.error : undefined;
  }

  #remember(token: string, error: Error): void {
    this.#hasRejected = true;
    const words = wordsOf(error);
    const shared = this.#errors.get(words) ?? error;
    if (shared === error) this.#errors.set(words, error);
    this.#rejections.set(digestOf(token), { error: shared, until: Date.now() + REJECTION_LIFETIME_MS });
  }
}

/** The Backend API rejects or does not know the token. */
export function isTokenRejection(error: unknown): error is Error {
  if (error instanceof TokenVerificationError) return true;
  return isClerkAPIResponseError(error) && [400, 404, 410, 422].includes(error.status);
}

/** Everything by which callers tell rejections apart. The id of the failed request differs with each, and is of the first. */
function wordsOf(error: Error): string {
  const { name, message } = error;
  const { status, errors, reason } = error as { status?: unknown; errors?: unknown; reason?: unknown };
  return JSON.stringify([name, message, status, errors, reason]);
}

/** Not the token itself, which may be 16 KB, or a secret that is valid elsewhere. */
function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('base64');
}
