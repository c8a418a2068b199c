import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import express from 'express';
import { Auth, ClerkAuthGuard, ClerkModule, CurrentUser } from 'nest-clerk';
import type { ClerkModuleOptions, User } from 'nest-clerk';
import { clerkMiddleware, getAuth, requireAuth } from 'nest-clerk/express';
import type { ClerkMiddlewareOptions } from 'nest-clerk/express';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../support/environment.js';
import { bearer } from '../../support/nest-app.js';
import { closeApps, listen, listenNest } from '../../support/running-app.js';

const OWN = 'https://app.example.com';
const FOREIGN = 'https://evil.example.com';

let local: LocalClerk;
let ofForeignPage: { authorization: string };
let ofOwnPage: { authorization: string };

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
beforeEach(async () => {
  setEnvironment({});
  const token = (azp: string) => local.issueSessionToken({ userId: 'user_alice', claims: { azp } });
  ofForeignPage = bearer(await token(FOREIGN));
  ofOwnPage = bearer(await token(OWN));
});
afterEach(closeApps);

@Controller()
@UseGuards(ClerkAuthGuard)
class MeController {
  @Get('me')
  me(@Auth('userId') userId: string) {
    return { userId };
  }

  @Get('user')
  user(@CurrentUser() user: User | null) {
    return { id: user?.id ?? null };
  }
}

/** A Nest application that is mounted in an Express application with its own middleware. */
async function startBehind(earlier: ClerkMiddlewareOptions, options: ClerkModuleOptions) {
  @Module({ imports: [ClerkModule.forRoot(options)], controllers: [MeController] })
  class AppModule {}
  const server = express();
  server.use(clerkMiddleware(earlier));
  const app = await NestFactory.create(AppModule, new ExpressAdapter(server), {
    logger: false,
    abortOnError: false,
  });
  return listenNest(app);
}

describe('ClerkModule behind clerkMiddleware() with the same keys', () => {
  const strict: [string, () => Partial<ClerkModuleOptions>][] = [
    ['authorizedParties', () => ({ authorizedParties: [OWN] })],
    ['issuer', () => ({ issuer: 'https://other.example.com' })],
    ['headerType', () => ({ headerType: 'other+jwt' })],
  ];
  it.each(strict)('enforces its own %s', async (_, requirement) => {
    const app = await startBehind(local.keys, { ...local.keys, ...requirement() });
    expect((await app.get('/me', ofForeignPage)).status).toBe(401);
  });

  it('enforces its own audience', async () => {
    const token = await local.issueSessionToken({ userId: 'user_alice', claims: { aud: 'other' } });
    const app = await startBehind(local.keys, { ...local.keys, audience: 'mine' });
    expect((await app.get('/me', bearer(token))).status).toBe(401);
  });

  it('enforces its own clockSkewInMs', async () => {
    const token = await local.issueSessionToken({ userId: 'user_alice', expiresIn: -30 });
    const app = await startBehind({ ...local.keys, clockSkewInMs: 600_000 }, { ...local.keys });
    expect((await app.get('/me', bearer(token))).status).toBe(401);
  });

  it('decides by its own requirements after stricter ones', async () => {
    const app = await startBehind({ ...local.keys, authorizedParties: [OWN] }, { ...local.keys });
    const { status, headers } = await app.get('/me', ofForeignPage);
    expect(status).toBe(200);
    expect(headers['x-clerk-auth-status']).toBeUndefined();
  });

  it('reuses the user of a request that the earlier middleware authenticated', async () => {
    const app = await startBehind({ ...local.keys }, { ...local.keys });
    expect((await app.get('/user', ofOwnPage)).json).toEqual({ id: 'user_alice' });
  });

  it('rejects a machine token with 401 on a route that accepts sessions only, also while the Backend API is down', async () => {
    const app = await startBehind({ ...local.keys }, { ...local.keys });
    local.outage = 500;
    const { status, json } = await app.get('/me', bearer('ak_made_up'));
    local.outage = undefined;
    expect({ status, reason: json.reason }).toEqual({ status: 401, reason: 'token-type-mismatch' });
  });
});

describe('clerkMiddleware() behind clerkMiddleware() with the same keys', () => {
  const start = (...options: ClerkMiddlewareOptions[]) => {
    const app = express();
    for (const each of options) app.use(clerkMiddleware(each));
    app.get('/', (request, response) => void response.json({ userId: getAuth(request).userId }));
    return listen(app);
  };

  it('enforces requirements that the earlier middleware does not have', async () => {
    const app = await start(local.keys, { ...local.keys, authorizedParties: [OWN] });
    expect((await app.get('/', ofForeignPage)).json).toEqual({ userId: null });
    expect((await app.get('/', ofOwnPage)).json).toEqual({ userId: 'user_alice' });
  });

  it('does not sign in a request that the earlier middleware rejected', async () => {
    const app = await start({ ...local.keys, authorizedParties: [OWN] }, local.keys);
    expect((await app.get('/', ofForeignPage)).json).toEqual({ userId: null });
  });

  it('requireAuth() without options keeps the requirements of the application', async () => {
    const app = express();
    app.use(clerkMiddleware({ ...local.keys, authorizedParties: [OWN] }));
    app.get('/', requireAuth({ ...local.keys, signInUrl: '/sign-in' }), (_, response) => {
      response.send('in');
    });
    const running = await listen(app);
    expect((await running.get('/', ofForeignPage)).status).toBe(302);
    expect((await running.get('/', ofOwnPage)).status).toBe(200);
  });

  it.each<[string, (local: LocalClerk) => ClerkMiddlewareOptions]>([
    ['jwtKey', local => ({ ...local.keys, jwtKey: local.jwtKey })],
    ['a fetch of its own', local => ({ ...local.keys, fetch: (...args) => local.fetch(...args) })],
  ])('is equally strict if requireAuth() has the same keys and %s', async (_, options) => {
    const app = express();
    app.use(clerkMiddleware({ ...local.keys, authorizedParties: [OWN] }));
    app.get('/', requireAuth(options(local)), (_request, response) => void response.send('in'));
    const running = await listen(app);
    expect((await running.get('/', ofForeignPage)).status).toBe(302);
    expect((await running.get('/', ofOwnPage)).status).toBe(200);
  });
});
