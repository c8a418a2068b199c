import { afterEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Injectable, Module, Req, UseGuards } from '@nestjs/common';
import type { Provider, Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import type { TestingModule, TestingModuleBuilder } from '@nestjs/testing';
import {
  AcceptsToken,
  Auth,
  CLERK_MODULE_OPTIONS,
  ClerkAuthGuard,
  ClerkClient,
  ClerkContext,
  ClerkModule,
  CurrentUser,
  getAuth,
  Protect,
  Public,
} from 'nest-clerk';
import type { AuthObject, SignedInAuth, User } from 'nest-clerk';
import {
  machineAuth,
  signedInAuth,
  signedOutAuth,
  StubClerkAuthGuard,
  stubClerkOptions,
} from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { newHttpAdapter } from '../../../support/http-adapter.js';
import { closeApps, listenNest } from '../../../support/running-app.js';
import type { RunningNestApp } from '../../../support/running-app.js';

@Injectable()
class AuditLog {
  constructor(private readonly clerk: ClerkContext) {}

  subject() {
    return this.clerk.getAuth().userId;
  }
}

@Controller()
class InvoicesController {
  constructor(private readonly audit: AuditLog) {}

  @Get('me')
  me(@Auth() auth: SignedInAuth, @Req() request: object) {
    const { userId, orgRole } = auth;
    return { userId, orgRole, byGetAuth: getAuth(request).userId, byContext: this.audit.subject() };
  }

  @Get('admin')
  @Protect({ role: 'org:admin' })
  admin(@Auth('userId') userId: string) {
    return { userId };
  }

  @Get('export')
  @AcceptsToken('api_key')
  @Protect({ scopes: 'invoices:read' })
  export(@Auth('subject') subject: string) {
    return { subject };
  }

  @Get('health')
  @Public()
  health(@Auth('userId') userId: string | null) {
    return { userId };
  }

  @Get('user')
  user(@CurrentUser() user: User) {
    return { id: user.id };
  }
}

/** A root module of an application: it has no keys in its options or in the environment. */
function appModule(guards: Provider[], controller: Type = InvoicesController): Type {
  @Module({
    imports: [ClerkModule.forRootAsync({ useFactory: () => unreachable() })],
    controllers: [controller],
    providers: [AuditLog, ...guards],
  })
  class AppModule {}
  return AppModule;
}

function unreachable(): never {
  throw new Error('The options of production are used.');
}

const BY_EXISTING = { provide: APP_GUARD, useExisting: ClerkAuthGuard };
const BY_CLASS = { provide: APP_GUARD, useClass: ClerkAuthGuard };

async function start(compiling: TestingModule | Promise<TestingModule>): Promise<RunningNestApp> {
  const compiled = await compiling;
  return listenNest(compiled.createNestApplication(await newHttpAdapter(), { logger: false }));
}

afterEach(() => {
  setEnvironment({});
  return closeApps();
});

const ADMIN = signedInAuth({ userId: 'user_ada', orgId: 'org_acme', orgRole: 'org:admin' });
const MEMBER = signedInAuth({ userId: 'user_bob', orgId: 'org_acme' });

describe('stubClerkOptions() in place of CLERK_MODULE_OPTIONS', () => {
  const startAs = (auth: AuthObject | (() => AuthObject), guards: Provider[] = [BY_EXISTING]) =>
    start(
      Test.createTestingModule({ imports: [appModule(guards)] })
        .overrideProvider(CLERK_MODULE_OPTIONS)
        .useValue(stubClerkOptions(auth))
        .compile(),
    );

  it.each([
    ['useExisting', BY_EXISTING],
    ['useClass', BY_CLASS],
  ])('opens a global guard by %s and @Protect() together', async (_, guard) => {
    setEnvironment({});
    const { get } = await startAs(ADMIN, [guard]);
    expect((await get('/me')).json).toEqual({
      userId: 'user_ada',
      orgRole: 'org:admin',
      byGetAuth: 'user_ada',
      byContext: 'user_ada',
    });
    expect((await get('/admin')).json).toEqual({ userId: 'user_ada' });
    expect((await get('/health')).json).toEqual({ userId: 'user_ada' });
  });

  it('applies the rules of each route to the auth object', async () => {
    let auth: AuthObject = MEMBER;
    const { get } = await startAs(() => auth);
    expect((await get('/me')).status).toBe(200);
    expect((await get('/admin')).status).toBe(403);
    expect((await get('/export')).json).toMatchObject({ statusCode: 401, reason: 'token-type-mismatch' });

    auth = machineAuth('api_key', { orgId: 'org_acme', scopes: ['invoices:read'] });
    expect((await get('/export')).json).toEqual({ subject: 'org_acme' });
    expect((await get('/me')).status).toBe(401);

    auth = machineAuth('api_key', { orgId: 'org_acme' });
    expect((await get('/export')).status).toBe(403);

    auth = signedOutAuth('token-expired');
    expect((await get('/me')).json).toMatchObject({ statusCode: 401, reason: 'token-expired' });
    expect((await get('/health')).json).toEqual({ userId: null });

    auth = signedInAuth({ sessionStatus: 'pending' });
    expect((await get('/me')).json).toMatchObject({ statusCode: 401, reason: 'session-pending' });
  });

  it('ignores a token that a request carries', async () => {
    const { get } = await startAs(signedOutAuth());
    expect((await get('/me', { authorization: `Bearer ${await ADMIN.getToken()}` })).status).toBe(401);
  });

  it('lets a test replace ClerkClient for @CurrentUser()', async () => {
    const builder = Test.createTestingModule({ imports: [appModule([BY_EXISTING])] })
      .overrideProvider(CLERK_MODULE_OPTIONS)
      .useValue(stubClerkOptions(ADMIN))
      .overrideProvider(ClerkClient)
      .useValue({ users: { getUser: (id: string) => Promise.resolve({ id }) } });
    const { get } = await start(builder.compile());
    expect((await get('/user')).json).toEqual({ id: 'user_ada' });
  });

  it('fails a call to Clerk with an error that names the alternatives of a test', async () => {
    const client = (await startAs(ADMIN)).app.get(ClerkClient);
    await expect(client.users.getUser('user_ada', { retries: 0 })).rejects.toThrow();
    const error = await client.users.getUser('user_ada').catch((caught: unknown) => caught);
    expect(messagesOf(error)).toContain('Override the provider ClerkClient');
  });
});

function messagesOf(error: unknown): string {
  return error instanceof Error ? `${error.message} ${messagesOf(error.cause)}` : '';
}

describe('StubClerkAuthGuard', () => {
  const withoutClerk = (providers: Provider[] = []): TestingModuleBuilder =>
    Test.createTestingModule({
      controllers: [InvoicesController],
      providers: [AuditLog, { provide: ClerkContext, useValue: { getAuth: () => ADMIN } }, ...providers],
    });

  it('opens @Protect() of a controller without a ClerkModule', async () => {
    const builder = withoutClerk().overrideGuard(ClerkAuthGuard).useValue(new StubClerkAuthGuard(ADMIN));
    const { get } = await start(builder.compile());
    expect((await get('/admin')).json).toEqual({ userId: 'user_ada' });
  });

  it('answers 403 and 401 by the rules of the route', async () => {
    let auth: AuthObject = MEMBER;
    const stub = new StubClerkAuthGuard(() => auth);
    const { get } = await start(
      withoutClerk([{ provide: APP_GUARD, useValue: stub }])
        .overrideGuard(ClerkAuthGuard)
        .useValue(stub)
        .compile(),
    );
    expect((await get('/admin')).json).toMatchObject({ statusCode: 403 });
    expect((await get('/health')).json).toEqual({ userId: 'user_bob' });
    auth = signedOutAuth();
    expect((await get('/admin')).json).toMatchObject({
      statusCode: 401,
      reason: 'session-token-and-uat-missing',
    });
    expect((await get('/me')).status).toBe(401);
  });

  it('in place of a global guard also provides the caller of @Protect(), getAuth() and ClerkContext', async () => {
    const { get } = await start(
      Test.createTestingModule({ imports: [appModule([BY_EXISTING])] })
        .overrideProvider(CLERK_MODULE_OPTIONS)
        .useValue(stubClerkOptions(signedOutAuth()))
        .overrideProvider(ClerkAuthGuard)
        .useValue(new StubClerkAuthGuard(ADMIN))
        .compile(),
    );
    expect((await get('/me')).json).toEqual({
      userId: 'user_ada',
      orgRole: 'org:admin',
      byGetAuth: 'user_ada',
      byContext: 'user_ada',
    });
    expect((await get('/admin')).json).toEqual({ userId: 'user_ada' });
  });

  it('provides a signed-in user by default', async () => {
    @Controller()
    @UseGuards(ClerkAuthGuard)
    class OwnController {
      @Get()
      own(@Auth('userId') userId: string) {
        return { userId };
      }
    }
    const builder = Test.createTestingModule({ controllers: [OwnController] });
    const { get } = await start(
      builder.overrideGuard(ClerkAuthGuard).useValue(new StubClerkAuthGuard()).compile(),
    );
    expect((await get('/')).json).toEqual({ userId: 'user_test' });
  });
});

describe('a unit test without a module', () => {
  it('calls a handler with an auth object', () => {
    const controller = new InvoicesController(new AuditLog({ getAuth: () => ADMIN } as ClerkContext));
    const request = {};
    expect(() => controller.me(ADMIN, request)).toThrow(
      expect.objectContaining({ code: 'middleware_missing' }),
    );
    expect(controller.admin('user_ada')).toEqual({ userId: 'user_ada' });
  });
});
