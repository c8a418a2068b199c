import { Random } from './random.js';

/** When the run begins, for every program in this process: 1 June 2026, 12:00 UTC. */
export const FIRST_INSTANT = Date.UTC(2026, 5, 1, 12);

/** How many requests are sent at the same frozen instant, concurrently. */
export const REQUESTS_PER_INSTANT = 48;

/** The instant at which the request of this number is sent; never earlier than the ones before it. */
export function instantOf(seed: number, caseNumber: number): number {
  const second = Math.floor(caseNumber / REQUESTS_PER_INSTANT);
  return FIRST_INSTANT + second * 1000 + Random.from(seed, 'instant', second).pick([0, 0, 1, 499, 500, 999]);
}

/** Stops the clock that `Date.now()` reads, for both implementations and everything else in this process. */
export function freezeClock(instant: number): void {
  Date.now = () => instant;
}
