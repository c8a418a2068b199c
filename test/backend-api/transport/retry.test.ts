import { getEventListeners } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { HttpMethod } from '../../../lib/backend-api/transport/operation.js';
import { wait } from '../../../lib/backend-api/transport/retry.js';
import {
  type Behaviour,
  json,
  RecordingServer,
  reset,
  silence,
  text,
  truncate,
} from '../support/recording-server.js';
import { operation, rejection, transportTo } from '../support/transport.js';

let server: RecordingServer;
beforeAll(async () => {
  server = await RecordingServer.start();
});
afterAll(() => server.close());
afterEach(() => {
  jest.restoreAllMocks();
});

const fine = json(200, { id: 'user_1' });

describe('retry', () => {
  it.each<[string, Behaviour]>([
    ['429', text(429, '')],
    ['502', text(502, '<html>', { 'content-type': 'text/html' })],
    ['503', json(503, {})],
    ['504', text(504, '')],
    ['a broken connection', reset],
    ['an incomplete response', truncate],
  ])('succeeds after %s', async (_, trouble) => {
    server.behave(trouble, trouble, fine);
    const { transport, waits } = transportTo(server.url);
    await expect(transport.request(operation())).resolves.toEqual({ id: 'user_1' });
    expect(server.requests).toHaveLength(3);
    expect(waits).toHaveLength(2);
  });

  it('follows a timeout', async () => {
    server.behave(silence, fine);
    const { transport } = transportTo(server.url, { timeoutMs: 50 });
    await expect(transport.request(operation())).resolves.toEqual({ id: 'user_1' });
  });

  it('sends the same request again', async () => {
    server.behave(text(429, ''), fine);
    await transportTo(server.url).transport.request(
      operation({ method: 'POST', body: { firstName: 'Ada' } }),
    );
    const [first, second] = server.requests;
    expect(second).toEqual(first);
  });

  it('ends after two more attempts', async () => {
    server.behave(json(503, { errors: [{ code: 'busy', message: 'busy' }] }));
    const error = await rejection(transportTo(server.url).transport.request(operation()));
    expect(error).toMatchObject({ status: 503, errors: [{ code: 'busy' }] });
    expect(server.requests).toHaveLength(3);
  });

  it.each([0, 1, 4])('follows as often as the options say: %d', async retries => {
    server.behave(text(503, ''));
    await rejection(transportTo(server.url, { retries }).transport.request(operation()));
    expect(server.requests).toHaveLength(retries + 1);

    server.behave(text(503, ''));
    await rejection(transportTo(server.url).transport.request(operation(), { retries }));
    expect(server.requests).toHaveLength(retries + 1);
  });
});

describe('number of attempts', () => {
  it.each<[HttpMethod, number, number]>([
    ['GET', 503, 3],
    ['PUT', 503, 3],
    ['DELETE', 503, 3],
    ['POST', 503, 1],
    ['PATCH', 503, 1],
    ['POST', 429, 3],
    ['PATCH', 429, 3],
    ['GET', 500, 1],
    ['GET', 404, 1],
    ['GET', 401, 1],
    ['GET', 302, 1],
  ])('for %s answered with %d is %d', async (method, status, times) => {
    server.behave(text(status, ''));
    await rejection(transportTo(server.url).transport.request(operation({ method })));
    expect(server.requests).toHaveLength(times);
  });

  it('is one for a POST whose connection breaks, since the API may have processed it', async () => {
    server.behave(reset);
    await rejection(transportTo(server.url).transport.request(operation({ method: 'POST' })));
    expect(server.requests).toHaveLength(1);
  });

  it('is one for a successful response with an unusable body', async () => {
    server.behave(text(200, '{', { 'content-type': 'application/json' }));
    await rejection(transportTo(server.url).transport.request(operation()));
    expect(server.requests).toHaveLength(1);
  });
});

describe('time between attempts', () => {
  async function waitsAfter(behaviour: Behaviour, random: number) {
    jest.spyOn(Math, 'random').mockReturnValue(random);
    server.behave(behaviour);
    const { transport, waits } = transportTo(server.url, { retries: 3 });
    await rejection(transport.request(operation()));
    return waits;
  }

  it('doubles, and half of it is random', async () => {
    await expect(waitsAfter(text(503, ''), 0)).resolves.toEqual([250, 500, 1000]);
    await expect(waitsAfter(text(503, ''), 1)).resolves.toEqual([500, 1000, 2000]);
  });

  it.each([429, 503])('is the seconds of Retry-After plus jitter: %d', async status => {
    await expect(waitsAfter(text(status, '', { 'retry-after': '2' }), 0)).resolves.toEqual([
      2250, 2500, 3000,
    ]);
  });

  it('is the date of Retry-After', async () => {
    jest.spyOn(Date, 'now').mockReturnValue(1_800_000_000_000);
    const retryAfter = new Date(1_800_000_005_000).toUTCString();
    await expect(waitsAfter(text(429, '', { 'retry-after': retryAfter }), 0)).resolves.toEqual([
      5250, 5500, 6000,
    ]);
  });

  it('is not waited for if Retry-After exceeds 30 seconds: the call fails', async () => {
    server.behave(text(429, '', { 'retry-after': '31' }));
    const { transport, waits } = transportTo(server.url);
    const error = await rejection(transport.request(operation()));
    expect(error).toMatchObject({ status: 429, retryAfter: 31 });
    expect(waits).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });

  it('never exceeds 30 seconds', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(1);
    server.behave(text(503, ''));
    const { transport, waits } = transportTo(server.url, { retries: 9 });
    await rejection(transport.request(operation()));
    expect(Math.max(...waits)).toBe(30_000);
  });
});

describe('wait()', () => {
  it('resolves after the time and keeps the process alive', async () => {
    const setTimeout = jest.spyOn(globalThis, 'setTimeout');
    const waiting = wait(1, undefined);
    expect((setTimeout.mock.results.at(-1)?.value as NodeJS.Timeout).hasRef()).toBe(true);
    await waiting;
  });

  it('ends immediately if the signal is or gets aborted', async () => {
    const controller = new AbortController();
    const waiting = wait(1_000_000, controller.signal);
    controller.abort();
    await waiting;
    await wait(1_000_000, controller.signal);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  });
});
