import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, UseGuards } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Auth, ClerkAuthGuard, ClerkModule, Public } from 'nest-clerk';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { bearer, sessionCookie } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';
import type { NestSettings, RunningApp } from '../../../support/running-app.js';

let local: LocalClerk;
let token: string;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
beforeEach(async () => {
  token = await local.issueSessionToken({ userId: 'user_alice' });
});
afterEach(closeApps);

const globalGuard = { provide: APP_GUARD, useClass: ClerkAuthGuard };

function start(settings: NestSettings, options: ClerkModuleOptions = {}) {
  const clerk = ClerkModule.forRoot({ ...local.keys, ...options });
  return startNest({ ...settings, imports: [clerk, ...(settings.imports ?? [])] });
}

/** The responses to a signed-out and to a signed-in user. */
async function statusesOf(app: RunningApp, path: string): Promise<[signedOut: number, signedIn: number]> {
  return [(await app.get(path)).status, (await app.get(path, bearer(token))).status];
}

describe('ClerkAuthGuard', () => {
  it('on a class guards every route of the class', async () => {
    @Controller('orders')
    @UseGuards(ClerkAuthGuard)
    class OrdersController {
      @Get()
      list() {}

      @Get(':id')
      one() {}
    }
    const app = await start({ controllers: [OrdersController] });
    expect(await statusesOf(app, '/orders')).toEqual([401, 200]);
    expect(await statusesOf(app, '/orders/1')).toEqual([401, 200]);
  });

  it('on a method guards that route', async () => {
    @Controller('orders')
    class OrdersController {
      @Get()
      list() {}

      @Get(':id')
      @UseGuards(ClerkAuthGuard)
      one() {}
    }
    const app = await start({ controllers: [OrdersController] });
    expect(await statusesOf(app, '/orders')).toEqual([200, 200]);
    expect(await statusesOf(app, '/orders/1')).toEqual([401, 200]);
  });

  it('works in a module that does not import ClerkModule', async () => {
    @Controller('orders')
    @UseGuards(ClerkAuthGuard)
    class OrdersController {
      @Get()
      list() {}
    }
    @Module({ controllers: [OrdersController] })
    class OrdersModule {}
    expect(await statusesOf(await start({ imports: [OrdersModule] }), '/orders')).toEqual([401, 200]);
  });

  it('as APP_GUARD guards every route of the application', async () => {
    @Controller('orders')
    class OrdersController {
      @Get()
      list() {}
    }
    @Module({ controllers: [OrdersController] })
    class OrdersModule {}
    const app = await start({ imports: [OrdersModule], providers: [globalGuard] });
    expect(await statusesOf(app, '/orders')).toEqual([401, 200]);
    expect(await statusesOf(app, '/nowhere')).toEqual([404, 404]);
  });

  it('with useGlobalGuards(app.get(ClerkAuthGuard)) guards every route of the application', async () => {
    @Controller('orders')
    class OrdersController {
      @Get()
      list() {}
    }
    const app = await start({
      controllers: [OrdersController],
      configure: nest => nest.useGlobalGuards(nest.get(ClerkAuthGuard)),
    });
    expect(await statusesOf(app, '/orders')).toEqual([401, 200]);
  });
});

describe('@Public()', () => {
  @Controller('orders')
  class OrdersController {
    @Get()
    list() {}

    @Public()
    @Get('prices')
    prices(@Auth('userId') userId: string | null) {
      return { userId };
    }
  }

  @Public()
  @Controller('pages')
  class PagesController {
    @Get()
    home() {}
  }

  const settings = { controllers: [OrdersController, PagesController], providers: [globalGuard] };

  it('on a method opens that route only, under a global guard', async () => {
    const app = await start(settings);
    expect(await statusesOf(app, '/orders/prices')).toEqual([200, 200]);
    expect(await statusesOf(app, '/orders')).toEqual([401, 200]);
  });

  it('on a class opens every route of the class', async () => {
    expect(await statusesOf(await start(settings), '/pages')).toEqual([200, 200]);
  });

  it("keeps the caller's auth state", async () => {
    const app = await start(settings);
    expect((await app.get('/orders/prices')).json).toEqual({ userId: null });
    expect((await app.get('/orders/prices', bearer(token))).json).toEqual({ userId: 'user_alice' });
  });

  it('opens a path in `exclude`, which the guard would reject', async () => {
    const app = await start(settings, { exclude: ['/pages'] });
    expect(await statusesOf(app, '/pages')).toEqual([200, 200]);
  });

  it('does not apply to a subclass that overrides the method', async () => {
    @Controller('special')
    class SpecialController extends OrdersController {
      @Get('prices')
      override prices(@Auth('userId') userId: string | null) {
        return { userId };
      }
    }
    const app = await start({ controllers: [SpecialController], providers: [globalGuard] });
    expect(await statusesOf(app, '/special/prices')).toEqual([401, 200]);
  });
});

describe('ClerkAuthGuard accepts', () => {
  @Controller()
  @UseGuards(ClerkAuthGuard)
  class MeController {
    @Get('me')
    me(@Auth('userId') userId: string) {
      return { userId };
    }
  }
  const settings = { controllers: [MeController] };

  it('a session token in Authorization, with or without Bearer, or in the cookie', async () => {
    const app = await start(settings);
    for (const headers of [bearer(token), { authorization: token }, sessionCookie(token)]) {
      expect((await app.get('/me', headers)).json).toEqual({ userId: 'user_alice' });
    }
  });

  it('no pending session', async () => {
    const pending = await local.issueSessionToken({ userId: 'user_alice', sessionStatus: 'pending' });
    const { status, json: body } = await (await start(settings)).get('/me', bearer(pending));
    expect({ status, reason: body.reason }).toEqual({ status: 401, reason: 'session-pending' });
  });

  it('no machine token', async () => {
    const machine = await local.signJwt({
      sub: 'mch_1',
      iss: local.issuer,
      iat: Math.floor(Date.now() / 1000),
      exp: Math.floor(Date.now() / 1000) + 60,
    });
    const { status, json: body } = await (await start(settings)).get('/me', bearer(machine));
    expect({ status, reason: body.reason }).toEqual({ status: 401, reason: 'token-type-mismatch' });
  });

  it('a valid token, whatever req.auth another library sets', async () => {
    const foreign = { userId: 'user_mallory', isAuthenticated: true };
    const app = await start({
      ...settings,
      configure: nest =>
        nest.use((request: { auth: unknown }, _response: unknown, next: () => void) => {
          request.auth = Object.assign(() => foreign, foreign);
          next();
        }),
    });
    expect(await statusesOf(app, '/me')).toEqual([401, 200]);
  });
});
