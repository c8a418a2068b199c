import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { MINUTE, SECOND, stopClock } from '../../../support/clock.js';
import { setEnvironment } from '../../../support/environment.js';
import { ROUTES, startMachineApp } from '../../../support/machine-app.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps } from '../../../support/running-app.js';
import { recordingLogger } from '../../../support/who-app.js';

let local: LocalClerk;
let other: LocalClerk;
let warnings: string[];

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  other = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await closeApps();
});

let ask: (token: string, path?: string) => Promise<number>;

/** Each test has a `fetch` of its own: what was logged belongs to it. */
async function start(options: ClerkModuleOptions = {}) {
  const logger = recordingLogger();
  warnings = logger.warnings;
  const fetch: typeof globalThis.fetch = (input, init) => local.fetch(input, init);
  const app = await startMachineApp({ ...local.keys, fetch, ...options }, { logger });
  ask = async (token, path = '/people') => (await app.get(path, bearer(token))).status;
}

const tokenOf = (instance: LocalClerk, options: object = {}) =>
  instance.issueSessionToken({ userId: 'user_alice', ...options });

describe('a token of another instance', () => {
  it.each([
    ['key set', () => ({}), /CLERK_SECRET_KEY/],
    ['jwtKey', () => ({ jwtKey: local.jwtKey }), /CLERK_JWT_KEY/],
  ])('is logged once with both issuers and the remedy (%s)', async (_what, options, remedy) => {
    await start(options());
    for (let count = 0; count < 3; count++) expect(await ask(await tokenOf(other))).toBe(401);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(other.issuer);
    expect(warnings[0]).toContain(local.issuer);
    expect(warnings[0]).toMatch(remedy);
  });

  it('is logged for machine tokens that are JWTs too', async () => {
    await start();
    const { token } = await other.m2mTokens.create({ subject: 'mch_1', tokenFormat: 'jwt' });
    expect(await ask(token, ROUTES.m2m_token)).toBe(401);
    expect(warnings).toEqual([expect.stringMatching(/^An M2M token names /)]);
  });

  it('is logged as keys of different instances if its issuer is the configured one', async () => {
    await start();
    await ask(await tokenOf(other, { claims: { iss: local.issuer } }));
    expect(warnings).toEqual([expect.stringContaining('are of different instances')]);
  });

  it('is logged five times at most for any number of invented issuers, and in short printable text', async () => {
    await start();
    for (let count = 0; count < 20; count++) {
      const iss = `https://${count}.example/\r\n[Nest] forged ${'x'.repeat(5000)}`;
      await ask(await tokenOf(other, { claims: { iss } }));
    }
    expect(warnings).toHaveLength(5);
    for (const warning of warnings) {
      expect(warning).toMatch(/^[\x20-\x7e…]+$/);
      expect(warning.length).toBeLessThan(700);
    }
  });

  it('without a key id is not logged', async () => {
    await start({ jwtKey: undefined });
    const [, claims, signature] = (await tokenOf(other)).split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'RS256', typ: 'JWT' })).toString('base64url');
    expect(await ask([header, claims, signature].join('.'))).toBe(401);
    expect(warnings).toEqual([]);
  });
});

describe('a rejection by an option', () => {
  it('of authorizedParties is logged once with both origins', async () => {
    await start({ authorizedParties: ['https://app.example.com'] });
    for (let count = 0; count < 3; count++) {
      expect(await ask(await tokenOf(local, { claims: { azp: 'http://localhost:5173' } }))).toBe(401);
    }
    expect(warnings).toEqual([
      expect.stringMatching(/http:\/\/localhost:5173 .*https:\/\/app\.example\.com.*add its origin/),
    ]);
    await ask(await tokenOf(local, { claims: { azp: undefined } }));
    expect(warnings).toHaveLength(2);
  });

  it('of issuer is logged once with both issuers', async () => {
    await start({ issuer: 'https://clerk.example.com' });
    for (let count = 0; count < 3; count++) expect(await ask(await tokenOf(local))).toBe(401);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(local.issuer);
    expect(warnings[0]).toContain('https://clerk.example.com');
  });
});

describe('a wrong clock', () => {
  it('is logged once for tokens from the future, with the difference', async () => {
    const clock = stopClock();
    await start({ jwtKey: local.jwtKey });
    for (let count = 0; count < 3; count++) {
      const iat = clock.now / SECOND + 42;
      expect(await ask(await tokenOf(local, { claims: { iat } }))).toBe(401);
    }
    expect(warnings).toEqual([expect.stringMatching(/42 s in the future.*NTP/)]);
  });

  it('is logged once if fresh tokens of several users have all expired', async () => {
    const clock = stopClock();
    await start({ jwtKey: local.jwtKey });
    for (let count = 0; count < 8; count++) {
      const iat = clock.now / SECOND - 300 - (count % 3);
      await ask(await tokenOf(local, { claims: { iat, exp: iat + 60 } }));
      clock.advance(7 * SECOND);
    }
    expect(warnings).toEqual([expect.stringMatching(/some 30\d s after they were issued.*NTP/)]);
  });

  it('is not logged for clients that return after a while, or that repeat one token', async () => {
    const clock = stopClock();
    await start({ jwtKey: local.jwtKey });
    const old = await tokenOf(local);
    for (let count = 1; count < 8; count++) {
      const iat = clock.now / SECOND - 100 * count ** 2;
      await ask(await tokenOf(local, { claims: { iat, exp: iat + 60 } }));
      clock.advance(MINUTE);
      await ask(old);
    }
    expect(warnings).toEqual([]);
  });
});

describe('a wrong secret key', () => {
  const fetchWithWrongKey: () => typeof fetch = () => () =>
    Promise.resolve(Response.json({ errors: [{ code: 'clerk_key_invalid' }] }, { status: 401 }));

  it('is logged once for each kind of token, with the variable and without the key, and answered 503', async () => {
    const clock = stopClock();
    await start({ fetch: fetchWithWrongKey() });
    for (let round = 0; round < 3; round++) {
      expect(await ask(await tokenOf(local))).toBe(503);
      expect(await ask('ak_1', ROUTES.api_key)).toBe(503);
      expect(await ask('mt_1', ROUTES.m2m_token)).toBe(503);
      expect(await ask('oat_1', ROUTES.oauth_token)).toBe(503);
      clock.advance(MINUTE);
    }
    expect(warnings).toEqual([
      expect.stringMatching(/api\.clerk\.com rejects the secret key .*CLERK_SECRET_KEY.* session tokens/),
      expect.stringMatching(/CLERK_SECRET_KEY.* API keys/),
      expect.stringMatching(/CLERK_MACHINE_SECRET_KEY.* M2M tokens/),
      expect.stringMatching(/CLERK_SECRET_KEY.* OAuth access tokens/),
    ]);
    expect(warnings.join()).not.toContain(local.secretKey);
  });
});

describe('the option debug', () => {
  it('logs each request as one line of text with method and path, without the query', async () => {
    const records: unknown[] = [];
    const logger = { ...recordingLogger(), debug: (record: unknown) => void records.push(record) };
    const app = await startMachineApp({ ...local.keys, jwtKey: local.jwtKey, debug: true }, { logger });
    await app.get('/people?token=secret', bearer(await tokenOf(local)));
    await app.get('/people%0a/../x', bearer('garbage'));
    expect(records).toEqual([
      expect.stringMatching(/^GET \/people: signed-in \[tokenType=session_token .*hasTokenInHeader=true/),
      expect.stringMatching(
        /^GET \/people%0a\/\.\.\/x: signed-out \(token-invalid\): The token is not a JWT/,
      ),
    ]);
    expect(JSON.stringify(records)).not.toContain('secret');
  });
});
