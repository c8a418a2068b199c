import { createPublicKey } from 'node:crypto';

import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyToken } from 'nest-clerk/express';
import { LocalClerk } from 'nest-clerk/testing';
import type { ClerkModuleOptions } from 'nest-clerk';

import { cookieHeader, verdictOf } from '../support/auth-answer.js';
import { setEnvironment } from '../support/environment.js';
import { forgeJwt } from '../support/forge.js';
import { startMachineApp } from '../support/machine-app.js';
import { bearer } from '../support/nest-app.js';
import { sendRaw } from '../support/raw-http.js';
import { closeApps } from '../support/running-app.js';
import { startWho } from '../support/who-app.js';

let local: LocalClerk;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
beforeEach(() => setEnvironment({}));
afterEach(closeApps);

const start = (options: Partial<ClerkModuleOptions> = {}) => startWho({ ...local.keys, ...options });
const session = (options = {}) => local.issueSessionToken({ userId: 'user_alice', ...options });
const inCookie = (__session: string) => cookieHeader({ __session, __client_uat: 1, __clerk_db_jwt: 'dvb_1' });
function claimsOf(sub: unknown, changes: Record<string, unknown> = {}): Record<string, unknown> {
  const iat = Math.floor(Date.now() / 1000);
  return { iss: local.issuer, sub, sid: 'sess_1', jti: 'mt_1', iat, exp: iat + 60, ...changes };
}

describe('@clerk/backend 3.16.9: a token of a JWT template', () => {
  const token = () => session({ header: { cat: 'cl_B7d4PD222AAA' } });

  it.each<[string, (token: string) => Record<string, string>]>([
    ['header', bearer],
    ['cookie', inCookie],
  ])('in the %s is rejected', async (_carrier, carry) => {
    const app = await start();

    expect((await app.get('/guarded', carry(await session()))).status).toBe(200);
    const answer = await app.get('/guarded', carry(await token()));
    expect(answer.status).toBe(401);
    expect(verdictOf(answer).reason).toBe('token-type-mismatch');
  });
});

describe('@clerk/backend 3.16.7: cookies are parsed as in RFC 6265', () => {
  it.each([
    ['a name with another case', (token: string) => `__SESSION=${token}; __client_uat=1; __clerk_db_jwt=d`],
    [
      'a name with a suffix of another instance',
      (t: string) => `__session_AAAAAAAA=${t}; __client_uat=1; __clerk_db_jwt=d`,
    ],
    [
      'a session inside the value of another cookie',
      (t: string) => `x="; __session=${t}"; __client_uat=1; __clerk_db_jwt=d`,
    ],
    ['cookies separated by commas', (t: string) => `x=1, __session=${t}, __client_uat=1`],
    [
      'a session in the encoded value of another cookie',
      (t: string) => `x=1%3B__session%3D${t}; __client_uat=1; __clerk_db_jwt=d`,
    ],
  ])('%s is signed out', async (_what, cookie) => {
    const app = await start();

    expect((await app.get('/guarded', { cookie: cookie(await session()) })).status).toBe(401);
  });

  it.each([7, null, {}, ['https://clerk.example']])(
    'a token with the issuer %j gets a response',
    async iss => {
      const app = await start();
      const token = await local.signJwt(claimsOf('user_alice', { iss }));

      for (const headers of [bearer(token), inCookie(token)]) {
        expect((await app.get('/who', headers)).status).toBeLessThan(500);
      }
    },
  );
});

describe('@clerk/backend 3.12.0: a referrer that resembles an account portal does not skip the handshake', () => {
  it.each([
    'https://accounts.attacker.example/',
    'https://accounts.primary.example.attacker.example/',
    'https://quick-fox-1.accounts.dev/',
    'https://accounts.quick.fox-1.lcl.dev/',
    'https://attacker.example/accounts.primary.example',
    'https://accounts.primary.example@attacker.example/',
  ])('%s', async referer => {
    const production = await LocalClerk.create({
      instanceType: 'production',
      frontendApi: 'clerk.primary.example',
      users: [{ id: 'user_alice' }],
    });
    const app = await startWho({ ...production.keys });
    const __session = await production.issueSessionToken({ userId: 'user_alice' });
    const headers = {
      host: 'primary.example',
      'x-forwarded-proto': 'https',
      'sec-fetch-dest': 'document',
      accept: 'text/html',
      ...cookieHeader({ __session, __client_uat: 1 }),
    };

    expect((await app.get('/', { ...headers, referer: 'https://accounts.primary.example/' })).status).toBe(
      200,
    );
    const answer = await app.get('/', { ...headers, referer });
    expect(answer.status).toBe(307);
    expect(verdictOf(answer).reason).toBe('primary-domain-cross-origin-sync');
  });
});

describe('@clerk/backend 3.11.7: a machine token in the session cookie is signed out', () => {
  it.each([
    ['M2M', () => local.signJwt(claimsOf('mch_jobs'))],
    ['OAuth', () => local.signJwt(claimsOf('user_alice'), { typ: 'at+jwt' })],
    ['OAuth, with the long type', () => local.signJwt(claimsOf('user_alice'), { typ: 'application/at+jwt' })],
  ])('%s', async (_kind, issue) => {
    const app = await start();
    const headers = inCookie(await issue());

    expect((await app.get('/guarded', headers)).status).toBe(401);
    expect((await app.get('/who', headers)).json).toMatchObject({ userId: null });
  });
});

describe('@clerk/backend 3.11.1: with authorizedParties, a token without azp is rejected', () => {
  it.each([[undefined], [''], [null], [['https://app.example']], ['https://other.example']])(
    'azp %j',
    async azp => {
      const app = await start({ authorizedParties: ['https://app.example'] });
      const valid = await session({ claims: { azp: 'https://app.example' } });
      const token = await session({ claims: { azp } });

      for (const carry of [bearer, inCookie]) {
        expect((await app.get('/guarded', carry(valid))).status).toBe(200);
        expect((await app.get('/guarded', carry(token))).status).toBe(401);
      }
    },
  );
});

it.each(['cl_B7d4PD111AAA', 'cl_B7d4PD222AAA', 'cl_unknown', '', 7])(
  '@clerk/backend 3.9.0: rejects an M2M token with the category %j',
  async cat => {
    const app = await startMachineApp({ ...local.keys });

    expect((await app.get('/machines', bearer(await local.signJwt(claimsOf('mch_jobs'))))).status).toBe(200);
    const token = await local.signJwt(claimsOf('mch_jobs'), { cat });
    expect((await app.get('/machines', bearer(token))).status).toBe(401);
  },
);

it.each([[undefined], [null], [7], [['mch_jobs']], [{ startsWith: 1 }], [true]])(
  '@clerk/backend 3.6.0: rejects a token with the subject %j with 401',
  async sub => {
    const app = await startMachineApp({ ...local.keys });

    for (const header of [{}, { typ: 'at+jwt' }, { cat: 'cl_B7d4PD333AAA' }]) {
      for (const token of [await local.signJwt(claimsOf(sub), header), forgeJwt(header, claimsOf(sub))]) {
        for (const path of ['/machines', '/guarded']) {
          const { status, text } = await app.get(path, bearer(token));
          expect([401, 404]).toContain(status);
          expect(text).not.toContain('unexpected-error');
        }
      }
    }
  },
);

it('@clerk/backend 3.4.8: rejects a token with a list of audiences of which none is accepted', async () => {
  const app = await start({ audience: ['api', 'web'] });
  const statusFor = async (aud: unknown) =>
    (await app.get('/guarded', bearer(await session({ claims: { aud } })))).status;

  expect(await statusFor(['other', 'web'])).toBe(200);
  for (const aud of [['other'], ['ap'], ['api,web'], ['api '], 'ap']) expect(await statusFor(aud)).toBe(401);
});

it('@clerk/backend 3.2.14: tolerates no clock difference with clockSkewInMs 0', async () => {
  const app = await start({ clockSkewInMs: 0 });

  expect((await app.get('/guarded', bearer(await session()))).status).toBe(200);
  expect((await app.get('/guarded', bearer(await session({ expiresIn: -2 })))).status).toBe(401);
});

it('@clerk/backend 3.2.12: the rejection of a forged token does not contain the required claims', async () => {
  const app = await start({ authorizedParties: ['https://app.example'], audience: 'api' });
  const header = { alg: 'RS256', typ: 'JWT', kid: local.kid };
  const forgeries = [
    claimsOf('user_alice'),
    claimsOf('user_alice', { azp: 'https://app.example', aud: 'api' }),
    claimsOf('user_alice', { aud: 'other' }),
    claimsOf('user_alice', { exp: 1 }),
    claimsOf(7),
  ];

  const answers = await Promise.all(
    forgeries.map(claims => app.get('/guarded', bearer(forgeJwt(header, claims)))),
  );
  const verdicts = answers.map(({ status, headers, text }) => ({
    status,
    text,
    verdict: verdictOf({ headers }),
  }));
  expect(new Set(verdicts.map(verdict => JSON.stringify(verdict))).size).toBe(1);
  expect(verdicts[0]).toMatchObject({ status: 401, verdict: { reason: 'token-invalid-signature' } });
});

/** A browser that needs a handshake, which requires the public URL of the request. */
const PAGE = ['Sec-Fetch-Dest: document', 'Accept: text/html', 'Cookie: __client_uat=1'];

it.each(['a b', '[', 'a:b:c', 'user@host', 'a/b', '%', '\x7f', 'host:99999'])(
  '@clerk/backend 3.0.0: a request with the host %j is answered below 500',
  async host => {
    const app = await start();

    for (const header of [`X-Forwarded-Host: ${host}`, `X-Forwarded-Proto: ${host}`]) {
      const { status } = await sendRaw(app.port, { target: '/guarded', headers: [header, ...PAGE] });
      expect([307, 400]).toContain(status);
    }
  },
);

it('@clerk/backend 2.18.1: a key of one instance does not verify a token of another', async () => {
  const other = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  const keysOf = ({ secretKey, fetch }: LocalClerk) => ({ secretKey, fetch });
  const ours = await session();
  const theirs = await other.issueSessionToken({ userId: 'user_alice', header: { kid: local.kid } });

  await expect(verifyToken(ours, keysOf(local))).resolves.toMatchObject({ sub: 'user_alice' });
  await expect(verifyToken(theirs, keysOf(local))).rejects.toThrow();
  await expect(verifyToken(ours, keysOf(other))).rejects.toThrow();
  expect(createPublicKey(other.jwtKey).equals(createPublicKey(local.jwtKey))).toBe(false);
});
