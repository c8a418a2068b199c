import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { APP_FILTER } from '@nestjs/core';
import { Query, Resolver } from '@nestjs/graphql';
import { ClerkExceptionFilter } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../support/environment.js';
import { answering, FailingCalls } from '../../support/failing-calls.js';
import type { BackendAnswer } from '../../support/failing-calls.js';
import { GRAPHQL_SERVERS, startGraphql } from '../../support/graphql-app.js';
import type { GraphqlApp } from '../../support/graphql-app.js';
import { closeApps } from '../../support/running-app.js';

let local: LocalClerk;
let answer: BackendAnswer;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({});
});
afterAll(closeApps);

@Resolver()
class CallsResolver {
  constructor(private readonly calls: FailingCalls) {}

  @Query(() => String, { nullable: true })
  fails() {
    return this.calls.fail();
  }
}

describe.each(GRAPHQL_SERVERS)('ClerkExceptionFilter with %s', server => {
  let app: GraphqlApp;
  beforeAll(async () => {
    const options = { ...local.keys, retries: 0, fetch: answering(() => answer) };
    app = await startGraphql(server, options, {
      providers: [CallsResolver, FailingCalls, { provide: APP_FILTER, useClass: ClerkExceptionFilter }],
    });
  });

  it.each([
    [
      { status: 404, code: 'resource_not_found' },
      { code: 'NOT_FOUND', reason: 'resource_not_found' },
    ],
    [
      { status: 422, code: 'form_param_invalid', meta: { param_name: 'email' } },
      {
        code: 'UNPROCESSABLE_ENTITY',
        errors: [expect.objectContaining({ code: 'form_param_invalid', meta: { paramName: 'email' } })],
      },
    ],
    [
      { status: 409, code: 'duplicate_record' },
      { code: 'CONFLICT', reason: 'duplicate_record' },
    ],
    [
      { status: 429, headers: { 'retry-after': '17' } },
      { code: 'SERVICE_UNAVAILABLE', retryAfter: 17 },
    ],
    ['no answer', { code: 'SERVICE_UNAVAILABLE', reason: 'backend-api-unavailable', retryAfter: 5 }],
    [
      { status: 401, code: 'clerk_key_invalid' },
      { code: 'INTERNAL_SERVER_ERROR', reason: 'internal-error' },
    ],
  ] as [BackendAnswer, object][])('sends %j with extensions', async (given, extensions) => {
    answer = given;
    const { json } = await app.send('{ fails }');
    expect(json.data).toEqual({ fails: null });
    expect(json.errors).toEqual([
      expect.objectContaining({ path: ['fails'], extensions: expect.objectContaining(extensions) }),
    ]);
  });
});
