import { request as httpRequest } from 'node:http';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ClerkModule } from 'nest-clerk';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { BROKEN_STORES, MapStore } from '../../../support/cache-stores.js';
import { setEnvironment } from '../../../support/environment.js';
import { ROUTES, startMachineApp } from '../../../support/machine-app.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';

let local: LocalClerk;

beforeEach(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
afterEach(closeApps);

const VERIFICATIONS = ['verifyApiKey', 'verifyM2MToken', 'verifyOAuthAccessToken'];

function calls(of = local): number {
  return of.requests.filter(({ operation }) => VERIFICATIONS.includes(operation ?? '')).length;
}

function options(cache: ClerkModuleOptions['cache'], of = local): ClerkModuleOptions {
  return { ...of.keys, machineSecretKey: of.machineSecretKey, jwtKey: of.jwtKey, retries: 0, cache };
}

/** An instance of the application with memory of its own: with another `fetch` it shares nothing but the store. */
function startInstance(cache: ClerkModuleOptions['cache']) {
  return startMachineApp({ ...options(cache), fetch: (input, init) => local.fetch(input, init) });
}

const key = (name = 'CI', of = local) => of.apiKeys.create({ subject: 'user_alice', name });

/** Until entries are written and renewals in the background have ended. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise(resolve => setImmediate(resolve));
}

it('1,000 requests with 10 API keys make 10 calls', async () => {
  const app = await startMachineApp(options({ machineTokens: true }));
  const keys = Array.from({ length: 10 }, (_, index) => key(`key ${index}`));
  for (let batch = 0; batch < 20; batch++) {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => app.get('/api-keys', bearer(keys[index % 10]!.secret))),
    );
    answers.forEach(({ status, json }, index) => {
      expect(status).toBe(200);
      expect(json.name).toBe(`key ${index % 10}`);
    });
  }
  expect(calls()).toBe(10);
});

it('each request makes a call without the option', async () => {
  const app = await startMachineApp(options(undefined));
  const { secret } = key();
  for (let index = 0; index < 3; index++) await app.get('/api-keys', bearer(secret));
  expect(calls()).toBe(3);
});

it.each(['api_key', 'm2m_token', 'oauth_token'] as const)(
  'has the same auth object from the cache as from Clerk: %s',
  async type => {
    const app = await startMachineApp(options({ machineTokens: true }));
    const claims = { team: 'billing', nested: { list: [1, null, 'ä'] } };
    const token = {
      api_key: () =>
        local.apiKeys.create({ subject: 'user_alice', name: 'CI', scopes: ['a', 'b'], claims }).secret,
      m2m_token: async () => (await local.m2mTokens.create({ claims })).token,
      oauth_token: async () =>
        (await local.oauthTokens.create({ subject: 'user_alice', scopes: ['profile'] })).token,
    };
    const header = bearer(await token[type]());
    const first = await app.get(ROUTES[type], header);
    const second = await app.get(ROUTES[type], header);
    expect(first.status).toBe(200);
    expect(second.json).toEqual(first.json);
    expect(calls()).toBe(1);
  },
);

it('checks the audience of an OAuth token on each use', async () => {
  const store = new MapStore();
  const cache = { store, machineTokens: true };
  const { token } = await local.oauthTokens.create({
    subject: 'user_alice',
    audience: ['https://a.example'],
  });
  const open = await startMachineApp(options(cache));
  const other = await startMachineApp({ ...options(cache), audience: 'https://b.example' });
  expect((await open.get('/oauth', bearer(token))).status).toBe(200);
  expect((await other.get('/oauth', bearer(token))).status).toBe(401);
});

describe('a revoked API key', () => {
  it('is accepted for the lifetime at most, and rejected after it', async () => {
    const app = await startMachineApp(options({ machineTokens: { ttl: 30_000 } }));
    const { id, secret } = key();
    expect((await app.get('/api-keys', bearer(secret))).status).toBe(200);
    local.apiKeys.revoke(id);
    local.clock.advance(20_000);
    expect((await app.get('/api-keys', bearer(secret))).status).toBe(200);
    local.clock.advance(10_000);
    expect((await app.get('/api-keys', bearer(secret))).status).toBe(401);
  });

  it('is rejected as soon as a renewal in the background is rejected', async () => {
    const app = await startMachineApp(options({ machineTokens: { ttl: 30_000 } }));
    const { id, secret } = key();
    await app.get('/api-keys', bearer(secret));
    local.apiKeys.revoke(id);
    local.clock.advance(23_000);
    expect((await app.get('/api-keys', bearer(secret))).status).toBe(200);
    await settled();
    expect((await app.get('/api-keys', bearer(secret))).status).toBe(401);
  });
});

it('an API key in use is renewed in the background, so that no request waits for Clerk', async () => {
  const app = await startMachineApp(options({ machineTokens: { ttl: 30_000 } }));
  const { secret } = key();
  await app.get('/api-keys', bearer(secret));
  local.clock.advance(23_000);
  const stop = local.fail('verifyApiKey', { connection: 'hang' });
  expect((await app.get('/api-keys', bearer(secret))).status).toBe(200);
  stop();
  expect(calls()).toBe(2);
});

it('a token is not accepted after its own expiry', async () => {
  const app = await startMachineApp(options({ machineTokens: { ttl: 3_600_000 } }));
  const expiring = local.apiKeys.create({ subject: 'user_alice', name: 'CI', secondsUntilExpiration: 60 });
  const oauth = await local.oauthTokens.create({
    subject: 'user_alice',
    secondsUntilExpiration: 60,
  });
  const both = async () => [
    (await app.get('/api-keys', bearer(expiring.secret))).status,
    (await app.get('/oauth', bearer(oauth.token))).status,
  ];
  expect(await both()).toEqual([200, 200]);
  local.clock.advance(59_000);
  expect(await both()).toEqual([200, 200]);
  local.clock.advance(2_000);
  expect(await both()).toEqual([401, 401]);
});

describe('a rejected token', () => {
  it('is rejected by other instances without a call, for its shorter lifetime', async () => {
    const cache = () => ({ store, machineTokens: { ttl: 60_000, rejectedTtl: 5_000 } });
    const store = new MapStore();
    const header = bearer(key().secret.replace(/.$/, '#').replace('#', 'A'));
    const answers = [];
    for (const app of [await startInstance(cache()), await startInstance(cache())]) {
      answers.push(await app.get('/api-keys', header));
      await settled();
    }
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    expect(answers[1]?.json).toEqual(answers[0]?.json);
    expect(calls()).toBe(1);

    local.clock.advance(5_000);
    const third = await startInstance(cache());
    expect((await third.get('/api-keys', header)).status).toBe(401);
    expect(calls()).toBe(2);
  });

  it('is not stored with `rejectedTtl: 0`', async () => {
    const store = new MapStore();
    const app = await startMachineApp(options({ store, machineTokens: { rejectedTtl: 0 } }));
    expect((await app.get('/api-keys', bearer('ak_made_up'))).status).toBe(401);
    await settled();
    expect(store.entries.size).toBe(0);
  });
});

it.each([
  ['no connection', { connection: 'reset' }],
  ['an error of Clerk', { status: 500 }],
  ['too many requests', { status: 429 }],
  ['a secret key that Clerk does not accept', { status: 401 }],
] as const)('never remembers %s', async (_name, fault) => {
  const app = await startMachineApp(options({ machineTokens: true }));
  const { secret } = key();
  local.fail('verifyApiKey', { ...fault, times: 1 });
  expect((await app.get('/api-keys', bearer(secret))).status).toBe(503);
  expect((await app.get('/api-keys', bearer(secret))).status).toBe(200);
});

describe('the store', () => {
  it('has neither tokens nor what they say', async () => {
    const store = new MapStore();
    const app = await startMachineApp(options({ store, machineTokens: true }));
    const { id, secret } = key('very secret name');
    await app.get('/api-keys', bearer(secret));
    await app.get('/api-keys', bearer('ak_made_up'));
    await settled();
    const content = [...store.entries]
      .flat()
      .map(part => Buffer.from(String(part), 'base64').toString('latin1'));
    const all = JSON.stringify([...store.entries]) + content.join();
    expect(store.entries.size).toBe(2);
    for (const secretOne of [
      secret,
      secret.slice(3),
      id,
      'very secret name',
      'user_alice',
      local.secretKey,
    ]) {
      expect(all).not.toContain(secretOne);
    }
  });

  it.each(Object.entries(BROKEN_STORES))('that %s means no cache and one warning', async (_name, store) => {
    const warnings: string[] = [];
    const logger = { log() {}, error() {}, debug() {}, warn: (text: string) => warnings.push(text) };
    const app = await startMachineApp(options({ store, machineTokens: true, storeTimeout: 20 }), { logger });
    const ofStore = () => warnings.filter(text => text.includes('store of `cache`'));
    // A late store has failed after ten time limits. Each request has a key of its own, and so waits for the store once:
    // others would share a result while it is being stored.
    for (let index = 0; index < 50 && ofStore().length === 0; index++) {
      expect((await app.get('/api-keys', bearer(key().secret))).status).toBe(200);
    }
    const before = calls();
    const { secret } = key();
    for (let index = 0; index < 3; index++) {
      expect((await app.get('/api-keys', bearer(secret))).status).toBe(200);
    }
    expect((await app.get('/api-keys', bearer('ak_made_up'))).status).toBe(401);
    expect(calls()).toBe(before + 4);
    expect(ofStore()).toHaveLength(1);
  });

  it('may be full of garbage', async () => {
    const store = new MapStore();
    const app = await startMachineApp(options({ store, machineTokens: true }));
    const { secret } = key();
    await app.get('/api-keys', bearer(secret));
    await settled();
    const [entry] = store.entries.keys();
    const before = calls();
    const admin = { id: 'ak_1', subject: 'user_admin', scopes: ['admin'] };
    const garbage = [42, 'x', {}, [], null, admin, JSON.stringify({ madeAt: 0, endsAt: 1e15, value: admin })];
    for (const value of garbage) {
      store.entries.set(entry!, value);
      const { status, json } = await app.get('/api-keys', bearer(secret));
      expect([status, json.subject]).toEqual([200, 'user_alice']);
    }
    expect(calls()).toBe(before + garbage.length);
  });
});

describe('tenants with one store', () => {
  it('do not accept the cached tokens of each other', async () => {
    const other = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
    const store = new MapStore();
    const tenants: Record<string, LocalClerk> = { a: local, b: other };
    const app = await startMachineApp({
      cache: { store, machineTokens: true },
      requestOptions: ({ headers }) => {
        const { cache: _inherited, ...keys } = options(undefined, tenants[String(headers['x-tenant'])]);
        return keys;
      },
    });
    const { secret } = key();
    const as = async (tenant: string) =>
      (await app.get('/api-keys', { ...bearer(secret), 'x-tenant': tenant })).status;
    expect(await as('a')).toBe(200);
    expect(await as('b')).toBe(401);
    expect(await as('a')).toBe(200);
    expect([calls(), calls(other)]).toEqual([1, 1]);

    // An attacker who can write to the store gives the entry of one tenant to the other.
    await settled();
    const [entryOfA, entryOfB] = store.entries.keys();
    store.entries.set(entryOfB!, store.entries.get(entryOfA!));
    expect(await as('b')).toBe(401);
  });
});

it('a client that goes away does not end the call that others wait for', async () => {
  let begun: () => void;
  let goOn: () => void;
  const hasBegun = new Promise<void>(resolve => (begun = resolve));
  const mayGoOn = new Promise<void>(resolve => (goOn = resolve));
  const app = await startMachineApp({
    ...options({ machineTokens: true }),
    fetch: async (input, init) => {
      begun();
      await mayGoOn;
      return local.fetch(input, init);
    },
  });
  const headers = bearer(key().secret);
  const impatient = httpRequest({ host: '127.0.0.1', port: app.port, path: '/api-keys', headers });
  const gone = new Promise(resolve => impatient.once('error', resolve));
  impatient.end();
  await hasBegun;
  const patient = app.get('/api-keys', headers);
  impatient.destroy();
  await gone;
  goOn!();
  expect((await patient).status).toBe(200);
  expect(calls()).toBe(1);
});

describe('at the start', () => {
  it.each([
    ['forRoot()', (cache: object) => ClerkModule.forRoot(options(cache))],
    ['forRootAsync()', (cache: object) => ClerkModule.forRootAsync({ useFactory: () => options(cache) })],
    [
      'requestOptions',
      (cache: object) => ClerkModule.forRoot({ cache, requestOptions: () => ({ ...local.keys }) }),
    ],
  ])('an invalid option of the cache is an error: %s', async (_name, module) => {
    await expect(startNest({ imports: [module({ machineTokens: { ttl: -1 } })] })).rejects.toThrow(
      '`cache.machineTokens.ttl` is a whole number of milliseconds from 1 to 3600000.',
    );
  });

  it('forRootAsync() takes a cache', async () => {
    const app = await startNest({
      imports: [ClerkModule.forRootAsync({ useFactory: () => options({ machineTokens: true }) })],
    });
    expect(app.port).toBeGreaterThan(0);
  });
});
