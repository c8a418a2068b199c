import type { Explanation, FaultInjection } from './faults.js';
import type { Answer } from './http.js';

/** More are repetitions. */
const MAX_FAILURES = 50;
/** The default of `clockSkewInMs`. */
const CLOCK_SKEW_MS = 5_000;
/** The claims are in whole seconds. */
const CLAIM_PRECISION_MS = 1_000;

/** Judges what the callers of one application observe, and counts it. */
export class Observations {
  /** Exchanges by kind. */
  readonly counts = new Map<string, number>();
  /** Exchanges by kind, without those that only a fault explains. */
  readonly asExpected = new Map<string, number>();
  /** Exchanges that only a fault explains, by fault. */
  readonly explained = new Map<string, number>();
  readonly failures: string[] = [];

  constructor(
    private readonly name: string,
    private readonly faults: FaultInjection,
  ) {}

  /**
   * Judges the response to a session token by the token's claims and the clock of the application: whatever Clerk's clock
   * said when the token was issued, an expired one must be rejected and a valid one accepted.
   *
   * @param began - when the request was sent, Unix time in milliseconds
   */
  sessionToken(kind: string, user: string, token: string, answer: Answer, began: number): void {
    const { exp, nbf, iat } = claimsOf(token);
    const ended = Date.now();
    const isValid = Math.max(nbf, iat) <= began && ended < exp;
    const isInvalid =
      began >= exp + CLOCK_SKEW_MS + CLAIM_PRECISION_MS ||
      ended < Math.max(nbf, iat) - CLOCK_SKEW_MS - CLAIM_PRECISION_MS;
    if (isValid) this.signedIn(kind, user, answer, began, ['key rotation']);
    else if (isInvalid) this.signedOut(`${kind} that is not valid now`, answer);
    else this.count(`${kind} within the clock tolerance`);
  }

  /** The caller must be signed in as the user. @param explanations - the faults that explain another response */
  signedIn(
    kind: string,
    user: string,
    { status, body }: Answer,
    began: number,
    explanations: readonly Explanation[],
  ): void {
    if (status === 200 && body.includes(`"${user}"`)) return this.count(kind);
    if (status === 200) return this.fail(`${kind}: signed in as another user than ${user}: ${body}`);
    this.unexpected(kind, `${status} ${body.slice(0, 200)} for a valid one`, began, explanations);
  }

  /** The caller must not be signed in; 503 if it could not be verified. */
  signedOut(kind: string, { status, body }: Answer): void {
    if (status === 200) return this.fail(`${kind}: signed in, ${body}`);
    if (status >= 500 && status !== 503) return this.fail(`${kind}: ${status} ${body.slice(0, 200)}`);
    this.count(kind);
  }

  /** Something that only one of the faults explains, if it held at some moment since then. */
  unexpected(kind: string, what: string, began: number, explanations: readonly Explanation[]): void {
    const fault = explanations.find(explanation => this.faults.explains(explanation, began));
    if (fault === undefined) return this.fail(`${kind}: ${what}`);
    increment(this.counts, kind);
    increment(this.explained, `${kind} by ${fault}`);
  }

  /** An exchange with the expected response. */
  count(kind: string): void {
    increment(this.counts, kind);
    increment(this.asExpected, kind);
  }

  fail(what: string): void {
    if (this.failures.length < MAX_FAILURES) this.failures.push(`${this.name}: ${what}`);
  }
}

/** The times of a token's claims, in milliseconds. */
function claimsOf(token: string): { exp: number; nbf: number; iat: number } {
  const payload = token.split('.')[1] ?? '';
  const { exp, nbf, iat } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<
    'exp' | 'nbf' | 'iat',
    number
  >;
  return { exp: exp * 1000, nbf: nbf * 1000, iat: iat * 1000 };
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
