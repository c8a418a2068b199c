import { afterEach, expect, it, jest } from '@jest/globals';
import { Controller, Get, UseGuards } from '@nestjs/common';

import { closeApps, startNest } from '../../../support/running-app.js';

const NOT_INSTALLED = Object.assign(new Error("Cannot find package '@nestjs/swagger'"), {
  code: 'ERR_MODULE_NOT_FOUND',
});
let asked = 0;

for (const name of ['@nestjs/swagger', '@nestjs/terminus', '@nestjs/throttler']) {
  jest.unstable_mockModule(name, () => {
    asked++;
    throw NOT_INSTALLED;
  });
}

afterEach(closeApps);

it('the package works without @nestjs/swagger, @nestjs/terminus and @nestjs/throttler', async () => {
  const { ClerkAuthGuard, ClerkHealthIndicator, ClerkModule } = await import('nest-clerk');
  const { LocalClerk } = await import('nest-clerk/testing');

  @Controller()
  @UseGuards(ClerkAuthGuard)
  class GuardedController {
    @Get()
    get() {
      return 'in';
    }
  }

  const local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  const { app, get } = await startNest({
    imports: [ClerkModule.forRoot({ ...local.keys })],
    controllers: [GuardedController],
  });

  expect(asked).toBe(1);
  expect((await get('/')).status).toBe(401);
  const authorization = `Bearer ${await local.issueSessionToken({ userId: 'user_alice' })}`;
  expect((await get('/', { authorization })).status).toBe(200);
  expect(await app.get(ClerkHealthIndicator).isHealthy()).toMatchObject({ clerk: { status: 'up' } });
});
