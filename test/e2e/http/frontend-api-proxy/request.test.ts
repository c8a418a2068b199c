import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ClerkModule } from 'nest-clerk';

import { setEnvironment } from '../../../support/environment.js';
import { closeFrontendApis, frontendApi } from '../../../support/frontend-api.js';
import { PRODUCTION_KEYS, startProxied } from '../../../support/proxied-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';

beforeAll(() => setEnvironment({}));
afterEach(async () => {
  await closeApps();
  await closeFrontendApis();
});

describe('request to the proxy path', () => {
  it('reaches the Frontend API with its method, path, query, headers and body', async () => {
    const api = await frontendApi();
    const app = await startProxied(api);

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
      const app = await startProxied(api);

      expect(await app.request('/__clerk/v1/x', { method })).toMatchObject({ status: 200 });
      expect(api.requests).toMatchObject([{ method, url: '/v1/x' }]);
    },
  );

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'GET'])(
    'forwards the body of %s, with and without a length',
    async method => {
      const api = await frontendApi();
      const app = await startProxied(api);

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
    const app = await startProxied(api);
    const headers = { 'content-type': 'application/json' };

    await app.request('/__clerk/v1/x', { method: 'POST', headers, body: '{"broken":' });
    await app.request('/__clerk/v1/x', { method: 'POST', headers, body: ' { "a" : 1.0 } ' });

    expect(api.requests.map(({ body }) => body)).toEqual(['{"broken":', ' { "a" : 1.0 } ']);
  });

  it('is proxied independent of the global prefix', async () => {
    const api = await frontendApi();
    const app = await startNest({
      imports: [
        ClerkModule.forRoot({ ...PRODUCTION_KEYS, frontendApiProxy: { enabled: true, fapiUrl: api.url } }),
      ],
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
    const app = await startProxied(api);

    await app.get(target);

    expect(api.requests).toMatchObject([{ url }]);
  });

  it("appends its path to the path of the Frontend API's URL", async () => {
    const api = await frontendApi();
    const app = await startProxied(api, { fapiUrl: `${api.url}/base/` });

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
    const app = await startProxied(api);

    expect((await app.get(target)).json).toMatchObject({ tokenType: 'session_token' });
    expect(api.requests).toEqual([]);
  });
});

describe('headers to the Frontend API', () => {
  async function headersAt(headers: Record<string, string | string[]>) {
    const api = await frontendApi();
    const app = await startProxied(api);
    await app.get('/__clerk/v1/client', { host: 'app.example', ...headers });
    return api.requests[0]!.headers;
  }

  it("contain the proxy's URL, the secret key and the client's address", async () => {
    expect(await headersAt({ 'x-forwarded-for': '192.0.2.1, 10.0.0.1' })).toMatchObject({
      'clerk-proxy-url': 'http://app.example/__clerk',
      'clerk-secret-key': PRODUCTION_KEYS.secretKey,
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
      'clerk-secret-key': PRODUCTION_KEYS.secretKey,
      'clerk-proxy-url': 'http://app.example/__clerk',
    });
  });

  it('frame a body whose length the client hides with `Connection`', async () => {
    const api = await frontendApi();
    const app = await startProxied(api);

    await app.request('/__clerk/v1/x', {
      method: 'DELETE',
      headers: { 'content-length': 4, connection: 'content-length' },
      body: 'GET ',
    });

    expect(api.requests).toMatchObject([{ method: 'DELETE', body: 'GET ' }]);
  });
});
