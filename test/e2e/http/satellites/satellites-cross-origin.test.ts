import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';
import type { SessionTokenOptions } from 'nest-clerk/testing';

import { cookieHeader, handshakeOf } from '../../../support/auth-answer.js';
import { PAGE_LOAD } from '../../../support/browser.js';
import { setEnvironment } from '../../../support/environment.js';
import { closeApps } from '../../../support/running-app.js';
import type { RunningApp } from '../../../support/running-app.js';
import { startWho } from '../../../support/who-app.js';

let development: LocalClerk;
let production: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  const users = [{ id: 'user_alice' }];
  development = await LocalClerk.create({ users });
  production = await LocalClerk.create({
    users,
    instanceType: 'production',
    frontendApi: 'clerk.primary.example',
  });
});
afterAll(closeApps);

interface Arrival {
  token?: Partial<SessionTokenOptions>;
  local?: LocalClerk;
  options?: ClerkModuleOptions;
  method?: string;
  headers?: Record<string, string>;
  cookies?: Record<string, string>;
}

/** A signed-in user of the primary domain follows a link to it. */
async function arrive(referer: string | undefined, arrival: Arrival = {}) {
  const { local = production, options, token, method, headers, cookies } = arrival;
  const app: RunningApp = await startWho({ ...local.keys, ...options });
  const __session = await local.issueSessionToken({ userId: 'user_alice', ...token });
  return app.request('/account', {
    method,
    headers: {
      ...PAGE_LOAD,
      host: 'primary.example',
      'x-forwarded-proto': 'https',
      ...(referer && { referer }),
      ...cookieHeader({ __session, __client_uat: '1', __clerk_db_jwt: 'dvb_1', ...cookies }),
      ...headers,
    },
  });
}

describe('primary-domain-cross-origin-sync: a page load on the primary domain from another origin', () => {
  it('starts a handshake that fetches the current session', async () => {
    const answer = await arrive('https://satellite.example/shop');

    expect(handshakeOf(answer)).toMatchObject({
      status: 307,
      address: 'https://clerk.primary.example/v1/client/handshake',
      query: {
        redirect_url: 'https://primary.example/account',
        __clerk_hs_reason: 'primary-domain-cross-origin-sync',
      },
      cacheControl: 'no-store',
      setCookie: ['__clerk_redirect_count=1; SameSite=Lax; HttpOnly; Max-Age=2'],
      verdict: { status: 'handshake', reason: 'primary-domain-cross-origin-sync' },
    });
  });

  it.each([
    ['another port', 'https://primary.example:8443/'],
    ['another scheme', 'http://primary.example/'],
    ['a subdomain', 'https://www.primary.example/'],
    ['the accounts subdomain of another domain', 'https://accounts.evil.example/'],
    ['a host that starts like the account portal', 'https://accounts.primary.example.evil.example/'],
    ['a development account portal, which anyone can create', 'https://happy-fox-1.accounts.dev/'],
  ])('starts a handshake from %s too', async (_what, referer) => {
    expect((await arrive(referer)).status).toBe(307);
  });
});

describe('page load on the primary domain starts no handshake', () => {
  it.each([
    ['the same origin', 'https://primary.example/other'],
    ['nowhere', undefined],
    ['an invalid URL', 'primary'],
    ['the Frontend API', 'https://clerk.primary.example/v1/oauth_callback'],
    ['the account portal of this instance', 'https://accounts.primary.example/sign-in'],
  ])('from %s', async (_what, referer) => {
    expect(await arrive(referer)).toMatchObject({ status: 200, json: { userId: 'user_alice' } });
  });

  it.each(['https://happy-fox-1.accounts.dev/', 'https://accounts.happy.fox-1.lcl.dev/'])(
    'in development, from the account portal of a development instance: %s',
    async referer => {
      expect((await arrive(referer, { local: development })).status).toBe(200);
      expect((await arrive('https://other.example/', { local: development })).status).toBe(307);
    },
  );

  it('from the proxy of the Frontend API', async () => {
    const options = { proxyUrl: 'https://proxy.example/__clerk' };

    expect((await arrive('https://proxy.example/page', { options })).status).toBe(200);
  });

  it.each<[string, Arrival]>([
    ['by a form submission', { method: 'POST' }],
    ['by a fetch', { headers: { 'sec-fetch-dest': 'empty' } }],
    ['by a browser without Sec-Fetch-Dest', { headers: { 'sec-fetch-dest': '' } }],
    ['after a handshake', { cookies: { __clerk_redirect_count: '1' } }],
    [
      'on a satellite',
      {
        options: { isSatellite: true, domain: 'satellite.example' },
        token: { claims: { iss: 'https://clerk.satellite.example' } },
      },
    ],
  ])('%s', async (_what, arrival) => {
    expect(await arrive('https://other.example/', arrival)).toMatchObject({
      status: 200,
      json: { userId: 'user_alice' },
    });
  });
});
