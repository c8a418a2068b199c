import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { clerkFrontendApiProxy, clerkMiddleware, getAuth, requireAuth } from 'nest-clerk/express';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../support/environment.js';
import { closeFrontendApis, frontendApi } from '../../support/frontend-api.js';
import type { FrontendApi } from '../../support/frontend-api.js';
import { closeApps, listen } from '../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ instanceType: 'production', frontendApi: 'clerk.example.com' });
});
afterEach(async () => {
  await closeApps();
  await closeFrontendApis();
});

const keys = () => ({ secretKey: local.secretKey, publishableKey: local.publishableKey });

describe('Frontend API proxy in Express', () => {
  const optionsFor = (api: FrontendApi) => ({
    ...keys(),
    frontendApiProxy: { enabled: true, fapiUrl: api.url },
  });

  it('proxies with clerkMiddleware(), and authenticates every other request', async () => {
    const api = await frontendApi();
    const app = express().use(clerkMiddleware(optionsFor(api)));
    app.use((request, response) => void response.json({ userId: getAuth(request).userId }));
    const { get } = await listen(app);

    expect(await get('/__clerk/v1/client')).toMatchObject({ status: 200, json: {} });
    expect(await get('/v1/client')).toMatchObject({ status: 200, json: { userId: null } });
    expect(api.requests).toMatchObject([{ url: '/v1/client' }]);
  });

  it('proxies with options per request, and with requireAuth()', async () => {
    const api = await frontendApi();
    const chosen = await listen(express().use(clerkMiddleware(async () => optionsFor(api))));
    const required = await listen(express().use(requireAuth(optionsFor(api))));

    await chosen.get('/__clerk/v1/chosen');
    await required.get('/__clerk/v1/required');

    expect(api.requests).toMatchObject([{ url: '/v1/chosen' }, { url: '/v1/required' }]);
  });

  it('proxies at the same path if the middleware is mounted below another path', async () => {
    const api = await frontendApi();
    const { get } = await listen(express().use('/__clerk', clerkMiddleware(optionsFor(api))));

    await get('/__clerk/v1/client');

    expect(api.requests).toMatchObject([{ url: '/v1/client' }]);
  });

  it('responds 500 with the remedy after a body parser', async () => {
    const api = await frontendApi();
    const app = express().use(express.json(), clerkMiddleware(optionsFor(api)));
    const { request } = await listen(app);

    const { status, json } = await request('/__clerk/v1/x', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });

    expect({ status, json }).toEqual({
      status: 500,
      json: {
        errors: [
          { code: 'proxy_configuration_error', message: expect.stringContaining('before any body parser') },
        ],
      },
    });
    expect(api.requests).toEqual([]);
  });
});

describe('clerkFrontendApiProxy()', () => {
  it('sends a web request to the Frontend API and returns its response', async () => {
    const api = await frontendApi((request, response) => {
      response.writeHead(201, { 'set-cookie': ['a=1', 'b=2'], location: '/v1/y' });
      request.pipe(response);
    });
    const request = new Request('https://app.example/__clerk/v1/x?a=1', {
      method: 'POST',
      headers: { 'x-forwarded-for': '192.0.2.1' },
      body: 'body',
    });

    const response = await clerkFrontendApiProxy(request, { ...keys(), fapiUrl: api.url });

    expect(response.status).toBe(201);
    expect(await response.text()).toBe('body');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(response.headers.get('location')).toBe('https://app.example/__clerk/v1/y');
    expect(api.requests).toMatchObject([
      {
        method: 'POST',
        url: '/v1/x?a=1',
        headers: {
          'clerk-proxy-url': 'https://app.example/__clerk',
          'clerk-secret-key': local.secretKey,
          'x-forwarded-for': '192.0.2.1',
        },
      },
    ]);
  });

  it.each([204, 304])('returns a response with the status %s', async status => {
    const api = await frontendApi((_request, response) => response.writeHead(status).end());

    const response = await clerkFrontendApiProxy(new Request('http://a/__clerk'), {
      ...keys(),
      fapiUrl: api.url,
    });

    expect(response.status).toBe(status);
  });

  it('ends the request to the Frontend API if the signal of the request aborts', async () => {
    const controller = new AbortController();
    const api = await frontendApi(() => controller.abort());
    const request = new Request('http://a/__clerk/v1/x', { signal: controller.signal });

    expect((await clerkFrontendApiProxy(request, { ...keys(), fapiUrl: api.url })).status).toBe(502);
  });

  it('returns 502 if the body of the request fails', async () => {
    const api = await frontendApi();
    const body = new ReadableStream({
      pull: controller => controller.error(new Error('The body is broken.')),
    });
    const init: RequestInit = { method: 'POST', body, duplex: 'half' };

    const response = await clerkFrontendApiProxy(new Request('http://a/__clerk/v1/x', init), {
      ...keys(),
      fapiUrl: api.url,
    });

    expect(response.status).toBe(502);
    expect(api.requests).toEqual([]);
  });

  it.each([
    ['no secret key', { secretKey: '' }, 500, 'proxy_configuration_error'],
    ['no publishable key', { publishableKey: '' }, 500, 'proxy_configuration_error'],
    [
      'credentials in the URL',
      { fapiUrl: 'https://a:b@frontend-api.clerk.dev' },
      500,
      'proxy_configuration_error',
    ],
    ['another path', { proxyPath: '/other' }, 400, 'proxy_path_mismatch'],
  ])('returns an error response with %s', async (_what, options, status, code) => {
    const response = await clerkFrontendApiProxy(new Request('http://a/__clerk'), { ...keys(), ...options });

    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ code }] });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});
