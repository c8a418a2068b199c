import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Controller, Get, NotFoundException, UseGuards } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AcceptsToken, Auth, ClerkAuthGuard, ClerkModule, Protect, Public } from 'nest-clerk';
import type { AuthObject, ProtectPredicate } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';
import type { SessionTokenOptions } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';
import type { NestSettings } from '../../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await closeApps();
});

type Controllers = NonNullable<NestSettings['controllers']>;

function start(controllers: Controllers, providers: NestSettings['providers'] = []) {
  return startNest({ imports: [ClerkModule.forRoot(local.keys)], controllers, providers });
}

const as = async (options: Partial<SessionTokenOptions> = {}) =>
  bearer(
    await local.issueSessionToken({
      userId: 'user_alice',
      orgId: 'org_acme',
      orgRole: 'org:member',
      ...options,
    }),
  );
const asAdmin = () => as({ orgRole: 'org:admin' });

const FORBIDDEN = { statusCode: 403, message: 'Forbidden', error: 'Forbidden' };

describe('@Protect()', () => {
  @Controller('invoices')
  class InvoicesController {
    @Get()
    @Protect()
    list() {
      return { isIn: true };
    }

    @Get('admin')
    @Protect({ role: ['org:admin', 'org:owner'] })
    admin() {
      return { isIn: true };
    }
  }

  it('requires a signed-in user without any other guard', async () => {
    const app = await start([InvoicesController]);
    expect((await app.get('/invoices')).json).toMatchObject({ statusCode: 401, message: 'Unauthenticated' });
    expect((await app.get('/invoices', await as())).json).toEqual({ isIn: true });
  });

  it('responds 401 to a signed-out caller, 403 to another user and 200 to the right one', async () => {
    const app = await start([InvoicesController]);
    expect((await app.get('/invoices/admin')).status).toBe(401);
    const rejected = await app.get('/invoices/admin', await as());
    expect(rejected.status).toBe(403);
    expect(rejected.json).toEqual({ ...FORBIDDEN, reason: 'requirement-not-met' });
    expect((await app.get('/invoices/admin', await asAdmin())).status).toBe(200);
  });

  it('responds 401 to a user with a pending session, as the guard does', async () => {
    const app = await start([InvoicesController]);
    const answer = await app.get('/invoices/admin', await as({ claims: { sts: 'pending' } }));
    expect(answer.json).toMatchObject({ statusCode: 401, reason: 'session-pending' });
  });

  it('on a controller and its handler, or twice on one handler, requires all of them', async () => {
    @Controller('both')
    @Protect({ feature: 'org:invoicing' })
    class BothController {
      @Get('one')
      @Protect({ role: 'org:admin' })
      one() {}

      @Get('stacked')
      @Protect({ role: 'org:admin' })
      @Protect({ plan: 'team' })
      stacked() {}
    }
    const app = await start([BothController]);
    const statuses = async (options: Partial<SessionTokenOptions>) => {
      const headers = await as(options);
      return [(await app.get('/both/one', headers)).status, (await app.get('/both/stacked', headers)).status];
    };
    const [feature, role] = [{ fea: 'o:invoicing' }, 'org:admin'];
    expect(await statuses({ orgRole: role })).toEqual([403, 403]);
    expect(await statuses({ claims: feature })).toEqual([403, 403]);
    expect(await statuses({ claims: feature, orgRole: role })).toEqual([200, 403]);
    expect(await statuses({ claims: { ...feature, pla: 'o:team' } })).toEqual([403, 403]);
    expect(await statuses({ claims: { ...feature, pla: 'o:team' }, orgRole: role })).toEqual([200, 200]);
  });

  it('is inherited, and a subclass adds requirements', async () => {
    @Protect({ role: 'org:admin' })
    class Base {
      @Get('inherited')
      inherited() {}
    }
    @Controller('plain')
    class PlainController extends Base {
      @Get('own')
      own() {}
    }
    @Controller('strict')
    @Protect({ plan: 'team' })
    class StrictController extends Base {}

    const app = await start([PlainController, StrictController]);
    for (const path of ['/plain/inherited', '/plain/own']) {
      expect([(await app.get(path)).status, (await app.get(path, await as())).status]).toEqual([401, 403]);
      expect((await app.get(path, await asAdmin())).status).toBe(200);
    }
    expect((await app.get('/strict/inherited', await asAdmin())).status).toBe(403);
    const both = await as({ orgRole: 'org:admin', claims: { pla: 'o:team' } });
    expect((await app.get('/strict/inherited', both)).status).toBe(200);
    expect((await app.get('/plain/own', await as({ claims: { pla: 'o:team' } }))).status).toBe(403);
  });
});

describe('@Protect(predicate)', () => {
  function guardedBy(predicate: ProtectPredicate) {
    @Controller()
    class PredicateController {
      @Get('items/:id')
      @Protect(predicate)
      item() {
        return { isIn: true };
      }
    }
    return start([PredicateController]);
  }

  it('passes the auth object and the execution context to the predicate', async () => {
    const app = await guardedBy((auth, context) => {
      const { params } = context.switchToHttp().getRequest<{ params: { id: string } }>();
      return auth.isAuthenticated && auth.tokenType === 'session_token' && auth.userId === params.id;
    });
    expect((await app.get('/items/user_alice')).status).toBe(401);
    expect((await app.get('/items/user_alice', await as())).status).toBe(200);
    expect((await app.get('/items/user_bob', await as())).json).toEqual({
      ...FORBIDDEN,
      reason: 'requirement-not-met',
    });
  });

  it.each([
    ['true', true, 200],
    ['a promise of true', Promise.resolve(true), 200],
    ['false', false, 403],
    ['a promise of false', Promise.resolve(false), 403],
    ['nothing', undefined, 403],
    ['a promise of undefined', Promise.resolve(undefined), 403],
    ['1', 1, 403],
    ["'yes'", 'yes', 403],
    ['an object', { has: true }, 403],
  ])('with a predicate that returns %s: %s %i', async (_what, returned, status) => {
    const app = await guardedBy(() => returned as boolean);
    expect((await app.get('/items/1', await as())).status).toBe(status);
  });

  it.each([
    [
      'throws',
      () => {
        throw new NotFoundException();
      },
      404,
    ],
    ['rejects', () => Promise.reject(new NotFoundException()), 404],
    [
      'throws an error that is not an HttpException',
      () => {
        throw new Error('the database is away');
      },
      500,
    ],
  ])('with a predicate that %s responds with its error', async (_what, predicate, status) => {
    const app = await guardedBy(predicate);
    const answer = await app.get('/items/1', await as());
    expect(answer.status).toBe(status);
    expect(answer.text).not.toContain('database');
  });

  it('calls the predicate once per request with several guards, and not for signed-out callers', async () => {
    const predicate = jest.fn((_auth: AuthObject, _context: ExecutionContext) => true);
    @Controller('guarded')
    @UseGuards(ClerkAuthGuard)
    @Protect(predicate)
    class GuardedController {
      @Get()
      @UseGuards(ClerkAuthGuard)
      @Protect()
      guarded() {}
    }
    const app = await start([GuardedController], [{ provide: APP_GUARD, useExisting: ClerkAuthGuard }]);
    await app.get('/guarded');
    expect(predicate).not.toHaveBeenCalled();
    const headers = await as();
    await app.get('/guarded', headers);
    await app.get('/guarded', headers);
    expect(predicate).toHaveBeenCalledTimes(2);
  });
});

describe('@Protect({ reverification })', () => {
  @Controller('account')
  class AccountController {
    @Get('delete')
    @Protect({ role: 'org:admin', reverification: 'strict' })
    remove() {}

    @Get('export')
    @Protect({ plan: 'team' })
    @Protect({ reverification: { level: 'first_factor', afterMinutes: 5 } })
    export() {}
  }

  it('responds with the hint that useReverification() of the frontend SDKs reads', async () => {
    const app = await start([AccountController]);
    const answer = await app.get(
      '/account/delete',
      await as({ orgRole: 'org:admin', claims: { fva: [11, 11] } }),
    );
    expect(answer.status).toBe(403);
    expect(answer.json).toEqual({
      ...FORBIDDEN,
      reason: 'reverification-error',
      clerk_error: {
        type: 'forbidden',
        reason: 'reverification-error',
        metadata: { reverification: 'strict' },
      },
    });
    const fresh = await as({ orgRole: 'org:admin', claims: { fva: [11, 9] } });
    expect((await app.get('/account/delete', fresh)).status).toBe(200);
  });

  it('responds without the hint to a caller who fails another requirement', async () => {
    const app = await start([AccountController]);
    for (const path of ['/account/delete', '/account/export']) {
      const { status, json } = await app.get(path, await as({ claims: { fva: [11, 11] } }));
      expect(status).toBe(403);
      expect(json.clerk_error).toBeUndefined();
    }
    const planned = await as({ claims: { fva: [11, 11], pla: 'o:team' } });
    expect((await app.get('/account/export', planned)).json.clerk_error.metadata).toEqual({
      reverification: { level: 'first_factor', afterMinutes: 5 },
    });
  });
});

describe('@Protect({ scopes })', () => {
  @Controller('invoices')
  @AcceptsToken('oauth_token', 'session_token')
  class ScopedController {
    @Get()
    @Protect({ scopes: ['invoices:read', 'invoices:write'] })
    list(@Auth('userId') userId: string) {
      return { userId };
    }
  }
  const oauth = async (...scopes: string[]) =>
    bearer((await local.oauthTokens.create({ subject: 'user_alice', scopes })).token);

  it('accepts a machine token with any of the listed scopes', async () => {
    const app = await start([ScopedController]);
    expect((await app.get('/invoices', await oauth('invoices:write'))).json).toEqual({
      userId: 'user_alice',
    });
    const rejected = await app.get('/invoices', await oauth('profile'));
    expect(rejected.json).toEqual({ ...FORBIDDEN, reason: 'insufficient-scope' });
    expect(rejected.headers['www-authenticate']).toMatch(
      /^Bearer .*error="insufficient_scope".*scope="invoices:read invoices:write"/,
    );
  });

  it('rejects a session', async () => {
    const app = await start([ScopedController]);
    const rejected = await app.get('/invoices', await as());
    expect(rejected.json).toEqual({ ...FORBIDDEN, reason: 'requirement-not-met' });
    expect(rejected.headers['www-authenticate']).toBeUndefined();
  });
});

describe('@Protect() and @Public() together', () => {
  it('the decorator of the handler applies', async () => {
    @Controller('open')
    @Public()
    class OpenController {
      @Get('closed')
      @Protect({ role: 'org:admin' })
      closed() {}

      @Get()
      open() {}
    }
    @Controller('closed')
    @Protect({ role: 'org:admin' })
    class ClosedController {
      @Get('open')
      @Public()
      open() {}

      @Get()
      closed() {}
    }
    const app = await start(
      [OpenController, ClosedController],
      [{ provide: APP_GUARD, useExisting: ClerkAuthGuard }],
    );
    expect((await app.get('/open')).status).toBe(200);
    expect((await app.get('/closed/open')).status).toBe(200);
    for (const path of ['/open/closed', '/closed']) {
      expect((await app.get(path)).status).toBe(401);
      expect((await app.get(path, await as())).status).toBe(403);
      expect((await app.get(path, await asAdmin())).status).toBe(200);
    }
  });

  const contradiction = expect.objectContaining({ code: 'requirement_invalid' });

  it.each([
    ['@Public() over @Protect()', () => [Public(), Protect({ role: 'org:admin' })]],
    ['@Protect() over @Public()', () => [Protect(), Public()]],
  ])('on the same handler or class throws: %s', (_order, decorators) => {
    expect(() => {
      const [outer, inner] = decorators();
      class Contradicting {
        @(outer!)
        @(inner!)
        handler() {}
      }
      return Contradicting;
    }).toThrow(contradiction);
    expect(() => {
      const [outer, inner] = decorators();
      @(outer!)
      @(inner!)
      class Contradicting {}
      return Contradicting;
    }).toThrow(contradiction);
  });

  it('on a subclass, @Public() does not open a protected base class', () => {
    @Protect({ role: 'org:admin' })
    class Base {}
    expect(() => {
      @Public()
      class Opened extends Base {}
      return Opened;
    }).toThrow(contradiction);
  });
});

it('a token is verified once for middleware, guards, requirements and decorators', async () => {
  @Controller('keys')
  @UseGuards(ClerkAuthGuard)
  @AcceptsToken('api_key')
  @Protect({ scopes: 'read' })
  class KeysController {
    @Get()
    @Protect({ scopes: 'read' })
    keys(@Auth('userId') userId: string, @Auth() auth: AuthObject) {
      return { userId, tokenType: auth.tokenType };
    }
  }
  const app = await start([KeysController], [{ provide: APP_GUARD, useExisting: ClerkAuthGuard }]);
  const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'CI', scopes: ['read'] });
  local.requests.length = 0;
  expect((await app.get('/keys', bearer(secret))).json).toEqual({
    userId: 'user_alice',
    tokenType: 'api_key',
  });
  expect(local.requests.map(request => request.operation)).toEqual(['verifyApiKey']);
});
