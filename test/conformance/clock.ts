import { Random } from './random.js';

/** The time at which the run begins, for every program in this process: 1 June 2026, 12:00 UTC. */
export const FIRST_INSTANT = Date.UTC(2026, 5, 1, 12);

/** The number of concurrent requests at the same frozen time. */
export const REQUESTS_PER_INSTANT = 48;

/** The time at which the request of this number is sent; never earlier than that of the ones before it. */
export function instantOf(seed: number, caseNumber: number): number {
  const second = Math.floor(caseNumber / REQUESTS_PER_INSTANT);
  return FIRST_INSTANT + second * 1000 + Random.from(seed, 'instant', second).pick([0, 0, 1, 499, 500, 999]);
}

/** Stops `Date.now()`, for both implementations and everything else in this process. */
export function freezeClock(instant: number): void {
  Date.now = () => instant;
}
