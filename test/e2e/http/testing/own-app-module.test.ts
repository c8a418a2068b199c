import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { CLERK_MODULE_OPTIONS } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';

import { AppByClassModule } from '../../../support/own-app/app-by-class.module.js';
import { AppByFactoryModule } from '../../../support/own-app/app-by-factory.module.js';
import { AppByOptionsModule } from '../../../support/own-app/app-by-options.module.js';
import { AppModule } from '../../../support/own-app/app.module.js';
import { setEnvironment } from '../../../support/environment.js';
import { newHttpAdapter } from '../../../support/http-adapter.js';
import { closeApps, listenNest } from '../../../support/running-app.js';
import type { RunningNestApp } from '../../../support/running-app.js';

let local: LocalClerk;

beforeEach(async () => {
  setEnvironment({});
  local = await LocalClerk.create({
    users: [{ id: 'user_ada', firstName: 'Ada', lastName: 'Lovelace' }],
    organizations: [{ id: 'org_acme', name: 'Acme', members: [{ user: 'user_ada', role: 'org:admin' }] }],
  });
});
afterEach(async () => {
  setEnvironment({});
  await closeApps();
});

async function start(compiled: TestingModule): Promise<RunningNestApp> {
  return listenNest(compiled.createNestApplication(await newHttpAdapter(), { logger: false }));
}

/** The checks of every application: the guard accepts the right callers, and calls to Clerk are answered. */
async function expectToWork({ get }: RunningNestApp): Promise<void> {
  expect((await get('/me')).status).toBe(401);
  const { headers } = await local.signIn('user_ada');
  expect((await get('/me', { ...headers })).json).toEqual({ id: 'user_ada', name: 'Ada Lovelace' });
  expect((await get('/admin', { ...headers })).status).toBe(403);
  const admin = await local.signIn('user_ada', { organization: 'org_acme' });
  expect((await get('/admin', { ...admin.headers })).json).toEqual({ orgId: 'org_acme' });
}

describe("overrideProvider(CLERK_MODULE_OPTIONS) with the keys of a LocalClerk, of the application's own module", () => {
  it.each<[string, Type]>([
    ['forRoot()', AppModule],
    ['forRoot() with keys', AppByOptionsModule],
    ['forRootAsync({ useFactory })', AppByFactoryModule],
    ['forRootAsync({ useClass })', AppByClassModule],
  ])('replaces the options of %s', async (_, module) => {
    const compiled = await Test.createTestingModule({ imports: [module] })
      .overrideProvider(CLERK_MODULE_OPTIONS)
      .useValue(local.keys)
      .compile();
    await expectToWork(await start(compiled));
  });
});

it('overrideProvider(CLERK_MODULE_OPTIONS) with the keys of a LocalClerk ignores the variables of another instance', async () => {
  const other = await LocalClerk.create();
  setEnvironment({
    CLERK_SECRET_KEY: other.secretKey,
    CLERK_PUBLISHABLE_KEY: other.publishableKey,
    CLERK_JWT_KEY: other.jwtKey,
    CLERK_API_URL: 'http://127.0.0.1:9',
  });
  const compiled = await Test.createTestingModule({ imports: [AppModule] })
    .overrideProvider(CLERK_MODULE_OPTIONS)
    .useValue(local.keys)
    .compile();
  await expectToWork(await start(compiled));
});

describe('environment variables alone, with CLERK_API_URL of local.listen()', () => {
  let server: LocalClerkServer;

  beforeEach(async () => {
    server = await local.listen();
    setEnvironment({
      CLERK_SECRET_KEY: local.secretKey,
      CLERK_PUBLISHABLE_KEY: local.publishableKey,
      CLERK_API_URL: server.url,
    });
  });
  afterEach(() => server.close());

  it.each<[string, Type]>([
    ['forRoot()', AppModule],
    ['forRootAsync({ useFactory })', AppByFactoryModule],
    ['forRootAsync({ useClass })', AppByClassModule],
  ])('work for %s', async (_, module) => {
    await expectToWork(await start(await Test.createTestingModule({ imports: [module] }).compile()));
  });
});
