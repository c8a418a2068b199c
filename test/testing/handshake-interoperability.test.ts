import { clerkMiddleware, createClerkClient, getAuth } from '@clerk/express';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';

import { closeApps, listen } from '../support/running-app.js';
import { TestBrowser } from '../support/test-browser.js';

const PAGE = 'https://app.example.com/orgs/acme';

let local: LocalClerk;
let server: LocalClerkServer;
let browser: TestBrowser;

afterEach(() => server.close());
afterAll(closeApps);

/** An application with Clerk's own SDK, and a browser in which Alice is signed in. */
async function start(instanceType: 'development' | 'production') {
  local = await LocalClerk.create({
    instanceType,
    frontendApi: instanceType === 'production' ? 'clerk.example.com' : undefined,
    users: [{ id: 'user_alice' }],
  });
  local.organizations.create({ id: 'org_acme', name: 'Acme' });
  local.memberships.create({ organizationId: 'org_acme', userId: 'user_alice' });
  server = await local.listen();

  const app = express();
  const { secretKey, publishableKey } = local;
  const organizationSyncOptions = { organizationPatterns: ['/orgs/:slug'] };
  const clerkClient = createClerkClient({
    secretKey,
    publishableKey,
    apiUrl: server.url,
    telemetry: { disabled: true },
  });
  app.use(clerkMiddleware({ secretKey, publishableKey, clerkClient, organizationSyncOptions }));
  app.get('/*path', (request, response) => {
    const { userId, orgId } = getAuth(request);
    response.json({ userId, orgId });
  });
  browser = new TestBrowser({
    'app.example.com': (await listen(app)).port,
    [local.frontendApi]: Number(new URL(server.url).port),
  });

  const client = local.browsers.create();
  client.signIn({ userId: 'user_alice' });
  browser.setCookie('clerk.example.com', `__client=${client.token}`);
  browser.setCookie('app.example.com', `__clerk_db_jwt=${client.token}`);
  browser.setCookie('app.example.com', `__client_uat=${client.clientUat}; Domain=example.com`);
}

describe.each([
  ['development', [307, 307, 307, 200]],
  ['production', [307, 307, 200]],
] as const)('@clerk/express and a browser in %s', (instanceType, statuses) => {
  beforeEach(() => start(instanceType));

  it('sign in by the handshake, in the organization of the URL', async () => {
    const visits = await browser.visit(PAGE);

    expect(visits.map(({ status }) => status)).toEqual(statuses);
    expect(visits.at(-1)).toMatchObject({ url: PAGE, json: { userId: 'user_alice', orgId: 'org_acme' } });
    expect(await browser.visit(PAGE)).toMatchObject([{ status: 200, json: { userId: 'user_alice' } }]);
  });

  it('refresh the session without a handshake', async () => {
    await browser.visit(PAGE);
    const [, suffix = ''] =
      /__refresh_([\w-]{8})/.exec(Object.keys(browser.cookies('app.example.com')).join()) ?? [];
    const { sid: sessionId } = JSON.parse(
      Buffer.from(browser.cookies('app.example.com').__session!.split('.')[1]!, 'base64url').toString(),
    );
    const expired = await local.issueSessionToken({ userId: 'user_alice', sessionId, expiresIn: -60 });
    browser.setCookie('app.example.com', `__session=${expired}`);
    browser.setCookie('app.example.com', `__session_${suffix}=${expired}`);
    browser.setCookie('app.example.com', '__client_uat=1');

    const visits = await browser.visit(PAGE);

    expect(visits).toMatchObject([{ status: 200, json: { userId: 'user_alice' } }]);
    expect(local.requests.filter(({ operation }) => operation === 'RefreshSession')).toHaveLength(1);
  });
});
