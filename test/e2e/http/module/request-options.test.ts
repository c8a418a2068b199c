import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Controller, Get, UseGuards } from '@nestjs/common';
import type { LoggerService } from '@nestjs/common';
import { Auth, ClerkAuthGuard, ClerkModule } from 'nest-clerk';
import type { AuthObject, ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { redirectTarget, SIGNED_OUT_PAGE_LOAD } from '../../../support/browser.js';
import { setEnvironment } from '../../../support/environment.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';

let acme: LocalClerk;
let globex: LocalClerk;
let tenants: Map<string, ClerkModuleOptions>;
let ofAcme: { authorization: string };
let ofGlobex: { authorization: string };

beforeAll(async () => {
  acme = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  globex = await LocalClerk.create({ users: [{ id: 'user_bob' }] });
  tenants = new Map<string, ClerkModuleOptions>([
    ['acme.example', { ...acme.keys, signInUrl: 'https://acme.example/sign-in' }],
    ['globex.example', { ...globex.keys, signInUrl: 'https://globex.example/sign-in' }],
  ]);
});
beforeEach(async () => {
  setEnvironment({});
  ofAcme = bearer(await acme.issueSessionToken({ userId: 'user_alice' }));
  ofGlobex = bearer(await globex.issueSessionToken({ userId: 'user_bob' }));
});
afterEach(closeApps);

@Controller()
class WhoController {
  @Get('who')
  who(@Auth({ acceptsToken: 'any' }) auth: AuthObject) {
    return { isAuthenticated: auth.isAuthenticated, ...auth.debug() };
  }

  @Get('guarded')
  @UseGuards(ClerkAuthGuard)
  guarded(@Auth('userId') userId: string) {
    return { userId };
  }
}

function start(options: ClerkModuleOptions, logger?: LoggerService) {
  return startNest({ imports: [ClerkModule.forRoot(options)], controllers: [WhoController], logger });
}

/** A thenable that is not a `Promise`, as in query builders and Bluebird. */
function lazily<T>(value: T): Promise<T> {
  const thenable: PromiseLike<T> = { then: (...callbacks) => Promise.resolve(value).then(...callbacks) };
  return thenable as Promise<T>;
}

describe('requestOptions of an application with several tenants', () => {
  it.each<[string, ClerkModuleOptions['requestOptions']]>([
    ['synchronously', request => tenants.get(request.headers.host ?? '')],
    ['asynchronously', async request => tenants.get(request.headers.host ?? '')],
    ["with another library's promise", request => lazily(tenants.get(request.headers.host ?? ''))],
  ])('choose keys %s by the domain, and a tenant rejects tokens of another', async (_, requestOptions) => {
    const app = await start({ requestOptions });
    const ask = async (host: string, token: object) =>
      (await app.get('/guarded', { host, ...token })).json.userId;
    expect(await ask('acme.example', ofAcme)).toBe('user_alice');
    expect(await ask('globex.example', ofGlobex)).toBe('user_bob');
    expect(await ask('acme.example', ofGlobex)).toBeUndefined();
    expect(await ask('globex.example', ofAcme)).toBeUndefined();
  });

  it('fetch the keys of each tenant once', async () => {
    acme.requests.length = 0;
    const fetch: typeof globalThis.fetch = (input, init) => acme.fetch(input, init);
    const app = await start({ requestOptions: async () => ({ ...acme.keys, fetch }) });
    for (let count = 0; count < 5; count++) await app.get('/guarded', ofAcme);
    expect(acme.requests.map(request => request.operation)).toEqual(['GetJWKS']);
  });

  it("redirect a rejected browser to the tenant's sign-in page", async () => {
    const app = await start({ requestOptions: request => tenants.get(request.headers.host ?? '') });
    for (const host of tenants.keys()) {
      const { status, headers } = await app.get('/guarded', { ...SIGNED_OUT_PAGE_LOAD, host });
      expect(status).toBe(302);
      expect(redirectTarget(headers.location).address).toBe(`https://${host}/sign-in`);
    }
  });

  it('need no keys before the first request', async () => {
    await expect(start({ requestOptions: () => ({ ...acme.keys }) })).resolves.toBeDefined();
  });
});

describe('result of requestOptions', () => {
  it.each<[string, ClerkModuleOptions['requestOptions']]>([
    ['nothing', () => undefined],
    ['a promise of undefined', async () => undefined],
    ['an empty object', () => ({})],
    ['options without a value', () => ({ secretKey: undefined, signUpUrl: '' })],
  ])('%s: the options of the module apply', async (_, requestOptions) => {
    const app = await start({ ...acme.keys, signUpUrl: '/join', requestOptions });
    const { json: answer } = await app.get('/who', ofAcme);
    expect(answer).toMatchObject({ isAuthenticated: true, signUpUrl: '/join' });
  });

  it('some options: the others come from the module, then from the environment', async () => {
    setEnvironment({ CLERK_PUBLISHABLE_KEY: acme.publishableKey });
    const app = await start({
      secretKey: acme.secretKey,
      fetch: acme.fetch,
      signUpUrl: '/join',
      requestOptions: () => ({ signInUrl: '/enter' }),
    });
    expect((await app.get('/who', ofAcme)).json).toMatchObject({
      isAuthenticated: true,
      publishableKey: acme.publishableKey,
      signInUrl: '/enter',
      signUpUrl: '/join',
    });
  });

  it('a requirement: it applies to that request only', async () => {
    const app = await start({
      ...acme.keys,
      requestOptions: ({ url }) => (url === '/guarded' ? { authorizedParties: ['https://app.example'] } : {}),
    });
    expect((await app.get('/guarded', ofAcme)).json.reason).toBe('token-invalid-authorized-parties');
    expect((await app.get('/who', ofAcme)).json.isAuthenticated).toBe(true);
  });
});

describe('failing requestOptions fail the request without details', () => {
  const SECRET = 'sk_test_canary';

  it.each<[string, ClerkModuleOptions]>([
    [
      'if they throw',
      {
        requestOptions: () => {
          throw new Error(`no tenant for ${SECRET}`);
        },
      },
    ],
    ['if they reject', { requestOptions: () => Promise.reject(new Error(`no tenant for ${SECRET}`)) }],
    ['if the publishable key is missing', { requestOptions: async () => ({ secretKey: SECRET }) }],
    ['if the keys are swapped', { requestOptions: () => ({ secretKey: SECRET, publishableKey: SECRET }) }],
  ])('%s', async (_, options) => {
    const error = jest.fn();
    const logger = { log() {}, warn() {}, error };
    const app = await start(options, logger);
    for (const path of ['/guarded', '/who', '/nowhere']) {
      const { status, text, headers } = await app.get(path, ofAcme);
      expect({ status, text }).toEqual({
        status: 500,
        text: '{"statusCode":500,"message":"Internal server error"}',
      });
      expect(JSON.stringify(headers)).not.toContain('canary');
    }
    expect(error).toHaveBeenCalledTimes(3);
  });

  it('and log no key', async () => {
    const error = jest.fn();
    const logger = { log() {}, warn() {}, error };
    const app = await start(
      { requestOptions: () => ({ secretKey: SECRET, publishableKey: SECRET }) },
      logger,
    );
    await app.get('/who');
    const logged = JSON.stringify(error.mock.calls.map(call => call.map(String)));
    expect(logged).toContain('CLERK_PUBLISHABLE_KEY');
    expect(logged).not.toContain('canary');
  });
});
