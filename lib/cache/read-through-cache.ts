import { cacheChannel } from '../helpers/diagnostics.js';
import { usableEntry } from './cached-kind.js';
import type { CacheEntry, CachedKind, CachedKindName, ClerkCacheEvent } from './cached-kind.js';
import type { GuardedStore } from './guarded-store.js';
import type { SealedEntries } from './sealed-entries.js';

/** The share of its lifetime after which an entry is renewed in the background. */
export const RENEWAL_SHARE = 0.75;

/** A read or a call that concurrent requests share. */
class Job<T> {
  /** Whether its key was deleted meanwhile: what the call returns may be from before the change. */
  isOutdated = false;
  /** Ends when the result is in the store. */
  saved: Promise<void> | undefined;

  constructor(
    readonly kind: CachedKind<T>,
    readonly key: string,
    readonly sealed: SealedEntries,
    readonly call: () => Promise<T>,
  ) {}
}

/**
 * Answers calls from a store, and stores what they return.
 *
 * Concurrent calls with one key share one call. An entry is renewed in the background in the last quarter of its lifetime,
 * and is never used after it. Whatever is wrong with an entry or the store, the call is made.
 */
export class ReadThroughCache {
  readonly #store: GuardedStore;
  readonly #now: () => number;
  readonly #underWay = new Map<string, { job: Job<never>; result: Promise<unknown> }>();
  readonly #renewals = new Map<string, Job<never>>();

  /** @param now - the time in milliseconds since 1970 */
  constructor(store: GuardedStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /**
   * Returns the value of a key, from the store or by a call.
   *
   * @throws what the call throws, or a rejection that is remembered
   */
  get<T>(kind: CachedKind<T>, key: string, sealed: SealedEntries, call: () => Promise<T>): Promise<T> {
    // Two instances may have a resource with the same key: neither gets that of the other.
    const id = `${sealed.id} ${key}`;
    const pending = this.#underWay.get(id);
    if (pending) {
      publish(kind.name, 'shared');
      return pending.result as Promise<T>;
    }
    const job = new Job(kind, key, sealed, call);
    const result = this.#load(job, id);
    this.#underWay.set(id, { job: job as never, result });
    const end = (): void => void this.#underWay.delete(id);
    // Until it is stored, because a request between the answer of Clerk and that of the store would call again.
    const endOnceSaved = (): void => void (job.saved ? job.saved.then(end, end) : end());
    result.then(endOnceSaved, endOnceSaved);
    return result;
  }

  /** Forgets an entry, because what it was made of has changed. */
  async delete(key: string): Promise<void> {
    const jobs = [...[...this.#underWay.values()].map(({ job }) => job), ...this.#renewals.values()];
    for (const job of jobs) if (job.key === key) job.isOutdated = true;
    await this.#store.delete(key);
  }

  async #load<T>(job: Job<T>, id: string): Promise<T> {
    const { kind, key, sealed } = job;
    const entry = usableEntry(sealed.open(key, await this.#store.get(key)), kind, this.#now());
    if (entry?.rejection !== undefined) {
      const rejection = kind.readRejection(entry.rejection);
      if (rejection) {
        publish(kind.name, 'hit');
        throw rejection;
      }
    } else if (entry) {
      const value = kind.read(entry.value);
      if (value !== undefined) {
        const isStale = this.#now() >= entry.madeAt + RENEWAL_SHARE * kind.ttlMs;
        publish(kind.name, isStale ? 'stale' : 'hit');
        if (isStale) this.#renew(job, id);
        return value;
      }
    }
    publish(kind.name, 'miss');
    return this.#call(job, false);
  }

  #renew<T>({ kind, key, sealed, call }: Job<T>, id: string): void {
    if (this.#renewals.has(id)) return;
    const renewal = new Job(kind, key, sealed, call);
    this.#renewals.set(id, renewal as never);
    const end = (): void => void this.#renewals.delete(id);
    // A failure is for the request that finds the entry ended.
    this.#call(renewal, true).then(end, end);
  }

  async #call<T>(job: Job<T>, isRenewal: boolean): Promise<T> {
    // Before the call: what was true when it was made may not be true when it returns.
    const madeAt = this.#now();
    const { kind } = job;
    try {
      const value = await job.call();
      const written = kind.write(value);
      const endsAt = Math.min(madeAt + kind.ttlMs, written?.endsAt ?? Number.POSITIVE_INFINITY);
      job.saved = this.#save(job, written && { madeAt, endsAt, value: written.json }, isRenewal);
      return value;
    } catch (error) {
      const rejection = kind.writeRejection(error);
      if (rejection !== undefined) {
        job.saved = this.#save(job, { madeAt, endsAt: madeAt + kind.rejectedTtlMs, rejection }, isRenewal);
      }
      throw error;
    }
  }

  /** Stores what a call has found, or deletes what it has found to be out of date. */
  async #save<T>({ key, sealed, isOutdated }: Job<T>, entry: CacheEntry | undefined, isRenewal: boolean) {
    if (isOutdated) return;
    const ttlMs = entry ? Math.floor(entry.endsAt - this.#now()) : 0;
    const value = ttlMs > 0 ? sealed.seal(key, entry) : undefined;
    if (value !== undefined) await this.#store.set(key, value, ttlMs);
    else if (isRenewal) await this.#store.delete(key);
  }
}

function publish(kind: CachedKindName, outcome: ClerkCacheEvent['outcome']): void {
  if (cacheChannel.hasSubscribers) cacheChannel.publish({ kind, outcome } satisfies ClerkCacheEvent);
}
