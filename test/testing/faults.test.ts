import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createClerkClient } from '@clerk/backend';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';

let local: LocalClerk;
let server: LocalClerkServer | undefined;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});

afterEach(async () => {
  local.reset();
  await server?.close();
  server = undefined;
});

const getUser = (init?: RequestInit) =>
  local.fetch('https://api.clerk.com/v1/users/user_alice', {
    headers: { authorization: `Bearer ${local.secretKey}` },
    ...init,
  });

describe('fault with a status', () => {
  it('answers the operation for the requested number of times', async () => {
    local.fail('GetUser', { status: 503, times: 2 });

    const statuses = [(await getUser()).status, (await getUser()).status, (await getUser()).status];

    expect(statuses).toEqual([503, 503, 200]);
    expect(local.requests.map(({ status }) => status)).toEqual([503, 503, 200]);
  });

  it("has the form of Clerk's errors and the header Retry-After", async () => {
    local.fail('GetUser', { status: 429, retryAfter: 7 });

    const response = await getUser();

    expect(response.headers.get('retry-after')).toBe('7');
    expect(await response.json()).toMatchObject({
      errors: [{ code: 'too_many_requests' }],
      clerk_trace_id: expect.any(String),
    });
  });

  it('does not affect other operations', async () => {
    local.fail('GetUserList', { status: 500 });

    expect((await getUser()).status).toBe(200);
  });

  it('is chosen by path and method', async () => {
    local.fail({ path: /^\/v1\/users\//, method: 'DELETE' }, { status: 500 });
    expect((await getUser()).status).toBe(200);

    local.fail({ path: '/v1/users/user_alice' }, { status: 502 });
    expect((await getUser()).status).toBe(502);
  });

  it.each([
    ['path', 'GetUser', { user_id: 'user_alice' }, '/users/user_alice', undefined],
    ['query', 'GetUserList', { query: 'alice' }, '/users?query=alice', undefined],
    ['body', 'verifyApiKey', { secret: 'ak_1' }, '/api_keys/verify', { secret: 'ak_1' }],
  ])('is chosen by a parameter in the %s', async (_place, operation, parameters, path, body) => {
    const send = async () => {
      const answer = await local.fetch(`https://api.clerk.com/v1${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { authorization: `Bearer ${local.secretKey}`, 'content-type': 'application/json' },
        body: body && JSON.stringify(body),
      });
      return answer.status;
    };
    const [name = ''] = Object.keys(parameters);
    local.fail({ operation, parameters: { [name]: 'another' } }, { status: 503 });
    expect(await send()).not.toBe(503);

    local.fail({ operation, parameters }, { status: 503, times: 1 });
    expect(await send()).toBe(503);
    expect(await send()).not.toBe(503);
  });

  it('for every request ends when its function is called', async () => {
    const stop = local.fail('*', { status: 500 });
    expect((await getUser()).status).toBe(500);

    stop();

    expect((await getUser()).status).toBe(200);
  });
});

describe('fault with a broken connection', () => {
  it('rejects a fetch in the process with the error of undici', async () => {
    local.fail('GetUser', { connection: 'reset', times: 1 });

    await expect(getUser()).rejects.toMatchObject({ name: 'TypeError', cause: { code: 'ECONNRESET' } });
    expect((await getUser()).status).toBe(200);
  });

  it('resets the connection to a listening server', async () => {
    server = await local.listen();
    local.fail('GetUser', { connection: 'reset' });

    await expect(fetch(`${server.url}/v1/users/user_alice`)).rejects.toMatchObject({
      cause: { code: expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/) },
    });
  });

  it('without a response ends with the signal of the caller, in the process and over HTTP', async () => {
    server = await local.listen();
    local.fail('GetUser', { connection: 'hang' });

    await expect(getUser({ signal: AbortSignal.timeout(20) })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
    await expect(
      fetch(`${server.url}/v1/users/user_alice`, { signal: AbortSignal.timeout(20) }),
    ).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('without a response ends with the signal of the caller after a garbage collection', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    local.fail('GetUser', { connection: 'hang' });
    const controller = new AbortController();

    const call = getUser({ signal: controller.signal });
    await new Promise(resolve => setImmediate(resolve));
    collectGarbage();
    controller.abort();

    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('fault with a delay', () => {
  it('delays the usual response, by the current timers', async () => {
    jest.useFakeTimers();
    try {
      local.fail('GetUser', { delay: '2s' });
      let status: number | undefined;
      const answered = getUser().then(response => (status = response.status));

      await jest.advanceTimersByTimeAsync(1999);
      expect(status).toBeUndefined();
      await jest.advanceTimersByTimeAsync(1);
      await answered;

      expect(status).toBe(200);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('fault without effect', () => {
  it.each([[{}], [{ status: 200 }], [{ status: 503, times: 0 }], [{ delay: 'soon' as '1s' }]])(
    'is rejected: %j',
    fault => {
      expect(() => local.fail('GetUser', fault)).toThrow(expect.objectContaining({ code: 'option_invalid' }));
    },
  );
});

describe('handler of local.answer()', () => {
  it("replaces LocalClerk's response for validated parameters, until it is removed", async () => {
    const stop = local.answer('GetUserList', ({ query }) => ({
      body: [{ id: 'user_of_the_test', limit: query.limit }],
      headers: { 'x-test': 'yes' },
    }));
    const list = (search: string) =>
      local.fetch(`https://api.clerk.com/v1/users${search}`, {
        headers: { authorization: `Bearer ${local.secretKey}` },
      });

    const response = await list('?limit=3');

    expect(response.headers.get('x-test')).toBe('yes');
    expect(await response.json()).toEqual([{ id: 'user_of_the_test', limit: 3 }]);
    expect((await list('?limit=0')).status).toBe(422);
    stop();
    expect(await (await list('')).json()).toMatchObject([{ id: 'user_alice' }]);
  });

  it('that returns nothing leaves the call to LocalClerk', async () => {
    local.answer('GetUser', ({ path }) => (path.userId === 'user_bob' ? { status: 410 } : undefined));

    expect((await getUser()).status).toBe(200);
  });

  it('answers an operation that LocalClerk does not support', async () => {
    local.answer('GetPublicInterstitial', () => ({ body: '<html></html>' }));
    const { secretKey } = local;

    const response = await local.fetch('https://api.clerk.com/v1/public/interstitial', {
      headers: { authorization: `Bearer ${secretKey}` },
    });

    expect(response.status).toBe(200);
  });

  it('is rejected for an unknown operation', () => {
    expect(() => local.answer('GetShoeSize' as 'GetUser', () => undefined)).toThrow(
      expect.objectContaining({ code: 'option_invalid' }),
    );
  });
});

it('@clerk/backend receives a fault as an error of the API', async () => {
  server = await local.listen();
  const clerk = createClerkClient({ secretKey: local.secretKey, apiUrl: server.url });
  local.fail('GetUser', { status: 429, retryAfter: 3, times: 1 });

  await expect(clerk.users.getUser('user_alice')).rejects.toMatchObject({ status: 429, retryAfter: 3 });
  await expect(clerk.users.getUser('user_alice')).resolves.toMatchObject({ id: 'user_alice' });
});
