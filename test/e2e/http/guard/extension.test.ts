import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  Catch,
  Controller,
  Get,
  Inject,
  Injectable,
  NotFoundException,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter, ExecutionContext } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, HttpAdapterHost } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { RpcException } from '@nestjs/microservices';
import { Test } from '@nestjs/testing';
import { WsException } from '@nestjs/websockets';
import {
  Auth,
  ClerkAuthGuard,
  ClerkModule,
  getAuth,
  SignInRedirectException,
  UnauthenticatedException,
} from 'nest-clerk';
import type { AuthObject, ClerkRejection } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { SIGNED_OUT_PAGE_LOAD } from '../../../support/browser.js';
import { setEnvironment } from '../../../support/environment.js';
import { newHttpAdapter } from '../../../support/http-adapter.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, listenNest, startNest } from '../../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }, { id: 'user_mallory' }] });
});
afterEach(closeApps);

@Controller('me')
class MeController {
  @Get()
  @UseGuards(ClerkAuthGuard)
  me(@Auth('userId') userId: string | null) {
    return { userId };
  }
}

const clerk = () => ClerkModule.forRoot({ ...local.keys, signInUrl: '/sign-in' });
const alice = async (orgRole?: string) =>
  bearer(await local.issueSessionToken({ userId: 'user_alice', orgId: 'org_acme', orgRole }));

describe('guard in a test', () => {
  it('overrideGuard(ClerkAuthGuard) accepts every request', async () => {
    const compiled = await Test.createTestingModule({ imports: [clerk()], controllers: [MeController] })
      .overrideGuard(ClerkAuthGuard)
      .useValue({ canActivate: () => true })
      .compile();
    const app = await listenNest(compiled.createNestApplication(await newHttpAdapter(), { logger: false }));
    expect((await app.get('/me')).json).toEqual({ userId: null });
  });

  it('overrideProvider(ClerkAuthGuard) accepts every request with APP_GUARD by useExisting', async () => {
    @Controller('open')
    class OpenController {
      @Get()
      open() {}
    }
    const compiled = await Test.createTestingModule({
      imports: [clerk()],
      controllers: [OpenController],
      providers: [{ provide: APP_GUARD, useExisting: ClerkAuthGuard }],
    })
      .overrideProvider(ClerkAuthGuard)
      .useValue({ canActivate: () => true })
      .compile();
    const app = await listenNest(compiled.createNestApplication(await newHttpAdapter(), { logger: false }));
    expect((await app.get('/open')).status).toBe(200);
  });
});

describe('subclass of ClerkAuthGuard', () => {
  it('without a constructor adds an asynchronous check', async () => {
    @Injectable()
    class AdminGuard extends ClerkAuthGuard {
      override async canActivate(context: ExecutionContext): Promise<boolean> {
        if (!(await super.canActivate(context))) return false;
        return getAuth(context.switchToHttp().getRequest<object>()).has({ role: 'org:admin' });
      }
    }
    @Controller('admin')
    @UseGuards(AdminGuard)
    class AdminController {
      @Get()
      admin() {}
    }
    const app = await startNest({ imports: [clerk()], controllers: [AdminController] });
    expect((await app.get('/admin')).status).toBe(401);
    expect((await app.get('/admin', await alice('org:member'))).status).toBe(403);
    expect((await app.get('/admin', await alice('org:admin'))).status).toBe(200);
  });

  it('receives injected properties', async () => {
    const LOG = Symbol('LOG');
    @Injectable()
    class LoggingGuard extends ClerkAuthGuard {
      @Inject(LOG) private readonly log!: string[];

      override canActivate(context: ExecutionContext): boolean | Promise<boolean> {
        this.log.push(context.getHandler().name);
        return super.canActivate(context);
      }
    }
    @Controller('logged')
    @UseGuards(LoggingGuard)
    class LoggedController {
      @Get()
      read() {}
    }
    const log: string[] = [];
    const app = await startNest({
      imports: [clerk()],
      controllers: [LoggedController],
      providers: [{ provide: LOG, useValue: log }],
    });
    expect((await app.get('/logged')).status).toBe(401);
    expect(log).toEqual(['read']);
  });
});

describe('subclass of ClerkAuthGuard with a constructor', () => {
  @Injectable()
  class Members {
    readonly active = new Set(['user_alice']);
  }
  const onlyHealth = (context: ExecutionContext) => context.getHandler().name === 'health';

  @Injectable()
  class MemberGuard extends ClerkAuthGuard {
    constructor(private readonly members: Members) {
      super();
    }

    protected override shouldSkip(context: ExecutionContext) {
      return onlyHealth(context) || super.shouldSkip(context);
    }

    protected override authorize(auth: AuthObject) {
      return auth.tokenType === 'session_token' && this.members.active.has(String(auth.userId));
    }

    protected override rejectWith(exception: ClerkRejection, context: ExecutionContext): Error {
      return context.getHandler().name === 'hidden' ? new NotFoundException() : exception;
    }
  }

  @Controller()
  class MembersController {
    @Get('members')
    members() {}

    @Get('health')
    health() {}

    @Get('hidden')
    hidden() {}
  }

  it('receives its dependencies and those of ClerkAuthGuard', async () => {
    const app = await startNest({
      imports: [clerk()],
      controllers: [MembersController],
      providers: [Members, { provide: APP_GUARD, useClass: MemberGuard }],
    });
    const mallory = bearer(await local.issueSessionToken({ userId: 'user_mallory' }));

    expect((await app.get('/members')).status).toBe(401);
    expect((await app.get('/members', mallory)).status).toBe(403);
    expect((await app.get('/members', await alice())).status).toBe(200);
    expect((await app.get('/health')).status).toBe(200);
    expect((await app.get('/hidden')).status).toBe(404);
    expect((await app.get('/hidden', await alice())).status).toBe(200);
  });
});

describe('useGlobalGuards(new ClerkAuthGuard())', () => {
  @Controller()
  class NotesController {
    @Get('notes')
    notes() {}
  }

  it('uses the configuration of the only application', async () => {
    const app = await startNest({
      imports: [clerk()],
      controllers: [NotesController],
      configure: nest => nest.useGlobalGuards(new ClerkAuthGuard()),
    });
    expect((await app.get('/notes')).status).toBe(401);
    expect((await app.get('/notes', await alice())).status).toBe(200);
  });
});

describe('exception filter', () => {
  @Catch(UnauthenticatedException)
  class ProblemFilter implements ExceptionFilter<UnauthenticatedException> {
    constructor(private readonly host: HttpAdapterHost) {}

    catch(exception: UnauthenticatedException, host: ArgumentsHost) {
      const response = host.switchToHttp().getResponse<object>();
      this.host.httpAdapter.setHeader(response, 'Content-Type', 'application/problem+json; charset=utf-8');
      const problem = JSON.stringify({ title: exception.message, detail: exception.reason });
      this.host.httpAdapter.reply(response, problem, exception.getStatus());
    }
  }

  it('receives UnauthenticatedException with the reason after the challenge is set', async () => {
    const app = await startNest({
      imports: [clerk()],
      controllers: [MeController],
      providers: [{ provide: APP_FILTER, useClass: ProblemFilter }],
    });
    const { status, headers, json } = await app.get('/me');
    expect(status).toBe(401);
    expect(headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'www-authenticate': 'Bearer realm="Clerk"',
    });
    expect(json).toEqual({ title: 'Unauthenticated', detail: 'dev-browser-missing' });
  });

  it('on a route receives it too', async () => {
    @Controller('filtered')
    @UseGuards(ClerkAuthGuard)
    class FilteredController {
      @Get()
      @UseFilters(ProblemFilter)
      read() {}
    }
    const app = await startNest({ imports: [clerk()], controllers: [FilteredController] });
    expect((await app.get('/filtered')).json.detail).toBe('dev-browser-missing');
  });

  it('receives SignInRedirectException with the location', async () => {
    const seen: string[] = [];
    @Catch(SignInRedirectException)
    class RedirectFilter implements ExceptionFilter<SignInRedirectException> {
      constructor(private readonly host: HttpAdapterHost) {}

      catch(exception: SignInRedirectException, host: ArgumentsHost) {
        seen.push(exception.location);
        this.host.httpAdapter.redirect(host.switchToHttp().getResponse<object>(), 303, exception.location);
      }
    }
    const app = await startNest({
      imports: [clerk()],
      controllers: [MeController],
      providers: [{ provide: APP_FILTER, useClass: RedirectFilter }],
    });
    const { status, headers } = await app.get('/me', SIGNED_OUT_PAGE_LOAD);
    expect(status).toBe(303);
    expect(seen).toEqual([headers.location]);
    expect(headers.location).toMatch(/^\/sign-in\?redirect_url=/);
  });
});

describe('guard without a usable request', () => {
  async function guard(): Promise<ClerkAuthGuard> {
    const { app } = await startNest({ imports: [clerk()] });
    return app.get(ClerkAuthGuard);
  }

  /** A call with these arguments, on a route without decorators. */
  function call(type: string, ...parameters: unknown[]): ExecutionContext {
    const context = new ExecutionContextHost(parameters, MeController, MeController.prototype.me);
    context.setType(type);
    return context;
  }

  /** The error that a guard throws, or rejects with. */
  async function rejection(rejecting: ClerkAuthGuard, context: ExecutionContext): Promise<unknown> {
    try {
      return { letIn: await rejecting.canActivate(context) };
    } catch (error) {
      return error;
    }
  }

  it.each([
    ['rpc', RpcException],
    ['ws', WsException],
    ['graphql', UnauthenticatedException],
    ['unheard-of', UnauthenticatedException],
  ])('rejects a call by %s', async (type, exception) => {
    // Values that could be mistaken for an authenticated request.
    const parameter = { auth: () => ({ isAuthenticated: true, userId: 'user_mallory' }) };
    const rejecting = await guard();
    expect(await rejection(rejecting, call(type, parameter, {}, { req: parameter }))).toBeInstanceOf(
      exception,
    );
  });

  it.each([undefined, null, {}, { auth: null }, { auth: { isAuthenticated: true } }])(
    'rejects an HTTP call whose request is %p',
    async request => {
      const rejecting = await guard();
      // The part of a response that an adapter needs to set a header: Express's `set`, Fastify's `header`.
      const response = { set() {}, header() {}, status() {} };
      expect(() => rejecting.canActivate(call('http', request, response))).toThrow(UnauthenticatedException);
    },
  );

  it('rejects with a message that says nothing was checked', async () => {
    const rejecting = await guard();
    expect(await rejection(rejecting, call('unheard-of', {}))).toMatchObject({
      reason: 'request-not-authenticated',
    });
  });
});
