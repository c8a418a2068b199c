import type { Server } from 'node:net';

import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Injectable, Module } from '@nestjs/common';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MessagePattern, Transport } from '@nestjs/microservices';
import { Test } from '@nestjs/testing';
import { Auth, ClerkClient, ClerkContext, ClerkModule, Protect } from 'nest-clerk';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../support/environment.js';
import { tcpClient, closeMicroservices } from '../../support/microservices/running-microservice.js';
import { closeApps, startNest } from '../../support/running-app.js';

let local: LocalClerk;
const apps: INestApplicationContext[] = [];

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_ada', firstName: 'Ada' }] });
});
beforeEach(() => setEnvironment({}));
afterEach(async () => {
  setEnvironment({});
  await closeMicroservices();
  await Promise.all(apps.splice(0).map(app => app.close()));
  await closeApps();
});

/** The job of a queue, a command or a schedule: whatever runs it, it is a method of a provider. */
@Injectable()
class GreetingJob {
  constructor(
    private readonly clerk: ClerkClient,
    private readonly context: ClerkContext,
  ) {}

  async run(userId: string): Promise<string> {
    return `Hello ${(await this.clerk.users.getUser(userId)).firstName}`;
  }

  caller() {
    return this.context.getAuth();
  }
}

async function startWorker(options: ClerkModuleOptions): Promise<INestApplicationContext> {
  @Module({ imports: [ClerkModule.forRoot(options)], providers: [GreetingJob] })
  class WorkerModule {}
  const app = await NestFactory.createApplicationContext(WorkerModule, {
    logger: false,
    abortOnError: false,
  });
  apps.push(app);
  return app;
}

describe('application without an HTTP adapter', () => {
  it('starts with the secret key alone, and calls the Backend API', async () => {
    const { secretKey, fetch } = local.keys;
    const app = await startWorker({ secretKey, fetch });
    await expect(app.get(GreetingJob).run('user_ada')).resolves.toBe('Hello Ada');
  });

  it('starts with the secret key alone from the environment', async () => {
    const server = await local.listen();
    setEnvironment({ CLERK_SECRET_KEY: local.secretKey, CLERK_API_URL: server.url });
    try {
      await expect((await startWorker({})).get(GreetingJob).run('user_ada')).resolves.toBe('Hello Ada');
    } finally {
      await server.close();
    }
  });

  it('checks a publishable key that is set', async () => {
    const { secretKey } = local.keys;
    await expect(startWorker({ secretKey, publishableKey: 'pk_test_xxx' })).rejects.toMatchObject({
      code: 'publishable_key_invalid',
    });
  });

  it('does not start without any key', async () => {
    await expect(startWorker({})).rejects.toMatchObject({ code: 'secret_key_missing' });
  });

  it('has no caller for ClerkContext', async () => {
    const { secretKey, fetch } = local.keys;
    const job = (await startWorker({ secretKey, fetch })).get(GreetingJob);
    expect(() => job.caller()).toThrow(expect.objectContaining({ code: 'context_missing' }));
  });
});

describe('microservice', () => {
  @Controller()
  class UsersController {
    @MessagePattern('me')
    @Protect()
    me(@Auth('userId') userId: string) {
      return { userId };
    }
  }

  it.each<[string, () => ClerkModuleOptions]>([
    ['the secret key alone', () => ({ secretKey: local.secretKey, fetch: local.fetch })],
    ['the JWT key alone', () => ({ jwtKey: local.jwtKey })],
  ])('verifies session tokens with %s', async (_, options) => {
    @Module({ imports: [ClerkModule.forRoot(options())], controllers: [UsersController] })
    class MessagesModule {}
    const settings = { transport: Transport.TCP, options: { host: '127.0.0.1', port: 0 } } as const;
    const app = await NestFactory.createMicroservice(MessagesModule, {
      ...settings,
      logger: false,
      abortOnError: false,
    });
    apps.push(app);
    await app.listen();
    const client = tcpClient(app.unwrap<Server>());
    const authorization = `Bearer ${await local.issueSessionToken({ userId: 'user_ada' })}`;
    await expect(client.send('me', { headers: { authorization } })).resolves.toEqual({ userId: 'user_ada' });
    await expect(client.send('me')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('application with an HTTP adapter', () => {
  it('does not start without a publishable key', async () => {
    const { secretKey } = local.keys;
    await expect(startNest({ imports: [ClerkModule.forRoot({ secretKey })] })).rejects.toMatchObject({
      code: 'publishable_key_missing',
    });
  });

  it('does not start without a publishable key in a TestingModule', async () => {
    const { secretKey } = local.keys;
    const compiled = await Test.createTestingModule({
      imports: [ClerkModule.forRoot({ secretKey })],
    }).compile();
    const app = compiled.createNestApplication({ logger: false });
    await expect(app.init()).rejects.toMatchObject({ code: 'publishable_key_missing' });
  });

  it('is a TestingModule without an application: no publishable key is needed', async () => {
    const { secretKey, fetch } = local.keys;
    const compiled = await Test.createTestingModule({
      imports: [ClerkModule.forRoot({ secretKey, fetch })],
      providers: [GreetingJob],
    }).compile();
    apps.push(compiled);
    await expect(compiled.get(GreetingJob).run('user_ada')).resolves.toBe('Hello Ada');
  });
});
