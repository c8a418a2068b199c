import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { AcceptsToken, ClerkModule } from 'nest-clerk';
import type { ClerkModuleOptions, ProtectedResourceOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { HTTP_ADAPTER, newHttpAdapter } from '../../../support/http-adapter.js';
import { startMachineApp } from '../../../support/machine-app.js';
import { AUTHORIZATION_SERVER, PROTECTED_RESOURCE } from '../../../support/oauth.js';
import { sendRaw } from '../../../support/raw-http.js';
import { closeApps, listenNest, startNest } from '../../../support/running-app.js';
import type { NestSettings, RunningApp } from '../../../support/running-app.js';

let local: LocalClerk;
let production: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create();
  production = await LocalClerk.create({ instanceType: 'production', frontendApi: 'clerk.example.com' });
});
afterEach(closeApps);

const start = (options: ClerkModuleOptions = {}, settings?: NestSettings) =>
  startMachineApp({ ...local.keys, ...options }, settings);

async function metadataUnder(options: ClerkModuleOptions, path = '', headers = {}) {
  const app = await start(options);
  return (await app.get(PROTECTED_RESOURCE + path, headers)).json;
}

describe('protected-resource metadata by default', () => {
  it('names the origin and the authorization server', async () => {
    const app = await start();
    const { status, headers, json } = await app.get(PROTECTED_RESOURCE);
    expect(status).toBe(200);
    expect(json).toEqual({
      resource: `http://127.0.0.1:${app.port}`,
      authorization_servers: [`https://${local.frontendApi}`],
      bearer_methods_supported: ['header'],
    });
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'private, max-age=300',
      'access-control-allow-origin': '*',
    });
    // No token was necessary.
    expect(headers['x-clerk-auth-status']).toBeUndefined();
  });

  it('of a path has the path appended to its URL', async () => {
    const app = await start();
    for (const path of ['/mcp', '/mcp/', '/a/b%20c', '/%22', '//x']) {
      const { json } = await app.get(PROTECTED_RESOURCE + path);
      expect(json.resource).toBe(`http://127.0.0.1:${app.port}${path}`);
    }
  });

  it('HEAD is answered like GET, without a body', async () => {
    const app = await start();
    const got = await app.get(PROTECTED_RESOURCE);
    const { status, headers, text } = await app.request(PROTECTED_RESOURCE, { method: 'HEAD' });
    expect({ status, text }).toEqual({ status: 200, text: '' });
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'content-length': got.headers['content-length'],
    });
  });

  it.each([PROTECTED_RESOURCE, `${PROTECTED_RESOURCE}/mcp`, AUTHORIZATION_SERVER])(
    'is readable from any origin: OPTIONS %s',
    async path => {
      const app = await start();
      const { status, headers, text } = await app.request(path, {
        method: 'OPTIONS',
        headers: {
          origin: 'https://inspector.example',
          'access-control-request-method': 'GET',
          'access-control-request-headers': 'mcp-protocol-version',
        },
      });
      expect({ status, text }).toEqual({ status: 204, text: '' });
      expect(headers).toMatchObject({
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET, HEAD, OPTIONS',
        'access-control-allow-headers': '*',
      });
    },
  );

  it.each(['POST', 'PUT', 'DELETE'])('%s reaches the application', async method => {
    const app = await start();
    for (const path of [PROTECTED_RESOURCE, `${PROTECTED_RESOURCE}/mcp`, AUTHORIZATION_SERVER]) {
      expect(await app.request(path, { method })).toMatchObject({ status: 404, json: { statusCode: 404 } });
    }
  });

  it('is outside the global prefix', async () => {
    const app = await start({}, { configure: nest => nest.setGlobalPrefix('api') });
    expect((await app.get(`${PROTECTED_RESOURCE}/api/oauth`)).json.resource).toBe(
      `http://127.0.0.1:${app.port}/api/oauth`,
    );
    expect((await app.get(`/api${PROTECTED_RESOURCE}`)).status).toBe(404);
  });

  it.each([
    ['two leading slashes', `/${PROTECTED_RESOURCE}`],
    ['an encoded dot', `/%2ewell-known/oauth-protected-resource`],
    ['another case', PROTECTED_RESOURCE.toUpperCase()],
    ['a longer name', `${PROTECTED_RESOURCE}s`],
    ['something after a semicolon', `${PROTECTED_RESOURCE};x`],
    ['a path with dot segments', `${PROTECTED_RESOURCE}/../../x`],
    ['a path with encoded dot segments', `${PROTECTED_RESOURCE}/%2e%2e/x`],
    ['a path after the server', `${AUTHORIZATION_SERVER}/x`],
    ['an absolute URL', `http://evil.example${PROTECTED_RESOURCE}`],
    ['another well-known document', '/.well-known/oauth-client'],
  ])('%s is another path', async (_what, target) => {
    const app = await start();
    expect((await sendRaw(app.port, { target })).status).toBe(404);
  });

  it.each([
    ['a query', '/mcp?x=1', '/mcp'],
    ['a quote', '/"><script>', '/%22%3E%3Cscript%3E'],
    ['a backslash', '/a\\b', '/a/b'],
    ['an encoded line break', '/a%0d%0ab', '/a%0d%0ab'],
    ['a single slash', '/', ''],
    ['a very long path', `/${'x'.repeat(10_000)}`, `/${'x'.repeat(10_000)}`],
  ])('%s is encoded in the path of the resource', async (_what, sent, told) => {
    const app = await start();
    const { status, body } = await sendRaw(app.port, { target: PROTECTED_RESOURCE + sent });
    expect(status).toBe(200);
    expect(JSON.parse(body).resource).toBe(`http://127.0.0.1${told}`);
  });

  it('broken percent-encoding is answered below 500', async () => {
    const app = await start();
    // Fastify rejects it before any other code.
    expect((await app.get(`${PROTECTED_RESOURCE}/%zz%`)).status).toBe(HTTP_ADAPTER === 'fastify' ? 400 : 200);
  });
});

describe('protected-resource metadata is configurable', () => {
  it('with scopes, name and documentation', async () => {
    const document = await metadataUnder({
      oauthProtectedResource: {
        scopesSupported: ['profile', 'email'],
        resourceName: 'Orders "of" Acme',
        resourceDocumentation: 'https://example.com/docs',
      },
    });
    expect(document).toMatchObject({
      scopes_supported: ['profile', 'email'],
      resource_name: 'Orders "of" Acme',
      resource_documentation: 'https://example.com/docs',
    });
  });

  it('with one resource for the whole application', async () => {
    const resource = 'https://mcp.example.com/mcp';
    for (const path of ['', '/mcp', '/elsewhere']) {
      const headers = { host: 'a.example', 'x-forwarded-host': 'b.example' };
      const document = await metadataUnder({ oauthProtectedResource: { resource } }, path, headers);
      expect(document.resource).toBe(resource);
    }
  });

  it.each<[string, unknown]>([
    ['oauthProtectedResource', 'https://example.com'],
    ['oauthProtectedResource', null],
    ['resource', { resource: 'example.com' }],
    ['resource', { resource: '/mcp' }],
    ['resource', { resource: 'https://example.com/mcp?x=1' }],
    ['resource', { resource: 'https://example.com/mcp#x' }],
    ['resource', { resource: 'https://user:pass@example.com/mcp' }],
    ['scopesSupported', { scopesSupported: 'profile email' }],
    ['scopesSupported', { scopesSupported: ['profile email'] }],
    ['resourceName', { resourceName: 1 }],
    ['resourceDocumentation', { resourceDocumentation: 'docs' }],
  ])('%s: the start fails with %j', async (name, given) => {
    const oauthProtectedResource = given as ProtectedResourceOptions;
    await expect(start({ oauthProtectedResource })).rejects.toMatchObject({
      code: 'option_invalid',
      message: expect.stringContaining(name),
    });
  });
});

describe('origin in the metadata is the one that the client used', () => {
  it.each([
    [{ host: 'a.example' }, 'http://a.example'],
    [{ 'x-forwarded-host': 'b.example', 'x-forwarded-proto': 'https' }, 'https://b.example'],
    [{ 'x-forwarded-host': 'c.example, d.example', 'x-forwarded-proto': 'https,http' }, 'https://c.example'],
    [{ 'x-forwarded-host': 'a b' }, 'http://clerk-dummy'],
    [{ host: 'a.example', 'x-forwarded-proto': 'made-up' }, 'made-up://a.example'],
  ])('%j', async (headers, origin) => {
    expect((await metadataUnder({}, '/mcp', headers)).resource).toBe(`${origin}/mcp`);
  });
});

describe('authorization server is the Frontend API URL of clients', () => {
  const serversUnder = async (options: ClerkModuleOptions, headers = {}) =>
    (await metadataUnder({ ...production.keys, ...options }, '', headers)).authorization_servers;

  it.each<[string, ClerkModuleOptions, string]>([
    ['the host of the publishable key', {}, 'https://clerk.example.com'],
    ['a proxy', { proxyUrl: 'https://example.com/__clerk/' }, 'https://example.com/__clerk'],
    ['a proxy on the same origin', { proxyUrl: '/__clerk' }, 'https://a.example/__clerk'],
    [
      'the domain of a satellite',
      { isSatellite: true, domain: 'satellite.example' },
      'https://clerk.satellite.example',
    ],
    [
      'the URL that a function returns',
      { isSatellite: true, domain: url => url.hostname },
      'https://clerk.a.example',
    ],
  ])('%s', async (_, options, server) => {
    const headers = { 'x-forwarded-host': 'a.example', 'x-forwarded-proto': 'https' };
    expect(await serversUnder(options, headers)).toEqual([server]);
  });

  it('and nothing of the request is used with a configured resource', async () => {
    const resource = 'https://example.com/mcp';
    for (const proxyUrl of ['/__clerk', (url: URL) => `${url.origin}/__clerk`]) {
      const options = { proxyUrl, oauthProtectedResource: { resource } };
      expect(await serversUnder(options, { host: 'evil.example' })).toEqual(['https://example.com/__clerk']);
    }
  });

  it('of the tenant if requests choose one', async () => {
    const tenants = new Map([
      ['a.example', local.keys],
      ['b.example', production.keys],
    ]);
    const app = await startMachineApp({ requestOptions: ({ headers }) => tenants.get(headers.host ?? '') });
    const serversAt = async (host: string) =>
      (await app.get(PROTECTED_RESOURCE, { host })).json.authorization_servers;
    expect(await serversAt('a.example')).toEqual([`https://${local.frontendApi}`]);
    expect(await serversAt('b.example')).toEqual(['https://clerk.example.com']);
  });

  it('and an unknown tenant is an error of the application', async () => {
    const app = await startMachineApp({
      requestOptions: () => {
        throw new Error('the database is down');
      },
    });
    expect((await app.get(PROTECTED_RESOURCE)).status).toBe(500);
  });
});

describe('protected-resource metadata is served', () => {
  @Controller()
  class PeopleController {
    @Get('people')
    people() {}
  }

  @Controller()
  class OAuthController {
    @Get('oauth')
    @AcceptsToken('session_token', 'oauth_token')
    oauth() {}
  }

  @Controller()
  class AnyController {
    @Get('any')
    @AcceptsToken('any')
    any() {}
  }

  @Controller()
  class ApiKeyController {
    @Get('api-key')
    @AcceptsToken('api_key', 'm2m_token')
    apiKey() {}
  }

  @Controller()
  @AcceptsToken('oauth_token')
  class ByClassController {
    @Get('by-class')
    byClass() {}
  }

  @Controller()
  @AcceptsToken('oauth_token')
  class OverriddenController {
    @Get('overridden')
    @AcceptsToken('session_token')
    overridden() {}

    helper() {}
  }

  @Controller()
  class InheritingController extends OAuthController {}

  @Controller('own')
  class OwnController {
    @Get()
    @AcceptsToken('oauth_token')
    own() {}
  }

  @Controller('.well-known')
  class WellKnownController {
    @Get('oauth-protected-resource')
    own() {
      return { resource: 'of the application' };
    }
  }

  @Module({ controllers: [OAuthController] })
  class InnerModule {}

  @Module({ imports: [InnerModule] })
  class OuterModule {}

  async function isServed(settings: NestSettings, options: ClerkModuleOptions = {}) {
    const { imports = [], ...rest } = settings;
    const app = await startNest({
      imports: [ClerkModule.forRoot({ ...local.keys, ...options }), ...imports],
      ...rest,
    });
    return isServedBy(app);
  }

  async function isServedBy(app: RunningApp) {
    const statuses = [await app.get(PROTECTED_RESOURCE), await app.get(AUTHORIZATION_SERVER)];
    return statuses.every(({ status }) => status === 200);
  }

  it.each<[string, boolean, NestSettings]>([
    ['a route for OAuth tokens', true, { controllers: [PeopleController, OAuthController] }],
    ['a route for any token', true, { controllers: [AnyController] }],
    ['a controller for OAuth tokens', true, { controllers: [ByClassController] }],
    ['an inherited route', true, { controllers: [InheritingController] }],
    ['a route in a module of a module', true, { imports: [OuterModule] }],
    ['routes for session tokens', false, { controllers: [PeopleController] }],
    ['routes for other machine tokens', false, { controllers: [ApiKeyController] }],
    ['a controller for OAuth tokens without such a route', false, { controllers: [OverriddenController] }],
    ['no route', false, {}],
  ])('if there is %s: %s', async (_, expected, settings) => {
    expect(await isServed(settings)).toBe(expected);
  });

  it('with `true` or an object, independent of the routes', async () => {
    for (const oauthProtectedResource of [true, {}]) {
      expect(await isServed({ controllers: [PeopleController] }, { oauthProtectedResource })).toBe(true);
    }
  });

  it('not with `false`: the path belongs to the application', async () => {
    const controllers = [OwnController, WellKnownController];
    const app = await startNest({
      imports: [ClerkModule.forRoot({ ...local.keys, oauthProtectedResource: false })],
      controllers,
    });
    expect((await app.get(PROTECTED_RESOURCE)).json).toEqual({ resource: 'of the application' });
    expect((await app.get(`${PROTECTED_RESOURCE}/own`)).status).toBe(404);
    expect((await app.get(AUTHORIZATION_SERVER)).status).toBe(404);
  });

  it('with forRootAsync()', async () => {
    const useFactory = async () => local.keys;
    const app = await startNest({
      imports: [ClerkModule.forRootAsync({ useFactory })],
      controllers: [OAuthController],
    });
    expect(await isServedBy(app)).toBe(true);
  });

  it('in a testing module', async () => {
    for (const [controllers, expected] of [
      [[OAuthController], true],
      [[PeopleController], false],
    ] as const) {
      const imports = [ClerkModule.forRoot(local.keys)];
      const module = await Test.createTestingModule({ imports, controllers: [...controllers] }).compile();
      expect(await isServedBy(await listenNest(module.createNestApplication(await newHttpAdapter())))).toBe(
        expected,
      );
    }
  });
});
