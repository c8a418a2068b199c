import { jest } from '@jest/globals';

/** A clock that stands still until it is moved. `jest.restoreAllMocks()` gives the real one back. */
export interface StoppedClock {
  readonly now: number;
  advance(milliseconds: number): void;
  set(instant: number): void;
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;

/** Stops what `Date.now()` reads, at a whole second unless said otherwise. */
export function stopClock(instant = Date.UTC(2026, 5, 1, 12)): StoppedClock {
  let now = instant;
  jest.spyOn(Date, 'now').mockImplementation(() => now);
  return {
    get now() {
      return now;
    },
    advance: milliseconds => {
      now += milliseconds;
    },
    set: newInstant => {
      now = newInstant;
    },
  };
}
