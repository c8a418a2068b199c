import { LRUCache } from 'lru-cache';

/** Enough for every tenant of a large application; keys that come and go do not fill the memory. */
const MAX_ENTRIES = 1000;

/** What stands for `globalThis.fetch`, which a test or an instrumentation may replace at any time. */
const defaultFetch = {};

/**
 * Keeps one thing for each identity and each `fetch`: two applications in a process, or two tests, whose calls go
 * different ways have nothing in common.
 */
export class InstanceCache<T extends object> {
  readonly #byFetch = new WeakMap<object, LRUCache<string, T>>();

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

  #entriesFor(fetch: object): LRUCache<string, T> {
    let entries = this.#byFetch.get(fetch);
    if (!entries) {
      entries = new LRUCache({ max: MAX_ENTRIES });
      this.#byFetch.set(fetch, entries);
    }
    return entries;
  }
}
