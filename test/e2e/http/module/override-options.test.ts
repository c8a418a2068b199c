import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Injectable, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { Auth, CLERK_MODULE_OPTIONS, ClerkAuthGuard, ClerkModule } from 'nest-clerk';
import type { ClerkOptionsFactory } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { newHttpAdapter } from '../../../support/http-adapter.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, listenNest } from '../../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
afterEach(closeApps);

@Injectable()
class RealOptions implements ClerkOptionsFactory {
  createClerkOptions(): never {
    throw new Error('The real options are used.');
  }
}

@Controller()
class MeController {
  @Get('me')
  me(@Auth('userId') userId: string) {
    return { userId };
  }
}

describe('overrideProvider(CLERK_MODULE_OPTIONS)', () => {
  it.each<[string, () => DynamicModule]>([
    ['forRoot()', () => ClerkModule.forRoot({ secretKey: 'sk_live_real' })],
    [
      'forRootAsync({ useFactory })',
      () => ClerkModule.forRootAsync({ useFactory: () => new RealOptions().createClerkOptions() }),
    ],
    ['forRootAsync({ useClass })', () => ClerkModule.forRootAsync({ useClass: RealOptions })],
  ])('replaces the options of %s', async (_form, clerk) => {
    @Module({
      imports: [clerk()],
      controllers: [MeController],
      providers: [{ provide: APP_GUARD, useClass: ClerkAuthGuard }],
    })
    class AppModule {}

    const compiled = await Test.createTestingModule({ imports: [AppModule] })
      .overrideProvider(CLERK_MODULE_OPTIONS)
      .useValue(local.keys)
      .compile();
    const app = await listenNest(compiled.createNestApplication(await newHttpAdapter(), { logger: false }));

    expect((await app.get('/me')).status).toBe(401);
    const { json } = await app.get('/me', bearer(await local.issueSessionToken({ userId: 'user_alice' })));
    expect(json).toEqual({ userId: 'user_alice' });
  });
});
