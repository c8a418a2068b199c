import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import type { ErrorRequestHandler } from 'express';
import { clerkMiddleware, createClerkClient, getAuth, requireAuth } from 'nest-clerk/express';
import type { ClerkMiddlewareOptions } from 'nest-clerk/express';
import { LocalClerk } from 'nest-clerk/testing';

import { PAGE_LOAD, SIGNED_OUT_PAGE_LOAD } from '../../support/browser.js';
import { setEnvironment } from '../../support/environment.js';
import { bearer } from '../../support/nest-app.js';
import { closeApps, listen } from '../../support/running-app.js';

let local: LocalClerk;
let alice: { authorization: string };

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
beforeEach(async () => {
  setEnvironment({});
  alice = bearer(await local.issueSessionToken({ userId: 'user_alice' }));
});
afterEach(closeApps);

function start(options: ClerkMiddlewareOptions = {}, ...before: ReturnType<typeof clerkMiddleware>[]) {
  const app = express();
  for (const middleware of before) app.use(middleware);
  app.all('/{*path}', requireAuth({ ...local.keys, ...options }), (request, response) => {
    response.json({ userId: getAuth(request).userId });
  });
  return listen(app);
}

describe('requireAuth()', () => {
  it('accepts a signed-in user without any other middleware', async () => {
    expect((await (await start()).get('/dashboard', alice)).json).toEqual({ userId: 'user_alice' });
  });

  it('reuses the result of clerkMiddleware()', async () => {
    const app = await start({}, clerkMiddleware({ ...local.keys }));
    expect((await app.get('/dashboard', alice)).json).toEqual({ userId: 'user_alice' });
    expect((await app.get('/dashboard')).status).toBe(302);
  });

  it('redirects a machine, even one that acts for a user', async () => {
    const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'export' });
    const app = await start({ signInUrl: '/sign-in' });
    const { status, headers } = await app.get('/dashboard', bearer(secret));
    expect({ status, location: headers.location }).toEqual({ status: 302, location: '/sign-in' });
  });

  it('makes no call to the Backend API for a machine token', async () => {
    const app = await start({ jwtKey: local.jwtKey });
    const before = local.requests.length;
    for (const token of ['ak_1', 'mt_1', 'oat_1']) {
      expect((await app.get('/dashboard', bearer(token))).status).toBe(302);
    }
    expect(local.requests.length - before).toBe(0);
  });

  it.each(['GET', 'POST', 'DELETE'])('redirects a signed-out client on %s, browser or not', async method => {
    const app = await start();
    for (const headers of [{}, SIGNED_OUT_PAGE_LOAD, bearer('garbage'), { accept: 'application/json' }]) {
      const { status, headers: answered, text } = await app.request('/dashboard', { method, headers });
      expect({ status, location: answered.location, text }).toEqual({
        status: 302,
        location: '/',
        text: '',
      });
    }
  });

  it('redirects a session that is pending', async () => {
    const pending = await local.issueSessionToken({ userId: 'user_alice', sessionStatus: 'pending' });
    expect((await (await start()).get('/dashboard', bearer(pending))).status).toBe(302);
  });

  it('leaves the handshake of a browser without a session to the Frontend API', async () => {
    const { status, headers } = await (await start()).get('/dashboard', PAGE_LOAD);
    expect(status).toBe(307);
    expect(headers.location).toContain('/v1/client/handshake?');
  });

  it('passes errors to next()', async () => {
    const proxyUrl = () => {
      throw new Error('no such site');
    };
    const app = express().use(requireAuth({ ...local.keys, proxyUrl }));
    const tellError: ErrorRequestHandler = (error: Error, _request, response, _next) => {
      response.status(500).end(error.message);
    };
    const { status, text } = await (await listen(app.use(tellError))).get('/dashboard', PAGE_LOAD);
    expect({ status, text }).toEqual({ status: 500, text: expect.stringContaining('no such site') });
  });

  it('throws immediately for invalid options', () => {
    expect(() => requireAuth()).toThrow(expect.objectContaining({ code: 'secret_key_missing' }));
  });

  it('accepts a client', async () => {
    const clerkClient = createClerkClient({ ...local.keys });
    const app = express().use(requireAuth({ clerkClient }), (_request, response) => void response.end('in'));
    expect((await (await listen(app)).get('/', alice)).text).toBe('in');
  });
});

describe('requireAuth() redirects to', () => {
  const locationOf = async (options?: ClerkMiddlewareOptions) =>
    (await (await start(options)).get('/dashboard')).headers.location;

  it('the option signInUrl', async () => {
    setEnvironment({ CLERK_SIGN_IN_URL: '/from-environment' });
    expect(await locationOf({ signInUrl: 'https://accounts.example.com/sign-in?a=b' })).toBe(
      'https://accounts.example.com/sign-in?a=b',
    );
  });

  it('CLERK_SIGN_IN_URL by default', async () => {
    setEnvironment({ CLERK_SIGN_IN_URL: '/from-environment' });
    expect(await locationOf()).toBe('/from-environment');
    expect(await locationOf({ signInUrl: '' })).toBe('/from-environment');
  });

  it('/ without either', async () => {
    expect(await locationOf()).toBe('/');
  });
});
