import type { UnverifiedClaims } from '../tokens/jwt.js';

/** So many expired tokens in a row, each of its own, make a pattern. */
const TOKENS = 5;
/** Clients use a session token during the minute that it is valid, so that is how much a wrong clock's delays differ. */
const MAX_SPREAD_SECONDS = 60;

/**
 * Recognizes a clock that is ahead by the expired tokens: different tokens that all arrive about the same time after they
 * were issued. A client that comes back after a while sends one old token, of any age.
 */
export class ExpiryPattern {
  readonly #last: { readonly iat: number; readonly delay: number }[] = [];

  /**
   * Adds the verified claims of an expired token.
   *
   * @returns the average delay in seconds, if there is a pattern
   */
  add({ iat }: UnverifiedClaims): number | undefined {
    if (typeof iat !== 'number' || this.#last.some(token => token.iat === iat)) return undefined;
    this.#last.push({ iat, delay: Date.now() / 1000 - iat });
    if (this.#last.length > TOKENS) this.#last.shift();
    if (this.#last.length < TOKENS) return undefined;
    const delays = this.#last.map(({ delay }) => delay);
    if (Math.max(...delays) - Math.min(...delays) > MAX_SPREAD_SECONDS) return undefined;
    return Math.round(delays.reduce((sum, delay) => sum + delay, 0) / TOKENS);
  }
}
