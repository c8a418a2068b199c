import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Inject, Injectable, Module } from '@nestjs/common';
import { Auth, ClerkClient, ClerkConfigurationError, ClerkModule } from 'nest-clerk';
import type { ClerkModuleOptions, ClerkOptionsFactory } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
afterEach(closeApps);

@Controller()
class WhoController {
  constructor(private readonly clerk: ClerkClient) {}

  @Get('who')
  async who(@Auth('userId') userId: string | null) {
    return userId === null ? {} : { id: (await this.clerk.users.getUser(userId)).id };
  }
}

/** Represents a provider that reads a file, a vault or `ConfigService`. */
@Injectable()
class Vault {
  async read(): Promise<ClerkModuleOptions> {
    await Promise.resolve();
    return { ...local.keys };
  }
}

@Module({ providers: [Vault], exports: [Vault] })
class VaultModule {}

@Injectable()
class ClerkOptions implements ClerkOptionsFactory {
  constructor(private readonly vault: Vault) {}

  createClerkOptions() {
    return this.vault.read();
  }
}

@Module({ imports: [VaultModule], providers: [ClerkOptions], exports: [ClerkOptions] })
class ClerkOptionsModule {}

async function expectWorking(clerk: ReturnType<typeof ClerkModule.forRootAsync>): Promise<void> {
  const app = await startNest({ imports: [clerk], controllers: [WhoController] });
  const token = await local.issueSessionToken({ userId: 'user_alice' });
  expect((await app.get('/who', bearer(token))).json).toEqual({ id: 'user_alice' });
}

describe('forRootAsync() reads its options from', () => {
  it('useFactory', () => expectWorking(ClerkModule.forRootAsync({ useFactory: () => ({ ...local.keys }) })));

  it('an asynchronous useFactory', () =>
    expectWorking(
      ClerkModule.forRootAsync({
        useFactory: async () => {
          await new Promise(setImmediate);
          return { ...local.keys };
        },
      }),
    ));

  it('useFactory with inject and imports', () =>
    expectWorking(
      ClerkModule.forRootAsync({
        imports: [VaultModule],
        inject: [Vault],
        useFactory: (vault: Vault) => vault.read(),
      }),
    ));

  it('useClass: a factory class with dependencies of the imports', () =>
    expectWorking(ClerkModule.forRootAsync({ imports: [VaultModule], useClass: ClerkOptions })));

  it('useExisting: a factory of another module', () =>
    expectWorking(ClerkModule.forRootAsync({ imports: [ClerkOptionsModule], useExisting: ClerkOptions })));
});

it('forRootAsync() reads missing options from the environment', async () => {
  setEnvironment({ CLERK_SECRET_KEY: local.secretKey, CLERK_PUBLISHABLE_KEY: local.publishableKey });
  try {
    await expectWorking(ClerkModule.forRootAsync({ useFactory: () => ({ fetch: local.fetch }) }));
  } finally {
    setEnvironment({});
  }
});

it('forRootAsync() accepts isGlobal: false', async () => {
  @Injectable()
  class NeedsClerk {
    constructor(@Inject(ClerkClient) readonly clerk: ClerkClient) {}
  }
  @Module({ providers: [NeedsClerk] })
  class ElsewhereModule {}

  const useFactory = () => ({ ...local.keys });
  await expectWorking(ClerkModule.forRootAsync({ useFactory, isGlobal: false }));
  await expect(
    startNest({ imports: [ClerkModule.forRootAsync({ useFactory, isGlobal: false }), ElsewhereModule] }),
  ).rejects.toThrow(/Nest can't resolve dependencies of the NeedsClerk/);
});

describe('start of the application fails', () => {
  it('with invalid options', async () => {
    const clerk = ClerkModule.forRootAsync({
      useFactory: async () => ({ ...local.keys, secretKey: 'oops' }),
    });
    const starting = startNest({ imports: [clerk] });
    await expect(starting).rejects.toThrow(ClerkConfigurationError);
    await expect(starting).rejects.toMatchObject({ code: 'secret_key_invalid' });
  });

  it('with the error of a failing factory', async () => {
    const failure = new Error('The vault is sealed.');
    const clerk = ClerkModule.forRootAsync({ useFactory: () => Promise.reject(failure) });
    await expect(startNest({ imports: [clerk] })).rejects.toBe(failure);
  });
});
