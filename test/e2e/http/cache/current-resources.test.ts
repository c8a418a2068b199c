import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, UseGuards } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import {
  ClerkAuthGuard,
  ClerkCache,
  ClerkClient,
  ClerkModule,
  CurrentOrganization,
  CurrentUser,
  OnClerkEvent,
} from 'nest-clerk';
import type { ClerkModuleOptions, Organization, User } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { MapStore } from '../../../support/cache-stores.js';
import { setEnvironment } from '../../../support/environment.js';
import { newHttpAdapter } from '../../../support/http-adapter.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, listenNest, startNest } from '../../../support/running-app.js';
import { deliver, SIGNING_SECRET } from '../../../support/webhooks.js';

let local: LocalClerk;

beforeEach(async () => {
  setEnvironment({});
  local = await LocalClerk.create({
    users: [{ id: 'user_alice', firstName: 'Alice', emailAddress: ['alice@example.com'] }],
    organizations: [{ id: 'org_acme', name: 'Acme', members: [{ user: 'user_alice', role: 'org:admin' }] }],
  });
});
afterEach(closeApps);

@Controller()
@UseGuards(ClerkAuthGuard)
class MeController {
  @Get('user')
  user(@CurrentUser() user: User) {
    return {
      ...user,
      isUser: user.constructor.name,
      primary: user.primaryEmailAddress?.emailAddress,
      raw: user.raw?.object,
    };
  }

  @Get('name')
  name(@CurrentUser('firstName') name: string, @CurrentOrganization('name') organization: string) {
    return { name, organization };
  }

  @Get('organization')
  organization(@CurrentOrganization() organization: Organization) {
    return organization;
  }
}

function options(cache: ClerkModuleOptions['cache'], of = local): ClerkModuleOptions {
  return { ...of.keys, jwtKey: of.jwtKey, retries: 0, cache };
}

const start = (moduleOptions: ClerkModuleOptions, providers: never[] = []) =>
  startNest({ imports: [ClerkModule.forRoot(moduleOptions)], controllers: [MeController], providers });

async function header(of = local) {
  return bearer(await of.issueSessionToken({ userId: 'user_alice', orgId: 'org_acme', expiresIn: 3600 }));
}

function calls(of = local): unknown[] {
  const names = ['GetUser', 'GetOrganization'];
  return of.requests.map(({ operation }) => operation).filter(operation => names.includes(operation ?? ''));
}

const EVERYTHING = { users: true, organizations: true } as const;

it('the user and the organization from the cache are those from Clerk', async () => {
  const app = await start(options(EVERYTHING));
  const headers = await header();
  for (const path of ['/user', '/organization']) {
    const first = await app.get(path, headers);
    const second = await app.get(path, headers);
    expect(first.status).toBe(200);
    expect(second.json).toEqual(first.json);
  }
  expect((await app.get('/user', headers)).json).toMatchObject({
    isUser: 'User',
    primary: 'alice@example.com',
    raw: 'user',
  });
  expect(calls()).toEqual(['GetUser', 'GetOrganization']);
});

it('only what is named in the options is cached', async () => {
  const app = await start(options({ organizations: true }));
  for (let index = 0; index < 2; index++) await app.get('/name', await header());
  expect(calls().sort()).toEqual(['GetOrganization', 'GetUser', 'GetUser']);
});

it('handlers cannot change what the next request gets', async () => {
  const app = await start(options(EVERYTHING));
  const headers = await header();
  await app.get('/user', headers);
  const { json } = await app.get('/user', headers);
  json.publicMetadata.admin = true;
  expect((await app.get('/user', headers)).json.publicMetadata).toEqual({});
});

it('a change is seen after the lifetime', async () => {
  const app = await start(options({ users: { ttl: 30_000 } }));
  const headers = await header();
  const name = async () => (await app.get('/name', headers)).json.name;
  expect(await name()).toBe('Alice');
  local.users.update('user_alice', { firstName: 'Alicia' });
  local.clock.advance(20_000);
  expect(await name()).toBe('Alice');
  local.clock.advance(10_000);
  expect(await name()).toBe('Alicia');
});

describe('webhooks', () => {
  const withWebhooks = (cache: ClerkModuleOptions['cache']) => ({
    ...options(cache),
    webhooks: { signingSecret: SIGNING_SECRET },
  });

  it.each([
    ['user.updated', 'user_alice', { name: 'Alicia', organization: 'Acme' }],
    ['organization.updated', 'org_acme', { name: 'Alice', organization: 'Acme Ltd' }],
    ['session.created', 'user_alice', { name: 'Alice', organization: 'Acme' }],
  ])('%s is seen at once, without any handler for it', async (type, id, expected) => {
    const app = await start(withWebhooks(EVERYTHING));
    await app.get('/name', await header());
    local.users.update('user_alice', { firstName: 'Alicia' });
    local.organizations.update('org_acme', { name: 'Acme Ltd' });
    expect((await deliver(app, type, { data: { id } })).status).toBe(200);
    expect((await app.get('/name', await header())).json).toEqual(expected);
  });

  it('user.deleted makes the next request a 401', async () => {
    const app = await start(withWebhooks(EVERYTHING));
    const headers = await header();
    await app.get('/user', headers);
    local.users.delete('user_alice');
    expect((await app.get('/user', headers)).status).toBe(200);
    await deliver(app, 'user.deleted');
    const { status, json } = await app.get('/user', headers);
    expect([status, json.reason]).toEqual([401, 'user-not-found']);
  });

  it('with a wrong signature forget nothing', async () => {
    const app = await start(withWebhooks(EVERYTHING));
    await app.get('/name', await header());
    local.users.update('user_alice', { firstName: 'Alicia' });
    const { status } = await deliver(app, 'user.updated', {
      signingSecret: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD',
    });
    expect(status).toBe(400);
    expect((await app.get('/name', await header())).json.name).toBe('Alice');
  });

  it('are handled although the store does not work', async () => {
    const store = new MapStore();
    const handled: string[] = [];
    class Handler {
      @OnClerkEvent('user.updated')
      handle() {
        handled.push('user.updated');
      }
    }
    const app = await startNest({
      imports: [ClerkModule.forRoot(withWebhooks({ ...EVERYTHING, store }))],
      providers: [Handler],
      logger: { log() {}, warn() {}, error() {}, debug() {} },
    });
    store.delete = () => Promise.reject(new Error('down'));
    expect((await deliver(app, 'user.updated')).status).toBe(200);
    expect(handled).toEqual(['user.updated']);
  });

  it('reach all instances of the application that share a store', async () => {
    const store = new MapStore();
    const receiver = await start(withWebhooks({ ...EVERYTHING, store }));
    const other = await start({
      ...options({ ...EVERYTHING, store }),
      fetch: (input, init) => local.fetch(input, init),
    });
    const headers = await header();
    await other.get('/name', headers);
    local.users.update('user_alice', { firstName: 'Alicia' });
    await deliver(receiver, 'user.updated');
    expect((await other.get('/name', headers)).json.name).toBe('Alicia');
  });
});

it('ClerkCache forgets a user and an organization, for changes of the application itself', async () => {
  const { app, get } = await start(options(EVERYTHING));
  await get('/name', await header());
  await app.get(ClerkClient).users.updateUser('user_alice', { firstName: 'Alicia' });
  await app.get(ClerkClient).organizations.updateOrganization('org_acme', { name: 'Acme Ltd' });
  await app.get(ClerkCache).forgetUser('user_alice');
  await app.get(ClerkCache).forgetOrganization('org_acme');
  expect((await get('/name', await header())).json).toEqual({ name: 'Alicia', organization: 'Acme Ltd' });
});

it('ClerkCache does nothing without the option', async () => {
  const { app } = await start(options(undefined));
  await expect(app.get(ClerkCache).forgetUser('user_alice')).resolves.toBeUndefined();
});

it('tenants with one store never get the user of each other, though the ids are the same', async () => {
  const other = await LocalClerk.create({ users: [{ id: 'user_alice', firstName: 'Other' }] });
  other.organizations.create({ id: 'org_acme', name: 'Other' });
  const tenants: Record<string, LocalClerk> = { a: local, b: other };
  const app = await start({
    cache: { ...EVERYTHING, store: new MapStore() },
    requestOptions: ({ headers }) => {
      const { cache: _inherited, ...keys } = options(undefined, tenants[String(headers['x-tenant'])]);
      return keys;
    },
  });
  const tokens = { a: await header(local), b: await header(other) };
  const names = await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const tenant = index % 2 ? 'a' : 'b';
      const { json } = await app.get('/name', { ...tokens[tenant], 'x-tenant': tenant });
      return [tenant, json.name];
    }),
  );
  expect(new Set(names.map(String))).toEqual(new Set(['a,Alice', 'b,Other']));
});

it('an outage of Clerk is 503 without an entry, and entries are used meanwhile', async () => {
  const app = await start(options({ users: { ttl: 60_000 } }));
  const headers = await header();
  await app.get('/user', headers);
  local.outage = 'network';
  expect((await app.get('/user', headers)).status).toBe(200);
  local.clock.advance(60_000);
  expect((await app.get('/user', headers)).status).toBe(503);
});

it('the objects of a client that a test provides are passed on, and not stored', async () => {
  const store = new MapStore();
  const module = await Test.createTestingModule({
    imports: [ClerkModule.forRoot(options({ users: true, store }))],
    controllers: [MeController],
  })
    .overrideProvider(ClerkClient)
    .useValue({
      users: { getUser: (id: string) => Promise.resolve({ id, firstName: 'Stub' }) },
      organizations: { getOrganization: () => Promise.resolve({}) },
    })
    .compile();
  const app = await listenNest(module.createNestApplication(await newHttpAdapter()));
  expect((await app.get('/name', await header())).json.name).toBe('Stub');
  expect(store.entries.size).toBe(0);
});
