import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { TokenVerificationError } from '../../lib/errors/token-verification-error.js';
import { createRemoteCalls } from '../../lib/backend-api/remote-calls.js';
import { json, RecordingServer, reset, text } from './support/recording-server.js';
import { API_KEY, JWKS, M2M_TOKEN, OAUTH_TOKEN } from './support/samples.js';
import { rejection, transportTo } from './support/transport.js';

let server: RecordingServer;
beforeAll(async () => {
  server = await RecordingServer.start();
});
afterAll(() => server.close());

const calls = () => createRemoteCalls(transportTo(server.url).transport);

describe('fetchJwks', () => {
  it('retries once, immediately, if there was no response', async () => {
    server.behave(reset, json(200, JWKS));
    await expect(calls().fetchJwks()).resolves.toEqual(JWKS);
    server.behave(reset, reset, json(200, JWKS));
    await expect(calls().fetchJwks()).rejects.toMatchObject({ status: 0 });
  });

  it('does not retry after a response, because requests may be waiting', async () => {
    server.behave(text(503, '', { 'retry-after': '30' }), json(200, JWKS));
    await expect(calls().fetchJwks()).rejects.toMatchObject({ status: 503, retryAfter: 30 });
  });

  it('ends an attempt after three seconds', async () => {
    const setTimeout = jest.spyOn(globalThis, 'setTimeout');
    server.behave(json(200, JWKS));
    await calls().fetchJwks();
    const times = setTimeout.mock.calls.map(([, ms]) => ms);
    setTimeout.mockRestore();
    expect(times).toContain(3000);
    expect(times).not.toContain(10_000);
  });

  it('ignores keys that no token can name', async () => {
    server.behave(json(200, { keys: [{ kty: 'RSA' }, null, ...JWKS.keys, { kid: 7 }] }));
    await expect(calls().fetchJwks()).resolves.toEqual(JWKS);
  });

  it.each([[{}], [[]], [{ keys: 'x' }], [null]])('rejects %j as a key set', async body => {
    server.behave(json(200, body));
    await expect(calls().fetchJwks()).rejects.toMatchObject({
      status: 200,
      errors: [{ code: 'unexpected_error' }],
    });
  });
});

describe('refreshSession', () => {
  const params = {
    expired_token: 'a',
    refresh_token: 'b',
    request_origin: 'https://x.test',
    format: 'cookie' as const,
  };

  it('sends suffixed_cookies=false for cookies without a suffix', async () => {
    server.behave(json(200, { cookies: [] }));
    await calls().refreshSession('sess_1', { ...params, suffixed_cookies: false });
    expect(server.requests[0]).toMatchObject({
      path: '/v1/sessions/sess_1/refresh',
      query: 'suffixed_cookies=false',
    });
    expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual(params);
  });

  it.each(['', '..', 'sess_1/../../users'])(
    'rejects the session id %p before any request',
    async sessionId => {
      server.behave(json(200, { cookies: [] }));
      await expect(calls().refreshSession(sessionId, params)).rejects.toMatchObject({
        code: 'resource_id_invalid',
      });
      expect(server.requests).toHaveLength(0);
    },
  );

  it('returns no cookies if the API sends none', async () => {
    server.behave(json(200, { cookies: null }));
    await expect(calls().refreshSession('sess_1', params)).resolves.toEqual({ cookies: [] });
  });
});

describe('verification of a machine token', () => {
  it.each([
    ['verifyApiKey', API_KEY],
    ['verifyM2MToken', M2M_TOKEN],
    ['verifyOAuthToken', OAUTH_TOKEN],
  ] as const)('rejects a response without an owner: %s', async (call, token) => {
    for (const field of ['id', 'subject']) {
      server.behave(json(200, { ...token, [field]: undefined }));
      await expect(calls()[call]('secret')).rejects.toMatchObject({
        name: 'ClerkAPIResponseError',
        status: 200,
      });
    }
  });

  it("rejects with the status of the API's response", async () => {
    server.behave(json(404, { errors: [{ code: 'resource_not_found', message: 'not found' }] }));
    await expect(calls().verifyApiKey('ak_secret')).rejects.toMatchObject({ status: 404 });
  });

  it('uses the secret key if there is no machine secret key', async () => {
    server.behave(json(200, M2M_TOKEN));
    await calls().verifyM2MToken('mt_secret');
    expect(server.requests[0]?.headers.authorization).toMatch(/^Bearer sk_test_/);
  });
});

describe('verification of an OAuth access token', () => {
  async function verdict(aud: unknown, audience?: string | string[]) {
    server.behave(json(200, { ...OAUTH_TOKEN, aud }));
    return calls().verifyOAuthToken('oat_secret', { audience });
  }

  it.each([
    [['a', 'b'], 'b'],
    [['a'], ['x', 'a']],
    ['a', 'a'],
    [undefined, undefined],
    [['a'], []],
    [['a'], ''],
  ])('accepts the token audience %j if %j is expected', async (aud, audience) => {
    await expect(verdict(aud, audience)).resolves.toMatchObject({ id: 'oat_1' });
  });

  it.each([
    [['a'], 'b'],
    [undefined, 'a'],
    [null, 'a'],
    [[], 'a'],
    [['a', ''], 'a'],
    [['a', 7], 'a'],
    ['', 'a'],
  ])('rejects the token audience %j if %j is expected', async (aud, audience) => {
    const error = await rejection(verdict(aud, audience));
    expect(error).toBeInstanceOf(TokenVerificationError);
    expect(error).toMatchObject({ reason: 'token-verification-failed' });
  });

  it('returns the chain of actors with its standard fields only', async () => {
    const { act } = await verdict(undefined);
    expect(act).toEqual({ sub: 'a1', iss: 'i', act: { sub: 'a2' } });
  });

  it.each([null, 'a1', {}, { sub: 7 }])('returns no actor if the API sends %j', async act => {
    server.behave(json(200, { ...OAUTH_TOKEN, act }));
    expect((await calls().verifyOAuthToken('oat_secret')).act).toBeUndefined();
  });

  it('rejects an expired token although the status is 200', async () => {
    server.behave(json(200, { active: false }));
    await expect(calls().verifyOAuthToken('jwt')).rejects.toMatchObject({ reason: 'token-expired' });
  });
});
