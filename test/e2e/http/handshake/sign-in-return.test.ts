import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { KNOWN_BROWSER, PAGE_LOAD, redirectTarget, SIGNED_OUT_PAGE_LOAD } from '../../../support/browser.js';
import { setEnvironment } from '../../../support/environment.js';
import { startGuarded } from '../../../support/guarded-app.js';
import { closeApps } from '../../../support/running-app.js';

let development: LocalClerk;
let production: LocalClerk;

beforeAll(async () => {
  development = await LocalClerk.create();
  production = await LocalClerk.create({ instanceType: 'production' });
});
beforeEach(() => setEnvironment({}));
afterEach(closeApps);

const signInUrl = 'https://primary.example/sign-in';
const start = (local: LocalClerk, options: Partial<ClerkModuleOptions> = {}) =>
  startGuarded({ ...local.keys, signInUrl, ...options });

async function returnsTo(app: Awaited<ReturnType<typeof start>>, target: string) {
  const { status, headers } = await app.get(target, { ...SIGNED_OUT_PAGE_LOAD, host: 'app.example' });
  expect(status).toBe(302);
  return redirectTarget(headers.location).query.redirect_url;
}

describe('redirect_url of the sign-in redirect', () => {
  it.each(['__clerk_handshake_nonce=made_up', '__clerk_handshake=x', '__clerk_help=1', '__clerk_db_jwt=d'])(
    'has no handshake parameters: %s',
    async parameter => {
      const app = await start(production);
      expect(await returnsTo(app, `/page?a=1&${parameter}`)).toBe('http://app.example/page?a=1');
    },
  );

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
