import type { OutgoingHttpHeaders } from 'node:http';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { KNOWN_BROWSER, PAGE_LOAD, SIGNED_OUT_PAGE_LOAD } from '../../../support/browser.js';
import { setEnvironment } from '../../../support/environment.js';
import { startGuarded } from '../../../support/guarded-app.js';
import { sendRaw } from '../../../support/raw-http.js';
import { closeApps } from '../../../support/running-app.js';
import type { Answer, RunningApp } from '../../../support/running-app.js';
import { startWho } from '../../../support/who-app.js';

const HOST = 'app.example';
const EVIL = /^https?:\/\/([^/]*\.)?evil\.com/i;

let development: LocalClerk;
let production: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  development = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  production = await LocalClerk.create({ instanceType: 'production', frontendApi: 'clerk.example.com' });
});
afterAll(closeApps);

/** Every URL to which a response redirects a browser, immediately or later, resolved as by the browser. */
function addressesIn({ headers }: Answer): URL[] {
  const { location } = headers;
  if (location === undefined) return [];
  const first = new URL(location, `http://${HOST}/`);
  const next = ['redirect_url', '__clerk_redirect_url'].flatMap(name => first.searchParams.getAll(name));
  return [first, ...next.map(text => new URL(text, `http://${HOST}/`))];
}

describe.each([
  '//a//evil.com/x',
  '/.//evil.com/x',
  '/..//evil.com/x',
  '/\\evil.com/x',
  '///evil.com',
  '/%2F/evil.com',
])('request target %s leads to no other host', target => {
  async function hostsAt(app: RunningApp, headers: OutgoingHttpHeaders, query = '') {
    const answer = await app.get(`${target}${query}`, { ...headers, host: HOST });
    expect(answer.status).toBeLessThan(500);
    expect(answer.headers.location ?? '').not.toMatch(EVIL);
    return { status: answer.status, hosts: addressesIn(answer).map(({ host }) => host) };
  }

  it('in the redirect to the sign-in page', async () => {
    const app = await startGuarded({ ...development.keys, signInUrl: '/sign-in' });

    const { status, hosts } = await hostsAt(app, SIGNED_OUT_PAGE_LOAD);

    expect({ status, hosts }).toEqual({ status: 302, hosts: [HOST, HOST] });
  });

  it('in the handshake in production', async () => {
    const app = await startWho(production.keys);

    const { status, hosts } = await hostsAt(app, { ...PAGE_LOAD, cookie: '__client_uat=1' });

    expect({ status, hosts }).toEqual({ status: 307, hosts: ['clerk.example.com', HOST] });
  });

  it('in the redirect after a handshake in development', async () => {
    const app = await startWho(development.keys);
    const handshake = await development.signJwt({
      handshake: [`__session=${await development.issueSessionToken({ userId: 'user_alice' })}; Path=/`],
    });

    const { status, hosts } = await hostsAt(app, PAGE_LOAD, `?__clerk_handshake=${handshake}`);

    expect({ status, hosts }).toEqual({ status: 307, hosts: [HOST] });
  });

  it('in the redirect after a handshake with a nonce in development', async () => {
    const session = await development.issueSessionToken({ userId: 'user_alice' });
    const fetch: typeof globalThis.fetch = async (input, init) =>
      new Request(input).url.includes('handshake_payload')
        ? Response.json({ directives: [`__session=${session}; Path=/`] })
        : development.fetch(input, init);
    const app = await startWho({ ...development.keys, fetch });

    const { status, hosts } = await hostsAt(app, PAGE_LOAD, '?__clerk_handshake_nonce=nonce_1');

    expect({ status, hosts }).toEqual({ status: 307, hosts: [HOST] });
  });
});

it('a redirect of the guard has Cache-Control: no-store', async () => {
  const app = await startGuarded({ ...development.keys, signInUrl: '/sign-in' });

  const { status, headers } = await app.get('/orders', SIGNED_OUT_PAGE_LOAD);

  expect(status).toBe(302);
  expect(headers['cache-control']).toBe('no-store');
});

it('a path with 15 KB of slashes is redirected like any other', async () => {
  const { port } = await startGuarded({ ...development.keys, signInUrl: '/sign-in' });
  const headers = ['Accept: text/html', `Cookie: ${KNOWN_BROWSER}`];

  for (const target of [`/a${'/'.repeat(15_000)}`, `/a${'/'.repeat(15_000)}b`]) {
    const answer = await sendRaw(port, { target, headers });

    expect(answer.status).toBe(302);
    expect(answer.headers.location?.[0]).toMatch(/^\/sign-in\?redirect_url=/);
  }
});

describe('unusual host or scheme causes no error', () => {
  const load = async (options: ClerkModuleOptions, headers: Record<string, string>, cookie: string) => {
    const app = await startWho({ ...production.keys, isSatellite: true, ...options });
    return app.get('/page', { ...PAGE_LOAD, ...headers, cookie });
  };
  const COOKIES = ['__client_uat=1', '__clerk_synced=false', ''];

  it.each(['1.2.3.4', '[::1]', '[::1]:3000'])('with the domain %s: no handshake', async host => {
    for (const cookie of COOKIES) {
      const { status, headers } = await load({ domain: url => url.host }, { host }, cookie);

      expect({ status, location: headers.location }).toEqual({ status: 200, location: undefined });
      expect(headers['x-clerk-auth-status']).toBe('signed-out');
    }
  });

  it.each(['foo', 'javascript', 'data', 'https:', '1', ''])('with the scheme %j', async scheme => {
    const proxies = ['/__clerk', () => '/__clerk', (url: URL) => `${url.origin}/__clerk`];
    for (const proxyUrl of proxies) {
      for (const cookie of COOKIES) {
        const { status } = await load({ proxyUrl }, { host: HOST, 'x-forwarded-proto': scheme }, cookie);

        expect([200, 307]).toContain(status);
      }
    }
  });
});

describe('primary domain in development', () => {
  const asked = async (redirectUrl: string) => {
    const app = await startWho(development.keys);
    const target = `/sign-in?__clerk_redirect_url=${encodeURIComponent(redirectUrl)}`;
    return app.get(target, { ...PAGE_LOAD, host: HOST, cookie: '__clerk_db_jwt=dvb_1; __client_uat=0' });
  };

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'javascript://evil.com/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:http://evil.com/1',
    'custom-app://open',
  ])('does not redirect a browser with its token to %s', async redirectUrl => {
    const { status, headers } = await asked(redirectUrl);

    expect({ status, location: headers.location }).toEqual({ status: 200, location: undefined });
  });

  it.each(['http://satellite.test:4000/shop', 'HTTPS://satellite.test/shop'])(
    'redirects a browser to %s',
    async url => {
      expect((await asked(url)).headers.location).toMatch(
        /^https?:\/\/satellite\.test.*__clerk_synced=true$/,
      );
    },
  );
});
