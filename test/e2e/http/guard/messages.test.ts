import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AcceptsToken, Auth, ClerkAuthGuard, ClerkModule } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { closeApps, startNest } from '../../../support/running-app.js';
import type { Answer, RunningNestApp } from '../../../support/running-app.js';

let local: LocalClerk;
let app: RunningNestApp;
let debugRecords: string[];

@Controller()
class RoutesController {
  @Get('me')
  me(@Auth('userId') userId: string) {
    return { userId };
  }

  @Get('keys')
  @AcceptsToken('api_key', 'm2m_token')
  keys() {
    return {};
  }
}

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_ada' }] });
});
beforeEach(async () => {
  setEnvironment({});
  debugRecords = [];
  const ignore = () => undefined;
  const keep = (record: unknown) => void debugRecords.push(JSON.stringify(record));
  app = await startNest({
    imports: [ClerkModule.forRoot({ ...local.keys, debug: true })],
    controllers: [RoutesController],
    providers: [{ provide: APP_GUARD, useClass: ClerkAuthGuard }],
    logger: { log: ignore, warn: ignore, error: ignore, debug: keep, verbose: ignore },
  });
});
afterEach(closeApps);

const get = (authorization: string): Promise<Answer> => app.get('/me', { authorization });

describe('a token that is a JavaScript value turned into a string', () => {
  it.each(['undefined', 'null', '[object Object]', '[object Promise]', 'NaN', 'false'])(
    'is explained for `Bearer %s`, in the header of the answer and in the debug log',
    async value => {
      const { status, headers, json } = await get(`Bearer ${value}`);
      expect({ status, reason: json.reason as unknown }).toEqual({ status: 401, reason: 'token-invalid' });
      expect(headers['x-clerk-auth-message']).toContain('await getToken()');
      expect(debugRecords.join()).toContain('await getToken()');
    },
  );
});

describe('an Authorization header that is malformed', () => {
  it.each([
    ['Bearer', 'no token after'],
    ['Bearer Bearer eyJh.eyJh.c2ln', 'or the word twice'],
    ['Bearer "eyJh.eyJh.c2ln"', 'in quotation marks'],
    ["Bearer 'eyJh.eyJh.c2ln'", 'in quotation marks'],
  ])('is explained for %j', async (authorization, what) => {
    const { status, headers } = await get(authorization);
    expect(status).toBe(401);
    expect(headers['x-clerk-auth-message']).toContain(what);
  });
});

describe('a request without a token', () => {
  it('is told in the body what to send', async () => {
    const { status, json } = await app.get('/me');
    expect(status).toBe(401);
    expect(json).toMatchObject({
      hint: 'Send a session token (in a frontend: `await getToken()`) in the header `Authorization: Bearer <token>`.',
    });
    expect(debugRecords.join()).toContain('in the header `Authorization: Bearer <token>`');
  });

  it('is told about the types of token that the route accepts', async () => {
    expect((await app.get('/keys')).json).toMatchObject({
      hint: 'Send an API key or an M2M token in the header `Authorization: Bearer <token>`.',
    });
  });

  it('has no hint with a token that is rejected', async () => {
    expect((await get('Bearer x')).json).not.toHaveProperty('hint');
  });
});

describe('a token outside of its lifetime', () => {
  it('that expired is explained with the difference and the tolerance', async () => {
    const token = await local.issueSessionToken({ userId: 'user_ada', expiresIn: -60 });
    const { headers } = await get(`Bearer ${token}`);
    expect(headers['x-clerk-auth-message']).toMatch(
      /expired (60|61)(\.\d)? s ago .*clocks may differ by 5 s \(clockSkewInMs\)/,
    );
  });

  it('that is not active yet, or issued in the future, is explained with the difference and the tolerance', async () => {
    const now = Math.floor(Date.now() / 1000);
    const notYet = { nbf: now + 120, exp: now + 300 };
    const early = await local.issueSessionToken({ userId: 'user_ada', claims: notYet });
    expect((await get(`Bearer ${early}`)).headers['x-clerk-auth-message']).toMatch(
      /not active for another 1(19|20)(\.\d)? s .*clocks may differ by 5 s.*Check the clock/,
    );
    const future = await local.issueSessionToken({
      userId: 'user_ada',
      claims: { iat: now + 90, exp: now + 300 },
    });
    expect((await get(`Bearer ${future}`)).headers['x-clerk-auth-message']).toMatch(
      /issued (89|90)(\.\d)? s in the future .*clocks may differ by 5 s/,
    );
  });
});
