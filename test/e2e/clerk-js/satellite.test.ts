import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';
import type { Browser } from 'playwright-core';

import { knownToServer, launchChromium, open, signedIn, signInWithPassword } from './chromium.js';
import { startClerkApp } from './clerk-app.js';
import type { ClerkApp } from './clerk-app.js';

const PASSWORD = 'analytical-engine';

let chromium: Browser;
let local: LocalClerk;
let frontendApi: LocalClerkServer;
let apps: ClerkApp[];

beforeAll(async () => {
  chromium = await launchChromium();
});

afterEach(async () => {
  await Promise.all(chromium.contexts().map(context => context.close()));
  await Promise.all(apps.map(app => app.close()));
  await frontendApi.close();
});

afterAll(() => chromium.close());

describe('ClerkJS on a satellite of a development instance', () => {
  it('has the user who signed in on the primary domain, as the Nest page does', async () => {
    local = await LocalClerk.create({
      users: [{ id: 'user_ada', emailAddress: ['ada@example.com'], password: PASSWORD }],
    });
    frontendApi = await local.listen();
    const proxyUrl = frontendApi.url;
    const page = { publishableKey: local.publishableKey, proxyUrl };
    const primary = await startClerkApp({ ...local.keys, proxyUrl, signInUrl: '/' }, page);
    // Another site than localhost: the two share no cookies.
    const shared = { isSatellite: true, satelliteAutoSync: true, signInUrl: `${primary.url}/` };
    const satellite = await startClerkApp(
      { ...local.keys, ...shared, proxyUrl },
      { ...page, loadOptions: shared },
    );
    apps = [primary, satellite];
    const satelliteUrl = satellite.url.replace('localhost', '127.0.0.1');
    const browserPage = await (await chromium.newContext()).newPage();
    await signInWithPassword(browserPage, primary.url, 'ada@example.com', PASSWORD);

    await open(browserPage, `${satelliteUrl}/orders`);

    expect(new URL(browserPage.url()).origin).toBe(satelliteUrl);
    expect(await knownToServer(browserPage)).toEqual({ userId: 'user_ada', orgId: null });
    await signedIn(browserPage);
    expect(await browserPage.evaluate('Clerk.user.id')).toBe('user_ada');
  });
});
