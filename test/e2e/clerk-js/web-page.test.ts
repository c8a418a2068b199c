import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';
import type { Browser, Page } from 'playwright-core';

import { knownToServer, launchChromium, open, screenshot } from './chromium.js';
import { startClerkApp } from './clerk-app.js';
import type { ClerkApp } from './clerk-app.js';

let chromium: Browser;
let local: LocalClerk;
let server: LocalClerkServer;
let page: Page;
let url: string;
/** What the page requested from elsewhere than Local Clerk. */
let foreign: string[];
/** Errors of scripts, and what the browser blocked. */
let problems: string[];

beforeAll(async () => {
  chromium = await launchChromium();
});

afterAll(() => chromium.close());

beforeEach(async () => {
  local = await LocalClerk.create({
    users: [
      { id: 'user_ada', firstName: 'Ada <b>', emailAddress: ['ada@example.com'] },
      { id: 'user_bob', firstName: 'Bob', emailAddress: ['bob@example.com'] },
    ],
    organizations: [{ id: 'org_acme', name: 'Acme', members: [{ user: 'user_ada', role: 'org:admin' }] }],
  });
  server = await local.listen(0, { webPage: true });
  url = server.url.replace('127.0.0.1', 'localhost');
  page = await (await chromium.newContext()).newPage();
  foreign = [];
  problems = [];
  page.on('request', request => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost') foreign.push(request.url());
  });
  page.on('pageerror', error => problems.push(error.message));
  page.on('console', message => message.type() === 'error' && problems.push(message.text()));
  await page.goto(url);
});

afterEach(async () => {
  await Promise.all(chromium.contexts().map(context => context.close()));
  await server.close();
});

const message = (): Promise<string | null> => page.getByRole('status').textContent();
const problem = (): Promise<string | null> => page.getByRole('alert').textContent();

describe('web page of LocalClerk', () => {
  it('shows names as text, loads nothing external, and runs only its own script', async () => {
    expect(await page.getByRole('rowheader', { name: 'Ada <b>' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Pause updates' }).waitFor();

    for (const path of ['/_local/users/user_ada', '/_local/organizations/org_acme']) {
      await page.goto(`${url}${path}`);
    }

    expect(foreign).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('creates, edits and deletes a user', async () => {
    await page.getByRole('group', { name: 'New user' }).getByLabel('Email address').fill('eve@example.com');
    await page.getByRole('button', { name: 'Create the user' }).click();
    expect(await message()).toContain('is created');

    await page.getByRole('link', { name: 'Edit eve@example.com' }).click();
    await page.getByLabel('First name').fill('Eve');
    await page.getByLabel('Primary email address').fill('eve@example.org');
    await page.getByLabel('Public metadata').fill('{ "plan": "pro" }');
    await screenshot(page, 'web-page-user');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await message()).toContain('is changed');
    expect(local.users.list()[0]).toMatchObject({
      firstName: 'Eve',
      emailAddresses: [{ emailAddress: 'eve@example.org' }],
      publicMetadata: { plan: 'pro' },
    });

    await page.getByRole('button', { name: /^Delete Eve/ }).click();
    expect(await message()).toContain('deleted');
    expect(local.users.list()).toHaveLength(2);
  });

  it('shows an error for an invalid new user and for an invalid change', async () => {
    await page.getByRole('group', { name: 'New user' }).getByLabel('Email address').fill('ada@example.com');
    await page.getByRole('button', { name: 'Create the user' }).click();
    expect(await problem()).toContain('taken');
    expect(await page.title()).toBe('Problem – Local Clerk');

    await page.getByRole('link', { name: 'Edit Bob' }).click();
    await page.getByLabel('Primary email address').fill('ada@example.com');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await problem()).toContain('taken');
    await page.getByLabel('Private metadata').fill('{ not JSON');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await problem()).toContain('JSON');

    expect(local.users.get('user_bob').emailAddresses).toMatchObject([{ emailAddress: 'bob@example.com' }]);
  });

  it('bans a user, which ends the sessions, and unbans the user again', async () => {
    const { session } = await local.signIn('user_bob');
    await page.getByRole('link', { name: 'Edit Bob' }).click();

    await page.getByRole('button', { name: 'Ban Bob', exact: true }).click();

    expect(await message()).toContain('banned');
    expect(local.users.get('user_bob').banned).toBe(true);
    expect(local.sessions.get(session.id).status).toBe('revoked');
    await page.goto(url);
    expect(await page.getByRole('button', { name: 'Sign in as Bob' }).count()).toBe(0);

    await page.getByRole('link', { name: 'Edit Bob' }).click();
    await page.getByRole('button', { name: 'Unban Bob' }).click();
    expect(await message()).toContain('no longer banned');
    expect(local.users.get('user_bob').banned).toBe(false);
  });

  it('creates, edits and deletes an organization, and manages its members', async () => {
    const form = page.getByRole('group', { name: 'New organization' });
    await form.getByLabel('Name').fill('Globex');
    await form.getByLabel('Administrator').selectOption({ label: 'Bob (user_bob)' });
    await form.getByRole('button').click();
    expect(await message()).toBe('The organization Globex is created.');
    const { id } = local.organizations.list()[0]!;
    expect(local.memberships.find(id, 'user_bob')?.role).toBe('org:admin');

    await page.getByRole('link', { name: 'Edit Globex' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Globex Corporation');
    await page.getByLabel('Members at most, 0 for any number').fill('0');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(local.organizations.get(id)).toMatchObject({
      name: 'Globex Corporation',
      maxAllowedMemberships: 0,
    });

    const newMember = page.getByRole('group', { name: 'New member' });
    await newMember.getByLabel('User').selectOption('user_ada');
    await newMember.getByRole('button').click();
    expect(await message()).toContain('user_ada is now a member');
    await page.getByLabel('Role of Ada <b>').selectOption('org:admin');
    await screenshot(page, 'web-page-organization');
    await page.getByRole('button', { name: 'Change the role of Ada <b>' }).click();
    expect(local.memberships.find(id, 'user_ada')?.role).toBe('org:admin');
    await page.getByRole('button', { name: 'Remove Bob' }).click();
    expect(local.memberships.list({ organizationId: id })).toHaveLength(1);

    await page.getByRole('button', { name: /^Delete Globex Corporation/ }).click();
    expect(await message()).toContain('deleted');
    expect(local.organizations.find(id)).toBeUndefined();
  });

  it('revokes a session', async () => {
    const { session } = await local.signIn('user_bob');
    await page.reload();

    await page.getByRole('button', { name: `Revoke ${session.id}` }).click();

    expect(await message()).toContain('revoked');
    expect(local.sessions.get(session.id).status).toBe('revoked');
  });
});

describe('webhooks on the web page', () => {
  let endpoint: Server;
  let endpointUrl: string;
  let answer: number;
  let received: (string | undefined)[];

  beforeEach(async () => {
    answer = 500;
    received = [];
    endpoint = createServer((request, response) => {
      received.push(request.headers['svix-id']?.toString());
      response.writeHead(answer).end();
    });
    await new Promise<void>(listening => endpoint.listen(0, '127.0.0.1', listening));
    endpointUrl = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/webhooks/clerk`;
  });

  afterEach(() => {
    endpoint.closeAllConnections();
    endpoint.close();
  });

  it('adds an endpoint, shows a failed delivery without a reload, and redelivers it under the same id', async () => {
    const form = page.getByRole('group', { name: 'New endpoint' });
    await form.getByLabel('URL').fill(endpointUrl);
    await form.getByLabel('Events').fill('user.*');
    await form.getByRole('button').click();
    expect(local.webhooks.endpoints).toEqual([{ url: endpointUrl, types: ['user.*'] }]);

    local.users.update('user_bob', { lastName: 'Builder' });
    const row = page.getByRole('row', { name: /user\.updated/ });
    await row.getByRole('cell', { name: 'pending' }).waitFor();
    await row.getByText('Show').click();
    expect(await row.locator('pre').textContent()).toContain('"last_name": "Builder"');
    await screenshot(page, 'web-page-webhooks');

    answer = 204;
    await row.getByRole('button', { name: /^Redeliver user\.updated/ }).click();
    expect(await message()).toContain('sent again');
    await page.getByRole('cell', { name: 'succeeded' }).waitFor();
    expect(received).toHaveLength(2);
    expect(new Set(received).size).toBe(1);

    await page.getByRole('button', { name: `Remove ${endpointUrl}` }).click();
    expect(local.webhooks.endpoints).toEqual([]);
  });

  it('rejects an endpoint that is not an HTTP URL', async () => {
    const form = page.getByRole('group', { name: 'New endpoint' });
    await form.getByLabel('URL').fill('javascript:alert(1)');
    await form.getByRole('button').click();

    expect(await problem()).toContain('http URL');
    expect(local.webhooks.endpoints).toEqual([]);
  });
});

describe('live tables of the web page', () => {
  it('show new requests and messages without a reload, and not while updates are paused', async () => {
    const pause = page.getByRole('button', { name: 'Pause updates' });
    await fetch(`${url}/v1/environment?_secret=ticket-8143`);
    await page.getByRole('cell', { name: 'getEnvironment' }).first().waitFor();
    expect(await page.textContent('#request-rows')).toContain('_secret=…');
    expect(await page.content()).not.toContain('ticket-8143');

    await pause.click();
    expect(await pause.getAttribute('aria-pressed')).toBe('true');
    await fetch(`${url}/v1/jwks`);
    await page.evaluate('new Promise(resolve => setTimeout(resolve, 2500))');
    expect(await page.getByRole('cell', { name: 'GetJWKS' }).count()).toBe(0);

    await pause.click();
    await page.getByRole('cell', { name: 'GetJWKS' }).waitFor();
  });
});

describe('web page by keyboard and screen reader', () => {
  it('has a skip link as its first tab stop, and a name for every control', async () => {
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to content');

    for (const path of ['/', '/_local/users/user_ada', '/_local/organizations/org_acme', '/sign-in']) {
      await page.goto(`${url}${path}`);
      expect([path, await page.evaluate(NAMELESS)]).toEqual([path, []]);
      expect([path, await page.getByRole('heading', { level: 1 }).count()]).toEqual([path, 1]);
      expect([path, await page.getByRole('main').count()]).toEqual([path, 1]);
    }
  });

  it('moves the focus to the message of a form that was sent by keyboard', async () => {
    await page.getByRole('group', { name: 'New organization' }).getByLabel('Name').focus();
    await page.keyboard.type('Initech');
    await page.keyboard.press('Enter');
    await page.getByRole('status').waitFor();

    expect(await page.evaluate('document.activeElement.textContent')).toBe(
      'The organization Initech is created.',
    );
    expect(local.organizations.list()[0]?.name).toBe('Initech');
    await screenshot(page, 'web-page');
  });

  it('jumps from the navigation to a section, and keeps the focus while tables are refreshed', async () => {
    local.webhooks.addEndpoint('http://127.0.0.1:1/');
    local.users.update('user_bob', { lastName: 'Builder' });
    await local.webhooks.flush();
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Webhooks' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('webhooks');

    await page.getByRole('button', { name: /^Redeliver/ }).focus();
    await fetch(`${url}/v1/environment`);
    await page.getByRole('cell', { name: 'getEnvironment' }).first().waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toContain('Redeliver');
  });
});

describe('an application beside the web page', () => {
  let app: ClerkApp;

  beforeEach(async () => {
    app = await startClerkApp(
      { ...local.keys, proxyUrl: url, signInUrl: `${url}/sign-in` },
      { publishableKey: local.publishableKey, proxyUrl: url },
    );
  });

  afterEach(() => app.close());

  it('receives the session of the user that the page signs in as', async () => {
    const row = page.getByRole('row', { name: /Bob/ });
    await row.getByLabel('Application').fill(`${app.url}/orders`);
    await row.getByRole('button', { name: 'Sign in as Bob' }).click();
    await page.waitForURL(`${app.url}/orders`);

    expect(await knownToServer(page)).toEqual({ userId: 'user_bob', orgId: null });
  });

  it('sends codes to the inbox of the page', async () => {
    await open(page, app.url);
    await page.evaluate(`(async () => {
      const signIn = await Clerk.client.signIn.create({ identifier: 'bob@example.com' });
      const { emailAddressId } = signIn.supportedFirstFactors[0];
      await signIn.prepareFirstFactor({ strategy: 'email_code', emailAddressId });
    })()`);
    await page.goto(url);

    const code = local.inbox.latest('bob@example.com')?.code ?? '';
    expect(await page.getByText(code, { exact: true }).count()).toBe(1);
  });

  it('cannot write to the page from its own origin', async () => {
    await page.goto(app.url);
    await page.evaluate(
      `(() => {
        const form = Object.assign(document.createElement('form'), { method: 'post', action: '${url}/_local/users/user_bob/delete' });
        document.body.append(form);
        form.submit();
      })()`,
    );
    await page.waitForURL(/_local/);

    expect(await page.textContent('body')).toContain('origin_invalid');
    expect(local.users.list()).toHaveLength(2);
  });
});

/** The controls without an accessible name. */
const NAMELESS = `[...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, a, summary')]
  .filter(element => !(element.labels?.[0] ?? element).textContent.trim())
  .map(element => element.outerHTML)`;
