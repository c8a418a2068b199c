import { randomLettersAndDigits } from '../random.js';
import { Collection } from './collection.js';
import type { CollectionContext, LocalRecord } from './collection.js';

/** Something that waits to be fetched with its id. */
export interface OneTimePayload<T> extends LocalRecord {
  readonly payload: T;
}

/** Payloads that are fetched once, with the nonce under which each was stored. */
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

  /** @returns `undefined` for an unknown nonce, or one that was used before */
  take(nonce: string): T | undefined {
    return this.#payloads.has(nonce) ? this.#payloads.delete(nonce).payload : undefined;
  }
}
