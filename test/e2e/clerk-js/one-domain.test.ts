import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';
import type { Browser, Page } from 'playwright-core';

import { fetchJson, knownToServer, launchChromium, mount, open, signedIn } from './chromium.js';
import { startClerkApp } from './clerk-app.js';
import type { ClerkApp } from './clerk-app.js';

const PASSWORD = 'analytical-engine';

let chromium: Browser;
let local: LocalClerk;
let frontendApi: LocalClerkServer;
let app: ClerkApp;
let page: Page;
let clock: number;

beforeAll(async () => {
  chromium = await launchChromium();
});

afterAll(() => chromium.close());

beforeEach(async () => {
  clock = 0;
  local = await LocalClerk.create({
    now: () => Date.now() + clock,
    users: [{ id: 'user_ada', firstName: 'Ada', emailAddress: ['ada@example.com'], password: PASSWORD }],
  });
  frontendApi = await local.listen();
  app = await startClerkApp(
    { ...local.keys, proxyUrl: frontendApi.url, signInUrl: '/' },
    { publishableKey: local.publishableKey, proxyUrl: frontendApi.url },
  );
  const context = await chromium.newContext();
  page = await context.newPage();
});

afterEach(async () => {
  await page.context().close();
  await app.close();
  await frontendApi.close();
});

async function signInWithPassword(): Promise<void> {
  await open(page, app.url);
  await mount(page, 'SignIn');
  await page.fill('input[name=identifier]', 'ada@example.com');
  await page.click('.cl-formButtonPrimary');
  await page.fill('input[name=password]', PASSWORD);
  await page.click('.cl-formButtonPrimary');
  await signedIn(page);
}

describe('ClerkJS on one domain', () => {
  it('signs in with a password, and the Nest page knows the user', async () => {
    await signInWithPassword();

    await open(page, `${app.url}/orders`);

    expect(await knownToServer(page)).toEqual({ userId: 'user_ada', orgId: null });
    expect(await fetchJson(page, '/api/me')).toMatchObject({ status: 200, body: { userId: 'user_ada' } });
  });
});
