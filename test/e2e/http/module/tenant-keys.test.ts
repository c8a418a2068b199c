import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ClerkModuleOptions, ClerkOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { startMachineApp } from '../../../support/machine-app.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps } from '../../../support/running-app.js';

let acme: LocalClerk;
let globex: LocalClerk;
let ofAcme: { authorization: string };
let ofGlobex: { authorization: string };

beforeAll(async () => {
  acme = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  globex = await LocalClerk.create({ users: [{ id: 'user_bob' }] });
});
beforeEach(async () => {
  setEnvironment({});
  acme.requests.length = 0;
  ofAcme = bearer(await acme.issueSessionToken({ userId: 'user_alice' }));
  ofGlobex = bearer(await globex.issueSessionToken({ userId: 'user_bob' }));
});
afterEach(closeApps);

/** The users of both tenants who are accepted with these options. */
async function admitted(requestOptions: ClerkModuleOptions['requestOptions'], base: ClerkModuleOptions = {}) {
  const app = await startMachineApp({ ...base, requestOptions });
  const userOf = async (token: { authorization: string }) => (await app.get('/people', token)).json.userId;
  return { ofAcme: await userOf(ofAcme), ofGlobex: await userOf(ofGlobex) };
}

/** The secret key with which an M2M token is verified with these options. */
async function secretForM2M(given: ClerkOptions, base: ClerkModuleOptions = {}) {
  const secrets: (string | null)[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    secrets.push(new Request(input, init).headers.get('authorization'));
    return Response.json({ errors: [] }, { status: 404 });
  };
  const app = await startMachineApp({ ...base, requestOptions: () => ({ ...given, fetch }) });
  await app.get('/machines', bearer('mt_1'));
  return secrets;
}

describe('keys of the module are not used for a tenant with keys of its own', () => {
  it('jwtKey of the module', async () => {
    expect(await admitted(() => globex.keys, { ...acme.keys, jwtKey: acme.jwtKey })).toEqual({
      ofAcme: undefined,
      ofGlobex: 'user_bob',
    });
  });

  it('jwtKey of the environment', async () => {
    setEnvironment({ CLERK_SECRET_KEY: acme.secretKey, CLERK_JWT_KEY: acme.jwtKey });

    expect(await admitted(() => globex.keys)).toEqual({ ofAcme: undefined, ofGlobex: 'user_bob' });
  });

  it('jwtKey of the environment, whose other keys the module overrides', async () => {
    setEnvironment({
      CLERK_SECRET_KEY: acme.secretKey,
      CLERK_PUBLISHABLE_KEY: acme.publishableKey,
      CLERK_JWT_KEY: acme.jwtKey,
    });

    expect(await admitted(() => ({}), globex.keys)).toEqual({ ofAcme: undefined, ofGlobex: 'user_bob' });
  });

  it('jwtKey, if the tenant has only a publishable key', async () => {
    const { publishableKey } = globex;
    const base = { ...acme.keys, jwtKey: acme.jwtKey };

    await admitted(() => ({ publishableKey }), base);

    // Only the key set, which was not fetched before, can decide now.
    expect(acme.requests.map(({ operation }) => operation)).toContain('GetJWKS');
  });

  it.each<[string, ClerkModuleOptions]>([
    ['the module', { machineSecretKey: 'ak_acme' }],
    ['the environment', {}],
  ])('machineSecretKey of %s', async (_where, base) => {
    setEnvironment({ CLERK_SECRET_KEY: acme.secretKey, CLERK_MACHINE_SECRET_KEY: 'ak_acme' });

    expect(await secretForM2M(globex.keys, { ...acme.keys, ...base })).toEqual([
      `Bearer ${globex.secretKey}`,
    ]);
  });

  it('the keys of the tenant apply', async () => {
    const own = { ...globex.keys, jwtKey: globex.jwtKey, machineSecretKey: 'ak_globex' };
    const base = { ...acme.keys, jwtKey: acme.jwtKey, machineSecretKey: 'ak_acme' };

    expect(await admitted(() => own, base)).toEqual({ ofAcme: undefined, ofGlobex: 'user_bob' });
    expect(await secretForM2M(own, base)).toEqual(['Bearer ak_globex']);
  });
});

describe('keys of the module are defaults for a request with the same instance', () => {
  it.each<[string, () => ClerkOptions]>([
    ['no key', () => ({})],
    ['the same secret key', () => ({ secretKey: acme.secretKey })],
    ['both', () => ({ secretKey: acme.secretKey, publishableKey: acme.publishableKey })],
  ])('which returns %s', async (_what, given) => {
    const base = { ...acme.keys, jwtKey: acme.jwtKey, machineSecretKey: 'ak_acme' };

    expect(await admitted(given, base)).toEqual({ ofAcme: 'user_alice', ofGlobex: undefined });
    expect(acme.requests).toEqual([]);
    expect(await secretForM2M(given(), base)).toEqual(['Bearer ak_acme']);
  });
});

describe('options object that is reused for every request', () => {
  it('gives each tenant its own instance', async () => {
    const shared: ClerkOptions = {};
    const app = await startMachineApp({
      requestOptions: ({ headers }) =>
        Object.assign(shared, headers.host === 'globex' ? globex.keys : acme.keys),
    });
    const userAt = async (host: string, token: { authorization: string }) =>
      (await app.get('/people', { ...token, host })).json.userId;

    for (let round = 0; round < 2; round++) {
      expect(await userAt('acme', ofAcme)).toBe('user_alice');
      expect(await userAt('globex', ofAcme)).toBeUndefined();
      expect(await userAt('globex', ofGlobex)).toBe('user_bob');
      expect(await userAt('acme', ofGlobex)).toBeUndefined();
    }
  });

  it('does not keep an option that was removed', async () => {
    const shared: ClerkOptions = {};
    const app = await startMachineApp({
      ...acme.keys,
      requestOptions: ({ headers }) => {
        delete shared.authorizedParties;
        return headers.host === 'strict'
          ? Object.assign(shared, { authorizedParties: ['https://a.example'] })
          : shared;
      },
    });

    expect((await app.get('/people', { ...ofAcme, host: 'open' })).status).toBe(200);
    expect((await app.get('/people', { ...ofAcme, host: 'strict' })).status).toBe(401);
    expect((await app.get('/people', { ...ofAcme, host: 'open' })).status).toBe(200);
  });
});
