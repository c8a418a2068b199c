import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';
import type { Browser, Page } from 'playwright-core';

import {
  fetchJson,
  knownToServer,
  launchChromium,
  mount,
  newPage,
  open,
  screenshot,
  signedIn,
  signInWithPassword,
} from './chromium.js';
import { startClerkApp } from './clerk-app.js';
import type { ClerkApp } from './clerk-app.js';

const PASSWORD = 'analytical-engine';
const MINUTE = 60_000;

let chromium: Browser;
let local: LocalClerk;
let frontendApi: LocalClerkServer;
let app: ClerkApp;
let page: Page;
/** The offset of the clock of the instance and of the application, in milliseconds. */
let ahead: number;

const realNow = Date.now;

beforeAll(async () => {
  chromium = await launchChromium();
});

afterAll(() => chromium.close());

beforeEach(async () => {
  ahead = 0;
  Date.now = () => realNow() + ahead;
  local = await LocalClerk.create({
    users: [{ id: 'user_ada', firstName: 'Ada', emailAddress: ['ada@example.com'], password: PASSWORD }],
  });
  const acme = local.organizations.create({ id: 'org_acme', name: 'Acme' });
  local.memberships.create({ organizationId: acme.id, userId: 'user_ada', role: 'org:admin' });
  frontendApi = await local.listen();
  app = await startClerkApp(
    { ...local.keys, proxyUrl: frontendApi.url, signInUrl: '/' },
    { publishableKey: local.publishableKey, proxyUrl: frontendApi.url },
  );
  page = await (await chromium.newContext()).newPage();
});

afterEach(async () => {
  Date.now = realNow;
  await page.context().close();
  await app.close();
  await frontendApi.close();
});

function signIn(): Promise<void> {
  return signInWithPassword(page, app.url, 'ada@example.com', PASSWORD);
}

describe('ClerkJS on one domain', () => {
  it('loads signed out, and a guarded page redirects to the sign-in page', async () => {
    await open(page, `${app.url}/orders`);

    expect(new URL(page.url()).pathname).toBe('/');
    expect(await knownToServer(page)).toEqual({ userId: null, orgId: null });
    expect(await page.evaluate('Clerk.status')).toBe('ready');
  });

  it('signs in with a password, and the Nest page has the user', async () => {
    await signIn();

    await open(page, `${app.url}/orders`);

    expect(await knownToServer(page)).toEqual({ userId: 'user_ada', orgId: null });
    expect(await fetchJson(page, '/api/me')).toMatchObject({ status: 200, body: { userId: 'user_ada' } });
  });

  it('shows the error of a wrong password and stays signed out', async () => {
    await open(page, app.url);
    await mount(page, 'SignIn');
    await page.fill('input[name=identifier]', 'ada@example.com');
    await page.click('.cl-formButtonPrimary');
    await page.fill('input[name=password]', 'difference-engine');
    await page.click('.cl-formButtonPrimary');

    await page.waitForSelector('#error-password');

    expect(await page.textContent('#error-password')).toContain('incorrect');
    expect(await page.evaluate('Clerk.user')).toBeNull();
    await screenshot(page, 'wrong-password');
  });

  it('signs in with the code of an email from the inbox', async () => {
    await open(page, app.url);

    await page.evaluate(`(async () => {
      const signIn = await Clerk.client.signIn.create({ identifier: 'ada@example.com' });
      const { emailAddressId } = signIn.supportedFirstFactors.find(factor => factor.strategy === 'email_code');
      await signIn.prepareFirstFactor({ strategy: 'email_code', emailAddressId });
    })()`);
    await page.evaluate(`(async () => {
      const { createdSessionId } = await Clerk.client.signIn.attemptFirstFactor({
        strategy: 'email_code', code: '${local.inbox.latest('ada@example.com')?.code}',
      });
      await Clerk.setActive({ session: createdSessionId });
    })()`);

    await open(page, `${app.url}/orders`);
    expect(await knownToServer(page)).toEqual({ userId: 'user_ada', orgId: null });
  });

  it('signs up with a test address and 424242, and the Nest page has the new user', async () => {
    await open(page, app.url);
    await mount(page, 'SignUp');
    await page.fill('input[name=emailAddress]', 'grace+clerk_test@example.com');
    await page.fill('input[name=password]', 'compiler-1952');
    await page.click('.cl-formButtonPrimary');
    await page.waitForSelector('.cl-otpCodeFieldInput, input[autocomplete=one-time-code]');
    await screenshot(page, 'sign-up-code');
    await page.keyboard.type('424242');
    await signedIn(page);

    await open(page, `${app.url}/orders`);

    const grace = local.users.list().find(user => user.emailAddresses[0]?.emailAddress.startsWith('grace'));
    expect(grace).toBeDefined();
    expect(await knownToServer(page)).toEqual({ userId: grace?.id, orgId: null });
  });

  it('refreshes an expired token by a handshake when a page loads', async () => {
    await signIn();
    await page.goto('about:blank');
    ahead = 10 * MINUTE;
    local.requests.length = 0;

    await page.goto(`${app.url}/orders`);

    expect(await knownToServer(page)).toEqual({ userId: 'user_ada', orgId: null });
    const operations = local.requests.map(({ operation }) => operation);
    expect(operations.includes('handshakeClient') || operations.includes('RefreshSession')).toBe(true);
  });

  it('switches to an organization and back, and the server has the same organization', async () => {
    await signIn();

    await page.evaluate("Clerk.setActive({ organization: 'acme' })");
    await open(page, `${app.url}/orders`);
    expect(await knownToServer(page)).toEqual({ userId: 'user_ada', orgId: 'org_acme' });
    expect(await fetchJson(page, '/api/me')).toMatchObject({
      body: { orgId: 'org_acme', orgRole: 'org:admin' },
    });

    await page.evaluate('Clerk.setActive({ organization: null })');
    await open(page, `${app.url}/orders`);
    expect(await knownToServer(page)).toEqual({ userId: 'user_ada', orgId: null });
  });

  it('reverifies with the password, and the server accepts the request', async () => {
    await signIn();
    ahead = 20 * MINUTE;
    await open(page, `${app.url}/orders`);
    expect(await fetchJson(page, '/api/danger')).toMatchObject({ status: 403 });

    const status = await page.evaluate(`(async () => {
      await Clerk.session.startVerification({ level: 'first_factor' });
      const { status } = await Clerk.session.attemptFirstFactorVerification({
        strategy: 'password', password: '${PASSWORD}',
      });
      await Clerk.session.getToken({ skipCache: true });
      return status;
    })()`);

    expect(status).toBe('complete');
    expect(await fetchJson(page, '/api/danger')).toEqual({ status: 200, body: { done: true } });
  });

  it('updates the profile', async () => {
    await signIn();

    await page.evaluate("Clerk.user.update({ firstName: 'Augusta', unsafeMetadata: { theme: 'dark' } })");

    expect(local.users.get('user_ada')).toMatchObject({
      firstName: 'Augusta',
      unsafeMetadata: { theme: 'dark' },
    });
  });

  it('signs out, and the guarded page redirects again', async () => {
    await signIn();
    await open(page, `${app.url}/orders`);

    await page.evaluate("Clerk.signOut({ redirectUrl: '/' })");
    await page.waitForFunction('window.Clerk?.loaded && window.Clerk.user === null');
    await open(page, `${app.url}/orders`);

    expect(await knownToServer(page)).toEqual({ userId: null, orgId: null });
    expect(local.sessions.list({ userId: 'user_ada', status: 'active' })).toEqual([]);
  });

  it('renders the components for a signed-in user', async () => {
    await signIn();
    await open(page, `${app.url}/orders`);

    await page.evaluate("Clerk.mountUserProfile(document.getElementById('root'), { routing: 'virtual' })");
    await page.waitForSelector('.cl-profileSectionPrimaryButton, .cl-profileSection');
    await screenshot(page, 'user-profile');

    expect(await page.textContent('#root')).toContain('ada@example.com');
  });
});

describe('ClerkJS with several sessions in one browser', () => {
  it('signs a second user in, and the server follows the switch between them', async () => {
    await page.context().close();
    await app.close();
    await frontendApi.close();
    local = await LocalClerk.create({
      singleSessionMode: false,
      users: ['ada', 'grace'].map(name => ({
        id: `user_${name}`,
        firstName: name,
        emailAddress: [`${name}@example.com`],
        password: PASSWORD,
      })),
    });
    frontendApi = await local.listen();
    app = await startClerkApp(
      { ...local.keys, proxyUrl: frontendApi.url, signInUrl: '/' },
      { publishableKey: local.publishableKey, proxyUrl: frontendApi.url },
    );
    page = await newPage(chromium);
    await signIn();
    await page.evaluate(`(async () => {
      const { createdSessionId } = await Clerk.client.signIn.create({
        identifier: 'grace@example.com', password: '${PASSWORD}',
      });
      await Clerk.setActive({ session: createdSessionId });
    })()`);
    await open(page, `${app.url}/orders`);
    expect(await knownToServer(page)).toEqual({ userId: 'user_grace', orgId: null });
    await page.evaluate("Clerk.mountUserButton(document.getElementById('root'))");
    await page.click('.cl-userButtonTrigger');
    await page.getByText('ada@example.com').waitFor();
    await screenshot(page, 'user-button-sessions');

    await page.evaluate(
      "Clerk.setActive({ session: Clerk.client.sessions.find(({ user }) => user.id === 'user_ada') })",
    );
    await open(page, `${app.url}/orders`);
    expect(await knownToServer(page)).toEqual({ userId: 'user_ada', orgId: null });

    await page.evaluate('Clerk.signOut({ sessionId: Clerk.session.id, redirectUrl: "/" })');
    await page.waitForFunction('window.Clerk?.loaded && Clerk.client.sessions.length === 1');
    expect(local.sessions.list({ status: 'active' })).toMatchObject([{ userId: 'user_grace' }]);
  });
});
