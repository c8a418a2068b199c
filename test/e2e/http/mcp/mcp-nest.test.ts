import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { allowRegistration, withAuthorizationServer } from '../../../support/mcp-app.js';
import { McpTestClient } from '../../../support/mcp-client.js';
import { startMcpNestApp } from '../../../support/mcp-nest-app.js';
import { bearer } from '../../../support/nest-app.js';
import { challengeOf } from '../../../support/oauth.js';
import { closeApps } from '../../../support/running-app.js';
import type { RunningApp } from '../../../support/running-app.js';

let local: LocalClerk;
let server: LocalClerkServer;
const clients: McpTestClient[] = [];

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_ada' }, { id: 'user_bob' }] });
  server = await local.listen();
  await allowRegistration(local, false);
});
afterAll(async () => {
  await Promise.all(clients.map(client => client.close()));
  await closeApps();
  await server.close();
});

const MCP = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };

async function tokenFor(subject: string, scopes: string[]): Promise<string> {
  return (await local.oauthTokens.create({ subject, clientId: `client of ${subject}`, scopes })).token;
}

function post(app: RunningApp, token: string, message: object, headers: Record<string, string> = {}) {
  return app.request('/mcp', {
    method: 'POST',
    headers: { ...MCP, ...bearer(token), ...headers },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, ...message }),
  });
}

const callOf = (name: string) => ({ method: 'tools/call', params: { name, arguments: {} } });

describe.each([false, true])('a server of @rekog/mcp-nest with sessions: %s', statefulMode => {
  let app: RunningApp;

  beforeAll(async () => {
    app = await startMcpNestApp(withAuthorizationServer(local, server), { statefulMode });
  });

  async function connected(userId: string): Promise<McpTestClient> {
    const client = new McpTestClient(`http://127.0.0.1:${app.port}/mcp`, userId);
    clients.push(client);
    return client.connect();
  }

  it('gives user, client, scopes and the own user to a tool', async () => {
    const client = await connected('user_ada');
    expect(client.requestedScopes).toEqual(['notes:read']);
    expect(JSON.parse((await client.call('whoami')).text)).toEqual({
      userId: 'user_ada',
      clientId: client.clientId,
      scopes: ['notes:read'],
      row: { id: 'row of user_ada' },
      inContext: 'user_ada',
      clientOfUser: client.clientId,
    });
  });

  it('steps up to the scope of @Protect() on a tool', async () => {
    const client = await connected('user_ada');
    expect(await client.call('add_note')).toEqual({ text: '{"added":true}', isError: false });
    expect(client.requestedScopes).toEqual(['notes:read', 'notes:read notes:write']);
  });

  it('answers a tool whose function denies access with an error', async () => {
    expect((await (await connected('user_ada')).call('delete_note')).isError).toBe(false);
    expect(await (await connected('user_bob')).call('delete_note')).toEqual({
      text: 'Forbidden',
      isError: true,
    });
  });

  it('tells apart the callers of concurrent calls', async () => {
    const [ada, bob] = [await connected('user_ada'), await connected('user_bob')];
    const answers = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const { text } = await (index % 2 ? ada : bob).call('whoami');
        return JSON.parse(text) as { userId: string; inContext: string };
      }),
    );
    const expected = answers.map((_, index) => (index % 2 ? 'user_ada' : 'user_bob'));
    expect(answers.map(({ userId }) => userId)).toEqual(expected);
    expect(answers.map(({ inContext }) => inContext)).toEqual(expected);
  });
});

describe('without sessions', () => {
  let app: RunningApp;

  beforeAll(async () => {
    app = await startMcpNestApp(local.keys);
  });

  it('@ToolScopes() of the library sees the scopes, in lists and in its own challenge', async () => {
    const names = async (scopes: string[]) => {
      const { json } = await post(app, await tokenFor('user_ada', scopes), { method: 'tools/list' });
      return (json.result.tools as { name: string }[]).map(({ name }) => name);
    };
    expect(await names(['notes:read'])).not.toContain('native');
    expect(await names(['notes:read', 'notes:native'])).toContain('native');

    const denied = await post(app, await tokenFor('user_ada', ['notes:read']), callOf('native'));
    expect(denied.status).toBe(403);
    expect(challengeOf(denied.headers['www-authenticate'])).toMatchObject({
      error: 'insufficient_scope',
      scope: 'notes:native',
      resource_metadata: `http://127.0.0.1:${app.port}/.well-known/oauth-protected-resource/mcp`,
    });
  });

  it('a prompt requires the scope of its @Protect()', async () => {
    const getPrompt = { method: 'prompts/get', params: { name: 'summary' } };
    const denied = await post(app, await tokenFor('user_ada', ['notes:read']), getPrompt);
    expect(denied.json.error).toBeDefined();
    const allowed = await post(app, await tokenFor('user_ada', ['notes:read', 'notes:write']), getPrompt);
    expect(allowed.json.result).toEqual({ messages: [] });
  });

  it('a session token is rejected with 401', async () => {
    const { token } = await local.signIn('user_ada');
    expect((await post(app, token, callOf('whoami'))).status).toBe(401);
  });
});

it('two users in one session are told apart, even if their requests overlap', async () => {
  const app = await startMcpNestApp(local.keys, { statefulMode: true });
  const tokens = {
    user_ada: await tokenFor('user_ada', ['notes:read']),
    user_bob: await tokenFor('user_bob', ['notes:read']),
  };
  const initialized = await post(app, tokens.user_ada, {
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'x', version: '1' } },
  });
  const session = { 'mcp-session-id': String(initialized.headers['mcp-session-id']) };
  const callers = await Promise.all(
    Array.from({ length: 40 }, async (_, index) => {
      const user = index % 2 ? 'user_ada' : 'user_bob';
      const message = { ...callOf('whoami'), id: index + 1 };
      const { text } = await post(app, tokens[user], message, session);
      const data = /^data: (.+)$/m.exec(text)?.[1] ?? text;
      const { result } = JSON.parse(data) as { result: { content: { text: string }[] } };
      const { userId } = JSON.parse(result.content[0]?.text ?? '') as { userId: string };
      return { user, userId };
    }),
  );
  for (const { user, userId } of callers) expect(userId).toBe(user);
});
