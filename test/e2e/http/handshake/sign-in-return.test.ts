import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { KNOWN_BROWSER, PAGE_LOAD, redirectTarget, SIGNED_OUT_PAGE_LOAD } from '../../../support/browser.js';
import { setEnvironment } from '../../../support/environment.js';
import { startGuarded } from '../../../support/guarded-app.js';
import { cookieHeader } from '../../../support/auth-answer.js';
import { closeApps } from '../../../support/running-app.js';
import { startWho } from '../../../support/who-app.js';

let development: LocalClerk;
let production: LocalClerk;

beforeAll(async () => {
  development = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  production = await LocalClerk.create({ instanceType: 'production', users: [{ id: 'user_alice' }] });
});
beforeEach(() => setEnvironment({}));
afterEach(closeApps);

const signInUrl = 'https://primary.example/sign-in';
const start = (local: LocalClerk, options: Partial<ClerkModuleOptions> = {}) =>
  startGuarded({ ...local.keys, signInUrl, ...options });

async function signedInBrowser(local: LocalClerk, { isSatellite }: Partial<ClerkModuleOptions> = {}) {
  const token = await local.issueSessionToken({
    userId: 'user_alice',
    orgId: 'org_acme',
    orgSlug: 'acme',
    // The Frontend API of a satellite is on its own domain.
    claims: isSatellite && local === production ? { iss: 'https://clerk.app.example' } : {},
  });
  const cookies = cookieHeader({ __session: token, __client_uat: 1, __clerk_db_jwt: 'dvb_1' });
  return { keys: local.keys, token, cookies };
}

async function returnsTo(app: Awaited<ReturnType<typeof start>>, target: string) {
  const { status, headers } = await app.get(target, { ...SIGNED_OUT_PAGE_LOAD, host: 'app.example' });
  expect(status).toBe(302);
  return redirectTarget(headers.location).query.redirect_url;
}

describe('redirect_url of the sign-in redirect', () => {
  it.each([
    '__clerk_handshake_nonce=made_up',
    '__clerk_handshake=x',
    '__clerk_help=1',
    '__clerk_db_jwt=d',
    '%5F%5Fclerk_handshake_nonce=encoded',
    '__clerk_handshake_nonce=a&__clerk_handshake_nonce=repeated',
  ])('has no handshake parameters: %s', async parameter => {
    const app = await start(production);
    expect(await returnsTo(app, `/page?a=1&${parameter}`)).toBe('http://app.example/page?a=1');
  });

  it('makes a satellite fetch the session of the primary domain', async () => {
    const app = await start(production, { isSatellite: true, domain: 'app.example' });
    expect(await returnsTo(app, '/page?a=1')).toBe('http://app.example/page?a=1&__clerk_synced=false');
    expect(await returnsTo(app, '/page?__clerk_synced=true')).toBe(
      'http://app.example/page?__clerk_synced=false',
    );
  });
});

describe('cross-origin headers', () => {
  it('are not sent for a made-up nonce', async () => {
    const app = await start(production);
    const { headers } = await app.get('/page?__clerk_handshake_nonce=made_up', {
      accept: 'application/json',
    });
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['access-control-allow-credentials']).toBeUndefined();
  });
});

describe('handshake: false', () => {
  it('signs a browser out without redirecting it to Clerk', async () => {
    const app = await start(development, { handshake: false, signInUrl: '' });
    const { status, headers, json } = await app.get('/docs', PAGE_LOAD);
    expect({ status, reason: json.reason }).toEqual({ status: 401, reason: 'dev-browser-missing' });
    expect(headers.location).toBeUndefined();
  });

  describe('signs in a browser with a valid session', () => {
    const satellite = {
      isSatellite: true,
      domain: 'app.example',
      signInUrl: 'https://primary.example/sign-in',
    };
    it.each<[string, string, Record<string, string>, Partial<ClerkModuleOptions>]>([
      ['from a page of another domain', '/docs', { referer: 'https://other.example/page' }, {}],
      ['from a page of a satellite', '/docs', { referer: 'https://satellite.example/' }, {}],
      ['with a token of the development browser in the URL', '/docs?__clerk_db_jwt=dvb_2', {}, {}],
      [
        'with the address of a satellite in the URL',
        '/docs?__clerk_redirect_url=https%3A%2F%2Fsatellite.example%2F',
        {},
        {},
      ],
      ['on a satellite that a sign-in page sends it back to', '/docs?__clerk_synced=false', {}, satellite],
      ['with the nonce of a handshake in the URL', '/docs?__clerk_handshake_nonce=made_up', {}, {}],
      [
        'at the path of an organization that is not active',
        '/orgs/globex',
        {},
        { organizationSyncOptions: { organizationPatterns: ['/orgs/:slug'] } },
      ],
    ])('%s', async (_, target, headers, options) => {
      for (const local of [development, production]) {
        const { keys, cookies } = await signedInBrowser(local, options);
        const app = await startWho({ ...keys, handshake: false, ...options });
        const answer = await app.get(target, { ...PAGE_LOAD, ...headers, ...cookies, host: 'app.example' });
        expect(answer).toMatchObject({ status: 200, json: { userId: 'user_alice' } });
        expect(answer.headers.location).toBeUndefined();
        expect(answer.headers['x-clerk-auth-reason']).toBeUndefined();
      }
    });
  });

  it('signs out a browser whose session is older than its sign-out', async () => {
    const { keys, token } = await signedInBrowser(development);
    const app = await startWho({ ...keys, handshake: false });
    const cookies = cookieHeader({ __session: token, __client_uat: 0, __clerk_db_jwt: 'dvb_1' });
    const { status, headers, json } = await app.get('/docs', { ...PAGE_LOAD, ...cookies });
    expect({ status, userId: json.userId }).toEqual({ status: 200, userId: null });
    expect(headers['x-clerk-auth-reason']).toBe('session-token-but-no-client-uat');
  });

  it('ignores the parameters of a handshake', async () => {
    const app = await start(development, { handshake: false, signInUrl: '' });
    const { status, headers } = await app.get('/docs?__clerk_handshake=x', {
      ...PAGE_LOAD,
      cookie: KNOWN_BROWSER,
    });
    expect(status).toBe(401);
    expect(headers.location).toBeUndefined();
  });
});

it('many made-up nonces cause one warning', async () => {
  const warnings: string[] = [];
  const app = await startGuarded(
    { ...production.keys },
    { logger: { log() {}, error() {}, warn: (message: string) => void warnings.push(message) } },
  );
  for (let count = 0; count < 5; count++) await app.get(`/page?__clerk_handshake_nonce=made_up_${count}`);
  expect(warnings.filter(message => /handshake/i.test(message))).toHaveLength(1);
});
