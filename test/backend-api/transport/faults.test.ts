import { getEventListeners } from 'node:events';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ClerkAPIResponseError } from '../../../lib/errors/clerk-api-response-error.js';
import { apiPath } from '../../../lib/backend-api/transport/path.js';
import { User } from '../../../lib/backend-api/models/user.js';
import { wait } from '../../../lib/backend-api/transport/retry.js';
import {
  type Behaviour,
  json,
  RecordingServer,
  reset,
  silence,
  stall,
  text,
  truncate,
} from '../support/recording-server.js';
import { operation, rejection, transportTo } from '../support/transport.js';

let server: RecordingServer;
beforeAll(async () => {
  server = await RecordingServer.start();
});
afterAll(() => server.close());

async function failureOf(behaviour: Behaviour, overrides: Parameters<typeof operation>[0] = {}) {
  server.behave(behaviour);
  const { transport } = transportTo(server.url, { retries: 0 });
  const error = await rejection(transport.request(operation(overrides)));
  expect(error).toBeInstanceOf(ClerkAPIResponseError);
  expect(error.message).toContain('GetUser (GET /users/{id})');
  return error as ClerkAPIResponseError;
}

describe('error of the API', () => {
  const notFound = {
    errors: [
      {
        code: 'resource_not_found',
        message: 'not found',
        long_message: 'No user was found with that id.',
        meta: { param_name: 'user_id', email_addresses: ['a@b.test'], zxcvbn: { inner_key: 1 } },
      },
      { code: 'second', message: 'another' },
    ],
    clerk_trace_id: 'trace_1',
  };

  it('has every field of the response', async () => {
    const error = await failureOf(json(404, notFound, { 'cf-ray': 'ray_1' }));
    expect(error).toMatchObject({ name: 'ClerkAPIResponseError', status: 404, clerkTraceId: 'trace_1' });
    expect(error.message).toBe(
      'GetUser (GET /users/{id}) failed with status 404 Not Found: No user was found with that id. (resource_not_found)',
    );
    expect(error.errors).toEqual([
      {
        code: 'resource_not_found',
        message: 'not found',
        longMessage: 'No user was found with that id.',
        meta: { paramName: 'user_id', emailAddresses: ['a@b.test'], zxcvbn: { inner_key: 1 } },
      },
      { code: 'second', message: 'another', longMessage: undefined, meta: {} },
    ]);
  });

  it('is read with any parameters of the media type', async () => {
    const error = await failureOf(json(422, notFound, { 'content-type': 'application/json; charset=utf-8' }));
    expect(error.errors[0]?.code).toBe('resource_not_found');
  });

  it('has the trace id of the edge if the API sends none', async () => {
    expect((await failureOf(json(500, {}, { 'cf-ray': 'ray_1' }))).clerkTraceId).toBe('ray_1');
    expect((await failureOf(json(500, {}))).clerkTraceId).toBeUndefined();
  });

  it.each([
    ['seconds', '7', 7],
    ['a date in the future', new Date(1_800_000_030_000).toUTCString(), 30],
    ['a date in the past', new Date(1_700_000_000_000).toUTCString(), 0],
    ['nonsense', 'soon', undefined],
    ['a negative number', '-5', undefined],
  ])('has the seconds of Retry-After: %s', async (_, header, seconds) => {
    const now = jest.spyOn(Date, 'now').mockReturnValue(1_800_000_000_000);
    const error = await failureOf(json(429, {}, { 'retry-after': header }));
    now.mockRestore();
    expect(error.retryAfter).toBe(seconds);
  });

  it.each<[string, Behaviour, string]>([
    [
      'an HTML page',
      text(502, '<html>Bad gateway</html>', { 'content-type': 'text/html; charset=utf-8' }),
      'text/html',
    ],
    ['plain text without a type', text(500, 'oops'), 'of no media type'],
    ['an empty body', text(503, ''), 'empty'],
    ['an empty body that claims to be JSON', text(500, '', { 'content-type': 'application/json' }), 'empty'],
    ['JSON without errors', json(500, { message: 'x' }), 'no reason'],
    ['JSON that is null', json(500, null), 'no reason'],
    ['errors that are not a list', json(500, { errors: 'x' }), 'no reason'],
    ['errors without objects', json(500, { errors: [null, 1] }), 'no reason'],
  ])('has a useful message for %s', async (_, behaviour, words) => {
    const error = await failureOf(behaviour);
    expect(error.message).toContain(words);
    expect(error.status).toBeGreaterThanOrEqual(500);
    expect(error.message).toMatch(/failed with status 50[0-9] [A-Z]/);
    expect(error.errors).toEqual([]);
  });

  it('has a useful message for entries with missing fields', async () => {
    const error = await failureOf(json(400, { errors: [{}, { meta: 'x' }] }));
    expect(error.errors).toEqual([
      { code: 'unexpected_error', message: 'the API gave no reason', longMessage: undefined, meta: {} },
      { code: 'unexpected_error', message: 'the API gave no reason', longMessage: undefined, meta: {} },
    ]);
  });

  it('reports invalid JSON without quoting it', async () => {
    const error = await failureOf(text(500, '{"email":"ada@x.test"', { 'content-type': 'application/json' }));
    expect(error).toMatchObject({ status: 500, errors: [{ code: 'unexpected_error' }] });
    expect(error.message).toContain('not valid JSON');
    expect(error.message).not.toContain('ada@x.test');
  });

  it('has a name for a status without a reason phrase', async () => {
    const error = await failureOf(response => response.writeHead(503, '').end());
    expect(error.message).toContain('503 Service Unavailable');
  });
});

describe('redirect', () => {
  it.each([301, 302, 307, 308])('with status %d is an error and is not followed', async status => {
    const elsewhere = await RecordingServer.start();
    elsewhere.behave(json(200, { id: 'evil' }));
    const error = await failureOf(text(status, '', { location: `${elsewhere.url}/v1/users/user_1` }));
    expect(error.status).toBe(status);
    expect(error.message).toContain('redirects are not followed');
    expect(elsewhere.requests).toHaveLength(0);
    await elsewhere.close();
  });
});

describe('successful status with an unusable body', () => {
  it.each<[string, Behaviour, string]>([
    ['an HTML page', text(200, '<html>', { 'content-type': 'text/html' }), 'text/html'],
    ['invalid JSON', text(200, '{"id":', { 'content-type': 'application/json' }), 'not valid JSON'],
    ['nothing', text(200, ''), 'empty'],
    ['no content', text(204, ''), 'empty'],
    ['another shape', json(200, ['user']), 'shape'],
    ['null', json(200, null), 'shape'],
    ['text', json(200, 'user'), 'shape'],
    ['a field of another shape', json(200, { id: 'user_1', email_addresses: 'x' }), 'shape'],
  ])('is an error: %s', async (_, behaviour, words) => {
    const error = await failureOf(behaviour, { decode: User.fromJSON });
    expect(error.message).toContain(words);
    expect(error.errors).toEqual([expect.objectContaining({ code: 'unexpected_error' })]);
    expect(error.status).toBeLessThan(300);
  });
});

describe('request without a response', () => {
  it.each<[string, Behaviour, RegExp]>([
    ['a broken connection', reset, /got no answer: connection (reset|closed)/],
    ['an incomplete response', truncate, /got no answer: connection closed early \(UND_ERR_SOCKET\)/],
  ])('is an error with status 0: %s', async (_, behaviour, words) => {
    const error = await failureOf(behaviour);
    expect(error).toMatchObject({
      status: 0,
      errors: [{ code: 'unexpected_error', message: error.message }],
    });
    expect(error.message).toMatch(words);
    expect(error.cause).toMatchObject({ name: 'TypeError', cause: { code: expect.any(String) } });
  });

  it('names the cause ECONNREFUSED', async () => {
    const gone = await RecordingServer.start();
    const { transport } = transportTo(gone.url, { retries: 0 });
    await gone.close();
    const error = await rejection(transport.request(operation()));
    expect(error.message).toContain('got no answer: connection refused (ECONNREFUSED)');
    expect(error).toMatchObject({ status: 0, cause: { cause: { code: 'ECONNREFUSED' } } });
  });

  it.each<[string, Behaviour]>([
    ['a server that does not respond', silence],
    ['a body that does not end', stall],
  ])('ends after the time limit of one attempt: %s', async (_, behaviour) => {
    server.behave(behaviour);
    const { transport } = transportTo(server.url, { retries: 0, timeoutMs: 30 });
    const error = await rejection(transport.request(operation()));
    expect(error).toMatchObject({ status: 0, errors: [{ code: 'unexpected_error' }] });
    expect(error.message).toContain('timed out after 30 ms');
    expect(error.cause).toBeInstanceOf(Error);
  });

  it('ends after the time limit if a custom fetch ignores the signal', async () => {
    const { transport } = transportTo(server.url, { retries: 0, fetch: () => new Promise(() => {}) });
    const error = await rejection(transport.request(operation(), { timeoutMs: 10 }));
    expect(error.message).toContain('timed out after 10 ms');
  });

  it.each([
    ['an error', new Error('no route')],
    ['text', 'no route'],
    ['an object that is not an error', { message: 'no route', code: 'constructor' }],
  ])('is an error if a custom fetch throws %s', async (_, thrown) => {
    const fetch = () => {
      throw thrown;
    };
    const error = await rejection(
      transportTo(server.url, { retries: 0, fetch }).transport.request(operation()),
    );
    expect(error).toMatchObject({ status: 0, cause: { message: 'no route' } });
    expect(error.message).toContain('got no answer: no route');
  });

  it('is an error if a custom fetch throws undefined', async () => {
    const fetch = () => Promise.reject<Response>(undefined);
    const error = await rejection(
      transportTo(server.url, { retries: 0, fetch }).transport.request(operation()),
    );
    expect(error.message).toContain('unknown network error');
  });

  it('ends at a circular chain of causes', async () => {
    const tail: Error & { cause?: unknown } = new Error('loop');
    tail.cause = tail;
    const fetch = () => Promise.reject<Response>(tail);
    const error = await rejection(
      transportTo(server.url, { retries: 0, fetch }).transport.request(operation()),
    );
    expect(error.message).toContain('loop');
  });
});

describe('abort signal of the caller', () => {
  it('before the call: no request is sent', async () => {
    server.behave(json(200, {}));
    const reason = new Error('the visitor left');
    const error = await rejection(
      transportTo(server.url).transport.request(operation(), { signal: AbortSignal.abort(reason) }),
    );
    expect(error).toMatchObject({ status: 0, cause: reason });
    expect(error.message).toContain('aborted by the caller');
    expect(server.requests).toHaveLength(0);
  });

  it('during an attempt: no further attempt follows', async () => {
    const controller = new AbortController();
    server.behave(() => controller.abort());
    const { transport, waits } = transportTo(server.url);
    const error = await rejection(transport.request(operation(), { signal: controller.signal }));
    expect(error.message).toContain('aborted by the caller');
    expect(server.requests).toHaveLength(1);
    expect(waits).toEqual([]);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  });

  it('between two attempts: the wait ends', async () => {
    const controller = new AbortController();
    server.behave(json(429, {}, { 'retry-after': '30' }));
    const abortWhileWaiting: typeof wait = (ms, signal) => {
      const waiting = wait(ms, signal);
      controller.abort();
      return waiting;
    };
    const { transport } = transportTo(server.url, { wait: abortWhileWaiting });
    const error = await rejection(transport.request(operation(), { signal: controller.signal }));

    expect(error.message).toContain('aborted by the caller');
    expect(server.requests).toHaveLength(1);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  });
});

it('an invalid id is rejected before any request', async () => {
  server.behave(reset);
  await rejection(transportTo(server.url).transport.request(operation({ path: apiPath`/users/${'..'}` })));
  expect(server.requests).toHaveLength(0);
});
