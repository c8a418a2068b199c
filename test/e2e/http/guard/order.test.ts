import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BadRequestException, Body, Controller, Post, UseGuards, UsePipes } from '@nestjs/common';
import type { PipeTransform } from '@nestjs/common';
import { APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ClerkAuthGuard, ClerkModule } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { HTTP_ADAPTER, limitBodies } from '../../../support/http-adapter.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';
import type { Answer, NestSettings } from '../../../support/running-app.js';

let local: LocalClerk;
let token: string;
/** The number of calls of the guarded handler. */
let handled: number;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
  token = await local.issueSessionToken({ userId: 'user_alice', expiresIn: 3600 });
});
beforeEach(() => {
  handled = 0;
});
afterEach(closeApps);

/** Rejects everything, like a `ValidationPipe` without a matching DTO. */
class RefusingPipe implements PipeTransform {
  transform(): never {
    throw new BadRequestException('invalid');
  }
}

@Controller('orders')
class OpenController {
  @Post()
  create(@Body() _order: unknown) {
    handled++;
  }
}

@Controller('orders')
@UseGuards(ClerkAuthGuard)
class GuardedController extends OpenController {}

@Controller('orders')
@UsePipes(RefusingPipe)
@UseGuards(ClerkAuthGuard)
class PipedController extends OpenController {}

const APP_GUARDED = { provide: APP_GUARD, useClass: ClerkAuthGuard };
const APP_PIPED = { provide: APP_PIPE, useClass: RefusingPipe };

const JSON_TYPE = 'application/json';

async function post(settings: NestSettings, body: string, headers = {}): Promise<Answer> {
  const app = await startNest({
    imports: [ClerkModule.forRoot({ ...local.keys })],
    configure: nest => limitBodies(nest, 1000),
    ...settings,
  });
  return app.request('/orders', { method: 'POST', headers: { 'content-type': JSON_TYPE, ...headers }, body });
}

describe('signed-out request is answered 401 before any pipe runs, with', () => {
  it.each<[string, NestSettings]>([
    ['a pipe and a guard of the route', { controllers: [PipedController] }],
    ['APP_PIPE and APP_GUARD', { controllers: [OpenController], providers: [APP_PIPED, APP_GUARDED] }],
    ['APP_PIPE and a guard of the route', { controllers: [GuardedController], providers: [APP_PIPED] }],
  ])('%s', async (_, settings) => {
    expect((await post(settings, '{}')).status).toBe(401);
    expect((await post(settings, '{}', bearer(token))).status).toBe(400);
    expect(handled).toBe(0);
  });
});

describe.each<[string, NestSettings]>([
  ['a guard of the route', { controllers: [GuardedController] }],
  ['APP_GUARD', { controllers: [OpenController], providers: [APP_GUARDED] }],
])('unreadable body with %s', (_, settings) => {
  // Nest runs guards after the body is parsed; Clerk's middleware has run before.
  it.each<[string, number, string, string]>([
    ['is malformed', 400, JSON_TYPE, '{"item":'],
    ['is not JSON', 400, JSON_TYPE, 'item=tea'],
    ['is too large', 413, JSON_TYPE, JSON.stringify({ item: 'x'.repeat(2000) })],
  ])(
    'that %s is rejected with its own status, and the response has the auth headers',
    async (_, status, type, body) => {
      const headers = { 'content-type': type };
      const signedOut = await post(settings, body, headers);
      const signedIn = await post(settings, body, { ...headers, ...bearer(token) });
      expect([signedOut.status, signedIn.status]).toEqual([status, status]);
      expect(signedOut.headers['x-clerk-auth-status']).toBe('signed-out');
      expect(signedIn.headers['x-clerk-auth-status']).toBeUndefined();
      expect(handled).toBe(0);
    },
  );

  it('of an unknown media type does not reach the handler', async () => {
    // Express passes it to the handler; Fastify rejects it before the guard.
    const { status } = await post(settings, '\0', { 'content-type': 'application/x-unknown' });
    expect(status).toBe(HTTP_ADAPTER === 'fastify' ? 415 : 401);
    expect(handled).toBe(0);
  });

  it('a readable body of a signed-in user reaches the handler', async () => {
    expect((await post(settings, '{"item":"tea"}', bearer(token))).status).toBe(201);
    expect(handled).toBe(1);
  });
});
