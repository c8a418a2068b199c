/**
 * Measures the code on the request path without sockets: the middleware, the guard and `@Auth()`, called as Nest calls
 * them. It runs in a process of its own: `node --expose-gc measured-process.ts <directory of the built package>`.
 *
 * Prints one line of JSON: for each case the CPU time and the memory that one request takes, over those of an empty
 * middleware, guard and parameter decorator.
 */
import 'reflect-metadata';
import { pathToFileURL } from 'node:url';

import { UnauthorizedException } from '@nestjs/common';

import { createInstances } from '../../conformance/clerk-instance.js';
import { median } from '../statistics.js';
import type * as NestClerk from '../../../lib/index.js';
import { CASES } from './cases.js';
import type { InProcessCase } from './cases.js';
import { cpuOfRequests, createSubject, emptySubject, handle } from './subject.js';
import type { Subject } from './subject.js';

/** What one request costs. */
export interface InProcessFigures {
  readonly case: string;
  readonly nanoseconds: number;
  readonly bytes: number;
}

const [packageDirectory, roundsText = '7', requestsText = '100000'] = process.argv.slice(2);
const rounds = Number(roundsText);
const requestsPerRound = Number(requestsText);
/** Less than the young generation holds, so that no garbage collection runs in between. */
const REQUESTS_OF_ALLOCATION = 4000;

const nestClerk = (await import(pathToFileURL(`${packageDirectory}/dist/index.js`).href)) as typeof NestClerk;
const { production: instance } = createInstances();

const { publishableKey, secretKey, jwtKey } = instance;
const subject = await createSubject(nestClerk, { publishableKey, secretKey, jwtKey });
const empty = emptySubject(subject);
const throwing: Subject = {
  ...empty,
  guard: {
    canActivate: context => {
      void empty.guard.canActivate(context);
      throw new UnauthorizedException();
    },
  },
};

const results: InProcessFigures[] = [];
for (const inProcessCase of CASES) results.push(await measureCase(inProcessCase));
console.log(JSON.stringify(results));

async function measureCase(inProcessCase: InProcessCase): Promise<InProcessFigures> {
  const base = inProcessCase.isRejected ? throwing : empty;
  const count = inProcessCase.isFirstUse ? Math.min(requestsPerRound, 2000) : requestsPerRound;
  const nanoseconds: number[] = [];
  for (let round = -1; round < rounds; round++) {
    const headers = await inProcessCase.headers(instance, count);
    const cpuOf = (measured: Subject) =>
      cpuOfRequests(measured, index => headers[index % headers.length]!, count, inProcessCase.isRejected);
    const difference = cpuOf(subject) - cpuOf(base);
    // The first round is the warm-up.
    if (round >= 0) nanoseconds.push(difference / count);
  }
  const headers = await inProcessCase.headers(instance, REQUESTS_OF_ALLOCATION);
  const bytes = allocationOf(subject, headers, inProcessCase) - allocationOf(base, headers, inProcessCase);
  return {
    case: inProcessCase.name,
    nanoseconds: median(nanoseconds),
    bytes: bytes / REQUESTS_OF_ALLOCATION,
  };
}

function allocationOf(measured: Subject, headers: object[], { isRejected }: InProcessCase): number {
  globalThis.gc!();
  const before = process.memoryUsage().heapUsed;
  for (let index = 0; index < REQUESTS_OF_ALLOCATION; index++)
    handle(measured, headers[index % headers.length]!, isRejected);
  return process.memoryUsage().heapUsed - before;
}
