import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';
import type { Browser, Page } from 'playwright-core';

import { FrontendClient } from '../../testing/frontend-api/frontend-client.js';
import { launchChromium } from './chromium.js';

/** A node of the tree that Chromium hands to screen readers. */
interface AccessibleNode {
  readonly role: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

const CONTROLS = ['button', 'link', 'textbox', 'searchbox', 'combobox', 'checkbox', 'radio', 'spinbutton'];
const NAMED_GROUPS = ['table', 'navigation', 'region'];

let chromium: Browser;
let local: LocalClerk;
let server: LocalClerkServer;
let page: Page;
let url: string;

beforeAll(async () => {
  chromium = await launchChromium();
});

afterAll(() => chromium.close());

beforeEach(async () => {
  local = await LocalClerk.create({
    users: [
      {
        id: 'user_ada',
        firstName: 'Ada',
        emailAddress: ['ada@example.com'],
        externalAccounts: [{ provider: 'google' }],
      },
      { id: 'user_bob', firstName: 'Bob', emailAddress: ['bob@example.com'] },
    ],
    organizations: [
      {
        id: 'org_acme',
        name: 'Acme',
        members: [{ user: 'user_ada', role: 'org:admin' }, { user: 'user_bob' }],
      },
    ],
  });
  server = await local.listen(0, { webPage: true });
  url = server.url.replace('127.0.0.1', 'localhost');
  local.sessions.create({ userId: 'user_ada' });
  local.sessions.create({ userId: 'user_bob' });
  local.webhooks.addEndpoint('http://127.0.0.1:1/');
  local.users.update('user_bob', { lastName: 'Builder' });
  await local.webhooks.flush();
  page = await (await chromium.newContext()).newPage();
});

afterEach(async () => {
  await page.context().close();
  await server.close();
});

/** The tree of the page, without what screen readers skip. */
async function accessibilityTree(): Promise<AccessibleNode[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties = [] }) => ({
      role: String(role?.value ?? ''),
      name: String(name?.value ?? '').trim(),
      properties: Object.fromEntries(
        properties.map(property => [property.name, property.value.value as unknown]),
      ),
    }));
}

async function providerPage(): Promise<string> {
  const client = await FrontendClient.create(local);
  const redirects = { redirect_url: 'http://localhost:3000/sso-callback' };
  await client.call('POST', '/client/sign_ins', { strategy: 'oauth_google', ...redirects });
  const [{ id } = { id: '' }] = local.snapshot().providerVisits ?? [];
  return `/oauth-provider?state=${id}`;
}

describe('the accessibility tree of the pages of LocalClerk', () => {
  it.each([
    ['the start page', () => '/'],
    ['a user', () => '/_local/users/user_ada'],
    ['an organization', () => '/_local/organizations/org_acme'],
    ['the sign-in page', () => '/sign-in?redirect_url=http://localhost:3000/'],
    ['the page of an OAuth provider', providerPage],
  ])(
    'of %s has names, landmarks and headings, and its tab order is that of the document',
    async (_name, path) => {
      await page.goto(`${url}${await path()}`);
      const nodes = await accessibilityTree();
      const having = (...roles: string[]) => nodes.filter(({ role }) => roles.includes(role));

      expect(having('RootWebArea')[0]?.name).not.toBe('');
      expect(having('main')).toHaveLength(1);
      expect(having(...CONTROLS).length).toBeGreaterThan(1);
      expect(having(...CONTROLS, ...NAMED_GROUPS).filter(({ name }) => name === '')).toEqual([]);
      // A list of controls, as screen readers offer it, tells each from the others.
      const names = having('button', 'link').map(({ role, name }) => `${role} ${name}`);
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
      const levels = having('heading').map(({ properties }) => Number(properties.level));
      expect(levels[0]).toBe(1);
      expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
      expect(await tabStops()).toEqual(await page.evaluate(FOCUSABLE));
    },
  );

  it('announces the result of a form politely, and a problem at once', async () => {
    await page.goto(url);
    await page.getByRole('group', { name: 'New user' }).getByLabel('Email address').fill('eve@example.com');
    await page.getByRole('button', { name: 'Create the user' }).click();
    await page.getByRole('status').waitFor();
    const [status] = (await accessibilityTree()).filter(({ role }) => role === 'status');
    expect(status?.properties).toMatchObject({ live: 'polite', focused: true });

    await page.getByRole('group', { name: 'New user' }).getByLabel('Email address').fill('eve@example.com');
    await page.getByRole('button', { name: 'Create the user' }).click();
    await page.getByRole('alert').waitFor();
    const [alert] = (await accessibilityTree()).filter(({ role }) => role === 'alert');
    expect(alert?.properties).toMatchObject({ live: 'assertive', focused: true });
  });
});

/** The controls that have the focus one after the other, by the Tab key. */
async function tabStops(): Promise<unknown[]> {
  await page.evaluate('document.activeElement?.blur()');
  const { length: count } = await page.evaluate<unknown[]>(FOCUSABLE);
  const stops: unknown[] = [];
  for (let index = 0; index < count; index++) {
    await page.keyboard.press('Tab');
    stops.push(await page.evaluate(`(${DESCRIBE})(document.activeElement)`));
  }
  return stops;
}

const DESCRIBE =
  'element => [element.tagName, element.name ?? "", (element.value ?? element.textContent).trim()].join(" ")';
const FOCUSABLE = `[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
  .filter(element => !element.disabled && (element.offsetParent !== null || element.className === 'skip'))
  .map(${DESCRIBE})`;
