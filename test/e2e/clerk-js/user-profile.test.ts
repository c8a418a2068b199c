import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';
import type { Browser, Page } from 'playwright-core';

import { totpCode } from '../../../lib/testing/store/totp.js';
import {
  answerTo,
  launchChromium,
  mount,
  newPage,
  open,
  screenshot,
  signInWithPassword,
} from './chromium.js';
import { startClerkApp } from './clerk-app.js';
import type { ClerkApp } from './clerk-app.js';

const PASSWORD = 'analytical-engine';

let chromium: Browser;
let local: LocalClerk;
let frontendApi: LocalClerkServer;
let app: ClerkApp;
let page: Page;

beforeAll(async () => {
  chromium = await launchChromium();
});

afterAll(() => chromium.close());

beforeEach(async () => {
  local = await LocalClerk.create({
    users: [{ id: 'user_ada', firstName: 'Ada', emailAddress: ['ada@example.com'], password: PASSWORD }],
  });
  frontendApi = await local.listen();
  app = await startClerkApp(
    { ...local.keys, proxyUrl: frontendApi.url, signInUrl: '/' },
    { publishableKey: local.publishableKey, proxyUrl: frontendApi.url },
  );
  page = await newPage(chromium);
  await signInWithPassword(page, app.url, 'ada@example.com', PASSWORD);
  await open(page, app.url);
  await mount(page, 'UserProfile');
});

afterEach(async () => {
  await page.context().close();
  await app.close();
  await frontendApi.close();
});

function ada() {
  return local.users.get('user_ada');
}

describe('the component UserProfile', () => {
  it('adds an email address with the code from the inbox, and makes it primary', async () => {
    await page.getByRole('button', { name: 'Add email address' }).click();
    await page.fill('input[name=emailAddress]', 'countess@example.com');
    await page.click('.cl-formButtonPrimary');
    await page.waitForSelector('input[autocomplete=one-time-code]');
    await screenshot(page, 'user-profile-email-code');
    await page.keyboard.type(local.inbox.latest('countess@example.com')?.code ?? '');
    await page.waitForFunction('Clerk.user.emailAddresses.length === 2');
    await page.waitForFunction("Clerk.user.emailAddresses[1].verification.status === 'verified'");
    await screenshot(page, 'user-profile-emails');

    expect(ada().emailAddresses[1]).toMatchObject({
      emailAddress: 'countess@example.com',
      verification: { status: 'verified', strategy: 'email_code' },
    });
    await page.getByRole('button', { name: 'Open menu' }).last().click();
    await page.getByRole('menuitem', { name: 'Set as primary' }).click();
    await page.waitForFunction("Clerk.user.primaryEmailAddress.emailAddress === 'countess@example.com'");
    expect(ada().primaryEmailAddressId).toBe(ada().emailAddresses[1]?.id);
  });

  it('changes the name', async () => {
    await page.getByRole('button', { name: 'Update profile' }).click();
    await page.fill('input[name=lastName]', 'Lovelace');
    await page.click('.cl-formButtonPrimary');
    await page.waitForFunction("Clerk.user.lastName === 'Lovelace'");

    expect(ada().lastName).toBe('Lovelace');
  });

  it('changes the password', async () => {
    await page.getByRole('button', { name: 'Security' }).click();
    await page.getByRole('button', { name: 'Update password' }).click();
    await page.fill('input[name=newPassword]', 'difference-engine');
    await page.fill('input[name=confirmPassword]', 'difference-engine');
    await screenshot(page, 'user-profile-password');
    await page.click('.cl-formButtonPrimary');
    await page.getByRole('button', { name: 'Update password' }).waitFor();

    await page.evaluate("Clerk.signOut({ redirectUrl: '/' })");
    await page.waitForFunction('window.Clerk?.loaded && window.Clerk.user === null');
    await signInWithPassword(page, app.url, 'ada@example.com', 'difference-engine');
    expect(await page.evaluate('Clerk.user.id')).toBe('user_ada');
  });

  it('sets up an authenticator app, and the next sign-in asks for its code', async () => {
    await page.getByRole('button', { name: 'Security' }).click();
    await page.getByRole('button', { name: 'Add two-step verification' }).click();
    await page.getByText('Authenticator application').click();
    await page.getByText('Can’t scan QR code?').click();
    const secret = await page.locator('input[readonly]').first().inputValue();
    await screenshot(page, 'user-profile-totp');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForSelector('input[autocomplete=one-time-code]');
    await page.keyboard.type(totpCode(secret, Date.now()));
    await page.waitForFunction('Clerk.user.totpEnabled');
    expect(ada()).toMatchObject({ totpSecret: secret });
    expect(ada().backupCodes).toHaveLength(10);

    await page.evaluate("Clerk.signOut({ redirectUrl: '/' })");
    await page.waitForFunction('window.Clerk?.loaded && window.Clerk.user === null');
    await mount(page, 'SignIn');
    await page.fill('input[name=identifier]', 'ada@example.com');
    await page.click('.cl-formButtonPrimary');
    await page.fill('input[name=password]', PASSWORD);
    await page.click('.cl-formButtonPrimary');
    await page.waitForSelector('input[autocomplete=one-time-code]');
    await screenshot(page, 'sign-in-totp');
    await page.keyboard.type(totpCode(secret, Date.now()));
    await page.waitForFunction("window.Clerk?.user?.id === 'user_ada'");
  });

  it('asks for the password again before a sensitive change, and then makes the change', async () => {
    local.clock.advance('11m');

    await page
      .getByRole('button', { name: 'Update username' })
      .or(page.getByRole('button', { name: 'Set username' }))
      .click();
    await page.fill('input[name=username]', 'countess');
    await page.click('.cl-formButtonPrimary');
    await page.waitForSelector('input[name=password]');
    await screenshot(page, 'user-profile-reverification');
    await page.fill('input[name=password]', PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForFunction("Clerk.user.username === 'countess'");

    expect(ada().username).toBe('countess');
  });

  it('lists the devices, and signs out another device', async () => {
    const other = local.sessions.create({ userId: 'user_ada' });
    await page.getByRole('button', { name: 'Security' }).click();
    await page.getByText('Active devices').waitFor();
    await screenshot(page, 'user-profile-devices');
    expect(await page.locator('.cl-activeDevice__current').textContent()).toContain('127.0.0.1 (localhost)');
    await page
      .locator('.cl-profileSection__activeDevices')
      .getByRole('button', { name: 'Open menu' })
      .click();
    const signOut = page.getByRole('menuitem', { name: 'Sign out of device' });
    await answerTo(page, /sessions\/\w+\/revoke/, () => signOut.click());

    expect(local.sessions.get(other.id).status).toBe('revoked');
  });

  it('deletes the account', async () => {
    await page.getByRole('button', { name: 'Security' }).click();
    await page.getByRole('button', { name: 'Delete account' }).first().click();
    await page.fill('input[name=deleteConfirmation]', 'Delete account');
    await screenshot(page, 'user-profile-delete');
    await page.click('.cl-formButtonPrimary');
    await page.waitForFunction('window.Clerk?.loaded && !window.Clerk.user');

    expect(local.users.list()).toEqual([]);
  });
});
