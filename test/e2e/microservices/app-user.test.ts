import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, UseGuards, UseInterceptors } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import { AppUser, ClerkAuthGuard, ClerkContext, ClerkContextInterceptor, ClerkModule } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { USERS, UsersService } from '../../support/app-users.js';
import type { UserRow } from '../../support/app-users.js';
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
  local = await LocalClerk.create({ users: USERS });
});
afterEach(closeMicroservices);

@Controller()
@UseGuards(ClerkAuthGuard)
@UseInterceptors(ClerkContextInterceptor)
class UserController {
  constructor(private readonly clerk: ClerkContext) {}

  @MessagePattern('user')
  async user(@AppUser() user: UserRow, @AppUser('plan') plan: string) {
    const deep = await this.clerk.appUser<UserRow>();
    return { id: user.id, plan, deep: deep?.plan };
  }
}

describe('the application’s own user in a microservice', () => {
  async function start() {
    class MessagesModule {}
    const app = await startMicroservice(
      {
        module: MessagesModule,
        imports: [ClerkModule.forRoot({ ...local.keys, jwtKey: local.jwtKey, userResolver: UsersService })],
        controllers: [UserController],
        providers: [UsersService],
      },
      TCP,
    );
    const client = tcpClient(app.unwrap());
    const send = async (userId: string) => {
      const authorization = `Bearer ${await local.issueSessionToken({ userId })}`;
      return client.send('user', {}, { authorization });
    };
    return { send, users: app.get(UsersService) };
  }

  it('is resolved once for each message', async () => {
    const { send, users } = await start();
    const answer = { id: 'row of user_alice', plan: 'pro', deep: 'pro' };
    expect(await send('user_alice')).toEqual(answer);
    expect(users.calls).toHaveLength(1);
    expect(await send('user_alice')).toEqual(answer);
    expect(users.calls).toHaveLength(2);
  });

  it('rejects a message with FORBIDDEN and a reason of its own if the resolver returns null', async () => {
    const { send } = await start();
    expect(await errorOf(send('user_unknown'))).toEqual({
      status: 'error',
      message: 'Forbidden',
      code: 'FORBIDDEN',
      reason: 'app-user-not-found',
    });
  });

  it('rejects a message with the error of the resolver, not as signed out', async () => {
    const { send } = await start();
    expect(await errorOf(send('user_broken'))).toEqual({ status: 'error', message: 'Internal server error' });
  });
});
