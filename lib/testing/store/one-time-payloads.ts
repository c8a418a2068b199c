import { randomLettersAndDigits } from '../random.js';
import { Collection } from './collection.js';
import type { CollectionContext, LocalRecord } from './collection.js';

/** A payload that can be fetched by its id. */
export interface OneTimePayload<T> extends LocalRecord {
  readonly payload: T;
}

/** Payloads that can be fetched once, by the nonce of each. */
export class OneTimePayloads<T> {
  readonly #payloads: Collection<OneTimePayload<T>>;

  constructor(context: CollectionContext, name: string) {
    this.#payloads = new Collection(context, {
      name,
      kind: 'payload',
      newId: () => randomLettersAndDigits(32),
    });
  }

  /** @returns the nonce */
  put(payload: T): string {
    return this.#payloads.add({ payload }).id;
  }

  /** @returns `undefined` for an unknown or used nonce */
  take(nonce: string): T | undefined {
    return this.#payloads.has(nonce) ? this.#payloads.delete(nonce).payload : undefined;
  }
}
