import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, UseGuards } from '@nestjs/common';
import type { INestApplication, Provider, Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { EventPattern, MessagePattern } from '@nestjs/microservices';
import { ClerkAuthGuard, ClerkModule, Public } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../support/environment.js';
import { InProcessStrategy } from '../../support/microservices/in-process-strategy.js';
import { closeApps, startNest } from '../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
afterEach(closeApps);

@Controller()
class JobsController {
  @MessagePattern('jobs')
  jobs() {
    return 'jobs';
  }
}

@Controller()
class EventsController {
  @EventPattern('happened')
  happened(_event: unknown) {}
}

@Controller()
@UseGuards(ClerkAuthGuard)
class GuardedController {
  @MessagePattern('jobs')
  jobs() {
    return 'jobs';
  }
}

@Controller()
class OpenController {
  @Public()
  @MessagePattern('jobs')
  jobs() {
    return 'jobs';
  }
}

const BY_PROVIDER: Provider = { provide: APP_GUARD, useClass: ClerkAuthGuard };

async function start(
  controller: Type,
  { providers = [BY_PROVIDER], inheritAppConfig = false, after = () => {} }: Settings = {},
): Promise<InProcessStrategy> {
  const strategy = new InProcessStrategy();
  await startNest({
    imports: [ClerkModule.forRoot({ ...local.keys, jwtKey: local.jwtKey })],
    controllers: [controller],
    providers,
    configure: async app => {
      app.connectMicroservice({ strategy }, { inheritAppConfig });
      after(app);
      await app.startAllMicroservices();
    },
  });
  return strategy;
}
interface Settings {
  providers?: Provider[];
  inheritAppConfig?: boolean;
  after?: (app: INestApplication) => void;
}

describe('microservice of a hybrid application with a global guard, without inheritAppConfig', () => {
  it.each([
    ['a message handler', JobsController, 'JobsController.jobs'],
    ['an event handler', EventsController, 'EventsController.happened'],
  ])('fails to start with %s that the guard does not protect', async (_what, controller, name) => {
    await expect(start(controller)).rejects.toMatchObject({
      code: 'guard_missing',
      message: expect.stringContaining(name),
    });
  });

  it('fails to start with an error that names the lines to add', async () => {
    await expect(start(JobsController)).rejects.toThrow(
      /@UseGuards\(ClerkAuthGuard\).*inheritAppConfig: true.*@Public\(\)/s,
    );
  });

  it('fails to start if useGlobalGuards() comes after connectMicroservice()', async () => {
    const after = (app: INestApplication) => void app.useGlobalGuards(app.get(ClerkAuthGuard));
    await expect(start(JobsController, { providers: [], after })).rejects.toThrow('JobsController.jobs');
  });

  it('starts with the guard on the controller, which rejects signed-out callers', async () => {
    const strategy = await start(GuardedController);
    await expect(strategy.deliver('jobs', {})).rejects.toMatchObject({ reason: 'session-token-missing' });
  });

  it('starts with @Public() on the handler', async () => {
    const strategy = await start(OpenController);
    expect(await strategy.deliver('jobs', {})).toBe('jobs');
  });

  it('starts without a global guard', async () => {
    const strategy = await start(JobsController, { providers: [] });
    expect(await strategy.deliver('jobs', {})).toBe('jobs');
  });
});

describe('microservice of a hybrid application with inheritAppConfig', () => {
  it('starts, and its global guard rejects signed-out callers', async () => {
    const strategy = await start(JobsController, { inheritAppConfig: true });
    await expect(strategy.deliver('jobs', {})).rejects.toMatchObject({ reason: 'session-token-missing' });
  });
});
