import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';
import type { Browser, Page } from 'playwright-core';

import { knownToServer, launchChromium, newPage, open, screenshot, signedIn } from './chromium.js';
import { startClerkApp } from './clerk-app.js';
import type { ClerkApp } from './clerk-app.js';

let browser: Browser;
let local: LocalClerk;
let server: LocalClerkServer;
let app: ClerkApp;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
});

beforeEach(async () => {
  local = await LocalClerk.create({
    users: [
      {
        id: 'user_ada',
        firstName: 'Ada',
        emailAddress: ['ada@example.com'],
        password: 'analytical-engine',
        externalAccounts: [{ provider: 'google' }],
      },
    ],
  });
  server = await local.listen();
  const { publishableKey } = local;
  const proxyUrl = server.url.replace('127.0.0.1', 'localhost');
  const loadOptions = {
    signInUrl: '/',
    signUpUrl: '/',
    signInFallbackRedirectUrl: '/orders',
    signUpFallbackRedirectUrl: '/orders',
  };
  app = await startClerkApp(
    { ...local.keys, proxyUrl, signInUrl: '/' },
    { publishableKey, proxyUrl, loadOptions },
  );
  page = await newPage(browser);
});

afterEach(async () => {
  await page.context().close();
  await app.close();
  await server.close();
});

afterAll(() => browser.close());

/** The component with URLs of its own, to which the provider sends the browser back. */
async function mountWithHash(component: 'SignIn' | 'SignUp'): Promise<void> {
  await page.evaluate(`Clerk.mount${component}(document.getElementById('root'), { routing: 'hash' })`);
}

/** Goes on where the provider has sent the browser back. */
async function finish(component: 'SignIn' | 'SignUp'): Promise<void> {
  await page.waitForURL(url => url.hash.includes('sso-callback'));
  await page.evaluate('window.ready');
  await mountWithHash(component);
  await page.waitForURL('**/orders*');
  await page.evaluate('window.ready');
  await signedIn(page);
}

describe('the button of a provider', () => {
  it('signs in the user with the chosen account, whom the server then knows', async () => {
    await open(page, app.url);
    await mountWithHash('SignIn');
    await screenshot(page, 'oauth-sign-in');
    await page.click('.cl-socialButtonsIconButton, .cl-socialButtonsBlockButton');
    await page.waitForSelector('text=Choose an account');
    await screenshot(page, 'oauth-provider-page');
    await page.click('text=ada@example.com');
    await page.waitForURL('**/orders*');
    await page.evaluate('window.ready');
    await signedIn(page);

    expect((await knownToServer(page)).userId).toBe('user_ada');
  });

  it('creates a user for an unknown account', async () => {
    await open(page, app.url);
    await mountWithHash('SignIn');
    await page.click('.cl-socialButtonsIconButton, .cl-socialButtonsBlockButton');
    await page.fill('input[name=email_address]', 'grace@example.com');
    await page.fill('input[name=first_name]', 'Grace');
    await page.click('text=Continue');
    await finish('SignIn');

    const [grace] = local.users.list();
    expect(grace).toMatchObject({ firstName: 'Grace', externalAccounts: [{ provider: 'oauth_google' }] });
    expect((await knownToServer(page)).userId).toBe(grace?.id);
  });

  it('shows an error when the user denies access', async () => {
    await open(page, app.url);
    await mountWithHash('SignIn');
    await page.click('.cl-socialButtonsIconButton, .cl-socialButtonsBlockButton');
    await page.click('text=Deny access');
    await page.waitForURL(url => url.hash.includes('sso-callback'));
    await page.evaluate('window.ready');
    await mountWithHash('SignIn');
    await page.waitForSelector('.cl-alertText');
    await screenshot(page, 'oauth-denied');

    expect(await page.textContent('.cl-alertText')).toContain('access');
  });

  it('of the sign-up signs in a user who exists', async () => {
    await open(page, app.url);
    await mountWithHash('SignUp');
    await page.click('.cl-socialButtonsIconButton, .cl-socialButtonsBlockButton');
    await page.click('text=ada@example.com');
    await finish('SignUp');

    expect((await knownToServer(page)).userId).toBe('user_ada');
  });
});
