import { expect, it } from '@jest/globals';

import {
  ApplicationClosedError,
  ApplicationLifetime,
  LIFETIME_OF_PROCESS,
  OpenCalls,
} from '../../../lib/backend-api/transport/open-calls.js';

/** A call that ends only with its signal. */
const unanswered = (signal: AbortSignal) =>
  new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });

/** Runs a call. @returns how it has ended; `open` while it has not */
function watch(calls: OpenCalls): () => string {
  let state = 'open';
  calls.run(unanswered).catch((error: unknown) => {
    state = error instanceof ApplicationClosedError ? 'aborted' : 'failed';
  });
  return () => state;
}

const settled = () => new Promise(resolve => setImmediate(resolve));

it('an open call is aborted when its application ends', async () => {
  const calls = new OpenCalls();
  const application = new ApplicationLifetime();
  calls.usedBy(application);
  const state = watch(calls);

  application.end();
  await settled();

  expect(state()).toBe('aborted');
});

it('an open call of two applications is aborted when the last of them ends', async () => {
  const calls = new OpenCalls();
  const applications = [new ApplicationLifetime(), new ApplicationLifetime()] as const;
  for (const application of applications) calls.usedBy(application);
  const state = watch(calls);

  applications[1].end();
  await settled();
  expect(state()).toBe('open');
  applications[0].end();
  await settled();
  expect(state()).toBe('aborted');
});

it('an open call of another instance, or of an application that does not end, is not aborted', async () => {
  const [own, shared, other] = [new OpenCalls(), new OpenCalls(), new OpenCalls()];
  const application = new ApplicationLifetime();
  own.usedBy(application);
  shared.usedBy(application);
  shared.usedBy(LIFETIME_OF_PROCESS);
  other.usedBy(new ApplicationLifetime());
  const states = [own, shared, other].map(watch);

  application.end();
  await settled();

  expect(states.map(state => state())).toEqual(['aborted', 'open', 'open']);
});

it('a call after the end of an application runs, and ends with the next application', async () => {
  const calls = new OpenCalls();
  const [first, second] = [new ApplicationLifetime(), new ApplicationLifetime()];
  calls.usedBy(first);
  first.end();
  calls.usedBy(second);
  const state = watch(calls);

  await settled();
  expect(state()).toBe('open');
  second.end();
  await settled();
  expect(state()).toBe('aborted');
});

it('a call returns its result', async () => {
  const calls = new OpenCalls();
  calls.usedBy(new ApplicationLifetime());

  expect(await calls.run(() => Promise.resolve('result'))).toBe('result');
});
