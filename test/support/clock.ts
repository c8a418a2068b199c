import { jest } from '@jest/globals';

/** A stopped clock that can be advanced. `jest.restoreAllMocks()` restores the real one. */
export interface StoppedClock {
  readonly now: number;
  advance(milliseconds: number): void;
  set(instant: number): void;
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;

/** Stops `Date.now()`, at a whole second by default. */
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
