import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { SessionTokenOptions } from 'nest-clerk/testing';

import { cookieHeader, handshakeOf, verdictOf } from '../../../support/auth-answer.js';
import { PAGE_LOAD } from '../../../support/browser.js';
import { MINUTE, SECOND, stopClock } from '../../../support/clock.js';
import { setEnvironment } from '../../../support/environment.js';
import { closeApps } from '../../../support/running-app.js';
import type { RunningApp } from '../../../support/running-app.js';
import { startWho } from '../../../support/who-app.js';

const HOST = 'app.example.com';
const FRONTEND_API = 'https://clerk.example.com/v1/client/handshake';

let local: LocalClerk;
let app: RunningApp;
let now: number;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({
    instanceType: 'production',
    frontendApi: 'clerk.example.com',
    users: [{ id: 'user_alice' }],
  });
  app = await startWho({ ...local.keys, jwtKey: local.jwtKey });
});
beforeEach(() => {
  now = stopClock().now / SECOND;
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(closeApps);

function issue(options: Partial<SessionTokenOptions> = {}): Promise<string> {
  return local.issueSessionToken({ userId: 'user_alice', ...options });
}

/** Loads a page with these cookies. */
function load(cookies: Record<string, string | number | undefined>, headers: Record<string, string> = {}) {
  return app.get('/orders?page=2', { ...PAGE_LOAD, host: HOST, ...cookieHeader(cookies), ...headers });
}

/** The complete response to a page load that needs fresh cookies. */
function handshakeBecause(reason: string, query: Record<string, string> = {}, message?: string) {
  return {
    status: 307,
    address: FRONTEND_API,
    query: {
      redirect_url: `http://${HOST}/orders?page=2`,
      __clerk_api_version: '2026-05-12',
      suffixed_cookies: 'false',
      __clerk_hs_reason: reason,
      format: 'nonce',
      ...query,
    },
    cacheControl: 'no-store',
    setCookie: ['__clerk_redirect_count=1; SameSite=Lax; HttpOnly; Max-Age=2'],
    verdict: { status: 'handshake', reason, message },
  };
}

describe('page load starts a handshake', () => {
  it('client-uat-but-no-session-token: if a user is signed in without a session cookie', async () => {
    expect(handshakeOf(await load({ __client_uat: now }))).toEqual(
      handshakeBecause('client-uat-but-no-session-token'),
    );
  });

  it('in production without a dev browser', async () => {
    expect(handshakeOf(await load({ __client_uat: now, __clerk_db_jwt: 'dvb_1' }))).toEqual(
      handshakeBecause('client-uat-but-no-session-token'),
    );
  });

  it('session-token-but-no-client-uat: if there is a session cookie and no signed-in user', async () => {
    const __session = await issue();

    for (const cookies of [{ __session }, { __session, __client_uat: 0 }]) {
      expect(handshakeOf(await load(cookies))).toEqual(
        handshakeBecause('session-token-but-no-client-uat', { __session }),
      );
    }
  });

  it('session-token-iat-before-client-uat: if a user signed in or out after the session cookie was issued', async () => {
    const __session = await issue();

    expect(handshakeOf(await load({ __session, __client_uat: now + 1 }))).toEqual(
      handshakeBecause('session-token-iat-before-client-uat', { __session }),
    );
    expect(await load({ __session, __client_uat: now })).toMatchObject({ json: { userId: 'user_alice' } });
  });

  it('session-token-expired-refresh-non-eligible-no-refresh-cookie: if the session cookie has expired', async () => {
    const __session = await issue({ expiresIn: -6 });

    expect(handshakeOf(await load({ __session, __client_uat: now }))).toEqual(
      handshakeBecause(
        'session-token-expired-refresh-non-eligible-no-refresh-cookie',
        { __session },
        'The token expired 6 s ago (exp), and clocks may differ by 5 s (clockSkewInMs). (reason=token-expired, token-carrier=cookie)',
      ),
    );
  });

  it('session-token-nbf: if the session cookie is not valid yet, beyond the clock skew', async () => {
    const __session = await issue({ claims: { nbf: now + 6 } });

    expect(handshakeOf(await load({ __session, __client_uat: now }))).toEqual(
      handshakeBecause(
        'session-token-nbf',
        { __session },
        'The token is not active for another 6 s (nbf), and clocks may differ by 5 s (clockSkewInMs). Check the clock of this machine. (reason=token-not-active-yet, token-carrier=cookie)',
      ),
    );
  });

  it('session-token-iat-in-the-future: if the session cookie was issued in the future, beyond the clock skew', async () => {
    const __session = await issue({ claims: { iat: now + 6 } });

    expect(handshakeOf(await load({ __session, __client_uat: now }))).toEqual(
      handshakeBecause(
        'session-token-iat-in-the-future',
        { __session },
        'The token was issued 6 s in the future (iat), and clocks may differ by 5 s (clockSkewInMs). Check the clock of this machine. (reason=token-iat-in-the-future, token-carrier=cookie)',
      ),
    );
  });

  it('with a Bearer token too, if the request loads a page', async () => {
    const token = await issue({ expiresIn: -6 });

    const answer = await load({}, { authorization: `Bearer ${token}` });

    expect(handshakeOf(answer)).toMatchObject({
      status: 307,
      query: { __session: token },
      verdict: { message: expect.stringContaining('token-carrier=header') },
    });
  });
});

describe('page load starts no handshake', () => {
  it('session-token-and-uat-missing: if no user is signed in according to the cookies', async () => {
    for (const cookies of [{}, { __client_uat: 0 }, { __client_uat: 'yesterday' }]) {
      const answer = await load(cookies);

      expect(answer).toMatchObject({ status: 200, json: { userId: null } });
      expect(answer.headers).not.toHaveProperty('location');
      expect(verdictOf(answer)).toEqual({
        status: 'signed-out',
        reason: 'session-token-and-uat-missing',
        message: undefined,
      });
    }
  });

  it('token-type-mismatch: if the session cookie has a JWT of another type', async () => {
    const template = await issue({ header: { cat: 'cl_B7d4PD222AAA' } });
    const { token: m2m } = await local.m2mTokens.create({ tokenFormat: 'jwt' });
    const { token: oauth } = await local.oauthTokens.create({ subject: 'user_alice', tokenFormat: 'jwt' });

    for (const __session of [template, m2m, oauth]) {
      const answer = await load({ __session, __client_uat: now });
      expect(answer).toMatchObject({ status: 200, json: { userId: null } });
      expect(verdictOf(answer)).toMatchObject({ status: 'signed-out', reason: 'token-type-mismatch' });
    }
  });

  it('if the session cookie is invalid for a reason that a handshake cannot fix', async () => {
    const stranger = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
    const forged = await stranger.issueSessionToken({ userId: 'user_alice', claims: { iss: local.issuer } });

    const answer = await load({ __session: forged, __client_uat: now });

    expect(answer.status).toBe(200);
    expect(verdictOf(answer)).toMatchObject({ status: 'signed-out', reason: 'token-invalid-signature' });
  });

  it('if the session cookie expired within the clock skew', async () => {
    const __session = await issue({ expiresIn: -4 });

    expect(await load({ __session, __client_uat: now })).toMatchObject({ json: { userId: 'user_alice' } });
  });

  it('but does after a minute, and immediately with clockSkewInMs: 0', async () => {
    const strict = await startWho({ ...local.keys, jwtKey: local.jwtKey, clockSkewInMs: 0 });
    const cookies = cookieHeader({ __session: await issue(), __client_uat: now });
    const statusAfter = async (milliseconds: number) => {
      stopClock(now * SECOND + milliseconds);
      return (await strict.get('/', { ...PAGE_LOAD, ...cookies })).status;
    };

    expect(await statusAfter(MINUTE - 1)).toBe(200);
    expect(await statusAfter(MINUTE)).toBe(307);
  });
});
