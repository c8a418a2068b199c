import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { allowRegistration, startMcpApp, withAuthorizationServer } from '../../../support/mcp-app.js';
import { McpTestClient } from '../../../support/mcp-client.js';
import { closeApps } from '../../../support/running-app.js';
import type { RunningApp } from '../../../support/running-app.js';

let local: LocalClerk;
let server: LocalClerkServer;
let app: RunningApp;
const clients: McpTestClient[] = [];

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_ada' }, { id: 'user_bob' }] });
  server = await local.listen();
  await allowRegistration(local);
  app = await startMcpApp(withAuthorizationServer(local, server));
});
afterAll(async () => {
  await Promise.all(clients.map(client => client.close()));
  await closeApps();
  await server.close();
});

const url = () => `http://127.0.0.1:${app.port}/mcp`;

async function connected(userId: string): Promise<McpTestClient> {
  const client = new McpTestClient(url(), userId);
  clients.push(client);
  return client.connect();
}

describe("a client that knows only the server's URL", () => {
  it('discovers Clerk, registers, asks its user for the scope of the endpoint, and connects', async () => {
    const client = await connected('user_ada');
    expect(client.requestedScopes).toEqual(['notes:read']);
    expect(client.authorizations[0]?.origin).toBe(server.url);
    expect(client.authorizations[0]?.searchParams.get('resource')).toBe(url());
    expect(await client.tools()).toEqual(['whoami', 'add_note', 'delete_note', 'either']);
  });

  it('is known to a tool: user, client, scopes, expiry and token', async () => {
    const client = await connected('user_ada');
    const { authInfo } = JSON.parse((await client.call('whoami')).text);
    expect(authInfo).toEqual({
      token: client.token,
      clientId: client.clientId,
      scopes: ['notes:read'],
      expiresAt: expect.any(Number),
      extra: { userId: 'user_ada', orgId: null, tokenType: 'oauth_token' },
    });
    const inADay = Date.now() / 1000 + 24 * 60 * 60;
    expect(Math.abs(authInfo.expiresAt - inADay)).toBeLessThan(60);
  });

  it('steps up to the scope of a tool, and keeps the scopes that it had', async () => {
    const client = await connected('user_ada');
    expect(JSON.parse((await client.call('add_note')).text).authInfo.scopes).toEqual([
      'notes:read',
      'notes:write',
    ]);
    expect(client.requestedScopes).toEqual(['notes:read', 'notes:read notes:write']);
    await client.call('whoami');
    await client.call('add_note');
    expect(client.requestedScopes).toHaveLength(2);
  });

  it('cannot step up to what no scope gives', async () => {
    await (await connected('user_ada')).call('delete_note');
    await expect((await connected('user_bob')).call('delete_note')).rejects.toMatchObject({ code: 403 });
  });
});

it('two clients on one server are two callers', async () => {
  const [ada, bob] = [await connected('user_ada'), await connected('user_bob')];
  const callers = await Promise.all(
    Array.from({ length: 40 }, async (_, index) => {
      const { text } = await (index % 2 ? ada : bob).call('whoami');
      return JSON.parse(text).authInfo.extra.userId as string;
    }),
  );
  expect(callers).toEqual(callers.map((_, index) => (index % 2 ? 'user_ada' : 'user_bob')));
});
