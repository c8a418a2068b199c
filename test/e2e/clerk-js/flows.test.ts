import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { Browser, Page } from 'playwright-core';

import {
  fetchJson,
  knownToServer,
  launchChromium,
  mount,
  newPage,
  open,
  signedIn,
  signInWithPassword,
} from './chromium.js';
import { startClerkApp } from './clerk-app.js';
import { startTlsProxy } from './tls-proxy.js';

const PASSWORD = 'analytical-engine';

type InstanceType = 'development' | 'production';

/** An application whose pages know the users of a Local Clerk. */
interface Deployment {
  /** Where users sign in and sign up. */
  readonly signInPages: string;
  /** The pages that have to know the user. */
  readonly pages: string;
  readonly browser: Browser;
}

let shared: Browser;
let local: LocalClerk;
let page: Page;
let closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  shared = await launchChromium();
});

afterEach(async () => {
  await page.context().close();
  for (const close of closing.reverse()) await close();
  closing = [];
});

afterAll(() => shared.close());

function closed<T extends { close(): Promise<void> }>(resource: T): T {
  closing.push(() => resource.close());
  return resource;
}

async function createInstance(instanceType: InstanceType): Promise<LocalClerk> {
  return LocalClerk.create({
    instanceType,
    ...(instanceType === 'production' && { frontendApi: 'clerk.example.test' }),
    users: [{ id: 'user_ada', emailAddress: ['ada@example.com'], password: PASSWORD }],
    organizations: [{ id: 'org_acme', name: 'Acme', members: [{ user: 'user_ada', role: 'org:admin' }] }],
  });
}

/** Serves hosts with TLS, and starts a browser that finds them on this machine. */
async function withTls(targets: Readonly<Record<string, string>>): Promise<Browser> {
  const tls = closed(await startTlsProxy(host => targets[host]));
  const rules = Object.keys(targets).map(host => `MAP ${host}:443 127.0.0.1:${tls.port}`);
  return closed(await launchChromium([`--host-resolver-rules=${rules.join(', ')}`]));
}

const DEPLOYMENTS: Readonly<Record<string, (instanceType: InstanceType) => Promise<Deployment>>> = {
  'on one domain': async instanceType => {
    local = await createInstance(instanceType);
    if (instanceType === 'development') {
      const { url: proxyUrl } = closed(await local.listen());
      const { publishableKey } = local;
      const options = { ...local.keys, proxyUrl, signInUrl: '/' };
      const app = closed(await startClerkApp(options, { publishableKey, proxyUrl }));
      return { signInPages: app.url, pages: app.url, browser: shared };
    }
    const pages = 'https://app.example.test';
    const api = closed(await local.listen(0, { allowedOrigins: [pages] }));
    const app = closed(await startClerkApp({ ...local.keys, signInUrl: '/' }, local));
    const browser = await withTls({ 'clerk.example.test': api.url, 'app.example.test': app.url });
    return { signInPages: pages, pages, browser };
  },

  'on a satellite': async instanceType => {
    local = await createInstance(instanceType);
    const { publishableKey } = local;
    if (instanceType === 'development') {
      const { url: proxyUrl } = closed(await local.listen());
      const pageSettings = { publishableKey, proxyUrl };
      const primary = closed(await startClerkApp({ ...local.keys, proxyUrl, signInUrl: '/' }, pageSettings));
      const loadOptions = { isSatellite: true, satelliteAutoSync: true, signInUrl: `${primary.url}/` };
      const satellite = closed(
        await startClerkApp({ ...local.keys, ...loadOptions, proxyUrl }, { ...pageSettings, loadOptions }),
      );
      // Another site than localhost: the two share no cookies.
      const pages = satellite.url.replace('localhost', '127.0.0.1');
      return { signInPages: primary.url, pages, browser: shared };
    }
    await addSatellite('satellite.test');
    const signInPages = 'https://app.example.test';
    const pages = 'https://app.satellite.test';
    const api = closed(
      await local.listen(0, { allowedOrigins: [signInPages, pages], allowedHosts: ['clerk.satellite.test'] }),
    );
    const primary = closed(await startClerkApp({ ...local.keys, signInUrl: '/' }, { publishableKey }));
    const loadOptions = { isSatellite: true, satelliteAutoSync: true, signInUrl: `${signInPages}/` };
    const domain = 'satellite.test';
    const satellite = closed(
      await startClerkApp({ ...local.keys, ...loadOptions, domain }, { publishableKey, domain, loadOptions }),
    );
    const browser = await withTls({
      'clerk.example.test': api.url,
      'clerk.satellite.test': api.url,
      'app.example.test': primary.url,
      'app.satellite.test': satellite.url,
    });
    return { signInPages, pages, browser };
  },

  'behind the Frontend API proxy': async instanceType => {
    local = await createInstance(instanceType);
    const { url: fapiUrl } = closed(await local.listen());
    const { publishableKey } = local;
    const options = {
      ...local.keys,
      apiUrl: fapiUrl,
      frontendApiProxy: { enabled: true, fapiUrl },
      signInUrl: '/',
      fetch: globalThis.fetch,
    };
    const app = closed(await startClerkApp(options, { publishableKey, proxyUrl: '/__clerk' }));
    return { signInPages: app.url, pages: app.url, browser: shared };
  },
};

async function addSatellite(name: string): Promise<void> {
  const response = await local.fetch('https://api.clerk.com/v1/domains', {
    method: 'POST',
    headers: { authorization: `Bearer ${local.secretKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name, is_satellite: true }),
  });
  expect(response.status).toBe(200);
}

const CELLS = Object.keys(DEPLOYMENTS).flatMap(topology =>
  (['development', 'production'] as const).map(instanceType => [topology, instanceType] as const),
);

describe.each(CELLS)('ClerkJS %s, with a %s instance', (topology, instanceType) => {
  let pages: string;
  let signInPages: string;

  beforeEach(async () => {
    const deployment = await DEPLOYMENTS[topology]!(instanceType);
    ({ pages, signInPages } = deployment);
    page = await newPage(deployment.browser, { ignoreHTTPSErrors: true });
  });

  it('signs up, and the Nest page knows the new user', async () => {
    await open(page, signInPages);
    await mount(page, 'SignUp');
    await page.fill('input[name=emailAddress]', 'grace@example.com');
    await page.fill('input[name=password]', 'compiler-1952');
    await page.click('.cl-formButtonPrimary');
    await page.waitForSelector('input[autocomplete=one-time-code]');
    await page.keyboard.type(local.inbox.latest('grace@example.com')?.code ?? '');
    await signedIn(page);

    await open(page, `${pages}/orders`);

    const grace = local.users.list().find(({ id }) => id !== 'user_ada');
    expect(await knownToServer(page)).toEqual({ userId: grace?.id, orgId: null });
  });

  it('signs in, refreshes, switches the organization, reverifies and signs out', async () => {
    await signInWithPassword(page, signInPages, 'ada@example.com', PASSWORD);
    await open(page, `${pages}/orders`);
    expect(new URL(page.url()).origin).toBe(pages);
    expect(await knownToServer(page)).toEqual({ userId: 'user_ada', orgId: null });
    expect(await fetchJson(page, '/api/me')).toMatchObject({ status: 200, body: { userId: 'user_ada' } });
    await signedIn(page);

    await page.goto('about:blank');
    local.clock.advance('20m');
    local.requests.length = 0;
    await open(page, `${pages}/orders`);
    expect(await knownToServer(page)).toEqual({ userId: 'user_ada', orgId: null });
    const operations = local.requests.map(({ operation }) => operation);
    expect(operations.some(name => name === 'handshakeClient' || name === 'RefreshSession')).toBe(true);

    await page.evaluate("Clerk.setActive({ organization: 'acme' })");
    await open(page, `${pages}/orders`);
    expect(await knownToServer(page)).toEqual({ userId: 'user_ada', orgId: 'org_acme' });

    expect(await fetchJson(page, '/api/danger')).toMatchObject({ status: 403 });
    await page.evaluate(`(async () => {
      await Clerk.session.startVerification({ level: 'first_factor' });
      await Clerk.session.attemptFirstFactorVerification({ strategy: 'password', password: '${PASSWORD}' });
      await Clerk.session.getToken({ skipCache: true });
    })()`);
    expect(await fetchJson(page, '/api/danger')).toEqual({ status: 200, body: { done: true } });

    await page.evaluate(`Clerk.signOut({ redirectUrl: '${pages}/' })`);
    await page.waitForFunction('window.Clerk?.loaded && window.Clerk.user === null');
    await open(page, pages);
    expect(await knownToServer(page)).toEqual({ userId: null, orgId: null });
    expect(local.sessions.list({ userId: 'user_ada', status: 'active' })).toEqual([]);
  });
});
