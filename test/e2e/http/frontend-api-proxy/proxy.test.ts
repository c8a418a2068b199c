import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ClerkModule } from 'nest-clerk';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { PAGE_LOAD, redirectTarget } from '../../../support/browser.js';
import { setEnvironment } from '../../../support/environment.js';
import { closeFrontendApis, frontendApi } from '../../../support/frontend-api.js';
import type { FrontendApi } from '../../../support/frontend-api.js';
import { closeApps, startNest } from '../../../support/running-app.js';
import { startNestApp } from '../../../support/nest-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ instanceType: 'production', frontendApi: 'clerk.example.com' });
});
afterEach(async () => {
  await closeApps();
  await closeFrontendApis();
});

function keys(): ClerkModuleOptions {
  const { secretKey, publishableKey } = local;
  return { secretKey, publishableKey };
}

function start(api: FrontendApi, options: ClerkModuleOptions['frontendApiProxy'] | object = {}) {
  return startNestApp({
    ...keys(),
    frontendApiProxy: { enabled: true, fapiUrl: api.url, ...options },
  });
}

describe('request to the proxy path', () => {
  it('reaches the Frontend API with its method, path, query, headers and body', async () => {
    const api = await frontendApi();
    const app = await start(api);

    const { status, json } = await app.request('/__clerk/v1/client/sign_ins?_method=PATCH&a=%20b', {
      method: 'POST',
      headers: {
        host: 'app.example',
        cookie: '__client=1',
        authorization: 'Bearer token',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'identifier=a%40example.com',
    });

    expect({ status, json }).toEqual({ status: 200, json: {} });
    expect(api.requests).toHaveLength(1);
    expect(api.requests[0]).toMatchObject({
      method: 'POST',
      url: '/v1/client/sign_ins?_method=PATCH&a=%20b',
      body: 'identifier=a%40example.com',
      headers: { cookie: '__client=1', authorization: 'Bearer token', host: api.host },
    });
  });

  it.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])(
    'is proxied with the method %s',
    async method => {
      const api = await frontendApi();
      const app = await start(api);

      expect(await app.request('/__clerk/v1/x', { method })).toMatchObject({ status: 200 });
      expect(api.requests).toMatchObject([{ method, url: '/v1/x' }]);
    },
  );

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'GET'])(
    'forwards the body of %s, with and without a length',
    async method => {
      const api = await frontendApi();
      const app = await start(api);

      await app.request('/__clerk/v1/x', { method, headers: { 'content-length': 4 }, body: 'body' });
      await app.request('/__clerk/v1/x', {
        method,
        headers: { 'transfer-encoding': 'chunked' },
        body: 'body',
      });

      expect(api.requests.map(({ body }) => body)).toEqual(['body', 'body']);
    },
  );

  it('keeps a body that the body parser would reject or change', async () => {
    const api = await frontendApi();
    const app = await start(api);
    const headers = { 'content-type': 'application/json' };

    await app.request('/__clerk/v1/x', { method: 'POST', headers, body: '{"broken":' });
    await app.request('/__clerk/v1/x', { method: 'POST', headers, body: ' { "a" : 1.0 } ' });

    expect(api.requests.map(({ body }) => body)).toEqual(['{"broken":', ' { "a" : 1.0 } ']);
  });

  it('is proxied independent of the global prefix', async () => {
    const api = await frontendApi();
    const app = await startNest({
      imports: [ClerkModule.forRoot({ ...keys(), frontendApiProxy: { enabled: true, fapiUrl: api.url } })],
      configure: nest => nest.setGlobalPrefix('api'),
    });

    expect(await app.get('/__clerk')).toMatchObject({ status: 200 });
    expect(await app.get('/api/__clerk')).toMatchObject({ status: 404 });
    expect(api.requests).toMatchObject([{ url: '/' }]);
  });

  it.each([
    ['/__clerk', '/'],
    ['/__clerk/', '/'],
    ['/__clerk?a=1', '/?a=1'],
    ['/__clerk//x', '//x'],
    ['/__clerk/a/../b', '/b'],
    ['/other/../__clerk/b', '/b'],
    ['/__clerk/%41%2Fb', '/%41%2Fb'],
  ])('%s is %s at the Frontend API', async (target, url) => {
    const api = await frontendApi();
    const app = await start(api);

    await app.get(target);

    expect(api.requests).toMatchObject([{ url }]);
  });

  it("appends its path to the path of the Frontend API's URL", async () => {
    const api = await frontendApi();
    const app = await start(api, { fapiUrl: `${api.url}/base/` });

    await app.get('/__clerk/v1/client');

    expect(api.requests).toMatchObject([{ url: '/base/v1/client' }]);
  });

  it.each([
    '/__clerkish/v1',
    '/__clerk@evil.example/',
    '/api/__clerk',
    '/__clerk/../api',
    '//evil.example/__clerk/v1',
    '/\\evil.example/__clerk/v1',
    '/__CLERK/v1',
  ])('%s reaches the application', async target => {
    const api = await frontendApi();
    const app = await start(api);

    expect((await app.get(target)).json).toMatchObject({ tokenType: 'session_token' });
    expect(api.requests).toEqual([]);
  });
});

describe('headers to the Frontend API', () => {
  async function headersAt(headers: Record<string, string | string[]>) {
    const api = await frontendApi();
    const app = await start(api);
    await app.get('/__clerk/v1/client', { host: 'app.example', ...headers });
    return api.requests[0]!.headers;
  }

  it("contain the proxy's URL, the secret key and the client's address", async () => {
    expect(await headersAt({ 'x-forwarded-for': '192.0.2.1, 10.0.0.1' })).toMatchObject({
      'clerk-proxy-url': 'http://app.example/__clerk',
      'clerk-secret-key': local.secretKey,
      'accept-encoding': 'identity',
      'x-forwarded-for': '192.0.2.1',
      'x-forwarded-host': 'app.example',
      'x-forwarded-proto': 'http',
    });
  });

  it.each([
    [{ 'x-forwarded-proto': 'https', 'x-forwarded-host': 'www.example' }, 'https://www.example/__clerk'],
    [{ 'x-forwarded-proto': 'https,http', 'x-forwarded-host': 'a.example, b' }, 'https://a.example/__clerk'],
    [{ 'x-forwarded-proto': 'https' }, 'https://app.example/__clerk'],
    [{ 'x-forwarded-host': 'www.example:8443' }, 'http://www.example:8443/__clerk'],
    [{ 'x-forwarded-proto': 'javascript' }, 'http://app.example/__clerk'],
    [{ 'x-forwarded-host': 'user@evil.example' }, 'http://app.example/__clerk'],
    [{ 'x-forwarded-host': 'evil.example/path?' }, 'http://app.example/__clerk'],
  ])('with %j have the proxy URL %s', async (headers, url) => {
    expect((await headersAt(headers))['clerk-proxy-url']).toBe(url);
  });

  it.each([
    [
      { 'cf-connecting-ip': '192.0.2.1', 'x-real-ip': '192.0.2.2', 'x-forwarded-for': '192.0.2.3' },
      '192.0.2.1',
    ],
    [{ 'x-real-ip': '192.0.2.2', 'x-forwarded-for': '192.0.2.3' }, '192.0.2.2'],
    [{}, undefined],
  ])('with %j have the client address %s', async (headers, address) => {
    expect((await headersAt(headers))['x-forwarded-for']).toBe(address);
  });

  it('contain no hop-by-hop headers of the client', async () => {
    const sent = await headersAt({
      connection: 'close, X-Private, Cookie',
      'keep-alive': 'timeout=1',
      'proxy-authorization': 'Basic x',
      'proxy-connection': 'keep-alive',
      te: 'trailers',
      upgrade: 'h2c',
      'x-private': '1',
      cookie: 'a=1',
      'x-kept': '1',
    });

    for (const name of ['keep-alive', 'proxy-authorization', 'proxy-connection', 'te', 'upgrade'])
      expect(sent).not.toHaveProperty([name]);
    expect(sent).not.toHaveProperty('x-private');
    expect(sent).not.toHaveProperty('cookie');
    expect(sent).toMatchObject({ 'x-kept': '1' });
  });

  it('keep our secret key, whatever the client sends', async () => {
    const sent = await headersAt({
      'clerk-secret-key': 'sk_live_theirs',
      'clerk-proxy-url': 'https://evil.example',
      connection: 'Clerk-Secret-Key, Clerk-Proxy-Url, Host, X-Forwarded-For',
    });

    expect(sent).toMatchObject({
      'clerk-secret-key': local.secretKey,
      'clerk-proxy-url': 'http://app.example/__clerk',
    });
  });

  it('frame a body whose length the client hides with `Connection`', async () => {
    const api = await frontendApi();
    const app = await start(api);

    await app.request('/__clerk/v1/x', {
      method: 'DELETE',
      headers: { 'content-length': 4, connection: 'content-length' },
      body: 'GET ',
    });

    expect(api.requests).toMatchObject([{ method: 'DELETE', body: 'GET ' }]);
  });
});

describe('response of the proxy', () => {
  it('has the status, the headers, every cookie and the body of the Frontend API', async () => {
    const api = await frontendApi((_request, response) => {
      response.writeHead(422, {
        'set-cookie': ['__client=1; HttpOnly', '__client_uat=2', '__session=3'],
        'clerk-trace-id': 'trace',
        'cache-control': 'no-store',
        'content-type': 'application/json',
      });
      response.end('{"errors":[]}');
    });
    const app = await start(api);

    const { status, headers, text } = await app.get('/__clerk/v1/client');

    expect({ status, text }).toEqual({ status: 422, text: '{"errors":[]}' });
    expect(headers).toMatchObject({
      'set-cookie': ['__client=1; HttpOnly', '__client_uat=2', '__session=3'],
      'clerk-trace-id': 'trace',
      'cache-control': 'no-store',
      'content-type': 'application/json',
    });
  });

  it.each([
    ['/v1/x?a=1#b', 'https://app.example/__clerk/v1/x?a=1#b'],
    ['v1/x', 'https://app.example/__clerk/v1/x'],
    ['https://accounts.example/x', 'https://accounts.example/x'],
    ['//evil.example/x', '//evil.example/x'],
    ['http://[', 'http://['],
  ])('redirects to %s become redirects to %s', async (location, expected) => {
    const api = await frontendApi((_request, response) => response.writeHead(307, { location }).end());
    const app = await start(api);

    const { status, headers } = await app.get('/__clerk/v1/x', {
      host: 'app.example',
      'x-forwarded-proto': 'https',
    });

    expect({ status, location: headers.location }).toEqual({ status: 307, location: expected });
  });

  it("redirects to the Frontend API's host become redirects to the proxy", async () => {
    const api: FrontendApi = await frontendApi((_request, response) =>
      response.writeHead(302, { location: `${api.url}/v1/oauth?code=1` }).end(),
    );
    const app = await start(api);

    const { headers } = await app.get('/__clerk/v1/x', { host: 'app.example' });

    expect(headers.location).toBe('http://app.example/__clerk/v1/oauth?code=1');
  });

  it('contains no hop-by-hop headers of the Frontend API', async () => {
    const api = await frontendApi((_request, response) => {
      response.writeHead(200, {
        connection: 'close, x-private',
        'x-private': '1',
        'proxy-authenticate': 'Basic',
      });
      response.end('{}');
    });
    const app = await start(api);

    const { headers } = await app.get('/__clerk/v1/x');

    expect(headers).not.toHaveProperty('x-private');
    expect(headers).not.toHaveProperty('proxy-authenticate');
  });

  it.each([204, 304])('has no body with the status %s', async status => {
    const api = await frontendApi((_request, response) => response.writeHead(status, { etag: '"1"' }).end());
    const app = await start(api);

    expect(await app.get('/__clerk/v1/x')).toMatchObject({ status, text: '', headers: { etag: '"1"' } });
  });

  it('to HEAD has the Content-Length of GET', async () => {
    const api = await frontendApi((_request, response) =>
      response.writeHead(200, { 'content-length': 100_000 }).end(),
    );
    const app = await start(api);

    const answer = await app.request('/__clerk/npm/clerk.js', { method: 'HEAD' });

    expect(answer).toMatchObject({ status: 200, text: '', headers: { 'content-length': '100000' } });
  });

  it('is streamed as it arrives', async () => {
    let sendTheRest = () => {};
    const api = await frontendApi((_request, response) => {
      response.write('first');
      sendTheRest = () => response.end(' second');
    });
    const app = await start(api);

    const response = await fetch(`http://127.0.0.1:${app.port}/__clerk/v1/x`);
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toBe('first');
    sendTheRest();
    expect((await reader.read()).value).toBe(' second');
  });
});

describe('`enabled`', () => {
  it('false passes the path to the application', async () => {
    const api = await frontendApi();
    const app = await start(api, { enabled: false });

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
    const app = await start(api, { enabled });
    const at = (host: string) =>
      app.get('/__clerk/v1/client?a=1', { 'x-forwarded-host': host, 'x-forwarded-proto': 'https' });

    expect((await at('proxied.example')).json).toEqual({});
    expect((await at('other.example')).json).toMatchObject({ tokenType: 'session_token' });
    expect(urls[0]).toBe('https://proxied.example/__clerk/v1/client?a=1');
    expect(api.requests).toHaveLength(1);
  });

  it('as a function that throws fails the request only', async () => {
    const api = await frontendApi();
    const app = await start(api, {
      enabled: () => {
        throw new Error('thrown');
      },
    });

    expect(await app.get('/__clerk/v1/client')).toMatchObject({ status: 500 });
  });
});

it('`path` changes the path of the proxy', async () => {
  const api = await frontendApi();
  const app = await start(api, { path: '/auth/clerk/' });

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
  const app = await start(api, { path: '/' });

  await app.get('/__clerk/v1/client');
  expect((await app.get('/v1/client')).json).toMatchObject({ tokenType: 'session_token' });

  expect(api.requests).toMatchObject([{ url: '/v1/client' }]);
});

it('CLERK_FAPI_URL is the default of `fapiUrl`', async () => {
  const api = await frontendApi();
  process.env['CLERK_FAPI_URL'] = api.url;
  try {
    const app = await startNestApp({ ...keys(), frontendApiProxy: { enabled: true } });
    expect(await app.get('/__clerk/v1/client')).toMatchObject({ status: 200 });
  } finally {
    delete process.env['CLERK_FAPI_URL'];
  }
  expect(api.requests).toHaveLength(1);
});

it('the proxy uses a custom `fetch`', async () => {
  const calls: { url: string; headers: Headers; body: string }[] = [];
  const app = await startNestApp({
    ...keys(),
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
  expect(calls[0]!.headers.get('clerk-secret-key')).toBe(local.secretKey);
});

it('the keys of a tenant are sent to the Frontend API of that tenant', async () => {
  const [apiA, apiB] = [await frontendApi(), await frontendApi()];
  const other = await LocalClerk.create({ instanceType: 'production', frontendApi: 'clerk.other.example' });
  const tenants: Record<string, ClerkModuleOptions> = {
    'a.example': { ...keys(), frontendApiProxy: { enabled: true, fapiUrl: apiA.url } },
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
  expect(secretsAt(apiA)).toEqual([local.secretKey]);
  expect(secretsAt(apiB)).toEqual([other.secretKey]);
});

describe('handshake redirects to', () => {
  async function handshakeAt(options: ClerkModuleOptions, host = 'app.example') {
    const app = await startNestApp({ ...keys(), ...options });
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
    const started = startNestApp({ ...keys(), frontendApiProxy: { enabled: true, ...options } });

    await expect(started).rejects.toMatchObject({ name: 'ClerkConfigurationError', code: 'option_invalid' });
    await expect(started).rejects.not.toThrow(/hunter2/);
  });
});
