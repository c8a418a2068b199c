import { randomLettersAndDigits } from '../random.js';

/** What is fetched once with the nonce that was given out for it. */
export class OneTimePayloads<T> {
  readonly #payloads = new Map<string, T>();

  /** @returns the nonce */
  put(payload: T): string {
    const nonce = randomLettersAndDigits(32);
    this.#payloads.set(nonce, payload);
    return nonce;
  }

  /** @returns `undefined` for a nonce that was never given out or has been used */
  take(nonce: string): T | undefined {
    const payload = this.#payloads.get(nonce);
    this.#payloads.delete(nonce);
    return payload;
  }
}
