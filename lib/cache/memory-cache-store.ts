import { BoundedCache } from '../helpers/bounded-cache.js';
import type { ClerkCacheStore } from './cache-store.js';

/** The options of a {@link MemoryCacheStore}. */
export interface MemoryCacheStoreOptions {
  /**
   * The maximum length of all keys and values together, in characters of one byte each; entries that were not used for
   * the longest time are discarded first. @defaultValue 33554432
   */
  maxBytes?: number;
}

interface Entry {
  /** `undefined` after it was deleted. */
  readonly value: string | undefined;
  /** By the clock of `performance.now()`, which never jumps. */
  readonly until: number;
}

/** The parts of an entry besides its value: the key and the objects around it. */
const BYTES_BESIDES_VALUE = 200;

/**
 * Stores the entries of a cache in memory: the default, for a single process. Several instances of an application need a
 * shared store, or each has a cache of its own.
 *
 * @example
 * ```ts
 * ClerkModule.forRoot({ cache: { store: new MemoryCacheStore({ maxBytes: 8_000_000 }), machineTokens: true } });
 * ```
 */
export class MemoryCacheStore implements ClerkCacheStore {
  readonly #entries: BoundedCache<string, Entry>;

  constructor({ maxBytes = 32 * 1024 * 1024 }: MemoryCacheStoreOptions = {}) {
    this.#entries = new BoundedCache(maxBytes, ({ value = '' }) => value.length + BYTES_BESIDES_VALUE);
  }

  get(key: string): string | undefined {
    const entry = this.#entries.get(key);
    return entry && performance.now() < entry.until ? entry.value : undefined;
  }

  set(key: string, value: string, ttl: number): void {
    this.#entries.set(key, { value, until: performance.now() + ttl });
  }

  delete(key: string): void {
    this.#entries.set(key, { value: undefined, until: 0 });
  }
}
