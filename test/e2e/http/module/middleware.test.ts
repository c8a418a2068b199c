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

describe('middleware authenticates', () => {
  it('paths under a global prefix', async () => {
    const app = await start(nest => nest.setGlobalPrefix('api'));
    expect((await app.get('/api/orders', bearer(token))).json).toEqual({ userId: 'user_alice' });
  });

  it('paths outside the global prefix, which exclude their route', async () => {
    const app = await start(nest => nest.setGlobalPrefix('api', { exclude: ['orders'] }));
    expect((await app.get('/orders', bearer(token))).json).toEqual({ userId: 'user_alice' });
  });

  it('paths with a version', async () => {
    const app = await start(nest =>
      nest.enableVersioning({ type: VersioningType.URI, defaultVersion: ['1', '2'] }),
    );
    for (const path of ['/v1/orders', '/v2/orders']) {
      expect((await app.get(path, bearer(token))).json).toEqual({ userId: 'user_alice' });
    }
  });

  it('unknown paths: the 404 has the auth headers', async () => {
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

  it('paths that other middleware answers', async () => {
    const app = await start(nest => {
      nest.use('/raw', (request: { auth: () => { userId: string } }, response: { end(text: string): void }) =>
        response.end(request.auth().userId),
      );
    });
    expect((await app.get('/raw/any', bearer(token))).text).toBe('user_alice');
  });
});

describe('middleware before the body parser', () => {
  const json = { 'content-type': 'application/json' };

  it('leaves the body to the parser', async () => {
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

  it('sends the auth headers with the 400 for a malformed body', async () => {
    const app = await start();
    const { status, headers } = await app.request('/orders', { method: 'POST', headers: json, body: '{' });
    expect(status).toBe(400);
    expect(headers).toMatchObject({
      'x-clerk-auth-status': 'signed-out',
      'x-clerk-auth-reason': 'dev-browser-missing',
    });
  });

  it('sends the auth headers with the 413 for a large body', async () => {
    const app = await start(nest => limitBodies(nest, 1000));
    const body = JSON.stringify({ item: 'x'.repeat(2000) });
    const { status, headers } = await app.request('/orders', { method: 'POST', headers: json, body });
    expect(status).toBe(413);
    expect(headers['x-clerk-auth-status']).toBe('signed-out');
  });
});

it("the application's own middleware runs later and can read the auth state", async () => {
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

it('the response to a signed-in user has no additional header', async () => {
  const app = await start();
  const { headers } = await app.get('/orders', bearer(token));
  expect(Object.keys(headers).filter(name => name.startsWith('x-clerk'))).toEqual([]);
});

it('a request target that is not a URL is answered 400; others reach Nest', async () => {
  const app = await start();
  expect((await app.get('//')).status).toBe(400);
  expect((await app.get('//orders')).status).toBe(404);
});
