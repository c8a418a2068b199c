import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Post, Req } from '@nestjs/common';
import { AcceptsToken, ClerkModule, getAuth, mcpAuthInfo, McpEndpoint, Protect } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { NotesController, startMcpApp } from '../../../support/mcp-app.js';
import { bearer } from '../../../support/nest-app.js';
import { challengeOf, PROTECTED_RESOURCE } from '../../../support/oauth.js';
import { closeApps, startNest } from '../../../support/running-app.js';
import type { RunningApp } from '../../../support/running-app.js';

const RESOURCE = 'https://mcp.example.com/mcp';
const METADATA = `https://mcp.example.com${PROTECTED_RESOURCE}/mcp`;
const MCP = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };

let local: LocalClerk;
let app: RunningApp;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_ada' }, { id: 'user_bob' }] });
  app = await startMcpApp({
    ...local.keys,
    oauthProtectedResource: { resource: RESOURCE, requireAudience: true, scopesSupported: ['notes:read'] },
  });
});
beforeEach(() => local.reset());
afterAll(closeApps);

interface TokenSettings {
  scopes?: string[];
  audience?: string[];
  tokenFormat?: 'jwt' | 'opaque';
  secondsUntilExpiration?: number;
}

async function tokenWith(settings: TokenSettings = {}): Promise<string> {
  const { token } = await local.oauthTokens.create({
    subject: 'user_ada',
    clientId: 'client_1',
    scopes: ['notes:read'],
    audience: [RESOURCE],
    tokenFormat: 'jwt',
    ...settings,
  });
  return token;
}

const callOf = (name: string, id = 1) => ({ jsonrpc: '2.0', id, method: 'tools/call', params: { name } });

function post(token: string | undefined, message: unknown, headers: Record<string, string> = {}) {
  return app.request('/mcp', {
    method: 'POST',
    headers: { ...MCP, ...(token && bearer(token)), ...headers },
    body: typeof message === 'string' ? message : JSON.stringify(message),
  });
}

const toolOf = ({ json }: { json: { result: { content: { text: string }[] } } }) =>
  JSON.parse(json.result.content[0]?.text ?? '') as { name: string; authInfo: Record<string, unknown> };

describe('caller without a valid token', () => {
  it('gets 401 with the metadata and the scope of the endpoint', async () => {
    const { status, headers } = await post(undefined, callOf('whoami'));
    expect(status).toBe(401);
    expect(challengeOf(headers['www-authenticate'])).toEqual({
      resource_metadata: METADATA,
      realm: 'Clerk',
      scope: 'notes:read',
    });
  });

  it('finds the resource and the authorization server in the metadata', async () => {
    const { json } = await app.get(`${PROTECTED_RESOURCE}/mcp`);
    expect(json).toMatchObject({
      resource: RESOURCE,
      authorization_servers: [`https://${local.frontendApi}`],
      scopes_supported: ['notes:read'],
      bearer_methods_supported: ['header'],
    });
  });

  it.each(['jwt', 'opaque'] as const)('is rejected with an expired %s', async tokenFormat => {
    const { status, headers } = await post(
      await tokenWith({ tokenFormat, secondsUntilExpiration: -60 }),
      callOf('whoami'),
    );
    expect(status).toBe(401);
    expect(challengeOf(headers['www-authenticate'])).toMatchObject({
      error: 'invalid_token',
      resource_metadata: METADATA,
      scope: 'notes:read',
    });
  });

  it('is rejected with a revoked token from the next request on', async () => {
    const token = await tokenWith({ tokenFormat: 'opaque' });
    expect((await post(token, callOf('whoami'))).status).toBe(200);
    for (const { id } of local.oauthTokens.records.list()) local.oauthTokens.revoke(id);
    expect((await post(token, callOf('whoami'))).status).toBe(401);
  });

  it('is rejected with a session token, in the header and in the cookie', async () => {
    const { token, cookies } = await local.signIn('user_ada');
    const inHeader = await post(token, callOf('whoami'));
    expect(inHeader.status).toBe(401);
    expect(inHeader.json.reason).toBe('token-type-mismatch');
    expect((await post(undefined, callOf('whoami'), { cookie: cookies })).status).toBe(401);
  });

  it('is rejected with an API key and an M2M token', async () => {
    const { secret } = local.apiKeys.create({ subject: 'user_ada', name: 'CI', scopes: ['notes:read'] });
    expect((await post(secret, callOf('whoami'))).status).toBe(401);
  });

  it.each(['access_token', 'token', '__session'])('is rejected with a token in ?%s=', async name => {
    const { status } = await app.request(`/mcp?${name}=${await tokenWith()}`, {
      method: 'POST',
      headers: MCP,
      body: JSON.stringify(callOf('whoami')),
    });
    expect(status).toBe(401);
  });

  it('is rejected on GET and DELETE too', async () => {
    for (const method of ['GET', 'DELETE']) {
      expect((await app.request('/mcp', { method, headers: { accept: MCP.accept } })).status).toBe(401);
    }
  });

  it('is led to the configured resource, whatever host the request names', async () => {
    const { headers } = await post(undefined, callOf('whoami'), {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
    });
    expect(challengeOf(headers['www-authenticate']).resource_metadata).toBe(METADATA);
  });
});

describe.each(['jwt', 'opaque'] as const)('audience of a token (%s)', tokenFormat => {
  it.each([
    [[RESOURCE], 200],
    [['https://api.example.com', RESOURCE], 200],
    [['HTTPS://MCP.EXAMPLE.COM/mcp'], 200],
    [[], 401],
    [['https://mcp.example.com'], 401],
    [['https://mcp.example.com/mcp/'], 401],
    [['https://mcp.example.com/mcp2'], 401],
    [['https://other.example/mcp'], 401],
    [['http://mcp.example.com/mcp'], 401],
  ])('%j is answered %i', async (audience, status) => {
    const answer = await post(await tokenWith({ audience, tokenFormat }), callOf('whoami'), {
      // A forged host does not change what the token must be for.
      host: 'other.example',
    });
    expect(answer.status).toBe(status);
    if (status === 200) expect(toolOf(answer).authInfo.resource).toBe(RESOURCE);
    else expect(answer.json.reason).toBe('token-verification-failed');
  });
});

describe('scope of a tool', () => {
  it('that is missing is answered 403 with the granted and the missing scopes', async () => {
    const token = await tokenWith({ scopes: ['notes:read', 'profile', 'offline_access'] });
    const { status, headers, json } = await post(token, callOf('add_note'));
    expect(status).toBe(403);
    expect(json.reason).toBe('insufficient-scope');
    expect(challengeOf(headers['www-authenticate'])).toEqual({
      resource_metadata: METADATA,
      realm: 'Clerk',
      error: 'insufficient_scope',
      scope: 'notes:read profile notes:write',
    });
  });

  it.each([
    ['whoami', ['notes:read'], 200],
    ['whoami', ['notes'], 403],
    ['whoami', ['notes:read:all'], 403],
    ['whoami', ['notes:rea'], 403],
    ['whoami', ['NOTES:READ'], 403],
    ['whoami', ['*'], 403],
    ['whoami', [], 403],
    ['add_note', ['notes:read', 'notes:write'], 200],
    ['add_note', ['notes:read', 'notes:write:all'], 403],
    ['add_note', ['notes:write'], 403],
    ['either', ['notes:read', 'notes:write'], 200],
    ['either', ['notes:read', 'notes:all'], 200],
    ['either', ['notes:read'], 403],
    ['a_tool_that_does_not_exist', ['notes:read'], 200],
    ['__proto__', ['notes:read'], 200],
    ['constructor', ['notes:read'], 200],
  ])('%s with %j is answered %i', async (tool, scopes, status) => {
    expect((await post(await tokenWith({ scopes }), callOf(tool))).status).toBe(status);
  });

  it('is not required for other messages', async () => {
    const token = await tokenWith();
    for (const message of [
      { jsonrpc: '2.0', id: 1, method: 'tools/list' },
      { jsonrpc: '2.0', id: 1, method: 'ping', params: { name: 'add_note' } },
    ]) {
      expect((await post(token, message)).status).toBe(200);
    }
  });

  it('is required of every call of a batch', async () => {
    const token = await tokenWith();
    expect((await post(token, [callOf('whoami'), callOf('add_note', 2)])).status).toBe(403);
    expect((await post(token, [callOf('whoami'), callOf('whoami', 2)])).status).toBe(200);
  });

  it('is required whatever the content type says about the body', async () => {
    const token = await tokenWith();
    const body = JSON.stringify(callOf('add_note'));
    for (const type of [
      'text/plain; x=application/json',
      'application/octet-stream; x=application/json',
      'application/xml; charset=application/json',
    ]) {
      expect([403, 415]).toContain((await post(token, body, { 'content-type': type })).status);
    }
    const form = 'jsonrpc=2.0&id=1&method=tools/call&params[name]=add_note';
    const asForm = { 'content-type': 'application/x-www-form-urlencoded; x=application/json' };
    const { status, text } = await post(token, form, asForm);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(text).not.toContain('authInfo');
  });

  it('is required of the last of two values with the same name, as the server reads it', async () => {
    const token = await tokenWith();
    const twice =
      '{"jsonrpc":"2.0","id":1,"method":"ping","method":"tools/call","params":{"name":"whoami","name":"add_note"}}';
    expect((await post(token, twice)).status).toBe(403);
  });

  it('can be a function with the caller', async () => {
    expect((await post(await tokenWith(), callOf('delete_note'))).status).toBe(200);
    const { token } = await local.oauthTokens.create({
      subject: 'user_bob',
      scopes: ['notes:read'],
      audience: [RESOURCE],
    });
    const { status, headers } = await post(token, callOf('delete_note'));
    expect(status).toBe(403);
    expect(headers['www-authenticate']).toBeUndefined();
  });
});

it.each(['', '{', '"text"', '1', 'null', '[[]]', '[null]', '{"method":{}}', '{"method":"tools/call"}'])(
  'the body %s is answered with an error of the client, and no 500',
  async body => {
    const { status } = await post(await tokenWith(), body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  },
);

it('1,000 initializations leave no session', async () => {
  const token = await tokenWith();
  const initialize = {
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'x', version: '1' } },
  };
  for (let batch = 0; batch < 20; batch++) {
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(token, initialize)));
    for (const { status, headers } of answers) {
      expect({ status, session: headers['mcp-session-id'] }).toEqual({ status: 200, session: undefined });
    }
  }
});

describe('an endpoint of another form', () => {
  @Controller()
  class OtherController {
    @Post('keys')
    @McpEndpoint()
    @AcceptsToken('oauth_token', 'api_key')
    keys(@Req() request: { raw?: object; auth?: unknown }) {
      const { auth } = (request.raw ?? request) as { auth?: object };
      const { userId } = getAuth(request, { acceptsToken: ['oauth_token', 'api_key'] }) as { userId: string };
      return { auth, userId };
    }

    @Get('info')
    @AcceptsToken('oauth_token')
    @Protect()
    info(@Req() request: object) {
      return mcpAuthInfo(request) ?? {};
    }
  }

  it('may accept API keys, and gives their scopes and owner', async () => {
    const other = await startNest({
      imports: [ClerkModule.forRoot(local.keys)],
      controllers: [OtherController],
    });
    const key = local.apiKeys.create({ subject: 'org_acme', name: 'CI', scopes: ['notes:read'] });
    const { json } = await other.request('/keys', { method: 'POST', headers: bearer(key.secret) });
    expect(json.auth).toEqual({
      token: key.secret,
      clientId: key.id,
      scopes: ['notes:read'],
      extra: { userId: null, orgId: 'org_acme', tokenType: 'api_key' },
    });
    const info = await other.get('/info', bearer(await tokenWith()));
    expect(info.json).toMatchObject({ clientId: 'client_1', extra: { userId: 'user_ada' } });
  });
});

describe('configuration error', () => {
  it.each([
    [{ requireAudience: true }, 'needs `resource`'],
    [{ resource: RESOURCE, requireAudience: 'yes' as never }, 'is true or false'],
  ])('for oauthProtectedResource %j stops the start', async (oauthProtectedResource, message) => {
    await expect(startMcpApp({ ...local.keys, oauthProtectedResource })).rejects.toThrow(message);
  });

  it.each<[object, string]>([
    [{ x: { scope: 'notes:read' } }, 'is unknown'],
    [{ x: {} }, 'is empty'],
    [[NotesController], 'has no method with @Tool()'],
    [[undefined], 'import cycle'],
  ])('for the tools of @McpEndpoint() is thrown when the file is loaded', (tools, message) => {
    expect(() => McpEndpoint({ tools: tools as never })).toThrow(message);
  });
});
