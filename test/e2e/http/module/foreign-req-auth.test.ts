import type { Server } from 'node:http';

import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Req, UseGuards } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { Auth, ClerkAuthGuard, ClerkModule, getAuth } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';

type WithAuth = { auth?: unknown; raw?: { auth?: unknown } };
type Use = (request: WithAuth, response: unknown, next: () => void) => void;

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

@Controller()
class WhoController {
  @Get('guarded')
  @UseGuards(ClerkAuthGuard)
  guarded(@Auth('userId') userId: string, @Req() request: WithAuth) {
    const foreign = (request.raw ?? request).auth;
    return {
      userId,
      ofRequest: getAuth(request).userId,
      foreign: typeof foreign === 'object' ? foreign : null,
    };
  }

  @Get('branded')
  branded(@Req() request: WithAuth) {
    const auth = (request.raw ?? request).auth as { (): { userId: string | null } } & Record<symbol, unknown>;
    return { isBranded: auth[Symbol.for('@clerk/express.auth')], userId: auth().userId };
  }
}

/** Adds a listener that runs before the whole application, like an outer Express application. */
function beforeEveryRequest(app: INestApplication, listener: (request: WithAuth) => void): void {
  (app.getHttpServer() as Server).prependListener('request', listener);
}

/** The `req.auth` of express-jwt, express-basic-auth and express-oauth2-jwt-bearer. */
const FOREIGN: [string, unknown][] = [
  ['express-jwt', { sub: 'user_mallory', userId: 'user_mallory' }],
  ['express-basic-auth', { user: 'admin', password: 'secret' }],
  ['express-oauth2-jwt-bearer', { payload: { sub: 'x' }, header: { alg: 'RS256' }, token: 'e.y.J' }],
];

describe('with another library that sets req.auth', () => {
  const start = async (order: 'before' | 'after', value: unknown) => {
    const other: Use = (request, _response, next) => {
      request.auth = value;
      next();
    };
    const running = await startNest({
      imports: [ClerkModule.forRoot({ ...local.keys })],
      controllers: [WhoController],
      configure: app => (order === 'after' ? app.use(other) : undefined),
    });
    if (order === 'before') {
      beforeEveryRequest(running.app, request => {
        request.auth = value;
      });
    }
    return running;
  };

  describe.each(['before', 'after'] as const)('%s ClerkModule', order => {
    it.each(FOREIGN)('authenticates and does not change the state of %s', async (_, value) => {
      const app = await start(order, value);
      const { status, json } = await app.get('/guarded', alice);
      expect({ status, json }).toEqual({
        status: 200,
        json: { userId: 'user_alice', ofRequest: 'user_alice', foreign: value },
      });
      expect((await app.get('/guarded')).status).toBe(401);
    });
  });
});

it.each<[string, PropertyDescriptor]>([
  ['without a setter', { get: () => undefined }],
  ['that is read-only', { value: undefined, writable: false }],
])('authenticates a request with a property req.auth %s', async (_, descriptor) => {
  const app = await startNest({
    imports: [ClerkModule.forRoot({ ...local.keys })],
    controllers: [WhoController],
  });
  beforeEveryRequest(app.app, request => {
    Object.defineProperty(request, 'auth', descriptor);
  });
  expect(await app.get('/guarded', alice)).toMatchObject({ status: 200, json: { userId: 'user_alice' } });
});

it('the middleware sets req.auth in the form of @clerk/express', async () => {
  const app = await startNest({
    imports: [ClerkModule.forRoot({ ...local.keys })],
    controllers: [WhoController],
  });
  expect((await app.get('/branded', alice)).json).toEqual({ isBranded: true, userId: 'user_alice' });
});
