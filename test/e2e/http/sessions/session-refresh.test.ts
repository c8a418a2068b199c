import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer, LocalSession } from 'nest-clerk/testing';

import { cookieHeader, verdictOf } from '../../../support/auth-answer.js';
import { MINUTE, stopClock } from '../../../support/clock.js';
import { setEnvironment } from '../../../support/environment.js';
import { closeApps } from '../../../support/running-app.js';
import type { RunningApp } from '../../../support/running-app.js';
import { TestBrowser } from '../../../support/test-browser.js';
import { startWho } from '../../../support/who-app.js';

import { cookieSuffix } from '../../../../lib/authentication/publishable-key.js';

const PAGE = 'https://app.example.com/page';

let local: LocalClerk;
let server: LocalClerkServer;
let app: RunningApp;
let suffix: string;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({
    instanceType: 'production',
    frontendApi: 'clerk.example.com',
    users: [{ id: 'user_alice' }],
  });
  suffix = cookieSuffix(local.publishableKey);
  server = await local.listen();
  app = await startWho(local.keys);
});
beforeEach(() => {
  local.requests.length = 0;
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(async () => {
  await closeApps();
  await server.close();
});

function refreshCalls() {
  return local.requests.filter(({ operation }) => operation === 'RefreshSession');
}

/** The cookies of a browser whose session token expired a minute ago. */
async function staleCookies(session: LocalSession) {
  const owner = { userId: session.userId, sessionId: session.id };
  return {
    __session: await local.issueSessionToken({ ...owner, expiresIn: -MINUTE / 1000 }),
    __client_uat: 1,
    [`__refresh_${suffix}`]: local.sessions.issueRefreshToken(session.id),
  };
}

describe('expired session token with a refresh token', () => {
  it('is refreshed without a redirect', async () => {
    const session = local.sessions.create({ userId: 'user_alice' });

    const answer = await app.get('/page', cookieHeader(await staleCookies(session)));

    expect(answer).toMatchObject({
      status: 200,
      json: { userId: 'user_alice', sessionId: session.id },
      headers: { 'set-cookie': [expect.stringMatching(/^__session=ey[^;]+; Path=\/; Max-Age=\d+;/)] },
    });
    expect(verdictOf(answer)).toEqual({ status: undefined, reason: undefined, message: undefined });
    expect(answer.headers).not.toHaveProperty('location');
    expect(refreshCalls()).toMatchObject([{ path: `/v1/sessions/${session.id}/refresh`, status: 200 }]);
  });

  it('is refreshed with the suffix of the instance', async () => {
    const session = local.sessions.create({ userId: 'user_alice' });
    const { __session, ...rest } = await staleCookies(session);
    const cookies = { ...rest, [`__session_${suffix}`]: __session, [`__client_uat_${suffix}`]: 1 };

    const answer = await app.get('/page', cookieHeader(cookies));

    expect(answer.json).toMatchObject({ userId: 'user_alice' });
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(/^__session=/),
      expect.stringMatching(new RegExp(`^__session_${suffix}=`)),
    ]);
  });

  it('is refreshed as a Bearer token if the browser sends the refresh token', async () => {
    const session = local.sessions.create({ userId: 'user_alice' });
    const { __session, ...cookies } = await staleCookies(session);

    const answer = await app.get('/page', {
      authorization: `Bearer ${__session}`,
      ...cookieHeader(cookies),
    });

    expect(answer.json).toMatchObject({ userId: 'user_alice', sessionId: session.id });
  });

  it('is refreshed for a fetch as for a page', async () => {
    const session = local.sessions.create({ userId: 'user_alice' });

    const answer = await app.get('/guarded', {
      accept: 'application/json',
      'sec-fetch-dest': 'empty',
      ...cookieHeader(await staleCookies(session)),
    });

    expect(answer).toMatchObject({ status: 200, json: { isIn: true } });
  });

  it('sends the URL and the headers of the request to Clerk', async () => {
    const session = local.sessions.create({ userId: 'user_alice' });
    const bodies: Record<string, unknown>[] = [];
    const observed = await startWho({
      ...local.keys,
      fetch: async (input, init) => {
        if (typeof init?.body === 'string') bodies.push(JSON.parse(init.body));
        return local.fetch(input, init);
      },
    });
    const cookies = await staleCookies(session);

    await observed.get('/page', {
      host: 'app.example.com',
      'x-forwarded-proto': 'https',
      'user-agent': 'Firefox',
      ...cookieHeader(cookies),
    });

    expect(bodies).toEqual([
      {
        format: 'cookie',
        expired_token: cookies.__session,
        refresh_token: cookies[`__refresh_${suffix}`],
        request_origin: 'https://app.example.com',
        request_headers: expect.objectContaining({
          'user-agent': ['Firefox'],
          host: ['app.example.com'],
          cookie: [cookieHeader(cookies).cookie],
        }),
      },
    ]);
  });
});

describe('session token is not refreshed', () => {
  it('if it is valid', async () => {
    const session = local.sessions.create({ userId: 'user_alice' });
    const good = await local.issueSessionToken({ userId: 'user_alice', sessionId: session.id });

    await app.get('/page', cookieHeader({ ...(await staleCookies(session)), __session: good }));

    expect(refreshCalls()).toEqual([]);
  });

  it('if it is invalid for another reason', async () => {
    const session = local.sessions.create({ userId: 'user_alice' });
    const forged = `${(await local.issueSessionToken({ userId: 'user_alice' })).slice(0, -8)}AAAAAAAA`;

    const answer = await app.get(
      '/page',
      cookieHeader({ ...(await staleCookies(session)), __session: forged }),
    );

    expect(verdictOf(answer)).toMatchObject({ status: 'signed-out', reason: 'token-invalid-signature' });
    expect(refreshCalls()).toEqual([]);
  });
});

describe('browser that stays on the page', () => {
  it('stays signed in without a redirect until its session ends', async () => {
    const clock = stopClock();
    const browser = new TestBrowser({
      'app.example.com': app.port,
      'clerk.example.com': Number(new URL(server.url).port),
    });
    const client = local.browsers.create();
    const session = client.signIn({ userId: 'user_alice' });
    browser.setCookie('clerk.example.com', `__client=${client.token}`);
    browser.setCookie('app.example.com', `__client_uat=${client.clientUat}; Domain=example.com`);
    expect(await browser.visit(PAGE)).toHaveLength(3);

    for (let minute = 1; minute <= 3; minute++) {
      clock.advance(MINUTE + 5_000);
      expect(await browser.visit(PAGE)).toMatchObject([{ status: 200, json: { userId: 'user_alice' } }]);
    }

    local.sessions.revoke(session.id);
    clock.advance(MINUTE + 5_000);
    const visits = await browser.visit(PAGE);
    expect(visits.map(({ headers }) => headers['x-clerk-auth-reason'])).toEqual([
      'session-token-expired-refresh-session_refresh_inactive_session',
      undefined,
      'session-token-missing',
    ]);
    expect(visits.at(-1)).toMatchObject({ status: 200, json: { userId: null } });
  });
});
