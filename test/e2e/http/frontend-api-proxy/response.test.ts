import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { setEnvironment } from '../../../support/environment.js';
import { closeFrontendApis, frontendApi } from '../../../support/frontend-api.js';
import type { FrontendApi } from '../../../support/frontend-api.js';
import { startProxied } from '../../../support/proxied-app.js';
import { closeApps } from '../../../support/running-app.js';

beforeAll(() => setEnvironment({}));
afterEach(async () => {
  await closeApps();
  await closeFrontendApis();
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
    const app = await startProxied(api);

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
    const app = await startProxied(api);

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
    const app = await startProxied(api);

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
    const app = await startProxied(api);

    const { headers } = await app.get('/__clerk/v1/x');

    expect(headers).not.toHaveProperty('x-private');
    expect(headers).not.toHaveProperty('proxy-authenticate');
  });

  it.each([204, 304])('has no body with the status %s', async status => {
    const api = await frontendApi((_request, response) => response.writeHead(status, { etag: '"1"' }).end());
    const app = await startProxied(api);

    expect(await app.get('/__clerk/v1/x')).toMatchObject({ status, text: '', headers: { etag: '"1"' } });
  });

  it('to HEAD has the Content-Length of GET', async () => {
    const api = await frontendApi((_request, response) =>
      response.writeHead(200, { 'content-length': 100_000 }).end(),
    );
    const app = await startProxied(api);

    const answer = await app.request('/__clerk/npm/clerk.js', { method: 'HEAD' });

    expect(answer).toMatchObject({ status: 200, text: '', headers: { 'content-length': '100000' } });
  });

  it('is streamed as it arrives', async () => {
    let sendTheRest = () => {};
    const api = await frontendApi((_request, response) => {
      response.write('first');
      sendTheRest = () => response.end(' second');
    });
    const app = await startProxied(api);

    const response = await fetch(`http://127.0.0.1:${app.port}/__clerk/v1/x`);
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toBe('first');
    sendTheRest();
    expect((await reader.read()).value).toBe(' second');
  });
});
