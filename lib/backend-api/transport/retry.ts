import type { ClerkAPIResponseError } from '../../errors/clerk-api-response-error.js';
import type { HttpMethod } from './operation.js';

const FIRST_BACKOFF_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/** Methods whose repetition changes nothing (RFC 9110 §9.2.2), among those the API uses. */
const IDEMPOTENT: ReadonlySet<HttpMethod> = new Set<HttpMethod>(['GET', 'PUT', 'DELETE']);
const PASSING_TROUBLE: ReadonlySet<number> = new Set([502, 503, 504]);

/**
 * How long to wait before trying again, in milliseconds; `undefined` when trying again would be wrong.
 *
 * A 429 was not acted on, so any method may be repeated. Anything else may have been: only idempotent methods are.
 * When the API asks for more than 30 seconds, the caller is told (`retryAfter`) instead of kept waiting.
 *
 * @param attempt - how many retries there were before, from 0
 */
export function retryDelayMs(
  method: HttpMethod,
  failure: ClerkAPIResponseError,
  attempt: number,
): number | undefined {
  const noAnswer = failure.status === 0;
  const repeatable =
    failure.status === 429 || (IDEMPOTENT.has(method) && (noAnswer || PASSING_TROUBLE.has(failure.status)));
  if (!repeatable) return undefined;

  const backoff = Math.min(FIRST_BACKOFF_MS * 2 ** attempt, LONGEST_WAIT_MS);
  // Half of it is random, so that clients which failed together do not come back together.
  const jittered = backoff / 2 + (Math.random() * backoff) / 2;
  if (failure.retryAfter === undefined) return jittered;
  const askedFor = failure.retryAfter * 1000;
  return askedFor > LONGEST_WAIT_MS ? undefined : askedFor + jittered;
}

/**
 * Waits, or stops waiting when the signal aborts; it never rejects.
 *
 * The timer is not `unref`ed: between two attempts it may be all that keeps a script alive until its answer.
 */
export function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
    if (signal?.aborted) done();
  });
}
