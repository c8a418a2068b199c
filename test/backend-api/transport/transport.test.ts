import { getEventListeners } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ClerkConfigurationError } from '../../../lib/errors/clerk-configuration-error.js';
import { apiPath } from '../../../lib/backend-api/transport/path.js';
import { json, RecordingServer, text } from '../support/recording-server.js';
import { operation, rejection, SECRET_KEY, transportTo } from '../support/transport.js';

let server: RecordingServer;
beforeAll(async () => {
  server = await RecordingServer.start();
});
afterAll(() => server.close());
beforeEach(() => server.behave(json(200, { id: 'user_1' })));
afterEach(() => {
  jest.restoreAllMocks();
});

describe('request', () => {
  it('has the key, the API version and the user agent', async () => {
    const { transport } = transportTo(server.url);
    await transport.request(operation());

    const [request] = server.requests;
    expect(request).toMatchObject({ method: 'GET', path: '/v1/users/user_1', query: '', body: '' });
    expect(request?.headers).toMatchObject({
      authorization: `Bearer ${SECRET_KEY}`,
      'clerk-api-version': '2026-05-12',
      'user-agent': expect.stringMatching(/^nest-clerk\/\d+\.\d+\.\d+/),
    });
    expect(request?.headers).not.toHaveProperty('content-type');
  });

  it('uses the address, version and user agent of the options', async () => {
    const { transport } = transportTo(`${server.url}/clerk//`, { apiVersion: 'v2', userAgent: 'my-app/1' });
    await transport.request(operation());
    expect(server.requests[0]?.path).toBe('/clerk/v2/users/user_1');
    expect(server.requests[0]?.headers['user-agent']).toBe('my-app/1');
  });

  it('has no version for unversioned operations', async () => {
    const { transport } = transportTo(server.url);
    await transport.request(operation({ path: apiPath`/api_keys/verify`, unversioned: true }));
    expect(server.requests[0]?.path).toBe('/api_keys/verify');
  });

  it('keeps its host and path for any id', async () => {
    const { transport } = transportTo(server.url);
    await transport.request(operation({ path: apiPath`/users/${'a?b#c'}` }));
    await transport.request(operation({ path: apiPath`/users/${'@evil.test/x'}` }));
    expect(server.requests.map(({ path, query }) => path + query)).toEqual([
      '/v1/users/a%3Fb%23c',
      '/v1/users/%40evil.test%2Fx',
    ]);
  });

  it.each(['', '.', '..', '../x', '%2e%2e'])('is not sent for the id %p', async id => {
    const { transport } = transportTo(server.url);
    const error = await rejection(transport.request(operation({ path: apiPath`/users/${id}` })));
    expect(error).toMatchObject({ name: 'ClerkError', code: 'resource_id_invalid' });
    expect(server.requests).toHaveLength(0);
  });

  it('sends the query in wire form', async () => {
    const { transport } = transportTo(server.url);
    await transport.request(operation({ query: { banned: false, offset: 0, userId: ['a', 'b'] } }));
    expect(server.requests[0]?.query).toBe('banned=false&offset=0&user_id=a&user_id=b');
  });

  it('converts the names of a body to snake case, except in metadata', async () => {
    const { transport } = transportTo(server.url);
    const publicMetadata = { theKey: { innerKey: [{ deepKey: null }] }, snake_key: false };
    await transport.request(operation({ method: 'POST', body: { firstName: 'Ada', publicMetadata } }));

    expect(server.requests[0]?.headers['content-type']).toBe('application/json');
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual({
      first_name: 'Ada',
      public_metadata: publicMetadata,
    });
  });

  it('sends a list of objects as a list', async () => {
    const { transport } = transportTo(server.url);
    await transport.request(
      operation({ method: 'POST', body: [{ emailAddress: 'a' }, { emailAddress: 'b' }] }),
    );
    expect(server.requests[0]?.body).toBe('[{"email_address":"a"},{"email_address":"b"}]');
  });

  it('has a content type but no body if there is nothing to send', async () => {
    const { transport } = transportTo(server.url);
    await transport.request(operation({ method: 'POST', body: {} }));
    await transport.request(operation({ method: 'POST' }));
    expect(server.requests.map(({ body }) => body)).toEqual(['', '']);
    expect(server.requests.map(({ headers }) => headers['content-type'])).toEqual([
      'application/json',
      'application/json',
    ]);
  });

  it('uses the fetch of the options', async () => {
    const fetch = jest.fn<typeof globalThis.fetch>(() =>
      Promise.resolve(Response.json({ from: 'elsewhere' })),
    );
    const { transport } = transportTo('https://api.example.test', { fetch });
    await expect(transport.request(operation())).resolves.toEqual({ from: 'elsewhere' });
    expect(fetch.mock.calls[0]?.[0]).toBe('https://api.example.test/v1/users/user_1');
  });
});

describe('key of a call', () => {
  it("is that of the call's options, if present", async () => {
    const { transport } = transportTo(server.url);
    await transport.request(operation(), { secretKey: 'sk_test_other' });
    expect(server.requests[0]?.headers.authorization).toBe('Bearer sk_test_other');
  });

  it('is the machine secret key for operations on machine tokens, otherwise the secret key', async () => {
    const machine = operation({ auth: 'machine' });
    await transportTo(server.url, { machineSecretKey: 'ak_1' }).transport.request(machine);
    await transportTo(server.url).transport.request(machine);
    await transportTo(server.url, { machineSecretKey: 'ak_1' }).transport.request(operation());
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer ak_1',
      `Bearer ${SECRET_KEY}`,
      `Bearer ${SECRET_KEY}`,
    ]);
  });

  it('may have surrounding white space', async () => {
    await transportTo(server.url, { secretKey: `${SECRET_KEY}\r\n` }).transport.request(operation());
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${SECRET_KEY}`);
  });

  it.each([undefined, '', ' \n'])('is required when a call is made, not before: %p', async secretKey => {
    const { transport } = transportTo(server.url, { secretKey });
    const error = await rejection(transport.request(operation()));

    expect(error).toBeInstanceOf(ClerkConfigurationError);
    expect(error).toMatchObject({ code: 'secret_key_missing' });
    expect(error.message).toMatch(/`secretKey`.*CLERK_SECRET_KEY.*API keys page of the Clerk Dashboard/);
    expect(server.requests).toHaveLength(0);
  });

  it('has no fallback if the call passes an empty key', async () => {
    const error = await rejection(transportTo(server.url).transport.request(operation(), { secretKey: '' }));
    expect(error).toMatchObject({ code: 'secret_key_missing' });
  });

  it('is reported with the name of the machine secret key if that would also do', async () => {
    const { transport } = transportTo(server.url, { secretKey: undefined });
    const error = await rejection(transport.request(operation({ auth: 'machine' })));
    expect(error.message).toMatch(/`machineSecretKey`.*CLERK_MACHINE_SECRET_KEY.*`secretKey`/);
  });
});

describe('invalid option', () => {
  it.each([
    ['apiUrl', { apiUrl: 'api.clerk.com' }],
    ['apiUrl', { apiUrl: 'file:///etc' }],
    ['apiUrl', { apiUrl: 'https://user:pass@api.clerk.com' }],
    ['apiUrl', { apiUrl: 'https://user@api.clerk.com' }],
    ['apiUrl', { apiUrl: 'https://api.clerk.com?x=1' }],
    ['apiUrl', { apiUrl: 'https://api.clerk.com#x' }],
    ['timeoutMs', { timeoutMs: 0 }],
    ['timeoutMs', { timeoutMs: Infinity }],
    ['timeoutMs', { timeoutMs: 2 ** 31 }],
    ['retries', { retries: -1 }],
    ['retries', { retries: 1.5 }],
  ])('is named in the error: %s in %p', async (name, options) => {
    const request = async () => transportTo(server.url, options).transport.request(operation());
    const error = await rejection(request());
    expect(error).toBeInstanceOf(ClerkConfigurationError);
    expect(error).toMatchObject({ code: 'option_invalid', message: expect.stringContaining(`\`${name}\``) });
    expect(error.message).not.toContain('pass@');
    expect(server.requests).toHaveLength(0);
  });
});

describe('response', () => {
  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON;charset=UTF-8',
    'application/vnd.clerk+json',
    ' application/problem+json ; a=b',
  ])('is parsed as JSON with the content type %p', async contentType => {
    server.behave(text(200, '{"first_name":"Ada"}', { 'content-type': contentType }));
    await expect(transportTo(server.url).transport.request(operation())).resolves.toEqual({
      first_name: 'Ada',
    });
  });

  it.each([
    [204, ''],
    [200, ''],
  ])('with status %d and the body %p is undefined', async (status, body) => {
    server.behave(text(status, body));
    await expect(transportTo(server.url).transport.request(operation())).resolves.toBeUndefined();
  });

  it('is converted by the operation', async () => {
    const decode = (received: unknown) => (received as { id: string }).id;
    await expect(transportTo(server.url).transport.request(operation({ decode }))).resolves.toBe('user_1');
  });
});

describe('after a call', () => {
  it('no timer and no listener remain', async () => {
    const setTimeout = jest.spyOn(globalThis, 'setTimeout');
    const clearTimeout = jest.spyOn(globalThis, 'clearTimeout');
    const controller = new AbortController();
    const { transport } = transportTo(server.url);

    await transport.request(operation(), { timeoutMs: 54_321, signal: controller.signal });
    server.behave(json(404, {}));
    await rejection(transport.request(operation(), { timeoutMs: 54_321, signal: controller.signal }));

    const timers = setTimeout.mock.results.filter((_, call) => setTimeout.mock.calls[call]?.[1] === 54_321);
    expect(timers).toHaveLength(2);
    for (const { value } of timers) {
      expect((value as NodeJS.Timeout).hasRef()).toBe(false);
      expect(clearTimeout).toHaveBeenCalledWith(value as NodeJS.Timeout);
    }
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  });
});
