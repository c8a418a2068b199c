import { generateKeyPairSync } from 'node:crypto';

import { createClerkClient as createOfficialClient } from '@clerk/backend';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import { ClerkConfigurationError, ClerkModule, createClerkClient } from 'nest-clerk';
import type { ClerkConfigurationErrorCode, ClerkModuleOptions } from 'nest-clerk';
import { clerkMiddleware, requireAuth } from 'nest-clerk/express';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { closeApps, startNest } from '../../../support/running-app.js';

const CANARY = 'canaryCanaryCanary';
const SECRET_KEY = `sk_test_${CANARY}`;
const pem = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PUBLIC_PEM = pem.publicKey.export({ type: 'spki', format: 'pem' }) as string;
const PRIVATE_PEM = pem.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;

let local: LocalClerk;

beforeAll(async () => {
  local = await LocalClerk.create();
});
beforeEach(() => setEnvironment({}));
afterEach(closeApps);

/** The error that stops the start. */
async function startUpError(options: ClerkModuleOptions): Promise<ClerkConfigurationError> {
  try {
    await startNest({ imports: [ClerkModule.forRoot(options)] });
  } catch (error) {
    expect(error).toBeInstanceOf(ClerkConfigurationError);
    return error as ClerkConfigurationError;
  }
  throw new Error('The application started.');
}

interface Mistake {
  /** The options besides a valid pair of keys. */
  options: ClerkModuleOptions;
  code: ClerkConfigurationErrorCode;
  /** The names that the message must contain. */
  names: (string | RegExp)[];
}

const IN_DASHBOARD = 'https://dashboard.clerk.com';
const SECRET = ['`secretKey`', 'CLERK_SECRET_KEY', IN_DASHBOARD];
const PUBLISHABLE = ['`publishableKey`', 'CLERK_PUBLISHABLE_KEY', IN_DASHBOARD];
const publishableKey = (host: string, prefix = 'pk_test_') =>
  prefix + Buffer.from(host).toString('base64').replace(/=+$/, '');

const MISTAKES: Record<string, Mistake> = {
  'no secret key': {
    options: { secretKey: undefined },
    code: 'secret_key_missing',
    names: SECRET,
  },
  'an empty secret key': { options: { secretKey: '' }, code: 'secret_key_missing', names: SECRET },
  'authorized parties in one string': {
    options: { authorizedParties: 'https://app.example' as unknown as string[] },
    code: 'option_invalid',
    names: ['`authorizedParties`', 'list'],
  },
  'authorized parties that are not strings': {
    options: { authorizedParties: [/example/] as unknown as string[] },
    code: 'option_invalid',
    names: ['`authorizedParties`', 'list'],
  },
  'an authorized party without a scheme': {
    options: { authorizedParties: ['app.example'] },
    code: 'option_invalid',
    names: ['`authorizedParties`', 'Entry 1', 'scheme'],
  },
  'a secret key without its prefix': {
    options: { secretKey: CANARY },
    code: 'secret_key_invalid',
    names: [...SECRET, 'sk_test_ or sk_live_'],
  },
  'a secret key with a line break inside': {
    options: { secretKey: `${SECRET_KEY}\n${CANARY}` },
    code: 'secret_key_invalid',
    names: [...SECRET, 'line break'],
  },
  'the publishable key as the secret key': {
    options: { secretKey: publishableKey('clerk.example.com$') },
    code: 'secret_key_invalid',
    names: [...SECRET, 'a publishable key'],
  },
  'the signing secret of a webhook as the secret key': {
    options: { secretKey: `whsec_${CANARY}` },
    code: 'secret_key_invalid',
    names: [...SECRET, 'signing secret of a webhook'],
  },
  'the secret of a machine as the secret key': {
    options: { secretKey: `ak_${CANARY}` },
    code: 'secret_key_invalid',
    names: [...SECRET, 'secret of a machine'],
  },
  'the PEM key as the secret key': {
    options: { secretKey: PUBLIC_PEM },
    code: 'secret_key_invalid',
    names: [...SECRET, 'a PEM key'],
  },
  'no publishable key': {
    options: { publishableKey: undefined },
    code: 'publishable_key_missing',
    names: PUBLISHABLE,
  },
  'the secret key as the publishable key': {
    options: { publishableKey: SECRET_KEY },
    code: 'publishable_key_invalid',
    names: [...PUBLISHABLE, 'is a secret, which must never reach a browser'],
  },
  'a publishable key that is cut off': {
    options: { publishableKey: publishableKey('clerk.example.com$').slice(0, -4) },
    code: 'publishable_key_invalid',
    names: PUBLISHABLE,
  },
  'a publishable key without a host': {
    options: { publishableKey: publishableKey('localhost$') },
    code: 'publishable_key_invalid',
    names: PUBLISHABLE,
  },
  'a publishable key that is not base64': {
    options: { publishableKey: 'pk_test_***' },
    code: 'publishable_key_invalid',
    names: PUBLISHABLE,
  },
  'keys of a development and of a production instance': {
    options: { publishableKey: publishableKey('clerk.example.com$', 'pk_live_') },
    code: 'keys_of_different_instances',
    names: [...SECRET.slice(0, 2), ...PUBLISHABLE, 'development', 'production'],
  },
  'a JWT key that is not a PEM': {
    options: { jwtKey: CANARY },
    code: 'jwt_key_invalid',
    names: ['`jwtKey`', 'CLERK_JWT_KEY', IN_DASHBOARD],
  },
  'a private key as the JWT key': {
    options: { jwtKey: PRIVATE_PEM },
    code: 'jwt_key_invalid',
    names: ['`jwtKey`', 'CLERK_JWT_KEY', IN_DASHBOARD],
  },
  'an API URL without a scheme': {
    options: { apiUrl: 'api.clerk.com' },
    code: 'option_invalid',
    names: ['`apiUrl`', 'CLERK_API_URL'],
  },
  'an API URL with a password': {
    options: { apiUrl: `https://me:${CANARY}@api.clerk.com` },
    code: 'option_invalid',
    names: ['`apiUrl`', 'CLERK_API_URL'],
  },
  'a negative clock skew': {
    options: { clockSkewInMs: -1 },
    code: 'option_invalid',
    names: ['`clockSkewInMs`', 'milliseconds'],
  },
  'a clock skew that is not a number': {
    options: { clockSkewInMs: Number.NaN },
    code: 'option_invalid',
    names: ['`clockSkewInMs`'],
  },
  'a clock skew in a string, as an environment variable would have it': {
    options: { clockSkewInMs: '5000' as unknown as number },
    code: 'option_invalid',
    names: ['`clockSkewInMs`'],
  },
  'a proxy URL that is neither absolute nor a path': {
    options: { proxyUrl: 'example.com/__clerk' },
    code: 'option_invalid',
    names: ['`proxyUrl`', 'CLERK_PROXY_URL'],
  },
  'a satellite without domain or proxy URL': {
    options: { isSatellite: true, signInUrl: 'https://primary.example/sign-in' },
    code: 'satellite_without_domain_or_proxy_url',
    names: ['`domain`', 'CLERK_DOMAIN', '`proxyUrl`', 'CLERK_PROXY_URL', 'Clerk Dashboard'],
  },
  'a satellite in development without a sign-in URL': {
    options: { isSatellite: true, domain: 'satellite.example' },
    code: 'satellite_sign_in_url_missing',
    names: ['`signInUrl`', 'CLERK_SIGN_IN_URL'],
  },
  'a satellite in development with a relative sign-in URL': {
    options: { isSatellite: true, domain: 'satellite.example', signInUrl: '/sign-in' },
    code: 'sign_in_url_not_absolute',
    names: ['`signInUrl`', 'CLERK_SIGN_IN_URL', 'https://'],
  },
  'an organization pattern that cannot be parsed': {
    options: { organizationSyncOptions: { organizationPatterns: ['/orgs/:slug(['] } },
    code: 'option_invalid',
    names: ['organizationSyncOptions.organizationPatterns'],
  },
  'an invalid excluded path': {
    options: { exclude: ['health'] },
    code: 'option_invalid',
    names: ['exclude', '"health"'],
  },
};

const cases = Object.entries(MISTAKES);

describe('start of the application fails with', () => {
  it.each(cases)('%s', async (_, { options, code, names }) => {
    const error = await startUpError({
      secretKey: SECRET_KEY,
      publishableKey: publishableKey('clerk.example.com$'),
      ...options,
    });
    expect(error).toMatchObject({ name: 'ClerkConfigurationError', clerkError: true, code });
    for (const name of names) expect(error.message).toMatch(name);
  });
});

describe('configuration error', () => {
  it.each(cases)('contains no key with %s', async (_, { options }) => {
    const error = await startUpError({
      secretKey: SECRET_KEY,
      publishableKey: publishableKey('clerk.example.com$'),
      ...options,
    });
    const told = [error.message, error.stack, JSON.stringify(error), String(error.cause)].join();
    expect(told).not.toMatch(/canary/i);
    expect(told).not.toContain(PRIVATE_PEM.split('\n')[1]);
  });
});

describe('configuration error is the same', () => {
  it('in a testing module', async () => {
    const compiling = Test.createTestingModule({ imports: [ClerkModule.forRoot()] }).compile();
    await expect(compiling).rejects.toMatchObject({ code: 'secret_key_missing' });
  });

  it('for an environment variable', async () => {
    setEnvironment({ CLERK_SECRET_KEY: `whsec_${CANARY}`, CLERK_PUBLISHABLE_KEY: local.publishableKey });
    const error = await startUpError({});
    expect(error).toMatchObject({ code: 'secret_key_invalid' });
    expect(error.message).not.toMatch(/canary/i);
  });
});

describe('start of the application succeeds with', () => {
  it.each<[string, ClerkModuleOptions]>([
    ['a JWT key with escaped line breaks', { jwtKey: PUBLIC_PEM.replaceAll('\n', '\\n') }],
    ['a JWT key with CRLF', { jwtKey: PUBLIC_PEM.replaceAll('\n', '\r\n') }],
    ['a clock skew of 0', { clockSkewInMs: 0 }],
    [
      'a satellite with a proxy URL',
      { isSatellite: true, proxyUrl: '/__clerk', signInUrl: 'https://primary.example/sign-in' },
    ],
    ['a relative sign-in URL', { signInUrl: '/sign-in' }],
  ])('%s', async (_, options) => {
    await expect(
      startNest({ imports: [ClerkModule.forRoot({ ...local.keys, ...options })] }),
    ).resolves.toBeDefined();
  });

  it('a satellite in production without a sign-in URL', async () => {
    const { keys } = await LocalClerk.create({ instanceType: 'production' });
    const options = { ...keys, isSatellite: true, domain: 'satellite.example' };
    await expect(startNest({ imports: [ClerkModule.forRoot(options)] })).resolves.toBeDefined();
  });
});

describe('options that are not an object', () => {
  const invalid = expect.objectContaining({ name: 'ClerkConfigurationError', code: 'option_invalid' });

  it.each([null, 'sk_test_x', 5, []])('forRoot(%j) throws a typed error', options => {
    expect(() => ClerkModule.forRoot(options as never)).toThrow(invalid);
  });

  it.each([null, undefined])('forRootAsync(%j) throws a typed error', options => {
    expect(() => ClerkModule.forRootAsync(options as never)).toThrow(invalid);
  });

  it.each([undefined, null, 'sk_test_x'])('useFactory that returns %j stops the start', async options => {
    const imports = [ClerkModule.forRootAsync({ useFactory: () => options as never })];
    await expect(startNest({ imports })).rejects.toThrow(invalid);
  });

  it.each([null, 'sk_test_x', 5, []])(
    'clerkMiddleware(%j) and requireAuth() throw a typed error',
    options => {
      expect(() => clerkMiddleware(options as never)).toThrow(invalid);
      expect(() => requireAuth(options as never)).toThrow(invalid);
    },
  );

  it('requestOptions that gives a string fails the request, but no request of a tenant', async () => {
    const app = await startNest({
      imports: [
        ClerkModule.forRoot({
          requestOptions: ({ headers }) => (headers.host === 'wrong' ? ('sk_test_x' as never) : local.keys),
        }),
      ],
    });
    expect((await app.get('/', { host: 'wrong' })).status).toBe(500);
    expect((await app.get('/', { host: 'right' })).status).toBe(404);
  });
});

describe('a client in the options', () => {
  const foreign = () => createOfficialClient({ secretKey: local.secretKey });
  const clients: [string, () => unknown][] = [
    ['of @clerk/backend', foreign],
    ['of this package', () => createClerkClient(local.keys)],
    ['that is not a client', () => 'sk_test_x'],
  ];

  it.each(clients)(
    '%s stops the start of the module, and the error names the value to pass',
    async (_, client) => {
      const error = await startUpError({ clerkClient: client() } as ClerkModuleOptions);
      expect(error).toMatchObject({ code: 'option_invalid' });
      expect(error.message).toMatch(/`clerkClient`.*`secretKey`.*`publishableKey`.*CLERK_SECRET_KEY/);

      const useFactory = () => ({ ...local.keys, clerkClient: client() });
      await expect(startNest({ imports: [ClerkModule.forRootAsync({ useFactory })] })).rejects.toMatchObject({
        code: 'option_invalid',
      });
    },
  );

  it('fails a request for which requestOptions chooses it', async () => {
    const requestOptions = () => ({ ...local.keys, clerkClient: foreign() });
    const app = await startNest({ imports: [ClerkModule.forRoot({ requestOptions })] });
    expect((await app.get('/')).status).toBe(500);
  });

  it('of @clerk/backend stops clerkMiddleware() and requireAuth()', () => {
    const options = { clerkClient: foreign() } as never;
    const invalid = expect.objectContaining({
      code: 'option_invalid',
      message: expect.stringContaining('createClerkClient()'),
    });
    expect(() => clerkMiddleware(options)).toThrow(invalid);
    expect(() => requireAuth(options)).toThrow(invalid);
  });
});
