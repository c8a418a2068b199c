import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Injectable, UseGuards, UseInterceptors } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { AppUser, ClerkAuthGuard, ClerkContext, ClerkContextInterceptor } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { USERS, UsersService } from '../../support/app-users.js';
import type { UserRow } from '../../support/app-users.js';
import { setEnvironment } from '../../support/environment.js';
import { bearer } from '../../support/nest-app.js';
import { closeApps } from '../../support/running-app.js';
import { denial, startSockets } from '../../support/socket-app.js';
import { closeSockets, SOCKET_KINDS } from '../../support/sockets.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: USERS });
});
afterEach(async () => {
  closeSockets();
  await closeApps();
});

@Injectable()
class PlanGuard implements CanActivate {
  constructor(private readonly clerk: ClerkContext) {}

  async canActivate(context: ExecutionContext) {
    return (await this.clerk.appUser<UserRow>(context))?.plan === 'pro';
  }
}

@WebSocketGateway()
@UseGuards(ClerkAuthGuard)
class UserGateway {
  constructor(private readonly clerk: ClerkContext) {}

  @SubscribeMessage('user')
  @UseGuards(PlanGuard)
  @UseInterceptors(ClerkContextInterceptor)
  async user(@AppUser() user: UserRow, @AppUser('plan') plan: string) {
    const deep = await this.clerk.appUser<UserRow>();
    return { event: 'answer', data: { id: user.id, plan, deep: deep?.plan } };
  }
}

describe.each(SOCKET_KINDS)('the application’s own user over $name', kind => {
  async function open(userId: string) {
    const options = { ...local.keys, jwtKey: local.jwtKey, userResolver: UsersService };
    const providers = [UserGateway, UsersService, PlanGuard];
    const { app, port } = await startSockets(options, { kind, providers });
    const headers = bearer(await local.issueSessionToken({ userId }));
    return { client: await kind.connect(port, { headers }), users: app.get(UsersService) };
  }

  it('is resolved once for each message, guards, parameters and services together', async () => {
    const { client, users } = await open('user_alice');
    const answer = { event: 'answer', data: { id: 'row of user_alice', plan: 'pro', deep: 'pro' } };
    expect(await client.ask('user', {})).toEqual(answer);
    expect(users.calls).toHaveLength(1);
    expect(await client.ask('user', {})).toEqual(answer);
    expect(users.calls).toHaveLength(2);
  });

  it('rejects a message with FORBIDDEN and a reason of its own if the resolver returns null', async () => {
    const { client } = await open('user_unknown');
    expect(await client.ask('user', {})).toEqual(denial('app-user-not-found'));
  });

  it('rejects a message with the error of the resolver, not as signed out', async () => {
    const { client } = await open('user_broken');
    const { event, data } = await client.ask('user', {});
    expect({ event, message: data.message }).toEqual({
      event: 'exception',
      message: 'Internal server error',
    });
  });
});
