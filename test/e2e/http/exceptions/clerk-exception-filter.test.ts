import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  ConflictException,
  Controller,
  Get,
  Header,
  Injectable,
  Param,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import type { ArgumentsHost } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import {
  ClerkApiException,
  ClerkAuthGuard,
  ClerkExceptionFilter,
  ClerkModule,
  CurrentUser,
  isClerkAPIResponseError,
} from 'nest-clerk';
import type { ClerkError } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../../support/environment.js';
import { answering, FailingCalls } from '../../../support/failing-calls.js';
import type { BackendAnswer } from '../../../support/failing-calls.js';
import { bearer } from '../../../support/nest-app.js';
import { closeApps, startNest } from '../../../support/running-app.js';
import type { NestSettings } from '../../../support/running-app.js';

let local: LocalClerk;
let answer: BackendAnswer;
let warn: jest.Mock<(message: string) => void>;
let error: jest.Mock<(message: unknown) => void>;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
beforeEach(() => {
  warn = jest.fn();
  error = jest.fn();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await closeApps();
});

@Controller()
class CallsController {
  constructor(private readonly calls: FailingCalls) {}

  @Get('fails')
  fails() {
    return this.calls.fail();
  }

  @Get('users/:id')
  @Header('Content-Type', 'text/csv')
  user(@Param('id') id: string) {
    return this.calls.fail(id);
  }

  @Get('conflict')
  conflict() {
    throw new ConflictException('own words');
  }

  @Get('bug')
  bug() {
    throw new TypeError('a bug');
  }

  @Get('guarded')
  @UseGuards(ClerkAuthGuard)
  guarded() {}

  @Get('me')
  @UseGuards(ClerkAuthGuard)
  me(@CurrentUser('id') id: string) {
    return { id };
  }
}

const FOR_ALL: NestSettings = { providers: [{ provide: APP_FILTER, useClass: ClerkExceptionFilter }] };

function start({ providers = [], ...settings }: NestSettings = FOR_ALL) {
  return startNest({
    imports: [
      ClerkModule.forRoot({
        ...local.keys,
        jwtKey: local.jwtKey,
        retries: 0,
        fetch: answering(() => answer),
      }),
    ],
    controllers: [CallsController],
    providers: [FailingCalls, ...providers],
    logger: { log() {}, debug() {}, warn, error },
    ...settings,
  });
}

describe('ClerkExceptionFilter', () => {
  it.each([
    [400, 'Bad Request'],
    [404, 'Not Found'],
    [409, 'Conflict'],
    [410, 'Gone'],
    [422, 'Unprocessable Entity'],
  ])('responds %i with the errors of Clerk', async (status, words) => {
    const app = await start();
    answer = { status, code: 'form_param_invalid', meta: { param_name: 'email' } };
    const { status: answered, json, headers } = await app.get('/fails');
    expect(answered).toBe(status);
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(json).toEqual({
      statusCode: status,
      message: words,
      error: words,
      errors: [
        {
          code: 'form_param_invalid',
          message: 'Short words',
          longMessage: 'Short words, longer.',
          meta: { paramName: 'email' },
        },
      ],
    });
    expect(error).not.toHaveBeenCalled();
  });

  it.each([
    [{ status: 429, headers: { 'retry-after': '17' } }, '17'],
    [{ status: 500 }, '5'],
    [{ status: 503, headers: { 'retry-after': '2' } }, '2'],
    ['no answer', '5'],
  ] as [BackendAnswer, string][])('answers %j with 503 and Retry-After', async (given, retryAfter) => {
    const app = await start();
    answer = given;
    for (let count = 0; count < 3; count++) {
      const { status, json, headers } = await app.get('/fails');
      expect(status).toBe(503);
      expect(headers['retry-after']).toBe(retryAfter);
      expect(json).toEqual({
        statusCode: 503,
        message: 'Service Unavailable',
        error: 'Service Unavailable',
        reason: 'backend-api-unavailable',
      });
    }
    expect(warn).toHaveBeenCalledTimes(1);
    expect(error).not.toHaveBeenCalled();
  });

  it.each([
    [401, /own key, not the client's token/],
    [402, /plan of this application/],
    [403, /own key, which says nothing about the client/],
    [405, /cannot use/],
    [501, /cannot use/],
  ])('answers %i of Clerk with 500 and logs the cause', async (status, logged) => {
    const app = await start();
    answer = { status, code: 'clerk_key_invalid' };
    const { status: answered, json } = await app.get('/fails');
    expect(answered).toBe(500);
    expect(json).toEqual({ statusCode: 500, message: 'Internal server error' });
    expect(error.mock.calls.map(([message]) => String(message))).toEqual([expect.stringMatching(logged)]);
    expect(String(error.mock.calls[0])).toContain('trace_1');
    expect(JSON.stringify(error.mock.calls)).not.toContain(local.secretKey);
  });

  it('sends nothing that looks like a secret', async () => {
    const app = await start();
    const secrets = [
      'sk_live_abcdefgh1234',
      'ak_abcdefgh1234',
      'mt_abcdefgh1234',
      'eyJhbGciOiJSUzI1NiJ9.eyJzdWIi.c2ln',
    ];
    answer = { status: 422, message: secrets.join(' '), meta: { nested: { values: secrets } } };
    const { text } = await app.get('/fails');
    expect(text).toContain('[redacted]');
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it('answers an invalid id with 404 for every media type of the route', async () => {
    const app = await start();
    const { status, json, headers } = await app.get('/users/%2e%2e%2fjwks');
    expect([status, json]).toEqual([
      404,
      { statusCode: 404, message: 'Not Found', error: 'Not Found', errors: [] },
    ]);
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(String(warn.mock.calls[0])).toContain('/users/{id}');
  });

  it('does not change other exceptions', async () => {
    const app = await start();
    expect((await app.get('/conflict')).json).toEqual({
      statusCode: 409,
      message: 'own words',
      error: 'Conflict',
    });
    expect((await app.get('/bug')).json).toEqual({ statusCode: 500, message: 'Internal server error' });
    const rejected = await app.get('/guarded', bearer('wrong'));
    expect(rejected.status).toBe(401);
    expect(rejected.headers['www-authenticate']).toContain('error="invalid_token"');
  });

  it('does not change 503 of @CurrentUser() with its Retry-After', async () => {
    const app = await start();
    answer = { status: 503, headers: { 'retry-after': '9' } };
    const headers = bearer(await local.issueSessionToken({ userId: 'user_alice' }));
    const rejected = await app.get('/me', headers);
    expect([rejected.status, rejected.headers['retry-after']]).toEqual([503, '9']);
  });

  it('can be subclassed to answer differently', async () => {
    @Injectable()
    class HidingFilter extends ClerkExceptionFilter {
      protected override exceptionFor(failure: ClerkError, host: ArgumentsHost) {
        const isForbidden = isClerkAPIResponseError(failure) && failure.status === 403;
        return isForbidden ? new ClerkApiException(404, []) : super.exceptionFor(failure, host);
      }
    }
    const app = await start({ providers: [{ provide: APP_FILTER, useClass: HidingFilter }] });
    answer = { status: 403 };
    expect((await app.get('/fails')).status).toBe(404);
    answer = { status: 409 };
    expect((await app.get('/fails')).status).toBe(409);
  });
});

describe('ClerkExceptionFilter is applied', () => {
  beforeEach(() => {
    answer = { status: 404, code: 'resource_not_found' };
  });

  it('by useGlobalFilters(new ClerkExceptionFilter())', async () => {
    const app = await start({});
    expect((await app.get('/fails')).status).toBe(500);
    const filtered = await start({ configure: nest => nest.useGlobalFilters(new ClerkExceptionFilter()) });
    expect((await filtered.get('/fails')).status).toBe(404);
  });

  it('by @UseFilters(), with nothing else of the application', async () => {
    @Controller()
    class FilteredController {
      constructor(private readonly calls: FailingCalls) {}

      @Get('filtered')
      @UseFilters(ClerkExceptionFilter)
      filtered() {
        return this.calls.fail();
      }
    }
    const app = await start({ controllers: [FilteredController, CallsController] });
    expect((await app.get('/filtered')).status).toBe(404);
    expect((await app.get('/fails')).status).toBe(500);
  });
});
