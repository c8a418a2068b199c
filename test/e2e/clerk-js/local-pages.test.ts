import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';
import type { Browser, Page } from 'playwright-core';

import { knownToServer, launchChromium, screenshot } from './chromium.js';
import { startClerkApp } from './clerk-app.js';
import type { ClerkApp } from './clerk-app.js';

const PASSWORD = 'analytical-engine';

let chromium: Browser;
let local: LocalClerk;
let server: LocalClerkServer;
let app: ClerkApp;
let page: Page;
/** The requests of the pages to other servers than Local Clerk. */
let foreign: string[];

beforeAll(async () => {
  chromium = await launchChromium();
});

afterAll(() => chromium.close());

async function start(instanceType: 'development' | 'production' = 'development'): Promise<string> {
  local = await LocalClerk.create({
    instanceType,
    users: [
      { id: 'user_ada', firstName: 'Ada <b>', emailAddress: ['ada@example.com'], password: PASSWORD },
      { id: 'user_bob', firstName: 'Bob', emailAddress: ['bob@example.com'] },
    ],
  });
  server = await local.listen(0, { webPage: true });
  // In production a cookie identifies the browser, and it belongs to a host.
  const url = server.url.replace('127.0.0.1', 'localhost');
  app = await startClerkApp(
    { ...local.keys, proxyUrl: url, signInUrl: `${url}/sign-in` },
    { publishableKey: local.publishableKey, proxyUrl: url },
  );
  page = await (await chromium.newContext()).newPage();
  foreign = [];
  page.on('request', request => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost') foreign.push(request.url());
  });
  return url;
}

afterEach(async () => {
  await Promise.all(chromium.contexts().map(context => context.close()));
  await app.close();
  await server.close();
});

describe.each(['development', 'production'] as const)('sign-in page of a %s instance', instanceType => {
  beforeEach(() => start(instanceType));

  it('signs in the selected user and returns to the page of the application', async () => {
    await page.goto(`${app.url}/orders`);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await screenshot(page, `sign-in-page-${instanceType}`);

    await page.getByRole('button', { name: 'Bob (bob@example.com)' }).click();
    await page.waitForURL(`${app.url}/orders`);

    expect(await knownToServer(page)).toEqual({ userId: 'user_bob', orgId: null });
    await page.evaluate('window.ready');
    expect(await page.evaluate('Clerk.user?.id')).toBe('user_bob');
  });

  it('signs in with credentials by keyboard alone and shows errors', async () => {
    await page.goto(`${app.url}/orders`);
    await page.getByLabel('Email address, phone number or username').focus();
    await page.keyboard.type('ada@example.com');
    await page.keyboard.press('Tab');
    await page.keyboard.type('wrong-password');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').textContent()).toContain('incorrect');

    await page.getByLabel('Email address, phone number or username').focus();
    await page.keyboard.type('ada@example.com');
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${app.url}/orders`);

    expect(await knownToServer(page)).toEqual({ userId: 'user_ada', orgId: null });
  });
});
