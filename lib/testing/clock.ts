import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Milliseconds, or a number with a unit: `500ms`, `30s`, `2m`, `1h`, `7d`. */
export type LocalDuration = number | `${number}${'ms' | 's' | 'm' | 'h' | 'd'}`;

/**
 * The clock of a {@link LocalClerk}: tokens, sessions, invitations and webhooks follow it.
 *
 * It runs with the clock of the process, fake timers included, at the distance that it was advanced by. An application
 * with `local.keys` checks tokens and webhooks by it. One that takes its keys from environment variables, such as
 * another process, checks them by the clock of its process.
 */
export class LocalClock {
  readonly #base: () => number;
  #offset = 0;

  /** @internal */
  constructor(base: () => number) {
    this.#base = base;
  }

  /**
   * Unix time in milliseconds.
   *
   * @example
   * ```ts
   * expect(local.users.get('user_alice').createdAt).toBeLessThanOrEqual(local.clock.now());
   * ```
   */
  readonly now = (): number => this.#base() + this.#offset;

  /**
   * Moves the clock forward; a negative duration moves it back.
   *
   * @throws {@link ClerkConfigurationError} `option_invalid` for a duration that cannot be read
   * @example
   * ```ts
   * // The application has `ClerkModule.forRoot({ ...local.keys })`, or a `ClerkTestingModule`.
   * const { headers } = await local.signIn('user_alice');
   * local.clock.advance('2m');
   * expect((await fetch(`${url}/me`, { headers })).status).toBe(401); // the token has expired
   * ```
   */
  advance(duration: LocalDuration): void {
    this.#offset += milliseconds(duration);
  }

  /**
   * Sets the clock to a time, from which it continues to run.
   *
   * @param time - a date, or Unix time in milliseconds
   * @example
   * ```ts
   * local.clock.set(new Date('2030-01-01T00:00:00Z'));
   * ```
   */
  set(time: Date | number): void {
    this.#offset = Number(time) - this.#base();
  }

  /**
   * Resets the clock to the clock of the process.
   *
   * @example
   * ```ts
   * afterEach(() => local.clock.reset());
   * ```
   */
  reset(): void {
    this.#offset = 0;
  }
}

/** @throws {@link ClerkConfigurationError} `option_invalid` for a duration that cannot be read */
export function milliseconds(duration: LocalDuration): number {
  if (typeof duration === 'number' && Number.isFinite(duration)) return duration;
  const [, amount, unit = ''] = /^(-?\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(String(duration)) ?? [];
  const factor = UNITS[unit];
  if (amount === undefined || factor === undefined) {
    throw new ClerkConfigurationError(
      'option_invalid',
      `'${String(duration)}' is not a duration. Use a number of milliseconds, or a string such as '30s', '2m' or '1h'.`,
    );
  }
  return Number(amount) * factor;
}
