import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { cookieHeader, verdictOf } from '../../../support/auth-answer.js';
import { PAGE_LOAD } from '../../../support/browser.js';
import { setEnvironment } from '../../../support/environment.js';
import { closeApps } from '../../../support/running-app.js';
import { recordingLogger, startWho } from '../../../support/who-app.js';

let development: LocalClerk;
let production: LocalClerk;
let logger: ReturnType<typeof recordingLogger>;

beforeAll(async () => {
  setEnvironment({});
  const users = [{ id: 'user_alice' }];
  development = await LocalClerk.create({ users });
  production = await LocalClerk.create({ users, instanceType: 'production' });
});
beforeEach(() => {
  logger = recordingLogger();
});
afterEach(() => {
  jest.restoreAllMocks();
  development.outage = undefined;
});
afterAll(closeApps);

function start(local: LocalClerk, options: ClerkModuleOptions = {}) {
  return startWho({ ...local.keys, ...options }, logger);
}

/** The token of a handshake that sets these cookies. */
function handshakeToken(local: LocalClerk, cookies: string[], header: Record<string, unknown> = {}) {
  return local.signJwt({ handshake: cookies }, header);
}

describe('return from a handshake in development', () => {
  it('sets every cookie unchanged and redirects to the URL without handshake parameters', async () => {
    const session = await development.issueSessionToken({ userId: 'user_alice' });
    const cookies = [
      '__client_uat=1790000000; Path=/; Max-Age=315360000; SameSite=Lax',
      `__session=${session}; Path=/; SameSite=Lax`,
      'theirs=a%20b; Secure',
    ];
    const token = await handshakeToken(development, cookies);
    const app = await start(development);

    const answer = await app.get(
      `/orders?page=2&__clerk_handshake=${token}&__clerk_help=1&__clerk_db_jwt=dvb_1&q=%20`,
      { ...PAGE_LOAD, host: 'localhost:3000' },
    );

    expect(answer.status).toBe(307);
    expect(answer.headers).toMatchObject({
      location: 'http://localhost:3000/orders?page=2&q=+',
      'cache-control': 'no-store',
      'set-cookie': cookies,
      'access-control-allow-origin': 'null',
      'access-control-allow-credentials': 'true',
    });
    expect(verdictOf(answer)).toEqual({ status: undefined, reason: undefined, message: undefined });
    expect(answer.text).toBe('');
  });

  it('accepts a suffixed session cookie', async () => {
    const session = await development.issueSessionToken({ userId: 'user_alice' });
    const token = await handshakeToken(development, [`__session_abcdefgh=${session}; Path=/`]);

    const answer = await (await start(development)).get(`/?__clerk_handshake=${token}`, PAGE_LOAD);

    expect(verdictOf(answer).reason).toBeUndefined();
    expect(answer.status).toBe(307);
  });

  it('session-token-missing: sets the cookies but signs no user in without a session cookie', async () => {
    const token = await handshakeToken(development, ['__client_uat=0; Path=/']);

    const answer = await (await start(development)).get(`/?__clerk_handshake=${token}`, PAGE_LOAD);

    expect(answer.status).toBe(307);
    expect(answer.headers['set-cookie']).toEqual(['__client_uat=0; Path=/']);
    expect(verdictOf(answer)).toMatchObject({ status: 'signed-out', reason: 'session-token-missing' });
  });

  it('ignores an unknown nonce with a warning and sets no cookies', async () => {
    const answer = await (await start(development)).get('/?__clerk_handshake_nonce=none', PAGE_LOAD);

    expect(answer.headers).toMatchObject({ location: expect.stringMatching(/\/$/) });
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(verdictOf(answer).reason).toBe('session-token-missing');
    expect(logger.warnings).toEqual([expect.stringContaining('A handshake could not be fetched')]);
  });

  it('with a nonce while the Backend API is down is answered below 500', async () => {
    const app = await start(development);
    development.outage = 500;

    expect(verdictOf(await app.get('/?__clerk_handshake_nonce=1', PAGE_LOAD)).reason).toBe(
      'session-token-missing',
    );
  });

  it('prefers the nonce to the token', async () => {
    const answer = await (
      await start(development)
    ).get('/?__clerk_handshake_nonce=none&__clerk_handshake=garbage', PAGE_LOAD);

    expect(verdictOf(answer).reason).toBe('session-token-missing');
  });
});

describe('changed keys in development', () => {
  it('token-invalid-signature: sign the browser out, clear its cookies and cause no redirect loop', async () => {
    const before = await LocalClerk.create();
    const token = await handshakeToken(before, ['__session=x'], { kid: development.kid });

    const answer = await (
      await start(development)
    ).get(`/?__clerk_handshake=${token}`, {
      ...PAGE_LOAD,
      ...cookieHeader({ __client_uat: 1 }),
    });

    expect(answer).toMatchObject({ status: 200, json: { userId: null } });
    expect(answer.headers).not.toHaveProperty('location');
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(verdictOf(answer)).toEqual({
      status: 'signed-out',
      reason: 'token-invalid-signature',
      message: expect.stringMatching(/keys were changed on this machine, clear the cookies and try again/),
    });
    expect(logger.warnings).toEqual([verdictOf(answer).message]);
  });

  it.each([
    ['jwk-kid-mismatch', 'signed with a key that the instance has not', { kid: 'ins_other' }],
    ['token-invalid', 'a JWT template’s, which may say what its author likes', { cat: 'cl_B7d4PD222AAA' }],
    ['token-invalid', 'of another type', { typ: 'at+jwt' }],
    ['token-invalid-algorithm', 'of an algorithm that Clerk does not use', { alg: 'none' }],
  ])('%s: a handshake token %s is rejected', async (reason, _what, header) => {
    const token = await handshakeToken(development, ['__session=x'], header);

    const answer = await (await start(development)).get(`/?__clerk_handshake=${token}`, PAGE_LOAD);

    expect(answer.status).toBe(200);
    expect(verdictOf(answer)).toMatchObject({ status: 'signed-out', reason });
  });

  it.each(['garbage', 'a.b.c', 'e30.e30', '%00'])('a handshake token %j is rejected', async token => {
    const answer = await (await start(development)).get(`/?__clerk_handshake=${token}`, PAGE_LOAD);

    expect(answer.status).toBe(200);
    expect(verdictOf(answer)).toMatchObject({ status: 'signed-out', reason: 'token-invalid' });
  });
});

describe('return from a handshake in production', () => {
  it('responds with the page and the cookies', async () => {
    const session = await production.issueSessionToken({ userId: 'user_alice' });
    const token = await handshakeToken(production, [`__session=${session}; Secure`]);

    const answer = await (
      await start(production)
    ).get('/?a=1', {
      ...PAGE_LOAD,
      ...cookieHeader({ __clerk_handshake: token }),
    });

    expect(answer).toMatchObject({ status: 200, json: { userId: 'user_alice' } });
    expect(answer.headers).toMatchObject({
      'set-cookie': [`__session=${session}; Secure`],
      'access-control-allow-origin': 'null',
    });
    expect(answer.headers['cache-control']).toBeUndefined();
  });

  it('ignores a handshake token of another application on the same domain and reads the cookies', async () => {
    const neighbour = await LocalClerk.create({ instanceType: 'production' });
    const token = await handshakeToken(neighbour, ['__session=x']);
    const session = await production.issueSessionToken({ userId: 'user_alice' });
    const app = await start(production);

    const load = (cookies: Record<string, string | number>) =>
      app.get('/', { ...PAGE_LOAD, ...cookieHeader({ __clerk_handshake: token, ...cookies }) });

    expect(await load({ __session: session, __client_uat: 1 })).toMatchObject({
      status: 200,
      json: { userId: 'user_alice' },
    });
    expect(verdictOf(await load({ __client_uat: 1 }))).toMatchObject({
      status: 'handshake',
      reason: 'client-uat-but-no-session-token',
    });
    expect(logger.warnings).toContainEqual(expect.stringMatching(/jwk-kid-mismatch/));
  });

  it('ignores a session for another application and reads the cookies', async () => {
    const session = await production.issueSessionToken({
      userId: 'user_alice',
      authorizedParty: 'https://other.example.com',
    });
    const token = await handshakeToken(production, [`__session=${session}`]);
    const app = await start(production, { authorizedParties: ['https://app.example.com'] });

    const answer = await app.get('/', { ...PAGE_LOAD, ...cookieHeader({ __clerk_handshake: token }) });

    expect(answer).toMatchObject({ status: 200, json: { userId: null } });
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(verdictOf(answer).reason).toBe('session-token-and-uat-missing');
    expect(logger.warnings).toEqual([expect.stringContaining('token-invalid-authorized-parties')]);
  });
});
