import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Injectable, Module, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { Auth, ClerkAuthGuard, ClerkClient, ClerkModule } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { HTTP_ADAPTER, newHttpAdapter } from '../../../support/http-adapter.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, listenNest, startNest } from '../../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice', firstName: 'Alice' }] });
});
afterEach(closeApps);

@Injectable()
class Greeter {
  constructor(private readonly clerk: ClerkClient) {}

  async greet(userId: string) {
    return { hello: (await this.clerk.users.getUser(userId)).firstName };
  }
}

@Controller('me')
@UseGuards(ClerkAuthGuard)
class MeController {
  constructor(private readonly greeter: Greeter) {}

  @Get()
  me(@Auth('userId') userId: string) {
    return this.greeter.greet(userId);
  }
}

@Module({ controllers: [MeController], providers: [Greeter] })
class MeModule {}

const token = () => local.issueSessionToken({ userId: 'user_alice' });

describe('application with ClerkModule is created', () => {
  it('by NestFactory.create()', async () => {
    const app = await startNest({ imports: [ClerkModule.forRoot({ ...local.keys }), MeModule] });
    expect(app.app.getHttpAdapter().getType()).toBe(HTTP_ADAPTER);
    expect((await app.get('/me')).status).toBe(401);
    expect((await app.get('/me', bearer(await token()))).json).toEqual({ hello: 'Alice' });
  });

  it('with ClerkModule imported after the modules that use it', async () => {
    const app = await startNest({ imports: [MeModule, ClerkModule.forRoot({ ...local.keys })] });
    expect((await app.get('/me', bearer(await token()))).json).toEqual({ hello: 'Alice' });
  });

  it('by Test.createTestingModule().compile() and createNestApplication()', async () => {
    const compiled = await Test.createTestingModule({
      imports: [ClerkModule.forRoot({ ...local.keys }), MeModule],
    }).compile();
    const app = await listenNest(compiled.createNestApplication(await newHttpAdapter(), { logger: false }));

    expect((await app.get('/me')).status).toBe(401);
    expect((await app.get('/me', bearer(await token()))).json).toEqual({ hello: 'Alice' });
    expect((await app.get('/nowhere')).headers['x-clerk-auth-status']).toBe('signed-out');
  });

  it('in a test that replaces ClerkClient', async () => {
    const compiled = await Test.createTestingModule({
      imports: [ClerkModule.forRoot({ ...local.keys }), MeModule],
    })
      .overrideProvider(ClerkClient)
      .useValue({ users: { getUser: () => Promise.resolve({ firstName: 'Stub' }) } })
      .compile();
    const app = await listenNest(compiled.createNestApplication(await newHttpAdapter(), { logger: false }));
    expect((await app.get('/me', bearer(await token()))).json).toEqual({ hello: 'Stub' });
  });

  it('twice in one process, with an instance each', async () => {
    const other = await LocalClerk.create({ users: [{ id: 'user_bob', firstName: 'Bob' }] });
    const mine = await startNest({ imports: [ClerkModule.forRoot({ ...local.keys }), MeModule] });
    const others = await startNest({ imports: [ClerkModule.forRoot({ ...other.keys }), MeModule] });
    const alice = bearer(await token());
    const bob = bearer(await other.issueSessionToken({ userId: 'user_bob' }));

    expect((await mine.get('/me', alice)).json).toEqual({ hello: 'Alice' });
    expect((await others.get('/me', bob)).json).toEqual({ hello: 'Bob' });
    expect((await mine.get('/me', bob)).status).toBe(401);
    expect((await others.get('/me', alice)).status).toBe(401);
  });

  it('mounted in another one, with an instance each', async () => {
    const other = await LocalClerk.create({ users: [{ id: 'user_bob', firstName: 'Bob' }] });
    @Module({ imports: [ClerkModule.forRoot({ ...other.keys }), MeModule] })
    class InnerModule {}
    const inner = await NestFactory.create(InnerModule, new ExpressAdapter(), {
      logger: false,
      abortOnError: false,
    });
    await inner.init();
    const { get } = await startNest({
      imports: [ClerkModule.forRoot({ ...local.keys }), MeModule],
      // Fastify cannot mount another application.
      adapter: new ExpressAdapter(),
      configure: app => app.use('/inner', inner.getHttpAdapter().getInstance()),
    });
    const alice = bearer(await token());
    const bob = bearer(await other.issueSessionToken({ userId: 'user_bob' }));

    expect((await get('/me', alice)).json).toEqual({ hello: 'Alice' });
    expect((await get('/inner/me', bob)).json).toEqual({ hello: 'Bob' });
    expect((await get('/me', bob)).status).toBe(401);
    expect((await get('/inner/me', alice)).status).toBe(401);
    await inner.close();
  });

  it('without HTTP, by NestFactory.createApplicationContext()', async () => {
    const context = await NestFactory.createApplicationContext(
      { module: MeModule, imports: [ClerkModule.forRoot({ ...local.keys })] },
      { logger: false, abortOnError: false },
    );
    const user = await context.get(ClerkClient, { strict: false }).users.getUser('user_alice');
    expect(user.firstName).toBe('Alice');
    await expect(context.get(Greeter).greet('user_alice')).resolves.toEqual({ hello: 'Alice' });
    await context.close();
  });
});

describe('isGlobal: false', () => {
  const rootWith = (imports: unknown[]) => ({
    module: class RootModule {},
    imports: imports as never,
  });
  const create = async (imports: unknown[]) =>
    NestFactory.create(rootWith(imports), await newHttpAdapter(), { logger: false, abortOnError: false });

  it('keeps ClerkClient and the guard from modules that do not import ClerkModule', async () => {
    const clerk = ClerkModule.forRoot({ ...local.keys, isGlobal: false });
    await expect(create([clerk, MeModule])).rejects.toThrow(/Nest can't resolve dependencies of the Greeter/);
  });

  it('provides them to modules that import it', async () => {
    const clerk = ClerkModule.forRoot({ ...local.keys, isGlobal: false });
    const me = { module: MeModule, imports: [clerk] };
    const app = await listenNest(await create([me]));
    expect((await app.get('/me', bearer(await token()))).json).toEqual({ hello: 'Alice' });
  });

  it('defaults to true', async () => {
    const app = await listenNest(await create([ClerkModule.forRoot({ ...local.keys }), MeModule]));
    expect((await app.get('/me', bearer(await token()))).status).toBe(200);
  });
});
