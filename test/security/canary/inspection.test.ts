import { inspect } from 'node:util';

import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { CLERK_MODULE_OPTIONS, ClerkHealthIndicator, ClerkModule, getAuth } from 'nest-clerk';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { secretIn } from '../../support/canary.js';
import { bearer, nodeRequestOf, startNestApp } from '../../support/nest-app.js';
import type { AnyRequest } from '../../support/nest-app.js';
import { closeApps, startNest } from '../../support/running-app.js';

let local: LocalClerk;
let token: string;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  token = await local.issueSessionToken({ userId: 'user_alice' });
});
afterEach(closeApps);

function options(): ClerkModuleOptions {
  const { secretKey, publishableKey, machineSecretKey } = local;
  return {
    secretKey,
    publishableKey,
    machineSecretKey,
    fetch: local.fetch,
    webhooks: { signingSecret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
  };
}

/** All that `util.inspect()` shows, however deep. */
function inspected(value: unknown): string {
  return inspect(value, { depth: Infinity, maxArrayLength: null, maxStringLength: null });
}

describe('util.inspect() at any depth shows no secret', () => {
  it('of an application with forRoot(), after requests', async () => {
    const { app, get } = await startNestApp(options(), { answer: () => ({}) });
    await get('/guarded', bearer(token));

    expect(secretIn(inspected(app))).toBeUndefined();
  });

  it('of an application after requests with cookies, and a redirect to the handshake', async () => {
    const { app, get } = await startNestApp(options(), { answer: () => ({}) });
    const page = { accept: 'text/html', 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' };
    await get('/guarded', { cookie: (await local.signIn('user_alice')).cookies });
    const { session, cookies } = await local.signIn('user_alice', { expiresIn: -30 });
    const refresh = `__refresh_${cookies.match(/__session_([^=]+)=/)?.[1]}`;
    const refreshToken = local.sessions.issueRefreshToken(session.id);
    await get('/guarded', { cookie: cookies, ...page });
    await get('/guarded', { cookie: `${cookies}; ${refresh}=${refreshToken}`, ...page });

    expect(secretIn(inspected(app))).toBeUndefined();
  });

  it('of an application with forRootAsync()', async () => {
    const { app } = await startNest({ imports: [ClerkModule.forRootAsync({ useFactory: options })] });

    expect(secretIn(inspected(app))).toBeUndefined();
  });

  it('of the request of a handler, its auth object apart from its own headers', async () => {
    let seen: string | undefined;
    const { get } = await startNestApp(options(), {
      answer: (request: AnyRequest) => {
        const { auth } = nodeRequestOf(request) as { auth?: unknown };
        seen =
          inspected([auth, getAuth(request), getAuth(request).debug()]) + JSON.stringify(getAuth(request));
        return {};
      },
    });
    await get('/', bearer(token));

    expect(seen).toContain('user_alice');
    expect(secretIn(seen ?? '')).toBeUndefined();
  });
});

describe('the options of the module', () => {
  it.each([
    ['forRoot()', () => ClerkModule.forRoot(options())],
    ['forRootAsync()', () => ClerkModule.forRootAsync({ useFactory: options })],
  ])(
    'can be injected, and show no secret to util.inspect() and JSON.stringify(): %s',
    async (_name, module) => {
      const { app } = await startNest({ imports: [module()] });

      const injected = app.get<ClerkModuleOptions>(CLERK_MODULE_OPTIONS);

      expect(injected.secretKey).toBe(local.secretKey);
      expect(secretIn(inspected(injected) + JSON.stringify(injected))).toBeUndefined();
    },
  );
});

it('the health indicator tells no secret', async () => {
  const { app } = await startNestApp(options());

  const health = await app.get(ClerkHealthIndicator).isHealthy('clerk');

  expect(secretIn(inspected(health) + JSON.stringify(health))).toBeUndefined();
});

it('the canary finds a secret that is logged, whatever logger the application has', () => {
  expect(secretIn(`Bearer ${token}`)).toContain('Bearer eyJ');
  expect(secretIn(local.secretKey)).toContain('sk_test_');
  expect(secretIn(`${local.machineSecretKey} and ${local.publishableKey}`)).toContain('ak_');
  expect(secretIn('ak_0123456789abcdef0123456789abcdef sk_test_x')).toBeUndefined();
  expect(new Logger('test')).toBeInstanceOf(Logger);
});

describe('the canary finds the value of a cookie', () => {
  it('that LocalClerk issued, by its form alone', async () => {
    const { session, cookies } = await local.signIn('user_alice');
    const devBrowser = /__clerk_db_jwt=([^;]+)/.exec(cookies)?.[1];

    expect(secretIn(`browser ${devBrowser}`)).toContain('dvb_');
    expect(secretIn(`refresh with ${local.sessions.issueRefreshToken(session.id)}`)).toContain('rt_');
  });

  // Not in the name of the test, which the inspection of an application can reach.
  it.each([
    ['__session', '; Path=/'],
    ['__session_Ab3-_x9Z', ''],
    ['__refresh_Ab3-_x9Z', ''],
    ['__client', ''],
    ['__clerk_db_jwt', ''],
    ['__clerk_handshake', '&x=1'],
    ['__clerk_handshake_nonce', ''],
  ])('by its name, in a header or a query: %s', (name, rest) => {
    expect(secretIn(`logged ${name}=0123456789abcdef${rest}`)).toBeDefined();
  });

  it.each(['__client_uat=1780315200', '__client_uat_Ab3-_x9Z=1780315200', '__session=; Path=/', '__session'])(
    'and not what is no secret: %s',
    text => {
      expect(secretIn(text)).toBeUndefined();
    },
  );
});
