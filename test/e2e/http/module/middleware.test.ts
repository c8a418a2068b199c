import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Module, Post, UseGuards, VersioningType } from '@nestjs/common';
import type { INestApplication, MiddlewareConsumer } from '@nestjs/common';
import { Auth, ClerkAuthGuard, ClerkModule } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { limitBodies } from '../../../support/http-adapter.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';

let local: LocalClerk;
let token: string;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  token = await local.issueSessionToken({ userId: 'user_alice', expiresIn: 3600 });
});
afterEach(closeApps);

@Controller('orders')
class OrdersController {
  @Get()
  list(@Auth('userId') userId: string | null) {
    return { userId };
  }

  @Post()
  @UseGuards(ClerkAuthGuard)
  create(@Body() order: unknown, @Auth('userId') userId: string) {
    return { userId, order };
  }
}

function start(configure?: (app: INestApplication) => unknown) {
  return startNest({
    imports: [ClerkModule.forRoot({ ...local.keys })],
    controllers: [OrdersController],
    configure,
  });
}

describe('every path is authenticated', () => {
  it('under a global prefix', async () => {
    const app = await start(nest => nest.setGlobalPrefix('api'));
    expect((await app.get('/api/orders', bearer(token))).json).toEqual({ userId: 'user_alice' });
  });

  it('outside the global prefix, where a route is excluded from it', async () => {
    const app = await start(nest => nest.setGlobalPrefix('api', { exclude: ['orders'] }));
    expect((await app.get('/orders', bearer(token))).json).toEqual({ userId: 'user_alice' });
  });

  it('under a version in the path', async () => {
    const app = await start(nest =>
      nest.enableVersioning({ type: VersioningType.URI, defaultVersion: ['1', '2'] }),
    );
    for (const path of ['/v1/orders', '/v2/orders']) {
      expect((await app.get(path, bearer(token))).json).toEqual({ userId: 'user_alice' });
    }
  });

  it('where there is no route: the 404 still says why no user is signed in', async () => {
    const app = await start(nest => nest.setGlobalPrefix('api'));
    for (const path of ['/nowhere', '/api/nowhere', '/']) {
      const { status, headers } = await app.get(path, bearer(`${token}x`));
      expect({ status, authStatus: headers['x-clerk-auth-status'] }).toEqual({
        status: 404,
        authStatus: 'signed-out',
      });
      expect(headers['x-clerk-auth-reason']).toMatch(/^token-invalid/);
      expect(headers['x-clerk-auth-message']).toContain('token-carrier=header');
    }
  });

  it('also for what is answered outside of its routes', async () => {
    const app = await start(nest => {
      nest.use('/raw', (request: { auth: () => { userId: string } }, response: { end(text: string): void }) =>
        response.end(request.auth().userId),
      );
    });
    expect((await app.get('/raw/any', bearer(token))).text).toBe('user_alice');
  });
});

describe('the body parser comes after it', () => {
  const json = { 'content-type': 'application/json' };

  it('and parses the body for who is signed in', async () => {
    const app = await start();
    const headers = { ...json, ...bearer(token) };
    const { status, json: answer } = await app.request('/orders', {
      method: 'POST',
      headers,
      body: '{"item":"tea"}',
    });
    expect({ status, answer }).toEqual({
      status: 201,
      answer: { userId: 'user_alice', order: { item: 'tea' } },
    });
  });

  it('so the 400 for a malformed body still says why no user is signed in', async () => {
    const app = await start();
    const { status, headers } = await app.request('/orders', { method: 'POST', headers: json, body: '{' });
    expect(status).toBe(400);
    expect(headers).toMatchObject({
      'x-clerk-auth-status': 'signed-out',
      'x-clerk-auth-reason': 'dev-browser-missing',
    });
  });

  it('and a body that is too large is rejected with the same headers', async () => {
    const app = await start(nest => limitBodies(nest, 1000));
    const body = JSON.stringify({ item: 'x'.repeat(2000) });
    const { status, headers } = await app.request('/orders', { method: 'POST', headers: json, body });
    expect(status).toBe(413);
    expect(headers['x-clerk-auth-status']).toBe('signed-out');
  });
});

it("comes before the application's own middleware, which can ask who it is", async () => {
  const seen: unknown[] = [];

  @Module({ controllers: [OrdersController] })
  class OrdersModule {
    configure(consumer: MiddlewareConsumer) {
      consumer
        .apply((request: { auth: () => { userId: string } }, _response: unknown, next: () => void) => {
          seen.push(request.auth().userId);
          next();
        })
        .forRoutes('orders');
    }
  }
  const app = await startNest({ imports: [OrdersModule, ClerkModule.forRoot({ ...local.keys })] });
  await app.get('/orders', bearer(token));
  expect(seen).toEqual(['user_alice']);
});

it('adds nothing to the answer when a user is signed in', async () => {
  const app = await start();
  const { headers } = await app.get('/orders', bearer(token));
  expect(Object.keys(headers).filter(name => name.startsWith('x-clerk'))).toEqual([]);
});

it('answers 400 itself for a request target that is no URL, and leaves the rest to Nest', async () => {
  const app = await start();
  expect((await app.get('//')).status).toBe(400);
  expect((await app.get('//orders')).status).toBe(404);
});
