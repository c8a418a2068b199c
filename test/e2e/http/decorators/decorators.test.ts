import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { BadRequestException, Controller, Get, Injectable, Param, Req, UseGuards } from '@nestjs/common';
import type { PipeTransform } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Auth, ClerkAuthGuard, ClerkModule, getAuth } from 'nest-clerk';
import type { AuthObject, SessionAuthObject, SignedInAuth } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { newHttpAdapter } from '../../../support/http-adapter.js';
import { bearer, sessionCookie } from '../../../support/nest-app.js';
import { closeApps, listenNest, startNest } from '../../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
afterEach(closeApps);

@Injectable()
class NumericIdPipe implements PipeTransform<string, string> {
  transform(userId: string) {
    if (!userId.startsWith('user_')) throw new BadRequestException();
    return userId.slice('user_'.length);
  }
}

const FIELDS = ['userId', 'sessionId', 'orgId', 'orgRole', 'orgSlug', 'orgPermissions', 'actor'] as const;

@Controller()
class AuthController {
  @Get('whole')
  whole(@Auth() auth: SessionAuthObject, @Req() request: object) {
    return { auth, isTheSameAsGetAuth: auth === getAuth(request) };
  }

  @Get('fields')
  fields(
    @Auth('userId') userId: string | null,
    @Auth('sessionId') sessionId: string | null,
    @Auth('orgId') orgId: string | null | undefined,
    @Auth('orgRole') orgRole: string | null | undefined,
    @Auth('orgSlug') orgSlug: string | null | undefined,
    @Auth('orgPermissions') orgPermissions: string[] | null | undefined,
    @Auth('actor') actor: unknown,
    @Req() request: object,
  ) {
    const auth: SessionAuthObject = getAuth(request);
    return {
      given: { userId, sessionId, orgId, orgRole, orgSlug, orgPermissions, actor },
      expected: Object.fromEntries(FIELDS.map(field => [field, auth[field]])),
    };
  }

  @Get('functions')
  @UseGuards(ClerkAuthGuard)
  async functions(
    @Auth('has') has: SignedInAuth['has'],
    @Auth('getToken') getToken: SignedInAuth['getToken'],
  ) {
    return { isAdmin: has({ role: 'org:admin' }), token: await getToken() };
  }

  @Get('any')
  any(@Auth({ acceptsToken: 'any' }) auth: AuthObject) {
    return { tokenType: auth.tokenType };
  }

  @Get('api-key')
  apiKey(@Auth({ acceptsToken: ['api_key', 'oauth_token'] }) auth: AuthObject) {
    return { tokenType: auth.tokenType, isAuthenticated: auth.isAuthenticated };
  }

  @Get('pending')
  pending(
    @Auth({ treatPendingAsSignedOut: false }) lenient: SessionAuthObject,
    @Auth() strict: SessionAuthObject,
  ) {
    return { lenient: lenient.userId, strict: strict.userId, status: strict.sessionStatus };
  }

  @Get('piped/:id')
  @UseGuards(ClerkAuthGuard)
  piped(
    @Auth('userId', NumericIdPipe) byClass: string,
    @Auth('userId', new NumericIdPipe()) byInstance: string,
    @Param('id') id: string,
  ) {
    return { byClass, byInstance, id };
  }

  @Get('piped-session')
  pipedSession(@Auth('sessionId', NumericIdPipe) sessionId: string) {
    return sessionId;
  }
}

function start() {
  return startNest({ imports: [ClerkModule.forRoot({ ...local.keys })], controllers: [AuthController] });
}

const acme = {
  userId: 'user_alice',
  orgId: 'org_acme',
  orgRole: 'org:admin',
  orgSlug: 'acme',
  orgPermissions: ['org:invoices:create'],
};

describe('@Auth()', () => {
  it('returns the auth object of getAuth()', async () => {
    const app = await start();
    const { json } = await app.get('/whole', bearer(await local.issueSessionToken(acme)));
    expect(json.isTheSameAsGetAuth).toBe(true);
    expect(json.auth).toMatchObject({ ...acme, tokenType: 'session_token', isAuthenticated: true });
  });

  it('returns the signed-out auth object without a user, and rejects no request', async () => {
    const { status, json } = await (await start()).get('/whole');
    expect(status).toBe(200);
    expect(json).toMatchObject({ auth: { userId: null, isAuthenticated: false }, isTheSameAsGetAuth: true });
  });
});

describe("@Auth('field')", () => {
  it.each([
    ['a signed-out request', async () => ({})],
    ['a user', async () => bearer(await local.issueSessionToken({ userId: 'user_alice' }))],
    ['a member of an organization', async () => bearer(await local.issueSessionToken(acme))],
    ['a browser', async () => sessionCookie(await local.issueSessionToken(acme))],
    [
      'an impersonated user',
      async () =>
        bearer(await local.issueSessionToken({ userId: 'user_alice', actor: { sub: 'user_support' } })),
    ],
    ['a rejected token', async () => bearer('not-a-token')],
  ])('returns the field of the auth object of %s', async (_, headers) => {
    const { json } = await (await start()).get('/fields', await headers());
    expect(json.given).toEqual(json.expected);
  });

  it('returns bound functions', async () => {
    const token = await local.issueSessionToken(acme);
    expect((await (await start()).get('/functions', bearer(token))).json).toEqual({ isAdmin: true, token });
  });
});

describe('@Auth({ … })', () => {
  it('accepts acceptsToken as getAuth() does', async () => {
    const app = await start();
    const headers = bearer(await local.issueSessionToken(acme));
    expect((await app.get('/any', headers)).json).toEqual({ tokenType: 'session_token' });
    expect((await app.get('/any', bearer('ak_unknown'))).json).toEqual({ tokenType: 'api_key' });
    expect((await app.get('/api-key', headers)).json).toEqual({ tokenType: null, isAuthenticated: false });
    expect((await app.get('/api-key', bearer('ak_unknown'))).json).toEqual({
      tokenType: 'api_key',
      isAuthenticated: false,
    });
  });

  it('accepts treatPendingAsSignedOut as getAuth() does', async () => {
    const pending = await local.issueSessionToken({ userId: 'user_alice', sessionStatus: 'pending' });
    expect((await (await start()).get('/pending', bearer(pending))).json).toEqual({
      lenient: 'user_alice',
      strict: null,
      status: 'pending',
    });
  });
});

describe('@Auth() with a pipe', () => {
  it('returns the transformed value, with a class or an instance', async () => {
    const headers = bearer(await local.issueSessionToken(acme));
    expect((await (await start()).get('/piped/7', headers)).json).toEqual({
      byClass: 'alice',
      byInstance: 'alice',
      id: '7',
    });
  });

  it('responds with the error of the pipe', async () => {
    const headers = bearer(await local.issueSessionToken(acme));
    expect((await (await start()).get('/piped-session', headers)).status).toBe(400);
  });
});

describe('getAuth() without the middleware', () => {
  it('throws an error that says what to register', () => {
    expect(() => getAuth({})).toThrow(
      expect.objectContaining({
        code: 'middleware_missing',
        message: expect.stringMatching(
          /ClerkModule\.forRoot\(\).*root module.*app\.use\(clerkMiddleware\(\)\)/,
        ),
      }),
    );
  });

  it('throws an error that names the import for a test with an overridden guard', async () => {
    @Controller()
    class OrdersController {
      @Get('orders')
      @UseGuards(ClerkAuthGuard)
      orders(@Auth('userId') userId: string) {
        return { userId };
      }
    }
    const errors: unknown[] = [];
    const module = Test.createTestingModule({ controllers: [OrdersController] })
      .overrideGuard(ClerkAuthGuard)
      .useValue({ canActivate: () => true });
    const app = (await module.compile()).createNestApplication(await newHttpAdapter(), {
      logger: { log() {}, warn() {}, error: (error: unknown) => void errors.push(error) },
    });
    expect((await (await listenNest(app)).get('/orders')).status).toBe(500);
    expect(String(errors[0])).toMatch(
      /In a test, import the module with the keys of a `LocalClerk`.*nest-clerk\/testing/,
    );
  });

  it.each([
    ['an object of another library', { auth: { userId: 'user_mallory' } }],
    ['a function of another library', { auth: () => ({ userId: 'user_mallory' }) }],
    ['null', { auth: null }],
    ['a string', { auth: 'user_mallory' }],
  ])('throws if req.auth is %s', (_, request) => {
    expect(() => getAuth(request)).toThrow(expect.objectContaining({ code: 'middleware_missing' }));
  });
});

it('getAuth() accepts a Fastify request', async () => {
  @Controller('fastify-like')
  class FastifyLikeController {
    @Get()
    read(@Req() request: { raw?: object }) {
      return getAuth({ raw: request.raw ?? request });
    }
  }
  const app = await startNest({
    imports: [ClerkModule.forRoot({ ...local.keys })],
    controllers: [FastifyLikeController],
  });
  const { json } = await app.get('/fastify-like', bearer(await local.issueSessionToken(acme)));
  expect(json).toMatchObject(acme);
});
