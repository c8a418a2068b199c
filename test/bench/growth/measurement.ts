import type * as NestClerk from '../../../lib/index.js';
import { cpuOfRequests, emptySubject, handle } from '../in-process/subject.js';
import type { Subject } from '../in-process/subject.js';
import { spreadOf } from '../statistics.js';
import type { Spread } from '../statistics.js';

/** Requests of one measurement, at least; all tokens are used at least once. */
const REQUESTS = 20_000;

/** A request with a Bearer token. Its header becomes a new string for each use, as Node makes one for each request. */
export class BearerRequest {
  readonly #authorization: Buffer;

  constructor(
    token: string,
    private readonly host = 'shop.example',
  ) {
    this.#authorization = Buffer.from(`Bearer ${token}`);
  }

  headers(): object {
    return { host: this.host, authorization: this.#authorization.toString('latin1') };
  }
}

/** Measures the request path of a built package without sockets. */
export class Measurement {
  /**
   * @param nestClerk - the package
   * @param rounds - the number of measurements after the warm-up
   */
  constructor(
    readonly nestClerk: typeof NestClerk,
    private readonly rounds: number,
  ) {}

  /** The CPU time of a request above an empty one, in microseconds. The warm-up sends each request. */
  cpuAbove(subject: Subject, requests: readonly BearerRequest[]): Spread {
    const empty = emptySubject(subject);
    const count = Math.max(REQUESTS, requests.length);
    const headersOf = (index: number) => requests[index % requests.length]!.headers();
    const microseconds: number[] = [];
    for (let round = -1; round < this.rounds; round++) {
      const difference =
        cpuOfRequests(subject, headersOf, count, false) - cpuOfRequests(empty, headersOf, count, false);
      // The first round is the warm-up.
      if (round >= 0) microseconds.push(difference / count / 1000);
    }
    return spreadOf(microseconds);
  }

  /** Sends each request once. */
  sendOnce(subject: Subject, requests: readonly BearerRequest[]): void {
    for (const request of requests) handle(subject, request.headers(), false);
  }
}

/** The bytes of the heap after a garbage collection; the program runs with `--expose-gc`. */
export function heapUsed(): number {
  globalThis.gc!();
  globalThis.gc!();
  return process.memoryUsage().heapUsed;
}
