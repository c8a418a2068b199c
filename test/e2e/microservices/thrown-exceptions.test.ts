import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Catch, Controller, UseFilters, UseGuards } from '@nestjs/common';
import type { ExceptionFilter } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import {
  AllowPending,
  ClerkAuthGuard,
  ClerkModule,
  Protect,
  reverificationError,
  ReverificationRequiredException,
} from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';
import { of } from 'rxjs';

import { setEnvironment } from '../../support/environment.js';
import {
  closeMicroservices,
  errorOf,
  startMicroservice,
  TCP,
  tcpClient,
} from '../../support/microservices/running-microservice.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
afterEach(closeMicroservices);

@Catch(ReverificationRequiredException)
class OwnFilter implements ExceptionFilter<ReverificationRequiredException> {
  catch({ reason }: ReverificationRequiredException) {
    return of({ caught: reason });
  }
}

@Controller()
@UseGuards(ClerkAuthGuard)
class ThrowingController {
  @MessagePattern('handler')
  handler() {
    throw reverificationError('strict');
  }

  @MessagePattern('policy')
  @Protect(() => {
    throw reverificationError('strict');
  })
  policy() {}

  @MessagePattern('filtered')
  @UseFilters(OwnFilter)
  filtered() {
    throw reverificationError('strict');
  }

  @MessagePattern('pending')
  @AllowPending('choose-organization')
  pending() {
    return 'admitted';
  }
}

describe('in a microservice', () => {
  async function start() {
    class MessagesModule {}
    const app = await startMicroservice(
      {
        module: MessagesModule,
        imports: [ClerkModule.forRoot({ ...local.keys, jwtKey: local.jwtKey })],
        controllers: [ThrowingController],
      },
      TCP,
    );
    const client = tcpClient(app.unwrap());
    return (pattern: string, token: string) => client.send(pattern, {}, { authorization: `Bearer ${token}` });
  }

  it('a ReverificationRequiredException reaches the client, from a handler and from a policy', async () => {
    const send = await start();
    const token = await local.issueSessionToken({ userId: 'user_alice' });
    const expected = {
      status: 'error',
      message: 'Forbidden',
      code: 'FORBIDDEN',
      reason: 'reverification-error',
      clerk_error: {
        type: 'forbidden',
        reason: 'reverification-error',
        metadata: { reverification: 'strict' },
      },
    };
    expect(await errorOf(send('handler', token))).toEqual(expected);
    expect(await errorOf(send('policy', token))).toEqual(expected);
  });

  it('a filter of the application gets the exception as it was thrown', async () => {
    const send = await start();
    const token = await local.issueSessionToken({ userId: 'user_alice' });
    expect(await send('filtered', token)).toEqual({ caught: 'reverification-error' });
  });

  it('@AllowPending() admits a pending session with its task', async () => {
    const send = await start();
    const { id } = local.sessions.create({ userId: 'user_alice', status: 'pending' });
    expect(
      await send('pending', await local.issueSessionToken({ userId: 'user_alice', sessionId: id })),
    ).toBe('admitted');
  });
});
