import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { MessagePattern } from '@nestjs/microservices';
import { ClerkExceptionFilter, ClerkModule } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';
import { from } from 'rxjs';

import { setEnvironment } from '../../support/environment.js';
import { answering, FailingCalls } from '../../support/failing-calls.js';
import type { BackendAnswer } from '../../support/failing-calls.js';
import { closeMicroservices, errorOf, startTcp } from '../../support/microservices/running-microservice.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({});
});
afterEach(closeMicroservices);

@Controller()
class CallsController {
  constructor(private readonly calls: FailingCalls) {}

  @MessagePattern('fails')
  fails() {
    return this.calls.fail();
  }

  @MessagePattern('fails-in-stream')
  failsInStream() {
    return from(this.calls.fail());
  }
}

@Module({})
class CallsModule {}

const moduleWith = (answer: BackendAnswer): DynamicModule => ({
  module: CallsModule,
  imports: [ClerkModule.forRoot({ ...local.keys, retries: 0, fetch: answering(() => answer) })],
  controllers: [CallsController],
  providers: [FailingCalls, { provide: APP_FILTER, useClass: ClerkExceptionFilter }],
});

describe.each(['fails', 'fails-in-stream'])('ClerkExceptionFilter in a microservice, pattern %s', pattern => {
  it('sends an error of Clerk as the payload of the error', async () => {
    const client = await startTcp(moduleWith({ status: 422, code: 'form_param_invalid' }));
    expect(await errorOf(client.send(pattern))).toEqual({
      status: 'error',
      message: 'Unprocessable Entity',
      code: 'UNPROCESSABLE_ENTITY',
      reason: 'form_param_invalid',
      errors: [
        { code: 'form_param_invalid', message: 'Short words', longMessage: 'Short words, longer.', meta: {} },
      ],
    });
  });

  it('sends an outage with the seconds to wait', async () => {
    const client = await startTcp(moduleWith('no answer'));
    expect(await errorOf(client.send(pattern))).toEqual({
      status: 'error',
      message: 'Service Unavailable',
      code: 'SERVICE_UNAVAILABLE',
      reason: 'backend-api-unavailable',
      retryAfter: 5,
    });
  });

  it('sends nothing about a secret key that Clerk rejects', async () => {
    const client = await startTcp(moduleWith({ status: 403 }));
    expect(await errorOf(client.send(pattern))).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  });
});
