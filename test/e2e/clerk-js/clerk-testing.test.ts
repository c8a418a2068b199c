import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';
import type { Browser, Page } from 'playwright-core';

import { knownToServer, launchChromium, open } from './chromium.js';
import { startClerkApp } from './clerk-app.js';
import type { ClerkApp } from './clerk-app.js';
import { startTlsProxy } from './tls-proxy.js';
import type { TlsProxy } from './tls-proxy.js';

const PASSWORD = 'analytical-engine';
const VARIABLES = [
  'CLERK_PUBLISHABLE_KEY',
  'CLERK_SECRET_KEY',
  'CLERK_API_URL',
  'CLERK_FAPI',
  'CLERK_TESTING_TOKEN',
] as const;

/** What the tests use of `@clerk/testing/playwright`; its own types are those of `@playwright/test`. */
interface ClerkTesting {
  clerkSetup(options: { dotenv: boolean }): Promise<void>;
  setupClerkTestingToken(options: { page: Page; options: { frontendApiUrl: string } }): Promise<void>;
  readonly clerk: {
    loaded(options: { page: Page }): Promise<void>;
    signOut(options: { page: Page }): Promise<void>;
    signIn(options: {
      page: Page;
      emailAddress?: string;
      signInParams?: { strategy: string; identifier: string; password?: string };
      setupClerkTestingTokenOptions?: { frontendApiUrl: string };
    }): Promise<void>;
  };
}

const realFetch = globalThis.fetch;

let chromium: Browser;
let testing: ClerkTesting;
let local: LocalClerk;
let server: LocalClerkServer;
let tls: TlsProxy;
let app: ClerkApp;
let page: Page;
let frontendApiUrl: string;

beforeAll(async () => {
  chromium = await launchChromium();
  // clerk.signIn({ emailAddress }) does not read CLERK_API_URL, and the package takes `fetch` when it is loaded.
  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    return url.startsWith('https://api.clerk.com/') ? local.fetch(input, init) : realFetch(input, init);
  };
  testing = (await import('@clerk/testing/playwright')) as unknown as ClerkTesting;
});

afterAll(async () => {
  globalThis.fetch = realFetch;
  await chromium.close();
});

beforeEach(async () => {
  local = await LocalClerk.create({
    users: [
      { id: 'user_ada', emailAddress: ['ada@example.com'], password: PASSWORD },
      { id: 'user_tom', emailAddress: ['tom+clerk_test@example.com'], phoneNumber: ['+15555550100'] },
    ],
  });
  server = await local.listen();
  // The package sends the testing token to https only.
  tls = await startTlsProxy(() => server.url);
  frontendApiUrl = `localhost:${tls.port}`;
  app = await startClerkApp(
    { ...local.keys, proxyUrl: `https://${frontendApiUrl}`, signInUrl: '/' },
    { publishableKey: local.publishableKey, proxyUrl: `https://${frontendApiUrl}` },
  );
  process.env.CLERK_PUBLISHABLE_KEY = local.publishableKey;
  process.env.CLERK_SECRET_KEY = local.secretKey;
  process.env.CLERK_API_URL = server.url;
  await testing.clerkSetup({ dotenv: false });
  const context = await chromium.newContext({ ignoreHTTPSErrors: true });
  context.setDefaultTimeout(10_000);
  page = await context.newPage();
});

afterEach(async () => {
  for (const name of VARIABLES) delete process.env[name];
  await page.context().close();
  await app.close();
  await tls.close();
  await server.close();
});

describe('@clerk/testing', () => {
  it('gets a testing token from CLERK_API_URL', () => {
    expect(process.env.CLERK_TESTING_TOKEN).toMatch(/^\w{20,}$/);
    expect(process.env.CLERK_FAPI).toBe(local.frontendApi);
    expect(local.requests.map(({ operation }) => operation)).toContain('CreateTestingToken');
  });

  it('sends the testing token with every call of the page', async () => {
    await testing.setupClerkTestingToken({ page, options: { frontendApiUrl } });
    local.requests.length = 0;

    await open(page, app.url);

    const calls = local.requests.filter(
      ({ operation }) => operation === 'getClient' || operation === 'updateEnvironment',
    );
    expect(calls.map(({ status }) => status)).toEqual([200, 200]);
    for (const { query } of calls) {
      expect(query).toContain(`__clerk_testing_token=${process.env.CLERK_TESTING_TOKEN}`);
    }
  });

  it.each([
    ['a password', { strategy: 'password', identifier: 'ada@example.com', password: PASSWORD }, 'user_ada'],
    [
      'a code to a test address',
      { strategy: 'email_code', identifier: 'tom+clerk_test@example.com' },
      'user_tom',
    ],
    ['a code to a test number', { strategy: 'phone_code', identifier: '+15555550100' }, 'user_tom'],
  ])('signs in with %s, and the Nest page knows the user', async (_name, signInParams, userId) => {
    await page.goto(app.url);
    await testing.clerk.signIn({ page, signInParams, setupClerkTestingTokenOptions: { frontendApiUrl } });

    await open(page, `${app.url}/orders`);

    expect(await knownToServer(page)).toEqual({ userId, orgId: null });
  });

  it('signs in by email address with a ticket, and signs out', async () => {
    await page.goto(app.url);
    await testing.clerk.signIn({
      page,
      emailAddress: 'ada@example.com',
      setupClerkTestingTokenOptions: { frontendApiUrl },
    });
    await open(page, `${app.url}/orders`);
    expect(await knownToServer(page)).toEqual({ userId: 'user_ada', orgId: null });
    expect(local.requests.map(({ operation }) => operation)).toContain('CreateSignInToken');

    await testing.clerk.loaded({ page });
    await testing.clerk.signOut({ page });
    await page.waitForFunction('window.Clerk?.loaded && window.Clerk.user === null');
    await open(page, `${app.url}/orders`);
    expect(await knownToServer(page)).toEqual({ userId: null, orgId: null });
  });
});
