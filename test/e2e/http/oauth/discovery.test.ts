import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Post, UseGuards } from '@nestjs/common';
import { AcceptsToken, Auth, ClerkAuthGuard, ClerkModule } from 'nest-clerk';
import type { MachineAuthObject } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { challengeOf } from '../../../support/oauth.js';
import { closeApps, startNest } from '../../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
afterAll(closeApps);

@Controller('mcp')
@UseGuards(ClerkAuthGuard)
class McpController {
  @Post()
  @AcceptsToken('oauth_token')
  call(@Auth() auth: MachineAuthObject<'oauth_token'>) {
    return { userId: auth.userId, scopes: auth.scopes };
  }
}

const call = (url: string, token?: string) =>
  fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': '2025-06-18',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: '{"jsonrpc":"2.0","id":1,"method":"tools/list"}',
  });

interface ResourceMetadata {
  resource: string;
  authorization_servers: [string];
  scopes_supported: string[];
}

interface ServerMetadata {
  issuer: string;
  token_endpoint: string;
  code_challenge_methods_supported: string[];
}

const readJson = async <T>(response: Promise<Response>) => (await (await response).json()) as T;

/** The URL of the metadata of an identifier with a path (RFC 8414 and RFC 9728, section 3.1 of both). */
function wellKnown(name: string, identifier: string): URL {
  const { origin, pathname } = new URL(identifier);
  return new URL(`/.well-known/${name}${pathname === '/' ? '' : pathname}`, origin);
}

/**
 * The steps of an MCP client that knows only the URL of a server.
 *
 * @see https://modelcontextprotocol.io/specification/2025-06-18/basic/authorization
 */
async function discover(server: string) {
  const rejected = await call(server);
  expect(rejected.status).toBe(401);
  const { resource_metadata } = challengeOf(rejected.headers.get('www-authenticate') ?? undefined);
  expect(resource_metadata).toBe(wellKnown('oauth-protected-resource', server).href);

  const resource = await readJson<ResourceMetadata>(fetch(resource_metadata!));
  // RFC 9728, section 3.3: otherwise the document must be ignored.
  expect(resource.resource).toBe(server);

  const [issuer] = resource.authorization_servers;
  // The instance has no network address, so that its own `fetch` is used.
  const issuing = await readJson<ServerMetadata>(
    local.fetch(wellKnown('oauth-authorization-server', issuer)),
  );
  // RFC 8414, section 3.3.
  expect(issuing.issuer).toBe(issuer);
  return { resource, issuing };
}

describe('MCP client discovers the authorization server', () => {
  const start = async () => {
    const { port } = await startNest({
      imports: [
        ClerkModule.forRoot({ ...local.keys, oauthProtectedResource: { scopesSupported: ['profile'] } }),
      ],
      controllers: [McpController],
      configure: nest => nest.setGlobalPrefix('api'),
    });
    return `http://127.0.0.1:${port}`;
  };

  it('from the rejection to the metadata to an accepted request', async () => {
    const server = `${await start()}/api/mcp`;
    const { resource, issuing } = await discover(server);
    expect(issuing.code_challenge_methods_supported).toContain('S256');

    // The user consents at `authorization_endpoint`, and the client receives at `token_endpoint`:
    const { token } = await local.oauthTokens.create({
      subject: 'user_alice',
      scopes: resource.scopes_supported,
      tokenFormat: 'jwt',
    });
    const answer = await call(server, token);
    expect(answer.status).toBe(201);
    expect(await answer.json()).toEqual({ userId: 'user_alice', scopes: ['profile'] });
  });

  it('by the older protocol, which expects it at the application', async () => {
    const origin = await start();
    const metadata = await readJson<ServerMetadata>(
      fetch(`${origin}/.well-known/oauth-authorization-server`),
    );
    expect(metadata.token_endpoint).toBe(`${local.issuer}/oauth/token`);
  });
});
