import { isThenable } from '../helpers/maybe-promise.js';
import type { ClerkCacheStore } from './cache-store.js';

/** How long a store that failed is not used. */
export const COOL_DOWN_MS = 10_000;
/**
 * For how many time limits a store may be late, without any answer in time, before it counts as failed: a machine that is
 * busy for a moment is late too.
 */
export const LATE_LIMITS = 10;

/**
 * Uses a store that may fail: an error or a late answer means a missing entry, and never a failed or a slow request.
 *
 * A store that failed, or was late for a while, is not used for ten seconds; then one call tries it again. Each outage is one
 * warning, and one more when it is over.
 */
export class GuardedStore {
  readonly #store: ClerkCacheStore;
  readonly #timeoutMs: number;
  readonly #warn: (message: string, kind: string) => void;
  readonly #now: () => number;
  /** When a failed store is tried again; `undefined` while it works. */
  #retryAt: number | undefined;
  /** Since when every answer is late. */
  #lateSince: number | undefined;

  /**
   * @param timeoutMs - how long a request waits for the store
   * @param warn - takes messages and their kinds, and limits how often one of a kind is logged
   * @param now - a clock that does not jump, in milliseconds
   */
  constructor(
    store: ClerkCacheStore,
    timeoutMs: number,
    warn: (message: string, kind: string) => void,
    now: () => number = () => performance.now(),
  ) {
    this.#store = store;
    this.#timeoutMs = timeoutMs;
    this.#warn = warn;
    this.#now = now;
  }

  /** The value of a key; `undefined` without one, or if the store fails. */
  async get(key: string): Promise<unknown> {
    return this.#use('read', () => this.#store.get(key));
  }

  async set(key: string, value: string, ttlMs: number): Promise<void> {
    await this.#use('write', () => this.#store.set(key, value, ttlMs));
  }

  /** Deletes also from a store that failed before, because the entry may still be in it. */
  async delete(key: string): Promise<void> {
    await this.#attempt('delete', () => this.#store.delete(key));
  }

  async #use(what: string, call: () => unknown): Promise<unknown> {
    return this.#isUsable() ? this.#attempt(what, call) : undefined;
  }

  #isUsable(): boolean {
    if (this.#retryAt === undefined) return true;
    if (this.#now() < this.#retryAt) return false;
    // Only this call tries it; all others go on without, until it succeeds.
    this.#retryAt = this.#now() + COOL_DOWN_MS;
    return true;
  }

  async #attempt(what: string, call: () => unknown): Promise<unknown> {
    try {
      const answer = call();
      const value = isThenable(answer) ? await this.#inTime(answer) : answer;
      this.#succeeded();
      return value;
    } catch (error) {
      this.#failed(what, error);
      return undefined;
    }
  }

  async #inTime(answer: PromiseLike<unknown>): Promise<unknown> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      const giveUp = () => reject(new LateAnswer(this.#timeoutMs));
      // A process that was busy for so long runs its timers before it reads the answer that has arrived meanwhile.
      timer = setTimeout(() => setImmediate(giveUp), this.#timeoutMs);
    });
    try {
      // The store's own promise may still reject after the time limit; `race` handles that too.
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  #succeeded(): void {
    this.#lateSince = undefined;
    if (this.#retryAt === undefined) return;
    this.#retryAt = undefined;
    this.#warn('The store of `cache` works again.', 'cache-store-works');
  }

  #failed(what: string, error: unknown): void {
    const isKnown = this.#retryAt !== undefined;
    if (error instanceof LateAnswer && !isKnown) {
      this.#lateSince ??= this.#now() - this.#timeoutMs;
      if (this.#now() - this.#lateSince < LATE_LIMITS * this.#timeoutMs) return;
    }
    this.#retryAt = this.#now() + COOL_DOWN_MS;
    if (isKnown) return;
    this.#warn(
      `The store of \`cache\` failed to ${what} an entry (${describe(error)}). Until it works, nothing is cached, and ` +
        'every request that needs Clerk calls it.',
      'cache-store-failed',
    );
  }
}

class LateAnswer extends Error {
  constructor(timeoutMs: number) {
    super(`no answer within ${timeoutMs} ms`);
  }
}

/** Not the message, which could contain the address and the password of the store, or the key. */
function describe(error: unknown): string {
  if (error instanceof LateAnswer) return error.message;
  const { code } = Object(error) as { code?: unknown };
  if (typeof code === 'string' && /^[A-Z][A-Z_]{2,40}$/.test(code)) return code;
  return error instanceof Error && /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'unknown error';
}
