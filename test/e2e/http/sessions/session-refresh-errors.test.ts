import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { cookieHeader, handshakeOf, verdictOf } from '../../../support/auth-answer.js';
import { PAGE_LOAD } from '../../../support/browser.js';
import { setEnvironment } from '../../../support/environment.js';
import { closeApps } from '../../../support/running-app.js';
import { startWho } from '../../../support/who-app.js';

import { cookieSuffix } from '../../../../lib/authentication/publishable-key.js';

let local: LocalClerk;
let refreshCookie: string;
/** The cookies of a browser with an expired session token and a refresh token. */
let cookies: Record<string, string>;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ instanceType: 'production', users: [{ id: 'user_alice' }] });
  refreshCookie = `__refresh_${cookieSuffix(local.publishableKey)}`;
});
beforeEach(async () => {
  const { id: sessionId } = local.sessions.create({ userId: 'user_alice' });
  cookies = {
    __session: await local.issueSessionToken({ userId: 'user_alice', sessionId, expiresIn: -60 }),
    __client_uat: '1',
    [refreshCookie]: local.sessions.issueRefreshToken(sessionId),
  };
});
afterEach(() => {
  local.outage = undefined;
});
afterAll(closeApps);

/** Replaces the response of the Backend API to a refresh. */
function refreshAnswers(answer: () => Response): ClerkModuleOptions['fetch'] {
  return async (input, init) =>
    new Request(input).url.includes('/refresh') ? answer() : local.fetch(input, init);
}

interface PageLoad {
  fetch?: ClerkModuleOptions['fetch'];
  cookies?: Record<string, string | undefined>;
  headers?: Record<string, string>;
}

/** Loads a page with those cookies and overrides. */
async function load({ fetch, cookies: changes, headers }: PageLoad = {}) {
  const app = await startWho({ ...local.keys, jwtKey: local.jwtKey, ...(fetch && { fetch }) });
  return app.get('/page', { ...PAGE_LOAD, ...cookieHeader({ ...cookies, ...changes }), ...headers });
}

/** A handshake with the reason of the failed refresh. */
function handshakeBecause(refreshError: string) {
  const reason = `session-token-expired-refresh-${refreshError}`;
  return {
    status: 307,
    query: { __clerk_hs_reason: reason },
    cacheControl: 'no-store',
    setCookie: ['__clerk_redirect_count=1; SameSite=Lax; HttpOnly; Max-Age=2'],
    verdict: {
      status: 'handshake',
      reason,
      message: expect.stringMatching(/^The token expired .*token-expired/),
    },
  };
}

describe('expired session token starts a handshake with the reason', () => {
  it('non-eligible-no-refresh-cookie: without a refresh token', async () => {
    const answer = await load({ cookies: { [refreshCookie]: undefined } });

    expect(handshakeOf(answer)).toMatchObject(handshakeBecause('non-eligible-no-refresh-cookie'));
  });

  it('the code of the Backend API if it rejects the refresh token', async () => {
    const answer = await load({ cookies: { [refreshCookie]: 'rt_stolen' } });

    expect(handshakeOf(answer)).toMatchObject(handshakeBecause('refresh_token_not_found'));
  });

  it('fetch-error: if the Backend API is unreachable', async () => {
    local.outage = 'network';

    expect(handshakeOf(await load())).toMatchObject(handshakeBecause('fetch-error'));
  });

  it('unexpected-bapi-error: if the response is not from the Backend API', async () => {
    const fetch = refreshAnswers(() => new Response('<h1>Bad Gateway</h1>', { status: 500 }));

    expect(handshakeOf(await load({ fetch }))).toMatchObject(handshakeBecause('unexpected-bapi-error'));
  });

  it('unexpected-sdk-error: if the Backend API returns no cookies', async () => {
    const fetch = refreshAnswers(() => Response.json({ object: 'cookies', cookies: [] }));

    expect(handshakeOf(await load({ fetch }))).toMatchObject(handshakeBecause('unexpected-sdk-error'));
  });

  it('invalid-session-token: if the Backend API returns an invalid session token', async () => {
    const stranger = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
    const token = await stranger.issueSessionToken({ userId: 'user_alice' });

    for (const lines of [[`__session=${token}`], ['__session=garbage'], ['theirs=1']]) {
      const fetch = refreshAnswers(() => Response.json({ object: 'cookies', cookies: lines }));
      expect(handshakeOf(await load({ fetch }))).toMatchObject(handshakeBecause('invalid-session-token'));
    }
  });

  it('expired-session-token-missing-sid-claim: if the token has no session id', async () => {
    const __session = await local.issueSessionToken({
      userId: 'user_alice',
      expiresIn: -60,
      claims: { sid: undefined },
    });

    expect(handshakeOf(await load({ cookies: { __session } }))).toMatchObject(
      handshakeBecause('expired-session-token-missing-sid-claim'),
    );
  });

  it('expired-session-token-decode-failed: if it is a Bearer token and the session cookie is invalid', async () => {
    const headers = { authorization: `Bearer ${cookies.__session}` };

    const answer = await load({ cookies: { __session: 'garbage' }, headers });

    expect(handshakeOf(answer)).toMatchObject(handshakeBecause('expired-session-token-decode-failed'));
  });
});

describe('expired session token without a handshake is signed out with the reason', () => {
  it('non-eligible-non-get: for a POST, which is neither refreshed nor redirected', async () => {
    const app = await startWho(local.keys);
    local.requests.length = 0;

    const answer = await app.request('/guarded', {
      method: 'POST',
      headers: { ...PAGE_LOAD, ...cookieHeader(cookies) },
    });

    expect(answer).toMatchObject({
      status: 401,
      json: { reason: 'session-token-expired-refresh-non-eligible-non-get' },
    });
    expect(verdictOf(answer)).toMatchObject({
      status: 'signed-out',
      reason: 'session-token-expired-refresh-non-eligible-non-get',
    });
    expect(local.requests.filter(({ operation }) => operation === 'RefreshSession')).toEqual([]);
  });

  it('of the failed refresh for a fetch', async () => {
    local.outage = 503;

    const answer = await load({ headers: { 'sec-fetch-dest': 'empty' } });

    expect(answer).toMatchObject({ status: 200, json: { userId: null } });
    expect(verdictOf(answer)).toMatchObject({
      status: 'signed-out',
      reason: 'session-token-expired-refresh-service_unavailable',
    });
  });

  it('and below 500 if the code of the Backend API cannot be a header value', async () => {
    const errors = [{ code: 'line\nbreak: ü', message: 'x' }];
    const fetch = refreshAnswers(() => Response.json({ errors }, { status: 400 }));

    const answer = await load({ fetch, headers: { 'sec-fetch-dest': 'empty' } });

    expect(answer).toMatchObject({ status: 200, json: { userId: null } });
    expect(verdictOf(answer)).toMatchObject({ status: 'signed-out', reason: undefined });
  });
});
