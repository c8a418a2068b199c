import { afterEach, beforeAll, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import {
  Auth,
  ClerkAuthGuard,
  ClerkClient,
  ClerkConnections,
  ClerkContext,
  ClerkHealthIndicator,
  ClerkModule,
} from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { newHttpAdapter } from '../../../support/http-adapter.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, listenNest } from '../../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice', firstName: 'Alice' }] });
});
afterEach(closeApps);

@Controller()
class InstrumentedController {
  constructor(
    private readonly clerk: ClerkClient,
    private readonly context: ClerkContext,
    private readonly health: ClerkHealthIndicator,
    private readonly connections: ClerkConnections,
  ) {}

  @Get('me')
  async me(@Auth('userId') userId: string) {
    const user = await this.clerk.users.getUser(userId);
    const health = await this.health.isHealthy();
    const unknown = await this.connections.getAuth({}).catch((error: { code: string }) => error.code);
    return {
      name: user.firstName,
      same: this.context.getAuth().userId,
      health: health.clerk.status,
      unknown,
    };
  }
}

it("ClerkModule works with proxied providers, as Nest 12's option `instrument` creates them", async () => {
  @Module({
    imports: [ClerkModule.forRoot(local.keys)],
    controllers: [InstrumentedController],
    providers: [{ provide: APP_GUARD, useClass: ClerkAuthGuard }],
  })
  class AppModule {}

  let instrumented = 0;
  const instanceDecorator = (instance: unknown) => {
    if (typeof instance !== 'object' || instance === null) return instance;
    instrumented++;
    return new Proxy(instance, {});
  };
  const app = await listenNest(
    await NestFactory.create(AppModule, await newHttpAdapter(), {
      logger: false,
      abortOnError: false,
      instrument: { instanceDecorator },
    }),
  );

  expect(instrumented).toBeGreaterThan(5);
  expect((await app.get('/me')).status).toBe(401);
  const { json } = await app.get('/me', bearer(await local.issueSessionToken({ userId: 'user_alice' })));
  expect(json).toEqual({ name: 'Alice', same: 'user_alice', health: 'up', unknown: 'connection_unknown' });
});
