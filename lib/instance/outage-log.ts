import { ApplicationClosedError } from '../backend-api/transport/open-calls.js';
import { isClerkAPIResponseError } from '../errors/clerk-api-response-error.js';
import { MINUTE_MS } from './limited-warnings.js';

/**
 * Logs outages of a Backend API: one warning when calls begin to fail, one when they succeed again.
 *
 * All calls of a process to one address share it, so that an outage is logged once, whichever calls notice it. Where some
 * calls fail and others succeed, an outage is logged once a minute at most.
 */
export class OutageLog {
  readonly #host: string;
  readonly #warn: (message: string) => void;
  #isDown = false;
  #isLogged = false;
  #lastLoggedAt = Number.NEGATIVE_INFINITY;

  /**
   * @param host - of the Backend API
   * @param warn - takes the messages
   */
  constructor(host: string, warn: (message: string) => void) {
    this.#host = host;
    this.#warn = warn;
  }

  /** A call failed, and not because of what was sent. @param failure - the error */
  failed(failure: unknown): void {
    if (this.#isDown || isAborted(failure)) return;
    this.#isDown = true;
    const elapsed = Date.now() - this.#lastLoggedAt;
    if (elapsed >= 0 && elapsed < MINUTE_MS) return;
    this.#isLogged = true;
    this.#lastLoggedAt = Date.now();
    this.#warn(
      `The Backend API at ${this.#host} does not answer as it should (${codeOf(failure)}). Until it does, calls that need it ` +
        'are answered 503; session tokens are verified with the keys that are known.',
    );
  }

  /** A call succeeded, or failed because of what was sent. */
  succeeded(): void {
    if (!this.#isDown) return;
    this.#isDown = false;
    if (this.#isLogged) this.#warn(`The Backend API at ${this.#host} answers again.`);
    this.#isLogged = false;
  }
}

/** A call that ended with its application says nothing about the Backend API. */
function isAborted(failure: unknown): boolean {
  return isClerkAPIResponseError(failure) && failure.cause instanceof ApplicationClosedError;
}

/** The code of a network error, which is in one of the causes, or the HTTP status. The words could tell of proxies. */
function codeOf(failure: unknown): string {
  for (let cause: unknown = failure; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (typeof code === 'string' && /^E[A-Z_]+$|^UND_/.test(code)) return code;
    if (/timeout|timed out/i.test(`${cause.name} ${cause.message}`)) return 'timeout';
  }
  const status = isClerkAPIResponseError(failure) ? failure.status : 0;
  return status ? `status ${status}` : 'no answer';
}
