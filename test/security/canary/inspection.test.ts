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
