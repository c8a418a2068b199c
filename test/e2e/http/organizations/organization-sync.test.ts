import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { InstanceType, LocalClerkServer } from 'nest-clerk/testing';

import { cookieHeader, handshakeOf, verdictOf } from '../../../support/auth-answer.js';
import { PAGE_LOAD } from '../../../support/browser.js';
import { setEnvironment } from '../../../support/environment.js';
import { closeApps } from '../../../support/running-app.js';
import type { RunningApp } from '../../../support/running-app.js';
import { TestBrowser } from '../../../support/test-browser.js';
import { recordingLogger, startWho } from '../../../support/who-app.js';

const ORIGIN = 'https://app.example.com';
const organizationSyncOptions = {
  organizationPatterns: ['/orgs/:slug', '/orgs/:slug/(.*)', '/by-id/:id', '/me/:slug'],
  personalAccountPatterns: ['/me', '/me/(.*)'],
};

let local: LocalClerk;
let app: RunningApp;
let logger: ReturnType<typeof recordingLogger>;

beforeAll(async () => {
  setEnvironment({});
  local = await createInstance('production');
});
beforeEach(async () => {
  logger = recordingLogger();
  app = await startWho({ ...local.keys, organizationSyncOptions }, logger);
});
afterEach(closeApps);

async function createInstance(instanceType: InstanceType): Promise<LocalClerk> {
  const instance = await LocalClerk.create({
    instanceType,
    frontendApi: instanceType === 'production' ? 'clerk.example.com' : undefined,
    users: [{ id: 'user_alice' }],
  });
  for (const name of ['Acme', 'Globex', 'Initech']) {
    instance.organizations.create({ id: `org_${name.toLowerCase()}`, name });
  }
  for (const organizationId of ['org_acme', 'org_globex']) {
    instance.memberships.create({ organizationId, userId: 'user_alice' });
  }
  return instance;
}

/** Loads a page as Alice, with or without an active organization. */
async function load(path: string, orgId: string | null, cookies: Record<string, string> = {}, headers = {}) {
  const __session = await local.issueSessionToken({ userId: 'user_alice', orgId });
  return app.get(path, {
    ...PAGE_LOAD,
    host: 'app.example.com',
    'x-forwarded-proto': 'https',
    ...cookieHeader({ __session, __client_uat: '1', ...cookies }),
    ...headers,
  });
}

describe('active-organization-mismatch: the URL names another organization than the active one', () => {
  it('redirects to the Frontend API to activate the organization', async () => {
    const answer = await load('/orgs/acme/invoices', null);

    expect(handshakeOf(answer)).toEqual({
      status: 307,
      address: 'https://clerk.example.com/v1/client/handshake',
      query: {
        redirect_url: `${ORIGIN}/orgs/acme/invoices`,
        __clerk_api_version: '2026-05-12',
        suffixed_cookies: 'false',
        __clerk_hs_reason: 'active-organization-mismatch',
        format: 'nonce',
        __session: expect.stringMatching(/^ey/),
        organization_id: 'acme',
      },
      cacheControl: 'no-store',
      setCookie: ['__clerk_redirect_count=1; SameSite=Lax; HttpOnly; Max-Age=2'],
      verdict: { status: 'handshake', reason: 'active-organization-mismatch', message: undefined },
    });
  });

  it.each([
    ['finds the organization by its slug', '/orgs/acme', 'org_globex', 'acme'],
    ['finds the organization by its id', '/by-id/org_acme', 'org_globex', 'org_acme'],
    ['finds the personal account', '/me', 'org_acme', ''],
    ['finds the personal account below its path', '/me/a/b', 'org_acme', ''],
    ['prefers the organization if both patterns match', '/me/acme', 'org_globex', 'acme'],
  ])('%s', async (_how, path, active, wanted) => {
    expect(handshakeOf(await load(path, active)).query.organization_id).toBe(wanted);
  });

  it('adds the organization to every other handshake', async () => {
    const answer = await app.get('/orgs/acme', { ...PAGE_LOAD, cookie: '__client_uat=1' });

    expect(handshakeOf(answer).query).toMatchObject({
      __clerk_hs_reason: 'client-uat-but-no-session-token',
      organization_id: 'acme',
    });
  });
});

describe('organization sync starts no handshake', () => {
  it.each([
    ['the organization is active', '/orgs/acme', 'org_acme'],
    ['the organization is active, by its id', '/by-id/org_acme', 'org_acme'],
    ['the personal account is active', '/me', null],
    ['the URL names no organization', '/about', 'org_acme'],
    ['the URL only starts like a pattern', '/orgs', 'org_acme'],
  ])('if %s', async (_what, path, active) => {
    expect(await load(path, active)).toMatchObject({
      status: 200,
      json: { userId: 'user_alice', orgId: active },
    });
  });

  it('if the request loads no page', async () => {
    const headers = { 'sec-fetch-dest': 'empty', accept: 'application/json' };

    expect(await load('/orgs/acme', 'org_globex', {}, headers)).toMatchObject({
      status: 200,
      json: { orgId: 'org_globex' },
    });
  });

  it('if the caller is signed out', async () => {
    expect(verdictOf(await app.get('/orgs/acme', PAGE_LOAD)).reason).toBe('session-token-and-uat-missing');
  });

  it('for a Bearer token, which has its own organization', async () => {
    const token = await local.issueSessionToken({ userId: 'user_alice', orgId: 'org_globex' });

    expect(await app.get('/orgs/acme', { ...PAGE_LOAD, authorization: `Bearer ${token}` })).toMatchObject({
      status: 200,
      json: { orgId: 'org_globex' },
    });
  });
});

describe('organization redirect counter', () => {
  it('returns the page, signed in, with a warning after three redirects', async () => {
    const answer = await load('/orgs/initech', 'org_acme', { __clerk_redirect_count: '3' });

    expect(answer).toMatchObject({ status: 200, json: { userId: 'user_alice', orgId: 'org_acme' } });
    expect(verdictOf(answer).status).toBeUndefined();
    expect(logger.warnings).toEqual([expect.stringMatching(/could not be activated/)]);
  });
});

describe.each(['production', 'development'] as const)('browser and Frontend API in %s', instanceType => {
  let browser: TestBrowser;
  let server: LocalClerkServer;

  beforeEach(async () => {
    const instance = instanceType === 'production' ? local : await createInstance('development');
    const { port } = instance === local ? app : await startWho({ ...instance.keys, organizationSyncOptions });
    server = await instance.listen();
    browser = new TestBrowser({
      'app.example.com': port,
      [instance.frontendApi]: Number(new URL(server.url).port),
    });
    const client = instance.browsers.create();
    client.signIn({ userId: 'user_alice' });
    browser.setCookie('clerk.example.com', `__client=${client.token}`);
    browser.setCookie('app.example.com', `__clerk_db_jwt=${client.token}`);
    browser.setCookie('app.example.com', `__client_uat=${client.clientUat}; Domain=example.com`);
  });
  afterEach(() => server.close());

  it('activate the organization of each URL', async () => {
    const visit = async (path: string) => (await browser.visit(ORIGIN + path)).at(-1);

    expect(await visit('/orgs/acme')).toMatchObject({ json: { orgId: 'org_acme', orgSlug: 'acme' } });
    expect(await visit('/by-id/org_globex')).toMatchObject({ json: { orgId: 'org_globex' } });
    expect(await visit('/about')).toMatchObject({ json: { orgId: 'org_globex' } });
    expect(await visit('/me')).toMatchObject({ json: { userId: 'user_alice', orgId: null } });
  });

  it('return the page for an organization that the user is not a member of', async () => {
    const visits = await browser.visit(`${ORIGIN}/orgs/initech`);

    expect(visits.at(-1)).toMatchObject({
      url: `${ORIGIN}/orgs/initech`,
      status: 200,
      json: { userId: 'user_alice', orgId: null },
    });
    // In production a handshake returns the page, and in development one more redirect.
    const rounds = visits.filter(({ url }) => url.includes('/v1/client/handshake'));
    expect(rounds).toHaveLength(instanceType === 'production' ? 1 : 3);
  });
});
