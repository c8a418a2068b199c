import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AcceptsToken, Auth, ClerkAuthGuard, ClerkClient, ClerkModule, CurrentUser } from 'nest-clerk';
import type { ClerkModuleOptions, SignedInAuth, User } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';
import type { RunningNestApp } from '../../../support/running-app.js';

let local: LocalClerk;
let warnings: string[];

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_ada' }] });
});
beforeEach(() => {
  setEnvironment({});
  warnings = [];
});
afterEach(closeApps);

@Controller()
class RoutesController {
  @Get('me')
  me(@Auth('userId') userId: string) {
    return { userId };
  }

  @Get('template')
  async template(@Auth() auth: SignedInAuth) {
    return { token: await auth.getToken({ template: 'supabase' }) };
  }

  @Get('user')
  user(@CurrentUser() user: User) {
    return { id: user.id };
  }

  @Get('machine')
  @AcceptsToken('m2m_token')
  machine(@Auth('subject') subject: string) {
    return { subject };
  }

  @Get('key')
  @AcceptsToken('api_key')
  key(@Auth('subject') subject: string) {
    return { subject };
  }
}

function start(options: ClerkModuleOptions): Promise<RunningNestApp> {
  const ignore = () => undefined;
  const warn = (message: unknown) => void warnings.push(String(message));
  return startNest({
    imports: [ClerkModule.forRoot(options)],
    controllers: [RoutesController],
    providers: [{ provide: APP_GUARD, useClass: ClerkAuthGuard }],
    logger: { log: ignore, warn, error: ignore, debug: ignore, verbose: ignore },
  });
}

const sessionToken = () => local.issueSessionToken({ userId: 'user_ada' });
const missing = (message: RegExp) =>
  expect.objectContaining({ code: 'secret_key_missing', message: expect.stringMatching(message) });

describe('service with a JWT key and a publishable key', () => {
  const options = (): ClerkModuleOptions => ({ jwtKey: local.jwtKey, publishableKey: local.publishableKey });

  it('verifies session tokens', async () => {
    const { get } = await start(options());
    expect((await get('/me', bearer(await sessionToken()))).json).toEqual({ userId: 'user_ada' });
    expect((await get('/me')).status).toBe(401);
    expect((await get('/me', bearer('garbage'))).status).toBe(401);
  });

  it('starts with the variables of the environment alone', async () => {
    setEnvironment({ CLERK_JWT_KEY: local.jwtKey, CLERK_PUBLISHABLE_KEY: local.publishableKey });
    const { get } = await start({});
    expect((await get('/me', bearer(await sessionToken()))).json).toEqual({ userId: 'user_ada' });
  });

  it('throws a typed error that names the secret key for a call of the Backend API', async () => {
    const { app, get } = await start(options());
    await expect(app.get(ClerkClient).users.getUser('user_ada')).rejects.toThrow(
      missing(/CLERK_SECRET_KEY.*dashboard\.clerk\.com/),
    );
    for (const path of ['/user', '/template']) {
      expect((await get(path, bearer(await sessionToken()))).status).toBe(500);
    }
  });

  it('rejects an API key, which only the Backend API verifies, and logs once which key is missing', async () => {
    const { get } = await start(options());
    const { secret = '' } = local.apiKeys.create({ name: 'a', subject: 'user_ada' });
    for (let i = 0; i < 2; i++) expect((await get('/key', bearer(secret))).status).toBe(503);
    expect(
      warnings.filter(message => /no key is set to verify it.*CLERK_SECRET_KEY/.test(message)),
    ).toHaveLength(1);
  });

  it('rejects an expired session with a refresh token, which it cannot refresh', async () => {
    const { get } = await start(options());
    const token = await local.issueSessionToken({ userId: 'user_ada', expiresIn: -60 });
    expect((await get('/me', { cookie: `__session=${token}; __client_uat=1; __refresh=x` })).status).toBe(
      401,
    );
  });

  it('does not start without the publishable key', async () => {
    await expect(start({ jwtKey: local.jwtKey })).rejects.toMatchObject({ code: 'publishable_key_missing' });
  });
});

describe('service with the secret key of a machine', () => {
  const options = (): ClerkModuleOptions => ({
    machineSecretKey: local.machineSecretKey,
    fetch: local.fetch,
  });

  it('verifies opaque M2M tokens', async () => {
    const { get } = await start(options());
    const { token } = await local.m2mTokens.create({ subject: local.machineId });
    expect((await get('/machine', bearer(token ?? ''))).status).toBe(200);
    expect((await get('/machine', bearer('mt_unknown'))).status).toBe(401);
  });

  it('rejects session tokens, browsers and API keys, and logs which key is missing', async () => {
    const { get } = await start(options());
    expect((await get('/me', bearer(await sessionToken()))).status).toBe(401);
    expect(warnings.join()).toMatch(/no key is set to verify it.*CLERK_JWT_KEY/);
    expect((await get('/key', bearer('ak_x'))).status).toBe(503);
    const page = { accept: 'text/html', 'sec-fetch-dest': 'document', cookie: '__client_uat=1' };
    expect((await get('/me', page)).status).toBe(401);
  });

  it('throws a typed error for a call of the Backend API that needs the secret key', async () => {
    const { app } = await start(options());
    await expect(app.get(ClerkClient).users.getUser('user_ada')).rejects.toThrow(missing(/CLERK_SECRET_KEY/));
  });
});
