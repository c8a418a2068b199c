/**
 * Stores values up to a total weight and discards those that were not used for the longest time.
 *
 * Values are in two generations. A value that is used moves to the young one. When that is full, it becomes the old
 * one, and the previous old one is discarded. So a hit in the young generation, which nearly every hit is, costs one
 * lookup, and an empty cache reserves no memory. Half of the limit, by weight, always contains the most recently used
 * values.
 *
 * This is not a library because on npm only `lru-cache` limits by weight, and it installs 3.6 MB; `quick-lru`, `lru.min`
 * and `tiny-lru` count entries, which limits no memory where clients choose the length of values.
 *
 * @example
 * ```ts
 * const cache = new BoundedCache<string, string>(1_000_000, text => text.length);
 * cache.set('a', 'text');
 * ```
 */
export class BoundedCache<Key, Value> {
  readonly #generationLimit: number;
  readonly #weightOf: (value: Value) => number;
  #young = new Map<Key, Value>();
  #old = new Map<Key, Value>();
  #youngWeight = 0;

  /**
   * @param limit - the maximum total weight
   * @param weightOf - the weight of a value, always the same for the same value; 1 by default
   */
  constructor(limit: number, weightOf: (value: Value) => number = () => 1) {
    this.#generationLimit = limit / 2;
    this.#weightOf = weightOf;
  }

  get(key: Key): Value | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.#add(key, old);
    return old;
  }

  /** Stores a value, unless its weight exceeds half of the limit. */
  set(key: Key, value: Value): void {
    this.#old.delete(key);
    const replaced = this.#young.get(key);
    if (replaced !== undefined) {
      this.#young.delete(key);
      this.#youngWeight -= this.#weightOf(replaced);
    }
    this.#add(key, value);
  }

  #add(key: Key, value: Value): void {
    const weight = this.#weightOf(value);
    if (weight > this.#generationLimit) return;
    if (this.#youngWeight + weight > this.#generationLimit) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#youngWeight = 0;
    }
    // The value stays in the old generation too until that is discarded: the limit still holds, and a deletion would
    // take time.
    this.#young.set(key, value);
    this.#youngWeight += weight;
  }
}
