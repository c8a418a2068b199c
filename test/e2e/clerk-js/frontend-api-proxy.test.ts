import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';
import type { Browser } from 'playwright-core';

import { fetchJson, knownToServer, launchChromium, open, signInWithPassword } from './chromium.js';
import { startClerkApp } from './clerk-app.js';
import type { ClerkApp } from './clerk-app.js';

const PASSWORD = 'analytical-engine';

let chromium: Browser;
let frontendApi: LocalClerkServer;
let app: ClerkApp;

async function start(instanceType: 'development' | 'production'): Promise<LocalClerk> {
  const local = await LocalClerk.create({
    instanceType,
    users: [{ id: 'user_ada', emailAddress: ['ada@example.com'], password: PASSWORD }],
  });
  frontendApi = await local.listen();
  app = await startClerkApp(
    {
      secretKey: local.secretKey,
      publishableKey: local.publishableKey,
      apiUrl: frontendApi.url,
      frontendApiProxy: { enabled: true, fapiUrl: frontendApi.url },
      signInUrl: '/',
    },
    { publishableKey: local.publishableKey, proxyUrl: '/__clerk' },
  );
  return local;
}

beforeAll(async () => {
  chromium = await launchChromium();
});

afterEach(async () => {
  await Promise.all(chromium.contexts().map(context => context.close()));
  await app.close();
  await frontendApi.close();
});

afterAll(() => chromium.close());

describe.each(['development', 'production'] as const)(
  'ClerkJS behind the Frontend API proxy of a %s instance',
  instanceType => {
    it('signs in and calls the Frontend API through the application only', async () => {
      const local = await start(instanceType);
      const page = await (await chromium.newContext()).newPage();
      const hosts = new Set<string>();
      page.on('request', request => hosts.add(new URL(request.url()).host));

      await signInWithPassword(page, app.url, 'ada@example.com', PASSWORD);
      await open(page, `${app.url}/orders`);

      expect(await knownToServer(page)).toEqual({ userId: 'user_ada', orgId: null });
      expect(await fetchJson(page, '/api/me')).toMatchObject({ status: 200, body: { userId: 'user_ada' } });
      expect(hosts).not.toContain(new URL(frontendApi.url).host);
      expect(local.requests.map(({ operation }) => operation)).toContain('createSignIn');

      await page.evaluate("Clerk.signOut({ redirectUrl: '/' })");
      await page.waitForFunction('window.Clerk?.loaded && window.Clerk.user === null');
      await open(page, `${app.url}/orders`);
      expect(await knownToServer(page)).toEqual({ userId: null, orgId: null });
    });
  },
);
