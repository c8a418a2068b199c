/**
 * Stores the entries of a cache: a `Keyv` instance fits, and so does any object with these methods.
 *
 * Keys and values are strings. Neither contains a token, and values are encrypted: the store needs to be available, not
 * trusted.
 *
 * @example
 * ```ts
 * const store: ClerkCacheStore = createKeyv(process.env.REDIS_URL);
 * ```
 * @see https://keyv.org/docs/
 */
export interface ClerkCacheStore {
  /** Returns the value of a key; anything that is not a string counts as missing. */
  get(key: string): unknown;
  /**
   * Stores a value.
   *
   * @param ttl - the milliseconds after which the store may discard it; the cache itself does not use it for longer
   */
  set(key: string, value: string, ttl: number): unknown;
  /** Removes a value. */
  delete(key: string): unknown;
}
