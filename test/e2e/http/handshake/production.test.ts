import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';

import { redirectTarget } from '../../../support/browser.js';
import { SECOND, stopClock } from '../../../support/clock.js';
import type { StoppedClock } from '../../../support/clock.js';
import { setEnvironment } from '../../../support/environment.js';
import { closeApps } from '../../../support/running-app.js';
import { TestBrowser } from '../../../support/test-browser.js';
import { startWho } from '../../../support/who-app.js';

const PAGE = 'https://app.example.com/dashboard?tab=1';
const APP = 'app.example.com';
const CLERK = 'clerk.example.com';

let local: LocalClerk;
let server: LocalClerkServer;
let browser: TestBrowser;
let clock: StoppedClock;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({
    instanceType: 'production',
    frontendApi: CLERK,
    users: [{ id: 'user_alice' }],
  });
  server = await local.listen();
});
beforeEach(async () => {
  clock = stopClock();
  const app = await startWho({ ...local.keys, authorizedParties: ['https://app.example.com'] });
  browser = new TestBrowser({ [APP]: app.port, [CLERK]: Number(new URL(server.url).port) });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await closeApps();
});
afterAll(() => server.close());

/** The cookie that the Frontend API sets when a user signs in or out with clerk-js. */
function setClientUat(seconds: number): void {
  browser.setCookie(APP, `__client_uat=${seconds}; Domain=example.com`);
}

/** Signs the browser's user in with clerk-js. */
function signIn(userId = 'user_alice'): void {
  const { __client } = browser.cookies(CLERK);
  const client = __client ? local.browsers.get(__client) : local.browsers.create();
  browser.setCookie(CLERK, `__client=${client.token}`);
  client.signIn({ userId });
  setClientUat(client.clientUat);
}

describe('browser and application in production', () => {
  it('session-token-and-uat-missing: a first visit is signed out without a redirect', async () => {
    expect(await browser.visit(PAGE)).toMatchObject([
      {
        status: 200,
        json: { userId: null },
        headers: { 'x-clerk-auth-reason': 'session-token-and-uat-missing' },
      },
    ]);
  });

  it('a signed-in browser fetches its session from the Frontend API and gets the page', async () => {
    signIn();

    const [first, atClerk, page, ...more] = await browser.visit(PAGE);

    expect(first!.status).toBe(307);
    expect(redirectTarget(first!.location)).toEqual({
      address: 'https://clerk.example.com/v1/client/handshake',
      query: {
        redirect_url: PAGE,
        __clerk_api_version: '2026-05-12',
        suffixed_cookies: 'false',
        __clerk_hs_reason: 'client-uat-but-no-session-token',
        format: 'nonce',
      },
    });
    expect(atClerk).toMatchObject({ status: 307, location: PAGE });
    expect(atClerk!.setCookies).toContainEqual(expect.stringMatching(/^__clerk_handshake_nonce=\w+;/));
    expect(page).toMatchObject({ url: PAGE, status: 200, json: { userId: 'user_alice' } });
    expect(page!.setCookies).toContainEqual(expect.stringMatching(/^__session=ey/));
    expect(page!.headers).toMatchObject({
      'access-control-allow-origin': 'null',
      'access-control-allow-credentials': 'true',
    });
    expect(more).toEqual([]);
  });

  it('further pages stay signed in without the nonce', async () => {
    signIn();
    await browser.visit(PAGE);

    expect(await browser.visit('https://app.example.com/other')).toMatchObject([
      { status: 200, json: { userId: 'user_alice' } },
    ]);
    expect(browser.cookies(APP)).not.toHaveProperty('__clerk_handshake_nonce');
  });

  it('session-token-but-no-client-uat: a leftover session cookie after a sign-out starts a handshake', async () => {
    signIn();
    await browser.visit(PAGE);
    local.browsers.get(browser.cookies(CLERK).__client!).signOut();
    setClientUat(0);

    const visits = await browser.visit(PAGE);

    expect(redirectTarget(visits[0]!.location).query).toMatchObject({
      __clerk_hs_reason: 'session-token-but-no-client-uat',
      __session: expect.stringMatching(/^ey/),
    });
    expect(visits.at(-1)).toMatchObject({ status: 200, json: { userId: null } });
    expect(visits.at(-1)!.headers['x-clerk-auth-reason']).toBe('session-token-missing');
    expect(browser.cookies(APP)).not.toHaveProperty('__session');
  });

  it('session-token-iat-before-client-uat: a session cookie older than the last sign-in starts a handshake', async () => {
    signIn();
    await browser.visit(PAGE);
    clock.advance(SECOND);
    const bob = local.users.create();
    signIn(bob.id);

    const visits = await browser.visit(PAGE);

    expect(redirectTarget(visits[0]!.location).query.__clerk_hs_reason).toBe(
      'session-token-iat-before-client-uat',
    );
    expect(visits.at(-1)).toMatchObject({ status: 200, json: { userId: bob.id } });
  });

  it('tells the Frontend API which cookies it reads, and receives those', async () => {
    signIn();
    await browser.visit(PAGE);
    const [, ending] = /__refresh_([\w-]{8})/.exec(Object.keys(browser.cookies(APP)).join())!;
    browser.loseCookie(APP, '__session');
    browser.setCookie(APP, `__client_uat_${ending}=${browser.cookies(APP).__client_uat}`);

    const visits = await browser.visit(PAGE);

    expect(redirectTarget(visits[0]!.location).query.suffixed_cookies).toBe('true');
    expect(visits.at(-1)).toMatchObject({ json: { userId: 'user_alice' } });
    expect(browser.cookies(APP)[`__session_${ending}`]).toMatch(/^ey/);
  });
});
