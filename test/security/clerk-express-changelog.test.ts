import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Req, UseGuards } from '@nestjs/common';
import { ClerkAuthGuard, ClerkModule, getAuth } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { closeFrontendApis, frontendApi } from '../support/frontend-api.js';
import { bearer, startNestApp } from '../support/nest-app.js';
import { sendRaw } from '../support/raw-http.js';
import { closeApps, startNest } from '../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
afterEach(async () => {
  await closeApps();
  await closeFrontendApis();
});

describe('@clerk/express 2.1.50: a request that is not a valid web Request is answered below 500', () => {
  it.each([
    ['GET', '//'],
    ['GET', '///'],
    ['GET', '//user:password@host/'],
    ['GET', 'http://user:password@host/guarded'],
    ['GET', '/\\'],
    ['GET', 'http://'],
    ['GET', '*'],
    ['TRACE', '/guarded'],
    ['TRACE', '/'],
    ['CONNECT', '/guarded'],
  ])('%s %s', async (method, target) => {
    const app = await startNestApp({ ...local.keys });
    const { status } = await sendRaw(app.port, { method, target });

    expect(status).toBeLessThan(500);
    expect((await app.get('/guarded')).status).toBe(401);
  });
});

describe('@clerk/express 2.1.25: req.auth of another library does not sign in', () => {
  type WithAuth = { auth?: unknown; raw?: object };

  @Controller()
  class WhoController {
    @Get('who')
    who(@Req() request: WithAuth) {
      return { userId: getAuth(request).userId };
    }

    @Get('guarded')
    @UseGuards(ClerkAuthGuard)
    guarded() {}
  }

  const forgedAuth = () => ({ userId: 'user_mallory', isAuthenticated: true, tokenType: 'session_token' });

  it.each<[string, unknown]>([
    ['an object that looks like an auth object', forgedAuth()],
    ['a function without the mark of Clerk', forgedAuth],
    [
      'a function with the mark of Clerk',
      Object.assign(forgedAuth, { [Symbol.for('@clerk/express.auth')]: true }),
    ],
    ['claims', { sub: 'user_mallory', sid: 'sess_1' }],
    ['a string', 'user_mallory'],
  ])('%s', async (_what, auth) => {
    const app = await startNest({
      imports: [ClerkModule.forRoot({ ...local.keys })],
      controllers: [WhoController],
      configure: nest => {
        const server = nest.getHttpServer() as { prependListener(event: string, listener: unknown): void };
        server.prependListener('request', (request: WithAuth) => {
          request.auth = auth;
        });
      },
    });

    expect((await app.get('/guarded')).status).toBe(401);
    expect((await app.get('/who')).json).toEqual({ userId: null });
    const alice = bearer(await local.issueSessionToken({ userId: 'user_alice' }));
    expect((await app.get('/guarded', alice)).status).toBe(200);
    expect((await app.get('/who', alice)).json).toEqual({ userId: 'user_alice' });
  });
});

it.each(['', '/', '//'])(
  "@clerk/express 2.0.2: a proxy with the path %j does not handle the application's requests",
  async path => {
    const api = await frontendApi();
    const { secretKey, publishableKey } = local;
    const app = await startNestApp({
      secretKey,
      publishableKey,
      frontendApiProxy: { enabled: true, fapiUrl: api.url, path },
    });

    expect((await app.get('/guarded')).status).toBe(401);
    await app.get('/v1/client');
    expect(api.requests).toEqual([]);
    await app.get('/__clerk/v1/client');
    expect(api.requests).toMatchObject([{ url: '/v1/client' }]);
  },
);
