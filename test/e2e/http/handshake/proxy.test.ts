import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { PAGE_LOAD, redirectTarget } from '../../../support/browser.js';
import { setEnvironment } from '../../../support/environment.js';
import { closeApps } from '../../../support/running-app.js';
import { startWho } from '../../../support/who-app.js';

const VERCEL_VARIABLES = ['VERCEL_TARGET_ENV', 'VERCEL_PROJECT_PRODUCTION_URL', 'CLERK_DISABLE_AUTO_PROXY'];
const machine = { ...process.env };

let production: LocalClerk;
let development: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  production = await LocalClerk.create({ instanceType: 'production', frontendApi: 'clerk.example.com' });
  development = await LocalClerk.create({ frontendApi: 'happy-fox-1.clerk.accounts.dev' });
});
afterEach(async () => {
  setVercel({});
  await closeApps();
});
afterAll(() => {
  Object.assign(process.env, machine);
});

function setVercel(variables: Record<string, string>): void {
  for (const name of VERCEL_VARIABLES) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, variables);
}

/** The URL of the handshake of a browser. */
async function handshakeAt(options: ClerkModuleOptions, local = production, target = '/page') {
  const app = await startWho({ ...local.keys, ...options });
  const { headers } = await app.get(target, {
    ...PAGE_LOAD,
    host: 'app.example',
    'x-forwarded-proto': 'https',
    cookie: '__client_uat=1',
  });
  return redirectTarget(headers.location).address;
}

describe('proxyUrl: the handshake redirects to', () => {
  it.each<[string, ClerkModuleOptions['proxyUrl'], string]>([
    ['the Frontend API without the option', undefined, 'https://clerk.example.com/v1/client/handshake'],
    ['a host', 'https://proxy.example', 'https://proxy.example/v1/client/handshake'],
    ['a path on a host', 'https://proxy.example/clerk', 'https://proxy.example/clerk/v1/client/handshake'],
    [
      'a path with trailing slashes',
      'https://proxy.example/clerk///',
      'https://proxy.example/clerk/v1/client/handshake',
    ],
    ['a host without TLS', 'http://localhost:4000', 'http://localhost:4000/v1/client/handshake'],
    ['a path of the public origin', '/__clerk', 'https://app.example/__clerk/v1/client/handshake'],
    [
      'the URL that a function returns',
      url => `https://${url.hostname}:8443${url.pathname}`,
      'https://app.example:8443/page/v1/client/handshake',
    ],
    [
      'the path that a function returns',
      url => (url.protocol === 'https:' ? '/__clerk' : ''),
      'https://app.example/__clerk/v1/client/handshake',
    ],
    [
      'the Frontend API if a function returns an empty string',
      () => '',
      'https://clerk.example.com/v1/client/handshake',
    ],
  ])('%s', async (_what, proxyUrl, address) => {
    expect(await handshakeAt({ proxyUrl })).toBe(address);
  });

  it('the same URL in development', async () => {
    expect(await handshakeAt({ proxyUrl: '/__clerk' }, development)).toBe(
      'https://app.example/__clerk/v1/client/handshake',
    );
  });

  it('and tokens still have the Frontend API as issuer', async () => {
    const local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
    const app = await startWho({ ...local.keys, proxyUrl: 'https://proxy.example' });
    const token = await local.issueSessionToken({ userId: 'user_alice' });

    const cookie = `__session=${token}; __client_uat=1; __clerk_db_jwt=dvb_1`;

    expect(await app.get('/', { cookie })).toMatchObject({ json: { userId: 'user_alice' } });
  });
});

describe('Frontend API proxy on Vercel', () => {
  const deployment = {
    VERCEL_TARGET_ENV: 'production',
    VERCEL_PROJECT_PRODUCTION_URL: 'shop.vercel.app',
  };
  const PROXIED = 'https://app.example/__clerk/v1/client/handshake';
  const DIRECT = 'https://clerk.example.com/v1/client/handshake';

  it.each([
    ['a production deployment', deployment],
    [
      'a production deployment with scheme and path in its URL',
      { ...deployment, VERCEL_PROJECT_PRODUCTION_URL: 'https://shop.vercel.app/x' },
    ],
    [
      'a production deployment with CLERK_DISABLE_AUTO_PROXY=false',
      { ...deployment, CLERK_DISABLE_AUTO_PROXY: 'false' },
    ],
  ])('%s on vercel.app is enabled by default', async (_what, variables) => {
    setVercel(variables);

    expect(await handshakeAt({})).toBe(PROXIED);
  });

  it.each([
    ['a preview', { ...deployment, VERCEL_TARGET_ENV: 'preview' }],
    ['a custom domain', { ...deployment, VERCEL_PROJECT_PRODUCTION_URL: 'shop.example' }],
    [
      'a domain that contains vercel.app',
      { ...deployment, VERCEL_PROJECT_PRODUCTION_URL: 'vercel.app.evil.example' },
    ],
    [
      'a production deployment with CLERK_DISABLE_AUTO_PROXY=true',
      { ...deployment, CLERK_DISABLE_AUTO_PROXY: 'true' },
    ],
  ])('%s is not enabled by default', async (_what, variables) => {
    setVercel(variables);

    expect(await handshakeAt({})).toBe(DIRECT);
  });

  it('a development instance is not enabled by default', async () => {
    setVercel(deployment);

    expect(await handshakeAt({}, development)).toBe(
      'https://happy-fox-1.clerk.accounts.dev/v1/client/handshake',
    );
  });

  it('explicit configuration overrides the default', async () => {
    setVercel(deployment);

    expect(await handshakeAt({ proxyUrl: 'https://proxy.example' })).toBe(
      'https://proxy.example/v1/client/handshake',
    );
    expect(await handshakeAt({ domain: 'example.com' })).toBe(DIRECT);
  });
});
