import type { ClerkInstance, ClerkInstances } from '../clerk-instance.js';
import { DEFAULT_CLOCK_SKEW_IN_MS } from '../configurations.js';
import { FIRST_INSTANT } from '../clock.js';
import { Random } from '../random.js';
import type { DrawnToken } from './token.js';
import { drawSessionToken } from './token.js';

const WINDOW_IN_MS = 20_000;
const TOKENS_PER_WINDOW = 40;

/**
 * Tokens that occur in many requests, so that remembered tokens are compared too: some are issued every few seconds,
 * and expire during the run.
 */
export class TokenPool {
  private readonly tokens = new Map<string, Promise<DrawnToken>>();

  constructor(
    private readonly seed: number,
    private readonly instances: ClerkInstances,
  ) {}

  draw(random: Random, instance: ClerkInstance, now: number): Promise<DrawnToken> {
    const window = Math.floor((now - FIRST_INSTANT) / WINDOW_IN_MS) - random.integer(4);
    const key = `${instance.kid}|${window}|${random.integer(TOKENS_PER_WINDOW)}`;
    let token = this.tokens.get(key);
    if (!token) {
      const context = {
        instance,
        instant: FIRST_INSTANT + window * WINDOW_IN_MS,
        clockSkewInMs: DEFAULT_CLOCK_SKEW_IN_MS,
      };
      token = drawSessionToken(Random.from(this.seed, 'pool', key), context, this.instances);
      this.tokens.set(key, token);
    }
    return token;
  }
}
