import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { PAGE_LOAD, redirectTarget } from '../../../support/browser.js';
import { setEnvironment } from '../../../support/environment.js';
import { closeFrontendApis, frontendApi } from '../../../support/frontend-api.js';
import type { FrontendApi } from '../../../support/frontend-api.js';
import { startNestApp } from '../../../support/nest-app.js';
import { PRODUCTION_KEYS, startProxied } from '../../../support/proxied-app.js';
import { closeApps } from '../../../support/running-app.js';

beforeAll(() => setEnvironment({}));
afterEach(async () => {
  await closeApps();
  await closeFrontendApis();
});

describe('`enabled`', () => {
  it('false passes the path to the application', async () => {
    const api = await frontendApi();
    const app = await startProxied(api, { enabled: false });

    expect((await app.get('/__clerk/v1/client')).json).toMatchObject({ tokenType: 'session_token' });
    expect(api.requests).toEqual([]);
  });

  it('as a function receives the public URL', async () => {
    const api = await frontendApi();
    const urls: string[] = [];
    const enabled = (url: URL) => {
      urls.push(url.href);
      return url.hostname === 'proxied.example';
    };
    const app = await startProxied(api, { enabled });
    const at = (host: string) =>
      app.get('/__clerk/v1/client?a=1', { 'x-forwarded-host': host, 'x-forwarded-proto': 'https' });

    expect((await at('proxied.example')).json).toEqual({});
    expect((await at('other.example')).json).toMatchObject({ tokenType: 'session_token' });
    expect(urls[0]).toBe('https://proxied.example/__clerk/v1/client?a=1');
    expect(api.requests).toHaveLength(1);
  });

  it('as a function that throws fails the request only', async () => {
    const api = await frontendApi();
    const app = await startProxied(api, {
      enabled: () => {
        throw new Error('thrown');
      },
    });

    expect(await app.get('/__clerk/v1/client')).toMatchObject({ status: 500 });
  });
});

it('`path` changes the path of the proxy', async () => {
  const api = await frontendApi();
  const app = await startProxied(api, { path: '/auth/clerk/' });

  await app.get('/auth/clerk/v1/client', { host: 'app.example' });
  await app.get('/__clerk/v1/client');

  expect(api.requests).toHaveLength(1);
  expect(api.requests[0]).toMatchObject({
    url: '/v1/client',
    headers: { 'clerk-proxy-url': 'http://app.example/auth/clerk' },
  });
});

it('`path: "/"` means the default path', async () => {
  const api = await frontendApi();
  const app = await startProxied(api, { path: '/' });

  await app.get('/__clerk/v1/client');
  expect((await app.get('/v1/client')).json).toMatchObject({ tokenType: 'session_token' });

  expect(api.requests).toMatchObject([{ url: '/v1/client' }]);
});

it('CLERK_FAPI_URL is the default of `fapiUrl`', async () => {
  const api = await frontendApi();
  process.env['CLERK_FAPI_URL'] = api.url;
  try {
    const app = await startNestApp({ ...PRODUCTION_KEYS, frontendApiProxy: { enabled: true } });
    expect(await app.get('/__clerk/v1/client')).toMatchObject({ status: 200 });
  } finally {
    delete process.env['CLERK_FAPI_URL'];
  }
  expect(api.requests).toHaveLength(1);
});

it('the proxy uses a custom `fetch`', async () => {
  const calls: { url: string; headers: Headers; body: string }[] = [];
  const app = await startNestApp({
    ...PRODUCTION_KEYS,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      calls.push({ url: request.url, headers: request.headers, body: await request.text() });
      return new Response('{"a":1}', {
        status: 201,
        headers: [
          ['set-cookie', 'a=1'],
          ['set-cookie', 'b=2'],
        ],
      });
    },
    frontendApiProxy: { enabled: true },
  });

  const { status, json, headers } = await app.request('/__clerk/v1/x', { method: 'POST', body: 'body' });

  expect({ status, json, cookies: headers['set-cookie'] }).toEqual({
    status: 201,
    json: { a: 1 },
    cookies: ['a=1', 'b=2'],
  });
  expect(calls).toMatchObject([{ url: 'https://frontend-api.clerk.dev/v1/x', body: 'body' }]);
  expect(calls[0]!.headers.get('clerk-secret-key')).toBe(PRODUCTION_KEYS.secretKey);
});

it('the keys of a tenant are sent to the Frontend API of that tenant', async () => {
  const [apiA, apiB] = [await frontendApi(), await frontendApi()];
  const other = await LocalClerk.create({ instanceType: 'production', frontendApi: 'clerk.other.example' });
  const tenants: Record<string, ClerkModuleOptions> = {
    'a.example': { ...PRODUCTION_KEYS, frontendApiProxy: { enabled: true, fapiUrl: apiA.url } },
    'b.example': {
      secretKey: other.secretKey,
      publishableKey: other.publishableKey,
      frontendApiProxy: { enabled: true, fapiUrl: apiB.url },
    },
  };
  const app = await startNestApp({ requestOptions: request => tenants[request.headers.host ?? ''] });

  await app.get('/__clerk/v1/client', { host: 'a.example' });
  await app.get('/__clerk/v1/client', { host: 'b.example' });

  const secretsAt = (api: FrontendApi) => api.requests.map(({ headers }) => headers['clerk-secret-key']);
  expect(secretsAt(apiA)).toEqual([PRODUCTION_KEYS.secretKey]);
  expect(secretsAt(apiB)).toEqual([other.secretKey]);
});

describe('handshake redirects to', () => {
  async function handshakeAt(options: ClerkModuleOptions, host = 'app.example') {
    const app = await startNestApp({ ...PRODUCTION_KEYS, ...options });
    const { headers } = await app.get('/page', {
      ...PAGE_LOAD,
      host,
      'x-forwarded-proto': 'https',
      cookie: '__client_uat=1',
    });
    return redirectTarget(headers.location).address;
  }

  it.each<[string, ClerkModuleOptions, string]>([
    ['the proxy', { frontendApiProxy: { enabled: true } }, 'https://app.example/__clerk'],
    [
      'the proxy at its path',
      { frontendApiProxy: { enabled: true, path: '/auth/' } },
      'https://app.example/auth',
    ],
    [
      '`proxyUrl` first',
      { frontendApiProxy: { enabled: true }, proxyUrl: 'https://p.example' },
      'https://p.example',
    ],
    [
      'the Frontend API with a disabled proxy',
      { frontendApiProxy: { enabled: false } },
      'https://clerk.example.com',
    ],
    [
      'the proxy if a function enables it',
      { frontendApiProxy: { enabled: url => url.hostname === 'app.example' } },
      'https://app.example/__clerk',
    ],
    [
      'the Frontend API if a function disables it',
      { frontendApiProxy: { enabled: url => url.hostname !== 'app.example' } },
      'https://clerk.example.com',
    ],
  ])('%s', async (_what, options, url) => {
    expect(await handshakeAt(options)).toBe(`${url}/v1/client/handshake`);
  });

  it('the proxy and not to CLERK_PROXY_URL', async () => {
    setEnvironment({ CLERK_PROXY_URL: 'https://environment.example' });
    try {
      expect(await handshakeAt({ frontendApiProxy: { enabled: true } })).toBe(
        'https://app.example/__clerk/v1/client/handshake',
      );
      expect(await handshakeAt({ frontendApiProxy: { enabled: () => false } })).toBe(
        'https://environment.example/v1/client/handshake',
      );
    } finally {
      setEnvironment({});
    }
  });
});

describe('start of the application fails', () => {
  it.each([
    ['a `path` without a slash at its start', { path: '__clerk' }],
    ['a `path` with a query', { path: '/__clerk?a' }],
    ['a `path` with dot segments', { path: '/a/../__clerk' }],
    ['a `path` with an empty segment', { path: '//__clerk' }],
    ['an `enabled` of another type', { enabled: 'yes' as unknown as boolean }],
    ['a `timeoutMs` of 0', { timeoutMs: 0 }],
    ['credentials in the Frontend API’s URL', { fapiUrl: 'https://user:hunter2@frontend-api.clerk.dev' }],
    ['a query in the Frontend API’s URL', { fapiUrl: 'https://frontend-api.clerk.dev?token=hunter2' }],
    ['a fragment in the Frontend API’s URL', { fapiUrl: 'https://frontend-api.clerk.dev#hunter2' }],
    ['a Frontend API that is not HTTP', { fapiUrl: 'ftp://frontend-api.clerk.dev' }],
    ['a Frontend API without a URL', { fapiUrl: 'hunter2' }],
  ])('with %s', async (_what, options) => {
    const started = startNestApp({ ...PRODUCTION_KEYS, frontendApiProxy: { enabled: true, ...options } });

    await expect(started).rejects.toMatchObject({ name: 'ClerkConfigurationError', code: 'option_invalid' });
    await expect(started).rejects.not.toThrow(/hunter2/);
  });
});
