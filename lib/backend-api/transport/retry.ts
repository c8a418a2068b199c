import type { ClerkAPIResponseError } from '../../errors/clerk-api-response-error.js';
import type { HttpMethod } from './operation.js';

const FIRST_BACKOFF_MS = 500;
const MAX_WAIT_MS = 30_000;

/** The idempotent methods (RFC 9110 §9.2.2) that the API uses. */
const IDEMPOTENT: ReadonlySet<HttpMethod> = new Set<HttpMethod>(['GET', 'PUT', 'DELETE']);
const TEMPORARY_STATUSES: ReadonlySet<number> = new Set([502, 503, 504]);

/**
 * The wait before the next attempt, in milliseconds; `undefined` if the call must not be retried.
 *
 * A call with status 429 had no effect, so every method is retried. Any other failed call may have had an effect, so only
 * idempotent methods are retried. If the API asks for more than 30 seconds, the error says so (`retryAfter`).
 *
 * @param attempt - the number of retries so far
 */
export function retryDelayMs(
  method: HttpMethod,
  failure: ClerkAPIResponseError,
  attempt: number,
): number | undefined {
  const noAnswer = failure.status === 0;
  const repeatable =
    failure.status === 429 ||
    (IDEMPOTENT.has(method) && (noAnswer || TEMPORARY_STATUSES.has(failure.status)));
  if (!repeatable) return undefined;

  const backoff = Math.min(FIRST_BACKOFF_MS * 2 ** attempt, MAX_WAIT_MS);
  // Half of it is random, so that clients that failed together do not retry together.
  const jittered = backoff / 2 + (Math.random() * backoff) / 2;
  if (failure.retryAfter === undefined) return jittered;
  const askedFor = failure.retryAfter * 1000;
  return askedFor > MAX_WAIT_MS ? undefined : askedFor + jittered;
}

/**
 * Waits until the time is over or the signal aborts. It never rejects.
 *
 * The timer is not `unref`ed: between two attempts nothing else may keep a script alive.
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
