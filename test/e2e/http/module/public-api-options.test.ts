import type { IncomingMessage } from 'node:http';

import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Req } from '@nestjs/common';
import { authenticateRequest, ClerkClient, ClerkModule } from 'nest-clerk';
import type { AuthenticateRequestOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';

let local: LocalClerk;
let token: string;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  token = await local.issueSessionToken({ userId: 'user_alice', expiresIn: 3600 });
});
beforeEach(() => setEnvironment({}));
afterEach(closeApps);

describe('authenticateRequest() of a client', () => {
  it('uses the options of the client and prefers those of the call', async () => {
    const client = new ClerkClient({ ...local.keys, signInUrl: '/client', signUpUrl: '/client' });
    const request = new Request('http://localhost:3000/', { headers: { authorization: `Bearer ${token}` } });

    expect(await client.authenticateRequest(request, { signInUrl: '/call' })).toMatchObject({
      isAuthenticated: true,
      signInUrl: '/call',
      signUpUrl: '/client',
    });
  });

  it('works without its receiver', async () => {
    const { authenticateRequest } = new ClerkClient(local.keys);

    const state = await authenticateRequest(
      new Request('http://localhost/', { headers: { authorization: `Bearer ${token}` } }),
    );

    expect(state.isAuthenticated && state.toAuth().userId).toBe('user_alice');
  });
});

describe('authenticateRequest() rejects', () => {
  const request = new Request('http://localhost:3000/');

  it.each<[string, AuthenticateRequestOptions, string]>([
    ['without a secret key', { secretKey: undefined }, 'secret_key_missing'],
    ['without a publishable key', { publishableKey: undefined }, 'publishable_key_missing'],
    ['for a satellite without a domain', { isSatellite: true }, 'satellite_without_domain_or_proxy_url'],
    [
      'for a satellite in development without a sign-in URL',
      { isSatellite: true, domain: 'satellite.example' },
      'satellite_sign_in_url_missing',
    ],
    [
      'for a satellite whose sign-in URL is a path',
      { isSatellite: true, domain: 'satellite.example', signInUrl: '/sign-in' },
      'sign_in_url_not_absolute',
    ],
    [
      'for a satellite whose sign-in page is on itself',
      { isSatellite: true, domain: 'satellite.example', signInUrl: 'https://satellite.example/sign-in' },
      'sign_in_url_same_origin',
    ],
  ])('%s', async (_what, options, code) => {
    await expect(authenticateRequest(request, { ...local.keys, ...options })).rejects.toMatchObject({
      name: 'ClerkConfigurationError',
      code,
    });
  });

  it('without the keys that the accepted tokens need', async () => {
    await expect(authenticateRequest(request, { acceptsToken: 'm2m_token' })).rejects.toMatchObject({
      code: 'secret_key_missing',
    });
  });
});

describe('authenticateRequest() for machine tokens only', () => {
  const request = new Request('http://localhost:3000/', { headers: { cookie: '__session=x' } });

  it('No token in header: ignores cookies', async () => {
    for (const acceptsToken of ['api_key', 'm2m_token', 'oauth_token'] as const) {
      expect(await authenticateRequest(request, { ...local.keys, acceptsToken })).toMatchObject({
        status: 'signed-out',
        reason: 'No token in header',
        tokenType: acceptsToken,
      });
    }
  });

  it('needs only the key that verifies the token', async () => {
    const { secretKey, fetch } = local.keys;
    const { machineSecretKey } = local;
    const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'CI' });
    const { token: m2m } = await local.m2mTokens.create();
    const withToken = (text: string) => new Request('http://localhost:3000/', { headers: bearer(text) });

    expect(
      await authenticateRequest(withToken(secret), { acceptsToken: 'api_key', secretKey, fetch }),
    ).toMatchObject({ isAuthenticated: true });
    expect(
      await authenticateRequest(withToken(m2m), { acceptsToken: 'm2m_token', machineSecretKey, fetch }),
    ).toMatchObject({ isAuthenticated: true });
  });
});

describe('authenticateRequest() and the environment', () => {
  it('reads missing options from the environment', async () => {
    setEnvironment({
      CLERK_SECRET_KEY: local.secretKey,
      CLERK_PUBLISHABLE_KEY: local.publishableKey,
      CLERK_JWT_KEY: local.jwtKey,
      CLERK_SIGN_IN_URL: '/sign-in',
    });
    const request = new Request('http://localhost:3000/', { headers: bearer(token) });

    expect(await authenticateRequest(request)).toMatchObject({
      isAuthenticated: true,
      publishableKey: local.publishableKey,
      signInUrl: '/sign-in',
    });
    expect(await authenticateRequest(request, { signInUrl: '/in' })).toMatchObject({ signInUrl: '/in' });
  });
});

describe('authenticateRequest() of the injected client', () => {
  it('uses the options of the module and authenticates again after the middleware', async () => {
    @Controller()
    class AgainController {
      constructor(private readonly clerk: ClerkClient) {}

      @Get()
      async again(@Req() request: IncomingMessage) {
        const state = await this.clerk.authenticateRequest(request, { acceptsToken: 'any' });
        return { isAuthenticated: state.isAuthenticated, tokenType: state.tokenType };
      }
    }
    const app = await startNest({
      imports: [ClerkModule.forRoot(local.keys)],
      controllers: [AgainController],
    });
    const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'CI' });

    expect((await app.get('/', bearer(token))).json).toEqual({
      isAuthenticated: true,
      tokenType: 'session_token',
    });
    expect((await app.get('/', bearer(secret))).json).toEqual({
      isAuthenticated: true,
      tokenType: 'api_key',
    });
  });
});
