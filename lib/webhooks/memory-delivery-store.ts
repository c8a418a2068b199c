import type { WebhookDeliveryClaim, WebhookDeliveryStore } from './delivery-store.js';

/** The options of a {@link MemoryDeliveryStore}. */
export interface MemoryDeliveryStoreOptions {
  /** The maximum number of completed deliveries; the oldest are discarded first. @defaultValue 10000 */
  maxEntries?: number;
  /** The clock: Unix time in milliseconds. @defaultValue `Date.now` */
  now?: () => number;
}

/**
 * Stores deliveries in memory: the default, for a single process that may handle a delivery again after a restart.
 * Several instances need a shared store such as {@link RedisDeliveryStore}.
 *
 * @example
 * ```ts
 * ClerkModule.forRoot({ webhooks: { path: '/webhooks/clerk', store: new MemoryDeliveryStore({ maxEntries: 1000 }) } });
 * ```
 */
export class MemoryDeliveryStore implements WebhookDeliveryStore {
  readonly #maxEntries: number;
  readonly #now: () => number;
  /** The end of each claim. Bounded by the requests that are being handled. */
  readonly #claims = new Map<string, number>();
  readonly #done = new Set<string>();

  constructor({ maxEntries = 10_000, now = () => Date.now() }: MemoryDeliveryStoreOptions = {}) {
    this.#maxEntries = maxEntries;
    this.#now = now;
  }

  claim(id: string, ttlMs: number): WebhookDeliveryClaim {
    if (this.#done.has(id)) return 'done';
    const endsAt = this.#claims.get(id);
    if (endsAt !== undefined && endsAt > this.#now()) return 'in-progress';
    this.#claims.set(id, this.#now() + ttlMs);
    return 'new';
  }

  complete(id: string): void {
    this.#claims.delete(id);
    this.#done.add(id);
    for (const oldest of this.#done) {
      if (this.#done.size <= this.#maxEntries) return;
      this.#done.delete(oldest);
    }
  }

  release(id: string): void {
    this.#claims.delete(id);
  }

  renew(id: string, ttlMs: number): void {
    if (this.#claims.has(id)) this.#claims.set(id, this.#now() + ttlMs);
  }
}
