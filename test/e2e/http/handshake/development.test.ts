import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';

import { redirectTarget } from '../../../support/browser.js';
import { setEnvironment } from '../../../support/environment.js';
import { closeApps } from '../../../support/running-app.js';
import { TestBrowser } from '../../../support/test-browser.js';
import { startWho } from '../../../support/who-app.js';

const PAGE = 'http://localhost:3000/dashboard?tab=1';

let local: LocalClerk;
let server: LocalClerkServer;
let browser: TestBrowser;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  server = await local.listen();
});
beforeEach(async () => {
  const app = await startWho(local.keys);
  browser = new TestBrowser({
    'localhost:3000': app.port,
    [local.frontendApi]: Number(new URL(server.url).port),
  });
});
afterEach(closeApps);
afterAll(() => server.close());

/**
 * Signs the browser's user in on the pages of Clerk, which then redirect back with the dev browser token in the URL.
 */
function signInAt(url: string): string {
  const devBrowser = browser.cookies('localhost').__clerk_db_jwt!;
  local.browsers.get(devBrowser).signIn({ userId: 'user_alice' });
  const back = new URL(url);
  back.searchParams.set('__clerk_db_jwt', devBrowser);
  return back.href;
}

describe('browser and application in development', () => {
  it('dev-browser-missing: a first visit redirects to the Frontend API and ends signed out', async () => {
    const [first, atClerk, back, page, ...more] = await browser.visit(PAGE);

    expect(first!.status).toBe(307);
    expect(redirectTarget(first!.location)).toEqual({
      address: `https://${local.frontendApi}/v1/client/handshake`,
      query: {
        redirect_url: PAGE,
        __clerk_api_version: '2026-05-12',
        suffixed_cookies: 'false',
        __clerk_hs_reason: 'dev-browser-missing',
        format: 'nonce',
      },
    });
    expect(atClerk!.status).toBe(307);
    expect(atClerk!.location).toMatch(
      /^http:\/\/localhost:3000\/dashboard\?tab=1&__clerk_handshake_nonce=\w+$/,
    );
    expect(back).toMatchObject({ status: 307, location: PAGE });
    expect(page).toMatchObject({ url: PAGE, status: 200, json: { userId: null } });
    expect(page!.headers['x-clerk-auth-reason']).toBe('session-token-and-uat-missing');
    expect(more).toEqual([]);
    expect(browser.cookies('localhost')).toMatchObject({
      __clerk_db_jwt: expect.stringMatching(/^dvb_/),
      __client_uat: '0',
    });
  });

  it('a second visit is not redirected', async () => {
    await browser.visit(PAGE);

    expect(await browser.visit(PAGE)).toMatchObject([{ status: 200, json: { userId: null } }]);
  });

  it('dev-browser-sync: the return from the sign-in page signs in at a clean URL', async () => {
    await browser.visit(PAGE);

    const visits = await browser.visit(signInAt(PAGE));

    expect(visits.map(({ status }) => status)).toEqual([307, 307, 307, 200]);
    expect(redirectTarget(visits[0]!.location).query).toMatchObject({
      redirect_url: PAGE,
      __clerk_hs_reason: 'dev-browser-sync',
      __clerk_db_jwt: browser.cookies('localhost').__clerk_db_jwt,
    });
    expect(visits.at(-1)).toMatchObject({ url: PAGE, json: { userId: 'user_alice' } });
  });

  it('further pages stay signed in, behind the guard too', async () => {
    await browser.visit(PAGE);
    await browser.visit(signInAt(PAGE));

    expect(await browser.visit('http://localhost:3000/other')).toMatchObject([
      { status: 200, json: { userId: 'user_alice' } },
    ]);
    expect(await browser.visit('http://localhost:3000/guarded')).toMatchObject([{ json: { isIn: true } }]);
  });

  it('client-uat-but-no-session-token: a lost session cookie is restored', async () => {
    await browser.visit(PAGE);
    await browser.visit(signInAt(PAGE));
    browser.loseCookie('localhost', '__session');

    const visits = await browser.visit(PAGE);

    expect(redirectTarget(visits[0]!.location).query.__clerk_hs_reason).toBe(
      'client-uat-but-no-session-token',
    );
    expect(visits.at(-1)).toMatchObject({ status: 200, json: { userId: 'user_alice' } });
  });

  it('session-token-missing: a handshake signs out after the session has ended elsewhere', async () => {
    await browser.visit(PAGE);
    await browser.visit(signInAt(PAGE));
    local.browsers.get(browser.cookies('localhost').__clerk_db_jwt!).signOut();
    browser.loseCookie('localhost', '__session');

    const visits = await browser.visit(PAGE);

    expect(visits.map(({ headers }) => headers['x-clerk-auth-reason'])).toEqual([
      'client-uat-but-no-session-token',
      undefined,
      'session-token-missing',
      'session-token-and-uat-missing',
    ]);
    expect(visits.at(-1)).toMatchObject({ status: 200, json: { userId: null } });
  });

  it('handshake tokens of older Frontend APIs work like nonces', async () => {
    const first = await browser.load(PAGE);
    const atClerk = await browser.load(first.location!.replace('format=nonce', 'format=token'));
    expect(atClerk.location).toMatch(/__clerk_handshake=ey/);

    expect(await browser.visit(atClerk.location!)).toMatchObject([
      { status: 307, location: PAGE },
      { status: 200, json: { userId: null } },
    ]);
  });
});

describe('handshake with the Frontend API proxied', () => {
  it('completes without a DNS lookup', async () => {
    const app = await startWho({ ...local.keys, proxyUrl: server.url });
    const port = Number(new URL(server.url).port);
    const proxied = new TestBrowser({ 'localhost:3000': app.port, [`127.0.0.1:${port}`]: port });

    const visits = await proxied.visit(PAGE);

    expect(visits.map(({ status }) => status)).toEqual([307, 307, 307, 200]);
    expect(redirectTarget(visits[0]!.location).address).toBe(`${server.url}/v1/client/handshake`);
  });
});
