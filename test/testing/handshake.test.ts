import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { call, decodePart } from './support.js';

let development: LocalClerk;
let production: LocalClerk;

beforeAll(async () => {
  const users = [{ id: 'user_alice' }];
  development = await LocalClerk.create({ users });
  production = await LocalClerk.create({ users, instanceType: 'production' });
});
beforeEach(() => {
  development.outage = undefined;
});

interface HandshakeQuery {
  redirect_url?: string;
  format?: string;
  suffixed_cookies?: string;
  organization_id?: string;
  __clerk_db_jwt?: string;
}

/** A browser that is redirected to the Frontend API. */
async function handshake(local: LocalClerk, query: HandshakeQuery = {}, cookie = '', host?: string) {
  const search = new URLSearchParams({ redirect_url: 'https://app.example.com/page?a=1', ...query });
  const url = `https://clerk.example.com/v1/client/handshake?${search.toString()}`;
  const headers = { cookie, ...(host !== undefined && { host }) };
  const response = await local.handle(new Request(url, { headers }));
  const location = response.headers.get('location');
  return {
    status: response.status,
    headers: response.headers,
    location: location === null ? undefined : new URL(location),
    text: await response.text(),
  };
}

/** The cookies that the handshake sets, by its parameter in the URL or its cookie. */
async function cookiesFor(local: LocalClerk, nonce: string | null | undefined) {
  const { status, body } = await call(local, 'GET', `/v1/clients/handshake_payload?nonce=${nonce}`);
  return status === 200 ? asCookies(body.directives) : undefined;
}

function asCookies(lines: string[]): Record<string, string> {
  return Object.fromEntries(lines.map(line => line.split(';')[0]!.split('=') as [string, string]));
}

describe('handshake of a development instance', () => {
  it('redirects the browser back with a nonce in the URL', async () => {
    const { status, location, headers } = await handshake(development, { format: 'nonce' });

    expect(status).toBe(307);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(`${location!.origin}${location!.pathname}`).toBe('https://app.example.com/page');
    expect([...location!.searchParams.keys()]).toEqual(['a', '__clerk_handshake_nonce']);
    expect(headers.getSetCookie()).toEqual([]);
  });

  it('creates a browser without a signed-in user for an unknown one', async () => {
    const { location } = await handshake(development, { format: 'nonce', __clerk_db_jwt: 'dvb_unknown' });

    const cookies = await cookiesFor(development, location!.searchParams.get('__clerk_handshake_nonce'));

    expect(cookies).toMatchObject({ __client_uat: '0', __session: '' });
    expect(cookies!.__clerk_db_jwt).not.toBe('dvb_unknown');
    expect(development.browsers.get(cookies!.__clerk_db_jwt!).session).toBeUndefined();
  });

  it('returns its payload once', async () => {
    const { location } = await handshake(development, { format: 'nonce' });
    const nonce = location!.searchParams.get('__clerk_handshake_nonce');

    expect(await cookiesFor(development, nonce)).toBeDefined();
    expect(await cookiesFor(development, nonce)).toBeUndefined();
  });

  it('tells a browser who is signed in', async () => {
    const browser = development.browsers.create();
    const session = browser.signIn({ userId: 'user_alice', orgId: 'org_acme' });

    const { location } = await handshake(development, { format: 'nonce', __clerk_db_jwt: browser.token });
    const cookies = await cookiesFor(development, location!.searchParams.get('__clerk_handshake_nonce'));

    expect(cookies).toMatchObject({
      __client_uat: String(browser.clientUat),
      __clerk_db_jwt: browser.token,
    });
    expect(decodePart(cookies!.__session!, 'payload')).toMatchObject({
      sid: session.id,
      azp: 'https://app.example.com',
      o: { id: 'org_acme' },
    });
    const refreshToken = Object.entries(cookies!).find(([name]) => name.startsWith('__refresh_'))?.[1];
    expect(development.sessions.findByRefreshToken(refreshToken!)).toMatchObject({ id: session.id });
  });

  it('sets the suffixed cookies too on request', async () => {
    const browser = development.browsers.create();
    browser.signIn({ userId: 'user_alice' });

    const { location } = await handshake(development, {
      format: 'nonce',
      suffixed_cookies: 'true',
      __clerk_db_jwt: browser.token,
    });
    const cookies = await cookiesFor(development, location!.searchParams.get('__clerk_handshake_nonce'));

    const endings = Object.keys(cookies!).map(name => /^__(.+?)(_[\w-]{8})?$/.exec(name)!.slice(1, 3));
    expect(endings.filter(([, ending]) => ending).map(([name]) => name)).toEqual(
      expect.arrayContaining(['clerk_db_jwt', 'client_uat', 'session', 'refresh']),
    );
  });

  it('returns a signed token instead of a nonce by default', async () => {
    const { location } = await handshake(development);

    const token = location!.searchParams.get('__clerk_handshake')!;

    expect(decodePart(token, 'header')).toMatchObject({ kid: development.kid, cat: 'cl_B7d4PD111AAA' });
    expect(decodePart(token, 'payload').handshake).toEqual(
      expect.arrayContaining([expect.stringMatching(/^__client_uat=0; Path=\//)]),
    );
  });

  it.each([
    ['of a member, by id', 'org_acme', 'org_acme'],
    ['of a member, by slug', 'acme', 'org_acme'],
    ['none for the personal account', '', null],
    ['none for an organization without the user', 'org_other', 'org_start'],
    ['none for an unknown organization', 'org_nothing', 'org_start'],
  ])('activates an organization: %s', async (_what, organization_id, active) => {
    const local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
    local.organizations.create({ id: 'org_acme', name: 'Acme' });
    local.organizations.create({ id: 'org_other', name: 'Other' });
    local.memberships.create({ organizationId: 'org_acme', userId: 'user_alice' });
    const browser = local.browsers.create();
    browser.signIn({ userId: 'user_alice', orgId: 'org_start' });

    await handshake(local, { organization_id, __clerk_db_jwt: browser.token });

    expect(browser.session?.activeOrganizationId).toBe(active);
  });

  it.each(['', '/page', 'javascript:alert(1)', 'ftp://example.com'])(
    'does not redirect a browser to %j',
    async redirect_url => {
      expect(await handshake(development, { redirect_url })).toMatchObject({
        status: 422,
        location: undefined,
        text: expect.stringContaining('redirect_url'),
      });
    },
  );

  it('rejects other formats', async () => {
    expect(await handshake(development, { format: 'xml' })).toMatchObject({ status: 422 });
  });

  it('appears in the list of requests and fails in an outage', async () => {
    development.outage = 503;
    development.requests.length = 0;

    await handshake(development);

    expect(development.requests).toMatchObject([
      { method: 'GET', path: '/v1/client/handshake', operation: 'handshakeClient', status: 503 },
    ]);
  });
});

describe('handshake of a production instance', () => {
  it('redirects the browser back with a nonce in a cookie and identifies it by another cookie', async () => {
    const first = await handshake(production, { format: 'nonce' });
    const cookies = asCookies(first.headers.getSetCookie());
    expect(first.location!.href).toBe('https://app.example.com/page?a=1');
    expect(await cookiesFor(production, cookies.__clerk_handshake_nonce)).toEqual(
      expect.objectContaining({ __client_uat: '0', __clerk_handshake_nonce: '', __clerk_handshake: '' }),
    );

    production.browsers.get(cookies.__client!).signIn({ userId: 'user_alice' });
    const second = await handshake(production, { format: 'nonce' }, `a=1; __client=${cookies.__client}`);

    const nonce = asCookies(second.headers.getSetCookie()).__clerk_handshake_nonce;
    expect(await cookiesFor(production, nonce)).toMatchObject({ __session: expect.stringMatching(/^ey/) });
  });

  it('sets Secure cookies, and HttpOnly for secret ones', async () => {
    const { headers } = await handshake(production);

    const lines = headers.getSetCookie();
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toMatch(/; SameSite=Lax; Secure; HttpOnly$/);
  });

  it('tells other hosts of the domain only whether a user is signed in', async () => {
    const { headers } = await handshake(production, { format: 'nonce' }, '', 'clerk.example.com');
    const nonce = asCookies(headers.getSetCookie()).__clerk_handshake_nonce;
    expect(headers.getSetCookie()[1]).toContain('; Domain=example.com;');

    const { body } = await call(production, 'GET', `/v1/clients/handshake_payload?nonce=${nonce}`);

    expect(body.directives.filter((line: string) => line.startsWith('__client_uat='))).toEqual([
      '__client_uat=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
      expect.stringMatching(/^__client_uat=0; Path=\/; Domain=example\.com; Max-Age=/),
    ]);
  });

  it('belongs to the requested domain if that is valid', async () => {
    const client = production.browsers.create();
    client.signIn({ userId: 'user_alice' });
    const issuerAt = async (host: string) => {
      const { headers } = await handshake(production, { format: 'nonce' }, `__client=${client.token}`, host);
      const nonce = asCookies(headers.getSetCookie()).__clerk_handshake_nonce;
      return decodePart((await cookiesFor(production, nonce))!.__session!, 'payload').iss;
    };

    expect(await issuerAt('clerk.satellite.example')).toBe('https://clerk.satellite.example');
    expect(await issuerAt('127.0.0.1:4010')).toBe(production.issuer);
    expect(await issuerAt('clerk.%')).toBe(production.issuer);
  });

  it('identifies the browser by its cookie only', async () => {
    const browser = production.browsers.create();
    browser.signIn({ userId: 'user_alice' });

    const { headers } = await handshake(production, { format: 'nonce', __clerk_db_jwt: browser.token });

    const nonce = asCookies(headers.getSetCookie()).__clerk_handshake_nonce;
    expect(await cookiesFor(production, nonce)).toMatchObject({ __client_uat: '0' });
  });
});

describe('browser of LocalClerk', () => {
  it('is signed out when its session ends for any reason', () => {
    const browser = development.browsers.create();
    expect(browser.clientUat).toBe(0);

    const first = browser.signIn({ userId: 'user_alice' });
    expect(browser.clientUat).toBeGreaterThan(0);
    development.sessions.revoke(first.id);
    expect(browser).toMatchObject({ session: undefined, clientUat: 0 });

    const second = browser.signIn({ userId: 'user_alice' });
    browser.signOut();
    expect(browser.session).toBeUndefined();
    expect(development.sessions.get(second.id).status).toBe('revoked');
    browser.signOut();

    const bob = development.users.create();
    browser.signIn({ userId: bob.id });
    development.users.delete(bob.id);
    expect(browser.session).toBeUndefined();
  });

  it('is not found by an unknown token, and the error does not quote it', () => {
    expect(() => development.browsers.get('dvb_secret')).toThrow(expect.objectContaining({ status: 404 }));
    expect(() => development.browsers.get('dvb_secret')).not.toThrow(/dvb_secret/);
  });
});
