import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Injectable, Module, UseGuards } from '@nestjs/common';
import { Auth, ClerkAuthGuard, ClerkClient, ClerkModule } from 'nest-clerk';
import type { AuthObject } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';
import type { LocalClerkServer } from 'nest-clerk/testing';

import { PAGE_LOAD, redirectTarget, SIGNED_OUT_PAGE_LOAD } from '../../../support/browser.js';
import { setEnvironment } from '../../../support/environment.js';
import type { ClerkEnvironment } from '../../../support/environment.js';
import { bearer } from '../../../support/nest-app.js';
import { recordingBackendApi } from '../../../support/recording-backend-api.js';
import { closeApps, startNest } from '../../../support/running-app.js';

let local: LocalClerk;
let server: LocalClerkServer;
let keys: ClerkEnvironment;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  keys = { CLERK_SECRET_KEY: local.secretKey, CLERK_PUBLISHABLE_KEY: local.publishableKey };
});
beforeEach(async () => {
  server = await local.listen();
  local.requests.length = 0;
});
afterEach(async () => {
  setEnvironment({});
  await closeApps();
  await server.close();
});

@Controller()
class WhoController {
  constructor(private readonly clerk: ClerkClient) {}

  @Get('who')
  who(@Auth({ acceptsToken: 'any' }) auth: AuthObject) {
    return { isAuthenticated: auth.isAuthenticated, debug: auth.debug() };
  }

  @Get('user')
  @UseGuards(ClerkAuthGuard)
  user(@Auth('userId') userId: string) {
    return this.clerk.users.getUser(userId);
  }
}

/** `forRoot()` without options: everything comes from the environment. */
function start(variables: ClerkEnvironment) {
  setEnvironment({ ...keys, CLERK_API_URL: server.url, ...variables });
  return startNest({ imports: [ClerkModule.forRoot()], controllers: [WhoController] });
}

const alice = async () => bearer(await local.issueSessionToken({ userId: 'user_alice' }));

describe('default of an option', () => {
  it('CLERK_SECRET_KEY: authorizes calls to the Backend API', async () => {
    const app = await start({});
    expect((await app.get('/user', await alice())).json).toMatchObject({ id: 'user_alice' });
    expect(local.requests.map(({ operation, status }) => [operation, status])).toEqual([
      ['GetJWKS', 200],
      ['GetUser', 200],
    ]);

    const other = await start({ CLERK_SECRET_KEY: 'sk_test_another' });
    expect((await other.get('/user', await alice())).json).toMatchObject({
      reason: expect.stringMatching(/^(jwk|secret)/),
    });
  });

  it('CLERK_PUBLISHABLE_KEY: sets the Frontend API of redirects', async () => {
    const app = await start({});
    expect((await app.get('/who', PAGE_LOAD)).headers.location).toContain(`https://${local.frontendApi}/`);
  });

  it('CLERK_JWT_KEY: verifies without a call', async () => {
    const app = await start({ CLERK_JWT_KEY: local.jwtKey.replaceAll('\n', '\\n') });
    expect((await app.get('/who', await alice())).json.isAuthenticated).toBe(true);
    expect(local.requests).toEqual([]);
  });

  it('CLERK_API_URL: sets the URL of the Backend API', async () => {
    const api = await recordingBackendApi();
    const app = await start({ CLERK_API_URL: `${api.url}/` });
    await app.get('/who', await alice());
    expect(api.calls.map(call => call.path)).toEqual(['/v1/jwks']);
  });

  it('CLERK_API_VERSION: sets the version in its path', async () => {
    const app = await start({ CLERK_API_VERSION: 'v9' });
    await app.get('/who', await alice());
    expect(local.requests.map(request => request.path)).toEqual(['/v9/jwks']);
  });

  it('CLERK_MACHINE_SECRET_KEY: authorizes the verification of M2M tokens', async () => {
    const api = await recordingBackendApi();
    const app = await start({ CLERK_API_URL: api.url, CLERK_MACHINE_SECRET_KEY: 'ak_machine' });
    await app.get('/who', bearer('mt_token'));
    expect(api.calls).toMatchObject([
      { path: '/m2m_tokens/verify', headers: { authorization: 'Bearer ak_machine' } },
    ]);
  });

  it('CLERK_SIGN_IN_URL: sets the redirect of the guard', async () => {
    const app = await start({ CLERK_SIGN_IN_URL: 'https://accounts.example.com/sign-in' });
    const { status, headers } = await app.get('/user', SIGNED_OUT_PAGE_LOAD);
    expect(status).toBe(302);
    expect(redirectTarget(headers.location).address).toBe('https://accounts.example.com/sign-in');
  });

  it('CLERK_SIGN_UP_URL: appears in debug()', async () => {
    const app = await start({ CLERK_SIGN_UP_URL: 'https://accounts.example.com/sign-up' });
    expect((await app.get('/who')).json.debug).toMatchObject({
      signUpUrl: 'https://accounts.example.com/sign-up',
    });
  });

  it('CLERK_IS_SATELLITE and CLERK_DOMAIN: make a satellite sync with the primary domain', async () => {
    const app = await start({
      CLERK_IS_SATELLITE: 'true',
      CLERK_DOMAIN: 'satellite.example',
      CLERK_SIGN_IN_URL: 'https://primary.example/sign-in',
    });
    const { status, headers } = await app.get('/who?__clerk_synced=false', PAGE_LOAD);
    expect(status).toBe(307);
    expect(redirectTarget(headers.location).address).toBe('https://primary.example/sign-in');
    expect((await app.get('/who')).json.debug).toMatchObject({ domain: 'satellite.example' });
  });

  it('CLERK_PROXY_URL: sets the URL of the Frontend API for browsers', async () => {
    const app = await start({ CLERK_PROXY_URL: 'https://example.com/__clerk' });
    const { headers } = await app.get('/who', PAGE_LOAD);
    expect(redirectTarget(headers.location).address).toBe('https://example.com/__clerk/v1/client/handshake');
  });

  it.each([
    ['true', true],
    ['TRUE', true],
    ['1', true],
    ['false', false],
    ['0', false],
    ['', false],
  ])('CLERK_IS_SATELLITE=%s means %p', async (value, isSatellite) => {
    const app = await start({
      CLERK_IS_SATELLITE: value,
      CLERK_DOMAIN: 'satellite.example',
      CLERK_SIGN_IN_URL: 'https://primary.example/sign-in',
    });
    expect((await app.get('/who')).json.debug).toMatchObject({ isSatellite });
  });

  it('is read without surrounding white space', async () => {
    const app = await start({
      CLERK_SECRET_KEY: ` ${local.secretKey}\n`,
      CLERK_PUBLISHABLE_KEY: `${local.publishableKey} `,
    });
    expect((await app.get('/user', await alice())).status).toBe(200);
  });
});

describe('options override the environment', () => {
  it('one by one', async () => {
    setEnvironment({
      ...keys,
      CLERK_SECRET_KEY: 'sk_test_of_nobody',
      CLERK_SIGN_IN_URL: '/from-environment',
    });
    const app = await startNest({
      imports: [
        ClerkModule.forRoot({ secretKey: local.secretKey, apiUrl: server.url, signInUrl: '/from-options' }),
      ],
      controllers: [WhoController],
    });
    expect((await app.get('/user', await alice())).status).toBe(200);
    expect((await app.get('/user', SIGNED_OUT_PAGE_LOAD)).headers.location).toMatch(/^\/from-options/);
  });

  it('except empty and undefined ones', async () => {
    setEnvironment({ ...keys, CLERK_API_URL: server.url });
    const options = { secretKey: '', publishableKey: undefined, apiUrl: '' };
    const app = await startNest({
      imports: [ClerkModule.forRoot(options)],
      controllers: [WhoController],
    });
    expect((await app.get('/user', await alice())).status).toBe(200);
  });

  it('with false too', async () => {
    setEnvironment({ ...keys, CLERK_IS_SATELLITE: 'true' });
    const app = await startNest({
      imports: [ClerkModule.forRoot({ isSatellite: false, fetch: local.fetch })],
      controllers: [WhoController],
    });
    expect((await app.get('/who')).json.debug).toMatchObject({ isSatellite: false });
  });
});

describe('environment is read when the application starts', () => {
  const definedBeforeTheKeysAreThere = ClerkModule.forRoot();

  it('and not when the module is defined, so dotenv may run later', async () => {
    setEnvironment({ ...keys, CLERK_API_URL: server.url });
    const app = await startNest({ imports: [definedBeforeTheKeysAreThere], controllers: [WhoController] });
    expect((await app.get('/user', await alice())).status).toBe(200);
  });

  /** Like `ConfigModule.forRoot()` of @nestjs/config, which fills `process.env` when it is imported. */
  function configModule() {
    setEnvironment({ ...keys, CLERK_API_URL: server.url });
    @Module({})
    class ConfigModule {}
    return ConfigModule;
  }

  /** A module that waits for keys of another source, like an asynchronous provider. */
  function configModuleThatWaits() {
    @Injectable()
    class Secrets {}
    @Module({
      providers: [
        {
          provide: Secrets,
          useFactory: async () => {
            await Promise.resolve();
            setEnvironment({ ...keys, CLERK_API_URL: server.url });
            return new Secrets();
          },
        },
      ],
      exports: [Secrets],
    })
    class ConfigModule {}
    return { ConfigModule, Secrets };
  }

  it('so a ConfigModule may be imported before or after it', async () => {
    for (const imports of [
      () => [configModule(), ClerkModule.forRoot()],
      () => [ClerkModule.forRoot(), configModule()],
    ]) {
      setEnvironment({});
      const app = await startNest({ imports: imports(), controllers: [WhoController] });
      expect((await app.get('/user', await alice())).status).toBe(200);
    }
  });

  it('and forRootAsync() can wait for keys of another source', async () => {
    setEnvironment({});
    const { ConfigModule, Secrets } = configModuleThatWaits();
    const clerk = ClerkModule.forRootAsync({
      imports: [ConfigModule],
      inject: [Secrets],
      useFactory: () => ({}),
    });
    const app = await startNest({ imports: [clerk], controllers: [WhoController] });
    expect((await app.get('/user', await alice())).status).toBe(200);
  });
});
