import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';

import { cookieHeader, handshakeOf, verdictOf } from '../../../support/auth-answer.js';
import { PAGE_LOAD } from '../../../support/browser.js';
import { setEnvironment } from '../../../support/environment.js';
import { closeApps } from '../../../support/running-app.js';
import { TestBrowser } from '../../../support/test-browser.js';
import { startWho } from '../../../support/who-app.js';

const SATELLITE = 'https://satellite.example';

let local: LocalClerk;
let server: LocalClerkServer;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({
    instanceType: 'production',
    frontendApi: 'clerk.primary.example',
    users: [{ id: 'user_alice' }],
  });
  server = await local.listen(0, { allowedHosts: ['clerk.satellite.example'] });
});
afterEach(closeApps);
afterAll(() => server.close());

function startSatellite(options: ClerkModuleOptions = {}) {
  return startWho({ ...local.keys, isSatellite: true, domain: 'satellite.example', ...options });
}

/** A page load of the satellite, behind a proxy that terminates TLS. */
const AT_SATELLITE = { ...PAGE_LOAD, host: 'satellite.example', 'x-forwarded-proto': 'https' };

describe('satellite in production with satelliteAutoSync', () => {
  let browser: TestBrowser;

  beforeEach(async () => {
    const satellite = await startSatellite({ satelliteAutoSync: true });
    browser = new TestBrowser({
      'satellite.example': satellite.port,
      'clerk.satellite.example': Number(new URL(server.url).port),
    });
  });

  it('fetches the session from its own Frontend API and keeps it', async () => {
    const client = local.browsers.create();
    client.signIn({ userId: 'user_alice' });
    browser.setCookie('clerk.satellite.example', `__client=${client.token}`);

    const visits = await browser.visit(`${SATELLITE}/shop`);

    expect(visits.map(({ url, status }) => [new URL(url).host, status])).toEqual([
      ['satellite.example', 307],
      ['clerk.satellite.example', 307],
      ['satellite.example', 200],
    ]);
    expect(visits.at(-1)).toMatchObject({ json: { userId: 'user_alice' } });
    expect(await browser.visit(`${SATELLITE}/other`)).toMatchObject([
      { status: 200, json: { userId: 'user_alice' } },
    ]);
  });
});

describe('satellite-needs-syncing: in production, a page load on a satellite without cookies', () => {
  it('redirects to the Frontend API of the satellite domain', async () => {
    const app = await startSatellite({ satelliteAutoSync: true });

    expect(handshakeOf(await app.get('/shop?item=1', AT_SATELLITE))).toEqual({
      status: 307,
      address: 'https://clerk.satellite.example/v1/client/handshake',
      query: {
        redirect_url: `${SATELLITE}/shop?item=1`,
        __clerk_api_version: '2026-05-12',
        suffixed_cookies: 'false',
        __clerk_hs_reason: 'satellite-needs-syncing',
        format: 'nonce',
      },
      cacheControl: 'no-store',
      setCookie: ['__clerk_redirect_count=1; SameSite=Lax; HttpOnly; Max-Age=2'],
      verdict: { status: 'handshake', reason: 'satellite-needs-syncing', message: undefined },
    });
  });

  it('redirects to the proxy of its Frontend API', async () => {
    const app = await startSatellite({
      satelliteAutoSync: true,
      domain: undefined,
      proxyUrl: '/__clerk',
    });

    expect(handshakeOf(await app.get('/shop', AT_SATELLITE)).address).toBe(
      `${SATELLITE}/__clerk/v1/client/handshake`,
    );
  });

  it('is signed out without satelliteAutoSync until a user requests a sync', async () => {
    const app = await startSatellite();

    expect(verdictOf(await app.get('/shop', AT_SATELLITE))).toMatchObject({
      status: 'signed-out',
      reason: 'session-token-and-uat-missing',
    });
    expect(verdictOf(await app.get('/shop?__clerk_synced=false', AT_SATELLITE))).toMatchObject({
      status: 'handshake',
      reason: 'satellite-needs-syncing',
    });
  });

  it('starts no second sync', async () => {
    const app = await startSatellite({ satelliteAutoSync: true });

    expect(verdictOf(await app.get('/shop?__clerk_synced=true', AT_SATELLITE))).toMatchObject({
      status: 'signed-out',
      reason: 'session-token-and-uat-missing',
    });
  });

  it('ends a redirect loop with a message about satellite domains', async () => {
    const warnings: unknown[] = [];
    const app = await startWho(
      { ...local.keys, isSatellite: true, domain: 'satellite.example', satelliteAutoSync: true },
      { warn: message => void warnings.push(message), log: () => {}, error: () => {} },
    );

    const answer = await app.get('/shop', { ...AT_SATELLITE, cookie: '__clerk_redirect_count=3' });

    expect(answer.status).toBe(200);
    expect(verdictOf(answer)).toMatchObject({ status: 'signed-out', reason: 'satellite-needs-syncing' });
    expect(warnings).toEqual([expect.stringMatching(/satellite domain/)]);
  });
});

describe('session token of a satellite', () => {
  it('is accepted if the Frontend API of its domain issued it', async () => {
    const app = await startSatellite();
    const token = await local.issueSessionToken({
      userId: 'user_alice',
      claims: { iss: 'https://clerk.satellite.example' },
    });
    const cookies = { __session: token, __client_uat: 1 };

    expect(await app.get('/shop', { ...AT_SATELLITE, ...cookieHeader(cookies) })).toMatchObject({
      json: { userId: 'user_alice' },
    });
  });
});
