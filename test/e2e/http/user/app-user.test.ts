import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Inject, Injectable, Module, Query, Req, Scope, UseGuards } from '@nestjs/common';
import type { PipeTransform, Type } from '@nestjs/common';
import { APP_GUARD, REQUEST } from '@nestjs/core';
import {
  AcceptsToken,
  AppUser,
  ClerkAuthGuard,
  ClerkContext,
  ClerkModule,
  Protect,
  Public,
} from 'nest-clerk';
import type { AuthenticatedAuthObject, ClerkModuleOptions, ClerkUserResolver } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { USERS, UsersService } from '../../../support/app-users.js';
import type { UserRow } from '../../../support/app-users.js';
import { setEnvironment } from '../../../support/environment.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: USERS });
});
afterEach(closeApps);

@Injectable()
class Shout implements PipeTransform<string, string> {
  transform(value: string): string {
    return value.toUpperCase();
  }
}

@Injectable()
class Deep {
  constructor(private readonly clerk: ClerkContext) {}

  async plan() {
    return (await this.clerk.appUser<UserRow>())?.plan ?? null;
  }
}

@Controller()
class UserController {
  constructor(private readonly deep: Deep) {}

  @Get('open')
  open(@AppUser() user: UserRow | null) {
    return { user };
  }

  @Get('guarded')
  @UseGuards(ClerkAuthGuard)
  async guarded(
    @AppUser() user: UserRow,
    @AppUser('plan') plan: string,
    @AppUser('plan', Shout) loud: string,
  ) {
    return { user, plan, loud, deep: await this.deep.plan() };
  }

  @Get('machines')
  @UseGuards(ClerkAuthGuard)
  @AcceptsToken('api_key', 'm2m_token')
  machines(@AppUser('id') id: string) {
    return { id };
  }

  @Get('unused')
  @UseGuards(ClerkAuthGuard)
  unused() {
    return {};
  }

  @Get('deep')
  async onlyDeep() {
    return { plan: await this.deep.plan() };
  }

  @Get('deep-guarded')
  @UseGuards(ClerkAuthGuard)
  async deepGuarded() {
    return { plan: await this.deep.plan() };
  }
}

/** The resolver is a provider of another module than the controllers, and is not exported. */
@Module({ providers: [UsersService] })
class UsersModule {}

async function start(options: Partial<ClerkModuleOptions> = {}, resolver: Type<unknown> = UsersService) {
  const app = await startNest({
    imports: [
      ClerkModule.forRoot({
        ...local.keys,
        jwtKey: local.jwtKey,
        userResolver: resolver as Type<ClerkUserResolver<object>>,
        ...options,
      }),
      UsersModule,
    ],
    controllers: [UserController],
    providers: [Deep],
  });
  return { ...app, users: app.app.get(UsersService, { strict: false }) };
}

const as = async (userId: string) => bearer(await local.issueSessionToken({ userId }));

describe('@AppUser()', () => {
  it('gives the user that the resolver finds, one field, and a field through a pipe', async () => {
    const { get } = await start();
    expect((await get('/guarded', await as('user_alice'))).json).toEqual({
      user: { id: 'row of user_alice', plan: 'pro' },
      plan: 'pro',
      loud: 'PRO',
      deep: 'pro',
    });
  });

  it('calls the resolver once per request, for concurrent parameters and services together', async () => {
    const { get, users } = await start();
    await get('/guarded', await as('user_alice'));
    expect(users.calls).toHaveLength(1);
    await get('/guarded', await as('user_alice'));
    expect(users.calls).toHaveLength(2);
  });

  it('does not call the resolver for a handler that does not ask for the user', async () => {
    const { get, users } = await start();
    expect((await get('/unused', await as('user_alice'))).status).toBe(200);
    expect(users.calls).toEqual([]);
  });

  it('is null for a signed-out caller, without a call of the resolver', async () => {
    const { get, users } = await start();
    expect((await get('/open')).json).toEqual({ user: null });
    expect((await get('/deep')).json).toEqual({ plan: null });
    expect(users.calls).toEqual([]);
  });

  it('passes the auth object and the call to the resolver', async () => {
    const { get, users } = await start();
    await get('/guarded', await as('user_alice'));
    expect(users.calls[0]).toMatchObject({ tokenType: 'session_token', userId: 'user_alice' });
    expect(users.contexts[0]?.getHandler()).toBe(UserController.prototype.guarded);
    const request = users.contexts[0]?.switchToHttp().getRequest<{ url: string }>();
    expect(request?.url).toBe('/guarded');
  });

  it.each(['/guarded', '/open', '/deep', '/deep-guarded'])(
    'rejects with 403 and a reason of its own at %s if the resolver returns null',
    async path => {
      const { get } = await start();
      const { status, json } = await get(path, await as('user_unknown'));
      expect({ status, json }).toEqual({
        status: 403,
        json: {
          statusCode: 403,
          message: 'Forbidden',
          error: 'Forbidden',
          reason: 'app-user-not-found',
        },
      });
    },
  );

  it.each(['/guarded', '/open', '/deep', '/deep-guarded'])(
    'at %s fails with the error that the resolver throws',
    async path => {
      const { get } = await start();
      const conflict = await get(path, await as('user_conflict'));
      expect(conflict).toMatchObject({ status: 409, json: { message: 'The account is being merged.' } });
      const broken = await get(path, await as('user_broken'));
      expect(broken).toMatchObject({ status: 500, json: { message: 'Internal server error' } });
    },
  );

  it('gives the user of a machine token only on a route that accepts the token', async () => {
    const { get, users } = await start();
    const key = bearer(local.apiKeys.create({ subject: 'user_alice', name: 'CI' }).secret);
    expect((await get('/machines', key)).json).toEqual({ id: 'row of user_alice' });
    expect(users.calls[0]).toMatchObject({ tokenType: 'api_key', subject: 'user_alice' });
    expect((await get('/open', key)).json).toEqual({ user: null });
    expect(users.calls).toHaveLength(1);
  });

  it('finds a resolver by an injection token', async () => {
    const app = await startNest({
      imports: [ClerkModule.forRoot({ ...local.keys, userResolver: 'USERS' })],
      controllers: [UserController],
      providers: [Deep, { provide: 'USERS', useValue: { resolve: () => ({ plan: 'by token' }) } }],
    });
    expect((await app.get('/deep-guarded', await as('user_alice'))).json).toEqual({ plan: 'by token' });
  });

  it('calls a request-scoped resolver with the request of the caller', async () => {
    @Injectable({ scope: Scope.REQUEST })
    class ScopedUsers implements ClerkUserResolver<object> {
      constructor(@Inject(REQUEST) private readonly request: { url: string }) {}

      resolve() {
        return { id: this.request.url, plan: 'scoped' };
      }
    }
    const app = await startNest({
      imports: [ClerkModule.forRoot({ ...local.keys, userResolver: ScopedUsers })],
      controllers: [UserController],
      providers: [Deep, ScopedUsers],
    });
    expect((await app.get('/open?a', await as('user_alice'))).json.user.id).toBe('/open?a');
    expect((await app.get('/open?b', await as('user_alice'))).json.user.id).toBe('/open?b');
  });

  it('keeps the users of concurrent requests apart', async () => {
    const { get } = await start();
    const ids = Array.from({ length: 20 }, (_, index) => `user_${index}`);
    for (const id of ids) local.users.create({ id });
    const answers = await Promise.all(
      ids.map(async id => (await get('/guarded', await as(id))).json.user.id),
    );
    expect(answers).toEqual(ids.map(id => `row of ${id}`));
  });

  it('gives each application of a process the users of its own resolver', async () => {
    class OtherUsers implements ClerkUserResolver<object> {
      resolve() {
        return { id: 'other', plan: 'other' };
      }
    }
    const { get } = await start();
    const other = await startNest({
      imports: [ClerkModule.forRoot({ ...local.keys, jwtKey: local.jwtKey, userResolver: OtherUsers })],
      controllers: [UserController],
      providers: [Deep, OtherUsers],
    });
    const headers = await as('user_alice');
    expect((await get('/open', headers)).json.user.id).toBe('row of user_alice');
    expect((await other.get('/open', headers)).json.user.id).toBe('other');
  });
});

describe('ClerkContext.appUser()', () => {
  it('calls the resolver once, with the call of the guard', async () => {
    const { get, users } = await start();
    expect((await get('/deep-guarded', await as('user_alice'))).json).toEqual({ plan: 'pro' });
    expect(users.calls).toHaveLength(1);
    expect(users.contexts[0]?.getHandler()).toBe(UserController.prototype.deepGuarded);
  });

  it('calls the resolver with the request alone on a route without a guard', async () => {
    const { get, users } = await start();
    expect((await get('/deep', await as('user_alice'))).json).toEqual({ plan: 'pro' });
    const [context] = users.contexts;
    expect(context?.getHandler()).toBeNull();
    expect(context?.switchToHttp().getRequest<{ url: string }>().url).toBe('/deep');
  });

  it('rejects outside of any call', async () => {
    const { app } = await start();
    const context = await app.resolve(ClerkContext);
    await expect(context.appUser()).rejects.toMatchObject({ code: 'context_missing' });
  });
});

describe('populateRequestUser', () => {
  @Controller()
  class RequestController {
    @Get('guarded')
    guarded(@Req() request: { user?: unknown }) {
      return { user: request.user ?? null };
    }

    @Get('admins')
    @Protect({ role: 'org:admin' })
    admins(@Req() request: { user?: unknown }) {
      return { user: request.user ?? null };
    }

    @Get('public')
    @Public()
    open(@Req() request: { user?: unknown }, @Query('q') _q?: string) {
      return { user: request.user ?? null };
    }
  }

  async function startPopulated(populateRequestUser = true) {
    const app = await startNest({
      imports: [
        ClerkModule.forRoot({
          ...local.keys,
          jwtKey: local.jwtKey,
          userResolver: UsersService,
          populateRequestUser,
        }),
      ],
      controllers: [RequestController],
      providers: [UsersService, { provide: APP_GUARD, useExisting: ClerkAuthGuard }],
    });
    return { ...app, users: app.app.get(UsersService) };
  }

  it('sets req.user on guarded and public routes', async () => {
    const { get } = await startPopulated();
    const user = { id: 'row of user_alice', plan: 'pro' };
    expect((await get('/guarded', await as('user_alice'))).json).toEqual({ user });
    expect((await get('/public', await as('user_alice'))).json).toEqual({ user });
  });

  it('leaves req.user unset by default', async () => {
    const { get, users } = await startPopulated(false);
    expect((await get('/guarded', await as('user_alice'))).json).toEqual({ user: null });
    expect(users.calls).toEqual([]);
  });

  it('leaves req.user unset for a signed-out caller of a public route', async () => {
    const { get, users } = await startPopulated();
    expect((await get('/public')).json).toEqual({ user: null });
    expect(users.calls).toEqual([]);
  });

  it('rejects a caller whom the resolver does not know, except on public routes', async () => {
    const { get } = await startPopulated();
    const headers = await as('user_unknown');
    expect(await get('/guarded', headers)).toMatchObject({
      status: 403,
      json: { reason: 'app-user-not-found' },
    });
    expect(await get('/public', headers)).toMatchObject({ status: 200, json: { user: null } });
  });

  it('does not call the resolver for a caller who is rejected', async () => {
    const { get, users } = await startPopulated();
    expect((await get('/guarded')).status).toBe(401);
    expect((await get('/admins', await as('user_alice'))).status).toBe(403);
    expect(users.calls).toEqual([]);
  });
});

describe('the start of an application', () => {
  const startWith = (options: Partial<ClerkModuleOptions>, providers: Type[] = []) =>
    startNest({
      imports: [ClerkModule.forRoot({ ...local.keys, ...options })],
      controllers: [UserController],
      providers: [Deep, ...providers],
    });

  it('fails if no module provides the resolver', async () => {
    await expect(startWith({ userResolver: UsersService })).rejects.toMatchObject({
      code: 'user_resolver_missing',
      message: expect.stringContaining('Add UsersService to the `providers`'),
    });
  });

  it('fails if @AppUser() is used without the option', async () => {
    await expect(startWith({})).rejects.toMatchObject({
      code: 'user_resolver_missing',
      message: expect.stringContaining('@AppUser() on UserController.'),
    });
  });

  it('fails if the provider has no method resolve()', async () => {
    class Empty {}
    const userResolver = Empty as Type<ClerkUserResolver<object>>;
    await expect(startWith({ userResolver }, [Empty])).rejects.toMatchObject({
      code: 'option_invalid',
      message: expect.stringContaining('resolve(auth, context)'),
    });
  });

  it.each([
    ['populateRequestUser without userResolver', { populateRequestUser: true }],
    ['an instance', { userResolver: { resolve: (_auth: AuthenticatedAuthObject) => null } }],
    ['an empty string', { userResolver: '' }],
  ])('fails for %s', async (_title, options) => {
    await expect(startWith(options as never)).rejects.toMatchObject({ code: 'option_invalid' });
  });
});
