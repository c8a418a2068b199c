import { BoundedCache } from '../helpers/bounded-cache.js';

/**
 * The minimum number of used entries that are kept; twice as many are the limit. Enough for the tenants of a large
 * application.
 */
const MAX_ENTRIES = 1000;

/** Represents `globalThis.fetch`, which a test or an instrumentation may replace at any time. */
const defaultFetch = {};

/**
 * Stores one value per identity and `fetch`: two applications in a process, or two tests, with different `fetch`
 * functions share nothing.
 */
export class InstanceCache<T extends object> {
  readonly #byFetch = new WeakMap<object, BoundedCache<string, T>>();

  /** @param identity - everything that distinguishes one value from another; kept in memory and never shown */
  getOrMake(
    fetch: typeof globalThis.fetch | undefined,
    identity: readonly (string | undefined)[],
    make: () => T,
  ): T {
    const entries = this.#entriesFor(fetch ?? defaultFetch);
    const key = JSON.stringify(identity);
    let entry = entries.get(key);
    if (!entry) {
      entry = make();
      entries.set(key, entry);
    }
    return entry;
  }

  #entriesFor(fetch: object): BoundedCache<string, T> {
    let entries = this.#byFetch.get(fetch);
    if (!entries) {
      entries = new BoundedCache(2 * MAX_ENTRIES);
      this.#byFetch.set(fetch, entries);
    }
    return entries;
  }
}
