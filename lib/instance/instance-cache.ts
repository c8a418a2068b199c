import { BoundedCache } from '../helpers/bounded-cache.js';

/** Used entries that are kept at least; twice as many are the limit. Enough for the tenants of a large application. */
const MAX_ENTRIES = 1000;

/** What stands for `globalThis.fetch`, which a test or an instrumentation may replace at any time. */
const defaultFetch = {};

/**
 * Keeps one thing for each identity and each `fetch`: two applications in a process, or two tests, whose calls go
 * different ways have nothing in common.
 */
export class InstanceCache<T extends object> {
  readonly #byFetch = new WeakMap<object, BoundedCache<string, T>>();

  /** @param identity - everything that tells one from another; held in memory, and never shown */
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
