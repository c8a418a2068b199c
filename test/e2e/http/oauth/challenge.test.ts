import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { All, Controller, Get, UseGuards } from '@nestjs/common';
import { AcceptsToken, ClerkAuthGuard, ClerkModule, Protect } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { EVERY_PATH } from '../../../support/http-adapter.js';
import { startMachineApp } from '../../../support/machine-app.js';
import { bearer } from '../../../support/nest-app.js';
import { challengeAt, challengeOf, PROTECTED_RESOURCE } from '../../../support/oauth.js';
import { sendRaw } from '../../../support/raw-http.js';
import { closeApps, startNest } from '../../../support/running-app.js';
import type { RunningApp } from '../../../support/running-app.js';

let local: LocalClerk;
let app: RunningApp;
let everywhere: RunningApp;
const origin = () => `http://127.0.0.1:${app.port}`;

@Controller()
@UseGuards(ClerkAuthGuard)
@AcceptsToken('session_token', 'oauth_token')
class OAuthController {
  @Get('people')
  @AcceptsToken('session_token')
  people() {}

  @Get('scoped')
  @Protect({ scopes: 'orders:read' })
  scoped() {}

  @All(EVERY_PATH)
  anything() {}
}

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  app = await startMachineApp(local.keys);
  everywhere = await startNest({
    imports: [ClerkModule.forRoot({ ...local.keys, exclude: ['/excluded'] })],
    controllers: [OAuthController],
  });
});
afterAll(closeApps);

describe('rejection of a route that accepts OAuth tokens names the metadata', () => {
  it.each(['/oauth', '/any'])('%s', async path => {
    expect(await challengeAt(app, path)).toEqual({
      resource_metadata: `${origin()}${PROTECTED_RESOURCE}${path}`,
      realm: 'Clerk',
    });
  });

  it('in the first parameter, for clients that read no further', async () => {
    const { headers } = await app.get('/oauth');
    expect(headers['www-authenticate']).toBe(
      `Bearer resource_metadata="${origin()}${PROTECTED_RESOURCE}/oauth", realm="Clerk"`,
    );
  });

  it.each([
    ['/', ''],
    ['/?page=2', ''],
    ['/orders?page=2', '/orders'],
    ['/orders/', '/orders/'],
    ['/a/b%20c/%22', '/a/b%20c/%22'],
    ['/excluded', '/excluded'],
  ])('of %s without the query', async (target, path) => {
    const { resource_metadata } = await challengeAt(everywhere, target);
    expect(resource_metadata).toBe(`http://127.0.0.1:${everywhere.port}${PROTECTED_RESOURCE}${path}`);
  });

  it('even if the module does not serve the metadata', async () => {
    const without = await startMachineApp({ ...local.keys, oauthProtectedResource: false });
    expect(await challengeAt(without, '/oauth')).toMatchObject({
      resource_metadata: `http://127.0.0.1:${without.port}${PROTECTED_RESOURCE}/oauth`,
    });
  });

  it('and an error only if the request had a token', async () => {
    const expired = await local.oauthTokens.create({
      subject: 'user_alice',
      tokenFormat: 'jwt',
      secondsUntilExpiration: -60,
    });
    const apiKey = local.apiKeys.create({ subject: 'user_alice', name: 'CI' });
    for (const [token, reason] of [
      [expired.token, 'token-verification-failed'],
      [apiKey.secret, 'token-type-mismatch'],
      ['oat_unknown', 'token-invalid'],
    ] as const) {
      expect(await challengeAt(app, '/oauth', bearer(token))).toEqual({
        resource_metadata: `${origin()}${PROTECTED_RESOURCE}/oauth`,
        realm: 'Clerk',
        error: 'invalid_token',
        error_description: reason,
      });
    }
  });
});

it('the challenge names the missing scope of the route', async () => {
  const { token } = await local.oauthTokens.create({ subject: 'user_alice', scopes: ['profile'] });
  const { status, headers } = await everywhere.get('/scoped', bearer(token));
  expect(status).toBe(403);
  expect(challengeOf(headers['www-authenticate'])).toEqual({
    resource_metadata: `http://127.0.0.1:${everywhere.port}${PROTECTED_RESOURCE}/scoped`,
    realm: 'Clerk',
    error: 'insufficient_scope',
    scope: 'orders:read',
  });
});

it.each(['/people', '/machines', '/api-keys', '/either'])(
  'the challenge of a route with %s names no metadata',
  async path => {
    expect(await challengeAt(app, path)).toEqual({ realm: 'Clerk' });
  },
);

it('@AcceptsToken() of a handler overrides that of its controller in the challenge', async () => {
  expect(await challengeAt(everywhere, '/people')).toEqual({ realm: 'Clerk' });
});

describe('origin in the challenge is the one that the client used', () => {
  const resourceMetadata = async (headers: Record<string, string>) =>
    (await challengeAt(app, '/oauth', headers)).resource_metadata;

  it.each([
    [{ host: 'a.example' }, 'http://a.example'],
    [{ 'x-forwarded-host': 'b.example', 'x-forwarded-proto': 'https' }, 'https://b.example'],
    [{ 'x-forwarded-host': 'c.example, d.example', 'x-forwarded-proto': 'https,http' }, 'https://c.example'],
    [{ host: 'a.example', 'x-forwarded-proto': 'https' }, 'https://a.example'],
  ])('%j', async (headers, expected) => {
    expect(await resourceMetadata(headers)).toBe(`${expected}${PROTECTED_RESOURCE}/oauth`);
  });

  it('unless the resource is configured', async () => {
    const pinned = await startMachineApp({
      ...local.keys,
      oauthProtectedResource: { resource: 'https://mcp.example.com/mcp' },
    });
    const headers = { host: 'a.example', 'x-forwarded-host': 'b.example' };
    for (const path of ['/oauth', '/any']) {
      expect((await challengeAt(pinned, path, headers)).resource_metadata).toBe(
        `https://mcp.example.com${PROTECTED_RESOURCE}/mcp`,
      );
    }
  });
});

describe('challenge is one valid list of parameters for any client input', () => {
  const names = ['realm', 'resource_metadata'];

  it.each([
    ['a quote in the path', '/a"b', []],
    ['a quote and a parameter', '/a",scope="admin', []],
    ['a backslash', '/a\\b', []],
    ['an encoded line break', '/a%0d%0aset-cookie:x=1', []],
    ['two slashes', '//evil.example/x', []],
    ['an absolute URL', 'http://evil.example/x', []],
    ['a quote in the host', '/x', ['X-Forwarded-Host: a",scope="admin']],
    ['a made-up scheme', '/x', ['X-Forwarded-Proto: javascript']],
    ['a host that is invalid', '/x', ['X-Forwarded-Host: a b']],
  ])('%s', async (_, target, headers) => {
    const answer = await sendRaw(everywhere.port, { target, headers });
    expect(answer.status).toBe(401);
    expect(Object.keys(challengeOf(answer.headers['www-authenticate']?.[0])).sort()).toEqual(names);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('and omits a path that is too long', async () => {
    const { resource_metadata } = await challengeAt(everywhere, `/${'x'.repeat(8000)}`);
    expect(resource_metadata).toBe(`http://127.0.0.1:${everywhere.port}${PROTECTED_RESOURCE}`);
  });
});
