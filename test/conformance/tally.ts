import type { Answer } from './answer.js';
import { isSignedIn, reasonOf } from './answer.js';
import type { DrawnCase } from './draw/case.js';
import type { Space } from './spaces.js';

/** Fewer draws than this do not reach every reason. */
const SMALLEST_MEANINGFUL_RUN = 2000;

/** A run must have seen this many kinds of surroundings. */
const SURROUNDINGS = 6;

/** Counts the results of a run, and decides whether they are sufficient. */
export class Tally {
  readonly requests = new Map<string, number>();
  readonly reasons = new Map<string, number>();
  readonly statuses = new Map<string, number>();
  /** How often a request was surrounded by what must make no difference. */
  readonly surroundings = new Map<string, number>();
  private answered = 0;
  private signedIn = 0;

  record({ configuration, surroundings }: DrawnCase, reference: Answer): void {
    const { http2, foreignAuth, hasEarlierMiddleware } = surroundings;
    if (http2) increment(this.surroundings, `HTTP/2, :scheme ${http2}`);
    if (foreignAuth) increment(this.surroundings, `req.auth of another library ${foreignAuth.slice(0, -2)}`);
    if (hasEarlierMiddleware) increment(this.surroundings, 'an earlier middleware');
    increment(this.requests, configuration.name);
    increment(this.statuses, String(reference.status));
    const reason = reasonOf(reference);
    if (reason) increment(this.reasons, reason);
    if (!reference.echo) return;
    this.answered++;
    if (isSignedIn(reference)) this.signedIn++;
  }

  get signedInShare(): number {
    return this.answered === 0 ? 0 : this.signedIn / this.answered;
  }

  /**
   * The reasons why the run is degenerate, if it is.
   *
   * @param unreachable - the reasons that this Backend API does not cause
   */
  shortcomings(space: Space, unreachable: readonly string[]): string[] {
    const total = [...this.requests.values()].reduce((sum, count) => sum + count, 0);
    if (total < SMALLEST_MEANINGFUL_RUN) return [];
    const least = Math.max(2, Math.floor(total / 2500));
    const missing = space.expectedReasons
      .filter(reason => !unreachable.includes(reason) && (this.reasons.get(reason) ?? 0) < least)
      .map(
        reason =>
          `reason ${reason} was seen ${this.reasons.get(reason) ?? 0} times, at least ${least} are needed`,
      );
    if (this.surroundings.size < SURROUNDINGS) {
      missing.push(`only ${this.surroundings.size} of ${SURROUNDINGS} kinds of surroundings were seen`);
    }
    const share = this.signedInShare;
    if (share < 0.2 || share > 0.7)
      missing.push(`${(share * 100).toFixed(0)} % were signed in, 20 to 70 are needed`);
    return missing;
  }
}

export function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Lines of a count and its key, the largest first. */
export function table(counts: Map<string, number>): string[] {
  return [...counts]
    .sort(([, left], [, right]) => right - left)
    .map(([key, count]) => `${String(count).padStart(8)}  ${key}`);
}
