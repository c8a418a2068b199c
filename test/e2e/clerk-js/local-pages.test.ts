import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';
import type { Browser, Page } from 'playwright-core';

import { knownToServer, launchChromium, open, screenshot } from './chromium.js';
import { startClerkApp } from './clerk-app.js';
import type { ClerkApp } from './clerk-app.js';

const PASSWORD = 'analytical-engine';

let chromium: Browser;
let local: LocalClerk;
let server: LocalClerkServer;
let app: ClerkApp;
let page: Page;
/** What the pages loaded from elsewhere than Local Clerk. */
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
  // In production the browser is known by a cookie, which belongs to a host.
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

describe('web page of LocalClerk', () => {
  let url: string;

  beforeEach(async () => {
    url = await start();
    await page.goto(url);
  });

  it("shows a user's name as text, loads nothing external and runs only its own script", async () => {
    const problems: string[] = [];
    page.on('pageerror', error => problems.push(error.message));
    page.on('console', message => message.type() === 'error' && problems.push(message.text()));
    await page.reload();

    expect(await page.getByRole('rowheader', { name: 'Ada <b>' }).count()).toBe(1);
    expect(foreign).toEqual([]);
    expect(problems).toEqual([]);
    await screenshot(page, 'web-page');
  });

  it('creates, edits and deletes a user', async () => {
    await page.getByRole('group', { name: 'New user' }).getByLabel('Email address').fill('eve@example.com');
    await page.getByRole('button', { name: 'Create the user' }).click();
    expect(await page.getByRole('status').textContent()).toContain('is created');

    await page.getByRole('link', { name: 'Edit eve@example.com' }).click();
    await page.getByLabel('First name').fill('Eve');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(local.users.list()[0]).toMatchObject({ firstName: 'Eve' });

    await page.getByRole('link', { name: 'Edit Eve' }).click();
    await page.getByRole('button', { name: /^Delete Eve/ }).click();
    expect(await page.getByRole('status').textContent()).toContain('deleted');
    expect(local.users.list()).toHaveLength(2);
  });

  it('shows the error of an invalid new user', async () => {
    await page.getByRole('group', { name: 'New user' }).getByLabel('Email address').fill('ada@example.com');
    await page.getByRole('button', { name: 'Create the user' }).click();

    expect(await page.getByRole('alert').textContent()).toContain('taken');
  });

  it('signs in as a user in the application, and revokes the session', async () => {
    const row = page.getByRole('row', { name: /Bob/ });
    await row.getByLabel('Application').fill(`${app.url}/orders`);
    await row.getByRole('button', { name: 'Sign in as Bob' }).click();
    await page.waitForURL(`${app.url}/orders`);
    expect(await knownToServer(page)).toEqual({ userId: 'user_bob', orgId: null });

    await page.goto(url);
    await page.getByRole('button', { name: /^Revoke/ }).click();
    expect(local.sessions.list({ status: 'active' })).toEqual([]);
  });

  it('shows the inbox and new requests without a reload', async () => {
    await open(page, app.url);
    await page.evaluate(`(async () => {
      const signIn = await Clerk.client.signIn.create({ identifier: 'bob@example.com' });
      const { emailAddressId } = signIn.supportedFirstFactors[0];
      await signIn.prepareFirstFactor({ strategy: 'email_code', emailAddressId });
    })()`);
    await page.goto(url);
    const code = local.inbox.latest('bob@example.com')?.code ?? '';
    expect(await page.getByText(code, { exact: true }).count()).toBe(1);

    await fetch(`${url}/v1/environment?live`);

    await page.getByRole('cell', { name: 'getEnvironment' }).first().waitFor();
  });

  it('works by keyboard: the first stop skips to the content, and every control has a name', async () => {
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to content');

    const nameless =
      await page.evaluate(`[...document.querySelectorAll('button, input:not([type=hidden]), a')]
      .filter(element => !(element.textContent.trim() || element.labels?.[0]?.textContent.trim())).length`);
    expect(nameless).toBe(0);
  });
});
