import { channel } from 'node:diagnostics_channel';

import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Controller, Get, Logger, Req, UseGuards } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { Auth, ClerkAuthGuard, ClerkClient, ClerkModule, CurrentUser, Protect } from 'nest-clerk';
import type { AuthObject, ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';
import type { SessionTokenOptions } from 'nest-clerk/testing';

import { PAGE_LOAD, redirectTarget, SIGNED_OUT_PAGE_LOAD } from '../../../support/browser.js';
import { setEnvironment } from '../../../support/environment.js';
import { bearer, sessionCookie } from '../../../support/nest-app.js';
import { recordingBackendApi } from '../../../support/recording-backend-api.js';
import { closeApps, startNest } from '../../../support/running-app.js';
import type { RunningApp } from '../../../support/running-app.js';

let local: LocalClerk;
let production: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  const users = [{ id: 'user_alice' }];
  local = await LocalClerk.create({ users });
  production = await LocalClerk.create({ users, instanceType: 'production' });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await closeApps();
});

@Controller()
class WhoController {
  @Get(['who', 'orgs/:slug'])
  who(@Auth({ acceptsToken: 'any' }) auth: AuthObject) {
    return { isAuthenticated: auth.isAuthenticated, ...auth.debug() };
  }

  @Get('guarded')
  @UseGuards(ClerkAuthGuard)
  guarded() {
    return {};
  }
}

function start(options: ClerkModuleOptions, instance = local) {
  return startNest({
    imports: [ClerkModule.forRoot({ ...instance.keys, ...options })],
    controllers: [WhoController],
  });
}

const tokenFor = (options: Partial<SessionTokenOptions> = {}) =>
  local.issueSessionToken({ userId: 'user_alice', ...options });

/** The reason why a token is rejected with these options; `null` if a user is signed in. */
async function reasonUnder(options: ClerkModuleOptions, token: string): Promise<string | null> {
  const app = await start(options);
  return (await app.get('/who', bearer(token))).json.reason;
}

/** The redirect of a page load by the middleware; `undefined` without one. */
async function handshakeUnder(options: ClerkModuleOptions, instance = local, path = '/who') {
  const { status, headers } = await (await start(options, instance)).get(path, PAGE_LOAD);
  return status === 307 ? redirectTarget(headers.location) : undefined;
}

/** Whether the guard accepts a call on a transport other than HTTP. */
async function isLetIn(options: ClerkModuleOptions, transport: string, ...args: object[]): Promise<boolean> {
  const { app } = await start(options);
  const context = new ExecutionContextHost(args, WhoController, WhoController.prototype.guarded);
  context.setType(transport);
  try {
    return await app.get(ClerkAuthGuard).canActivate(context);
  } catch {
    return false;
  }
}

const SATELLITE: ClerkModuleOptions = {
  isSatellite: true,
  domain: 'satellite.example',
  signInUrl: 'https://primary.example/sign-in',
};

async function failureOf(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => {
      throw new Error('It did not fail.');
    },
    (error: unknown) => error as Error,
  );
}

@Controller()
class PopulatedController {
  @Get('user')
  @UseGuards(ClerkAuthGuard)
  user(@Req() request: { user?: unknown }) {
    return { user: request.user ?? null };
  }
}

@Controller()
class CurrentUserController {
  @Get('id')
  id(@CurrentUser('id') id: string) {
    return id;
  }
}

@Controller()
class AdminController {
  @Get('admin')
  @Protect({ role: 'org:admin' })
  admin() {
    return {};
  }
}

/** What an owner of the organization is answered by a route for administrators. */
async function statusOfAdminRoute(options: ClerkModuleOptions): Promise<number> {
  const app = await startNest({
    imports: [ClerkModule.forRoot({ ...local.keys, jwtKey: local.jwtKey, ...options })],
    controllers: [AdminController],
  });
  return (await app.get('/admin', bearer(await tokenFor({ orgId: 'org_acme', orgRole: 'org:owner' }))))
    .status;
}

/** What `req.user` is with these options, for an application that provides two resolvers. */
async function userUnder(options: ClerkModuleOptions): Promise<unknown> {
  const resolver = (name: string) => ({
    resolve: (auth: { userId?: unknown }) => ({ name, id: auth.userId }),
  });
  const app = await startNest({
    imports: [ClerkModule.forRoot({ ...local.keys, jwtKey: local.jwtKey, ...options })],
    controllers: [PopulatedController],
    providers: [
      { provide: 'first', useValue: resolver('first') },
      { provide: 'second', useValue: resolver('second') },
    ],
  });
  return (await app.get('/user', bearer(await tokenFor()))).json.user as unknown;
}

/** One effect per option: an option without an effect here does not compile. */
const EFFECTS: Record<keyof ClerkModuleOptions, () => Promise<void>> = {
  async secretKey() {
    const api = await recordingBackendApi();
    await reasonUnder({ apiUrl: api.url, fetch, secretKey: 'sk_test_mine' }, await tokenFor());
    expect(api.calls[0]?.headers.authorization).toBe('Bearer sk_test_mine');
  },

  async publishableKey() {
    const { publishableKey, frontendApi } = await LocalClerk.create();
    const { address } = (await handshakeUnder({ publishableKey }))!;
    expect(address).toBe(`https://${frontendApi}/v1/client/handshake`);
  },

  async jwtKey() {
    local.requests.length = 0;
    expect(await reasonUnder({ jwtKey: local.jwtKey }, await tokenFor())).toBeNull();
    expect(local.requests).toEqual([]);
    expect(await reasonUnder({ jwtKey: production.jwtKey }, await tokenFor())).toBe(
      'token-invalid-signature',
    );
  },

  async machineSecretKey() {
    const api = await recordingBackendApi();
    await reasonUnder({ apiUrl: api.url, fetch, machineSecretKey: 'ak_mine' }, 'mt_token');
    expect(api.calls[0]).toMatchObject({
      path: '/m2m_tokens/verify',
      headers: { authorization: 'Bearer ak_mine' },
    });
  },

  async apiUrl() {
    const api = await recordingBackendApi();
    await reasonUnder({ apiUrl: api.url, fetch }, await tokenFor());
    expect(api.calls[0]?.path).toBe('/v1/jwks');
  },

  async apiVersion() {
    const api = await recordingBackendApi();
    await reasonUnder({ apiUrl: api.url, fetch, apiVersion: 'v9' }, await tokenFor());
    expect(api.calls[0]?.path).toBe('/v9/jwks');
  },

  async fetch() {
    const urls: string[] = [];
    const recording: typeof fetch = (input, init) => {
      urls.push(input as string);
      return local.fetch(input, init);
    };
    expect(await reasonUnder({ fetch: recording }, await tokenFor())).toBeNull();
    expect(urls).toEqual(['https://api.clerk.com/v1/jwks']);
  },

  async cache() {
    for (const [cache, calls] of [
      [{ users: true }, 1],
      [undefined, 2],
    ] as const) {
      local.requests.length = 0;
      const app = await startNest({
        imports: [ClerkModule.forRoot({ ...local.keys, jwtKey: local.jwtKey, cache })],
        controllers: [CurrentUserController],
      });
      const header = bearer(await tokenFor());
      expect([(await app.get('/id', header)).text, (await app.get('/id', header)).text]).toEqual([
        'user_alice',
        'user_alice',
      ]);
      expect(local.requests.filter(({ operation }) => operation === 'GetUser')).toHaveLength(calls);
    }
  },

  async openTelemetry() {
    const { hasSubscribers } = channel('nest-clerk:authentication');
    const app = await start({ openTelemetry: true });
    expect([hasSubscribers, channel('nest-clerk:authentication').hasSubscribers]).toEqual([false, true]);
    await app.app.close();
    expect(channel('nest-clerk:authentication').hasSubscribers).toBe(false);
  },

  async audience() {
    const withoutAudience = await tokenFor();
    const mine = await tokenFor({ claims: { aud: 'mine' } });
    const others = await tokenFor({ claims: { aud: ['others'] } });
    for (const audience of ['mine', ['ours', 'mine']]) {
      expect(await reasonUnder({ audience }, mine)).toBeNull();
      expect(await reasonUnder({ audience }, withoutAudience)).toBeNull();
      expect(await reasonUnder({ audience }, others)).toBe('token-verification-failed');
    }
    expect(await reasonUnder({}, others)).toBeNull();
  },

  async authorizedParties() {
    const authorizedParties = ['https://app.example', 'https://www.example'];
    const rejected = 'token-invalid-authorized-parties';
    expect(
      await reasonUnder({ authorizedParties }, await tokenFor({ authorizedParty: 'https://www.example' })),
    ).toBeNull();
    for (const authorizedParty of ['https://evil.example', 'https://app.example.evil.example', undefined]) {
      const token = await tokenFor({ authorizedParty });
      expect(await reasonUnder({ authorizedParties }, token)).toBe(rejected);
      expect(await reasonUnder({}, token)).toBeNull();
    }
  },

  async clockSkewInMs() {
    jest.spyOn(Date, 'now').mockReturnValue(Date.now());
    const isAcceptedFor = async (clockSkewInMs: number | undefined, secondsSinceExpiry: number) =>
      (await reasonUnder({ clockSkewInMs }, await tokenFor({ expiresIn: -secondsSinceExpiry }))) === null;
    expect(await isAcceptedFor(undefined, 4)).toBe(true);
    expect(await isAcceptedFor(undefined, 6)).toBe(false);
    expect(await isAcceptedFor(0, 1)).toBe(false);
    expect(await isAcceptedFor(60_000, 59)).toBe(true);
  },

  async now() {
    const token = await tokenFor({ expiresIn: 60 });
    expect(await reasonUnder({ now: () => Date.now() }, token)).toBeNull();
    const reason = await reasonUnder({ now: () => Date.now() + 120_000 }, token);
    expect(reason).toMatch(/^session-token-expired-/);
  },

  async issuer() {
    for (const issuer of [local.issuer, ['https://clerk.example', local.issuer]]) {
      expect(await reasonUnder({ issuer }, await tokenFor())).toBeNull();
    }
    expect(await reasonUnder({ issuer: 'https://clerk.example' }, await tokenFor())).toBe(
      'token-invalid-issuer',
    );
  },

  async headerType() {
    const token = await tokenFor({ header: { typ: 'session+jwt' } });
    expect(await reasonUnder({}, token)).toBe('token-invalid');
    for (const headerType of ['session+jwt', ['JWT', 'session+jwt']]) {
      expect(await reasonUnder({ headerType }, token)).toBeNull();
    }
  },

  async signInUrl() {
    const app = await start({ signInUrl: '/sign-in' });
    const { status, headers } = await app.get('/guarded', SIGNED_OUT_PAGE_LOAD);
    expect(status).toBe(302);
    expect(redirectTarget(headers.location).address).toBe('/sign-in');
  },

  async describeRejections() {
    const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'CI' });
    const { json } = await (await start({ describeRejections: true })).get('/guarded', bearer(secret));
    expect(json).toMatchObject({ reason: 'token-type-mismatch', missing: { tokenType: ['session_token'] } });
  },
  async debug() {
    const debugged = jest.spyOn(Logger.prototype, 'debug').mockImplementation(() => undefined);
    await reasonUnder({ debug: true }, await tokenFor());
    expect(debugged).toHaveBeenCalledWith(
      expect.stringMatching(/^GET \/\S*: signed-in \[tokenType=session_token /),
    );
    debugged.mockClear();
    await reasonUnder({ debug: false }, await tokenFor());
    expect(debugged).not.toHaveBeenCalled();
    debugged.mockRestore();
  },

  async timeoutMs() {
    const never: typeof fetch = () => new Promise(() => undefined);
    const app = await start({ fetch: never, timeoutMs: 20, retries: 0 });
    const failure = await failureOf(app.app.get(ClerkClient).users.getUser('user_alice'));
    expect(failure.message).toContain('timed out after 20 ms');
  },

  async retries() {
    let calls = 0;
    const rejecting: typeof fetch = async () => {
      calls++;
      return new Response('', { status: 429, headers: { 'retry-after': '0' } });
    };
    const app = await start({ fetch: rejecting, retries: 0 });
    await failureOf(app.app.get(ClerkClient).users.getUser('user_alice'));
    expect(calls).toBe(1);
  },

  async onRequest() {
    const events: unknown[] = [];
    const app = await start({ onRequest: event => events.push(event) });
    await app.app.get(ClerkClient).users.getUser('user_alice');
    expect(events).toEqual([{ operation: 'GetUser', method: 'GET', route: '/users/{id}', attempt: 1 }]);
  },

  async onResponse() {
    const logged = jest.spyOn(Logger.prototype, 'debug').mockImplementation(() => undefined);
    const events: unknown[] = [];
    const app = await start({ onResponse: event => events.push(event) });
    await app.app.get(ClerkClient).users.getUser('user_alice');
    expect(events).toEqual([expect.objectContaining({ operation: 'GetUser', status: 200 })]);
    // Nest's log has it too, without ids.
    expect(logged).toHaveBeenCalledWith(
      expect.stringMatching(/^GetUser \(GET \/users\/{id}\): 200 after \d+ ms$/),
    );
    logged.mockRestore();
  },

  async signUpUrl() {
    const app = await start({ signUpUrl: 'https://example.com/join' });
    expect((await app.get('/who')).json).toMatchObject({ signUpUrl: 'https://example.com/join' });
  },

  async isSatellite() {
    const isSatellite = (url: URL) => url.pathname.startsWith('/who');
    for (const options of [SATELLITE, { ...SATELLITE, isSatellite }]) {
      const { address, query } = (await handshakeUnder(options, local, '/who?__clerk_synced=false'))!;
      expect(address).toBe('https://primary.example/sign-in');
      expect(query.__clerk_redirect_url).toContain('/who?__clerk_synced=false');
    }
    const elsewhere = await handshakeUnder({ ...SATELLITE, isSatellite }, local, '/?__clerk_synced=false');
    expect(elsewhere?.address).toBe(`https://${local.frontendApi}/v1/client/handshake`);
  },

  async domain() {
    const domain = (url: URL) => (url.hostname === '127.0.0.1' ? 'loopback.example' : 'other.example');
    for (const [option, host] of [
      ['satellite.example', 'clerk.satellite.example'],
      [domain, 'clerk.loopback.example'],
    ] as const) {
      const options = { isSatellite: true, domain: option };
      const { address } = (await handshakeUnder(options, production, '/who?__clerk_synced=false'))!;
      expect(address).toBe(`https://${host}/v1/client/handshake`);
    }
  },

  async frontendApiProxy() {
    const { address } = (await handshakeUnder({ frontendApiProxy: { enabled: true } }))!;
    expect(address).toMatch(/^http:\/\/[^/]+\/__clerk\/v1\/client\/handshake$/);
  },

  async proxyUrl() {
    const handshakeAt = async (proxyUrl: ClerkModuleOptions['proxyUrl']) =>
      (await handshakeUnder({ proxyUrl }))!.address;
    expect(await handshakeAt('https://example.com/__clerk/')).toBe(
      'https://example.com/__clerk/v1/client/handshake',
    );
    expect(await handshakeAt('/__clerk')).toMatch(
      /^http:\/\/127\.0\.0\.1:\d+\/__clerk\/v1\/client\/handshake$/,
    );
    expect(await handshakeAt(url => `https://proxy.example${url.pathname}`)).toBe(
      'https://proxy.example/who/v1/client/handshake',
    );
  },

  async satelliteAutoSync() {
    expect(await handshakeUnder(SATELLITE)).toBeUndefined();
    expect((await handshakeUnder({ ...SATELLITE, satelliteAutoSync: true }))?.address).toBe(
      'https://primary.example/sign-in',
    );
  },

  async handshake() {
    const page = async (options: Partial<ClerkModuleOptions>) =>
      (await (await start(options)).get('/who', PAGE_LOAD)).status;
    expect(await page({})).toBe(307);
    expect(await page({ handshake: false })).toBe(200);
  },

  async organizationSyncOptions() {
    const browser = { ...PAGE_LOAD, ...sessionCookie(await tokenFor({ orgId: 'org_a', orgSlug: 'a' })) };
    const app = await start({ organizationSyncOptions: { organizationPatterns: ['/orgs/:slug'] } });
    expect((await app.get('/orgs/a', browser)).status).toBe(200);
    expect((await app.get('/who', browser)).status).toBe(200);
    const { status, headers } = await app.get('/orgs/b', browser);
    expect(status).toBe(307);
    expect(redirectTarget(headers.location).query).toMatchObject({
      organization_id: 'b',
      __clerk_hs_reason: 'active-organization-mismatch',
    });
  },

  async onUnauthenticated() {
    const options = { signInUrl: '/sign-in' };
    const rejecting = await start({ ...options, onUnauthenticated: 'reject' });
    expect((await rejecting.get('/guarded', SIGNED_OUT_PAGE_LOAD)).status).toBe(401);
    const redirecting = await start({ ...options, onUnauthenticated: 'redirect' });
    expect((await redirecting.get('/guarded')).status).toBe(302);
  },

  async exclude() {
    const app = await start({ exclude: ['/health'] });
    expect((await app.get('/health')).headers['x-clerk-auth-status']).toBeUndefined();
    expect((await app.get('/who')).headers['x-clerk-auth-status']).toBe('signed-out');
  },

  async requestOptions() {
    const app = await start({ requestOptions: ({ headers }) => ({ signUpUrl: `/${headers.host}` }) });
    expect((await app.get('/who', { host: 'a.example' })).json.signUpUrl).toBe('/a.example');
  },

  async connectionTokenSources() {
    const client = { handshake: { auth: { token: await tokenFor() } }, request: { headers: {}, url: '/' } };
    expect(await isLetIn({}, 'ws', client)).toBe(true);
    expect(await isLetIn({ connectionTokenSources: ['header'] }, 'ws', { ...client })).toBe(false);
  },

  async extractToken() {
    const update = { from: { clerkToken: await tokenFor() } };
    const extractToken = (context: ExecutionContext) =>
      context.getArgByIndex<typeof update>(0).from.clerkToken;
    expect(await isLetIn({}, 'telegraf', update)).toBe(false);
    expect(await isLetIn({ extractToken }, 'telegraf', update)).toBe(true);
  },

  async oauthProtectedResource() {
    const resource = 'https://example.com/mcp';
    const app = await start({ oauthProtectedResource: { resource } });
    expect((await app.get('/.well-known/oauth-protected-resource')).json.resource).toBe(resource);
    expect((await (await start({})).get('/.well-known/oauth-protected-resource')).status).toBe(404);
  },

  async webhooks() {
    const webhooks = { path: '/hooks', signingSecret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' };
    const send = ({ request }: RunningApp) => request('/hooks', { method: 'POST' });
    expect((await send(await start({ webhooks }))).json).toMatchObject({ reason: 'webhook-headers-missing' });
    expect((await send(await start({}))).json.reason).toBeUndefined();
  },

  async userResolver() {
    const user = (userResolver: string) => userUnder({ userResolver, populateRequestUser: true });
    expect(await user('first')).toEqual({ name: 'first', id: 'user_alice' });
    expect(await user('second')).toEqual({ name: 'second', id: 'user_alice' });
  },

  async roleHierarchy() {
    const roleHierarchy = { 'org:owner': ['org:admin'] };
    expect(await statusOfAdminRoute({})).toBe(403);
    expect(await statusOfAdminRoute({ roleHierarchy })).toBe(200);
  },

  async superuserRole() {
    expect(await statusOfAdminRoute({ superuserRole: 'org:root' })).toBe(403);
    expect(await statusOfAdminRoute({ superuserRole: 'org:owner' })).toBe(200);
  },

  async populateRequestUser() {
    expect(await userUnder({ userResolver: 'first' })).toBeNull();
    expect(await userUnder({ userResolver: 'first', populateRequestUser: true })).not.toBeNull();
  },
};

describe('every option has an effect', () => {
  it.each(Object.entries(EFFECTS))('%s', (_, observe) => observe());
});
