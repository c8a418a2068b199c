import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';

import { cookieHeader, handshakeOf, verdictOf } from '../../../support/auth-answer.js';
import { PAGE_LOAD, redirectTarget } from '../../../support/browser.js';
import { setEnvironment } from '../../../support/environment.js';
import { closeApps } from '../../../support/running-app.js';
import { TestBrowser } from '../../../support/test-browser.js';
import { startWho } from '../../../support/who-app.js';

const PRIMARY = 'http://primary.test:3000';
const SATELLITE = 'http://satellite.test:4000';
const SIGN_IN = `${PRIMARY}/sign-in`;

let local: LocalClerk;
let server: LocalClerkServer;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  server = await local.listen();
});
afterEach(closeApps);
afterAll(() => server.close());

function startSatellite(options: ClerkModuleOptions = {}) {
  return startWho({
    ...local.keys,
    isSatellite: true,
    domain: 'satellite.test:4000',
    signInUrl: SIGN_IN,
    ...options,
  });
}

describe('satellite in development with satelliteAutoSync', () => {
  let browser: TestBrowser;

  beforeEach(async () => {
    const primary = await startWho({ ...local.keys, signInUrl: SIGN_IN });
    const satellite = await startSatellite({ satelliteAutoSync: true });
    browser = new TestBrowser({
      'primary.test:3000': primary.port,
      'satellite.test:4000': satellite.port,
      [local.frontendApi]: Number(new URL(server.url).port),
    });
  });

  /** Signs the browser's user in on the primary domain. */
  async function signInOnPrimary() {
    await browser.visit(`${PRIMARY}/`);
    const { __clerk_db_jwt: devBrowser = '' } = browser.cookies('primary.test');
    local.browsers.get(devBrowser).signIn({ userId: 'user_alice' });
    await browser.visit(`${PRIMARY}/?__clerk_db_jwt=${devBrowser}`);
  }

  it('fetches the session from the primary domain through its sign-in page and the Frontend API', async () => {
    await signInOnPrimary();

    const visits = await browser.visit(`${SATELLITE}/shop?item=1`);

    expect(visits.map(({ url, status }) => [new URL(url).host, status])).toEqual([
      ['satellite.test:4000', 307],
      ['primary.test:3000', 307],
      ['satellite.test:4000', 307],
      [local.frontendApi, 307],
      ['satellite.test:4000', 307],
      ['satellite.test:4000', 200],
    ]);
    expect(visits.map(({ headers }) => headers['x-clerk-auth-reason'])).toEqual([
      'satellite-needs-syncing',
      'primary-responds-to-syncing',
      'dev-browser-sync',
      undefined,
      undefined,
      undefined,
    ]);
    expect(visits.at(-1)).toMatchObject({
      url: `${SATELLITE}/shop?item=1&__clerk_synced=true`,
      json: { userId: 'user_alice' },
    });
    expect(browser.cookies('satellite.test').__clerk_db_jwt).toBe(
      browser.cookies('primary.test').__clerk_db_jwt,
    );
  });

  it('starts no second sync', async () => {
    await signInOnPrimary();
    await browser.visit(`${SATELLITE}/shop`);

    expect(await browser.visit(`${SATELLITE}/other`)).toMatchObject([
      { status: 200, json: { userId: 'user_alice' } },
    ]);
  });

  it('fetches a signed-out state', async () => {
    await browser.visit(`${PRIMARY}/`);

    const visits = await browser.visit(`${SATELLITE}/shop`);

    expect(visits.at(-1)).toMatchObject({ status: 200, json: { userId: null } });
    expect(visits.at(-1)!.url).toBe(`${SATELLITE}/shop?__clerk_synced=true`);
  });
});

describe('satellite-needs-syncing: in development, a page load on a satellite without cookies', () => {
  it('redirects to the sign-in page of the primary domain with a return URL', async () => {
    const app = await startSatellite({ satelliteAutoSync: true });

    const answer = await app.get('/shop?item=1', { ...PAGE_LOAD, host: 'satellite.test:4000' });

    expect(handshakeOf(answer)).toEqual({
      status: 307,
      address: SIGN_IN,
      query: { __clerk_redirect_url: `${SATELLITE}/shop?item=1` },
      cacheControl: 'no-store',
      setCookie: ['__clerk_redirect_count=1; SameSite=Lax; HttpOnly; Max-Age=2'],
      verdict: { status: 'handshake', reason: 'satellite-needs-syncing', message: undefined },
    });
  });

  it('is signed out without satelliteAutoSync until a user requests a sync', async () => {
    const app = await startSatellite();

    const answer = await app.get('/shop', PAGE_LOAD);
    expect(answer).toMatchObject({ status: 200, json: { userId: null } });
    expect(verdictOf(answer)).toMatchObject({
      status: 'signed-out',
      reason: 'session-token-and-uat-missing',
    });

    const asked = await app.get('/shop?__clerk_synced=false', PAGE_LOAD);
    expect(verdictOf(asked).reason).toBe('satellite-needs-syncing');
    expect(redirectTarget(asked.headers.location).query.__clerk_redirect_url).toMatch(
      /\?__clerk_synced=false$/,
    );
  });

  it.each([
    ['a fetch', { 'sec-fetch-dest': 'empty' }],
    ['an iframe', { 'sec-fetch-dest': 'iframe' }],
    ['a page load of a browser without Sec-Fetch-Dest', { 'sec-fetch-dest': '' }],
  ])('is not redirected if it is %s', async (_what, headers) => {
    const app = await startSatellite({ satelliteAutoSync: true });

    expect(verdictOf(await app.get('/shop', { ...PAGE_LOAD, ...headers })).reason).toBe(
      'dev-browser-missing',
    );
  });
});

describe('primary-responds-to-syncing: in development, a satellite redirects to the primary domain', () => {
  const answerTo = async (target: string, headers: Record<string, string> = {}) =>
    (await startWho(local.keys)).get(target, { ...PAGE_LOAD, host: 'primary.test:3000', ...headers });
  const asked = (redirectUrl: string) => `/sign-in?__clerk_redirect_url=${encodeURIComponent(redirectUrl)}`;

  it('redirects back with the dev browser token', async () => {
    const answer = await answerTo(asked(`${SATELLITE}/shop?item=1&__clerk_synced=false`), {
      cookie: '__clerk_db_jwt=dvb_1',
    });

    expect(handshakeOf(answer)).toEqual({
      status: 307,
      address: `${SATELLITE}/shop`,
      query: { item: '1', __clerk_synced: 'true', __clerk_db_jwt: 'dvb_1' },
      cacheControl: 'no-store',
      setCookie: ['__clerk_redirect_count=1; SameSite=Lax; HttpOnly; Max-Age=2'],
      verdict: { status: 'handshake', reason: 'primary-responds-to-syncing', message: undefined },
    });
  });

  it('redirects back without a dev browser token if it has none', async () => {
    expect(redirectTarget((await answerTo(asked(`${SATELLITE}/shop`))).headers.location)).toEqual({
      address: `${SATELLITE}/shop`,
      query: { __clerk_synced: 'true' },
    });
  });

  it('redirects back with one __clerk_synced parameter', async () => {
    const { headers } = await answerTo(asked(`${SATELLITE}/shop?__clerk_synced=false`));

    expect(headers.location).toBe(`${SATELLITE}/shop?__clerk_synced=true`);
  });

  it('redirects back before its own dev-browser handshake', async () => {
    const answer = await answerTo(`${asked(`${SATELLITE}/shop`)}&__clerk_db_jwt=dvb_2`);

    expect(verdictOf(answer).reason).toBe('primary-responds-to-syncing');
    expect(redirectTarget(answer.headers.location).query.__clerk_db_jwt).toBe('dvb_2');
  });

  it('ignores an invalid return URL', async () => {
    expect(verdictOf(await answerTo(asked('shop'))).reason).toBe('dev-browser-missing');
  });

  it('does not redirect in production, where any URL could be passed', async () => {
    const production = await LocalClerk.create({ instanceType: 'production' });
    const app = await startWho(production.keys);

    const answer = await app.get(asked('https://evil.example/'), PAGE_LOAD);

    expect(answer.status).toBe(200);
    expect(answer.headers).not.toHaveProperty('location');
  });
});

describe('satellite with cookies', () => {
  it('uses them with and without satelliteAutoSync', async () => {
    const token = await local.issueSessionToken({ userId: 'user_alice' });
    const cookies = cookieHeader({ __session: token, __client_uat: 1, __clerk_db_jwt: 'dvb_1' });

    for (const satelliteAutoSync of [true, false]) {
      const app = await startSatellite({ satelliteAutoSync });
      expect(await app.get('/shop', { ...PAGE_LOAD, ...cookies })).toMatchObject({
        status: 200,
        json: { userId: 'user_alice' },
      });
    }
  });

  it('syncs on request', async () => {
    const app = await startSatellite();
    const cookies = cookieHeader({ __client_uat: 1, __clerk_db_jwt: 'dvb_1' });

    expect(verdictOf(await app.get('/shop?__clerk_synced=false', { ...PAGE_LOAD, ...cookies })).reason).toBe(
      'satellite-needs-syncing',
    );
  });
});

describe('start of a satellite fails', () => {
  it.each<[string, ClerkModuleOptions, string]>([
    ['without a domain', { domain: undefined }, 'satellite_without_domain_or_proxy_url'],
    ['without a sign-in URL', { signInUrl: undefined }, 'satellite_sign_in_url_missing'],
    ['with a sign-in URL that is a path', { signInUrl: '/sign-in' }, 'sign_in_url_not_absolute'],
    [
      'with a sign-in page on the satellite',
      { signInUrl: `${SATELLITE}/sign-in` },
      'sign_in_url_same_origin',
    ],
  ])('%s', async (_what, options, code) => {
    await expect(startSatellite(options)).rejects.toMatchObject({ name: 'ClerkConfigurationError', code });
  });
});

describe('one application for a primary domain and its satellites', () => {
  it('distinguishes them by the URL', async () => {
    const app = await startWho({
      ...local.keys,
      signInUrl: SIGN_IN,
      satelliteAutoSync: true,
      isSatellite: url => url.hostname !== 'primary.test',
      domain: url => url.host,
    });
    const reasonAt = async (host: string) =>
      verdictOf(await app.get('/', { ...PAGE_LOAD, host, cookie: '__clerk_db_jwt=dvb_1' })).reason;

    expect(await reasonAt('satellite.test:4000')).toBe('satellite-needs-syncing');
    expect(await reasonAt('primary.test')).toBe('session-token-and-uat-missing');
  });

  it('reports invalid options on each request, because they are unknown at the start', async () => {
    const app = await startWho({ ...local.keys, isSatellite: () => true, domain: () => '' });

    for (const page of ['/', '/other']) {
      expect(await app.get(page, PAGE_LOAD)).toMatchObject({
        status: 500,
        json: { message: 'Internal server error' },
      });
    }
  });
});
