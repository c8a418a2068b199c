import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { UseGuards } from '@nestjs/common';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { AllowPending, ClerkAuthGuard, Protect, reverificationError } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../support/environment.js';
import { bearer } from '../../support/nest-app.js';
import { closeApps } from '../../support/running-app.js';
import { denial, rejection, startSockets } from '../../support/socket-app.js';
import { closeSockets, SOCKET_KINDS } from '../../support/sockets.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
afterEach(async () => {
  closeSockets();
  await closeApps();
});

@WebSocketGateway()
@UseGuards(ClerkAuthGuard)
class ThrowingGateway {
  @SubscribeMessage('handler')
  handler() {
    throw reverificationError('strict');
  }

  @SubscribeMessage('policy')
  @Protect(() => {
    throw reverificationError('strict');
  })
  policy() {}

  @SubscribeMessage('pending')
  @AllowPending('choose-organization')
  pending() {
    return { event: 'answer', data: 'admitted' };
  }

  @SubscribeMessage('other-task')
  @AllowPending('reset-password')
  otherTask() {}
}

describe.each(SOCKET_KINDS)('over $name', kind => {
  async function open(token: string) {
    const { port } = await startSockets(
      { ...local.keys, jwtKey: local.jwtKey },
      { kind, providers: [ThrowingGateway] },
    );
    return kind.connect(port, { headers: bearer(token) });
  }

  it('a ReverificationRequiredException reaches the client, from a handler and from a policy', async () => {
    const client = await open(await local.issueSessionToken({ userId: 'user_alice' }));
    const clerk_error = {
      type: 'forbidden',
      reason: 'reverification-error',
      metadata: { reverification: 'strict' },
    };
    expect(await client.ask('handler', {})).toEqual(denial('reverification-error', { clerk_error }));
    expect(await client.ask('policy', {})).toEqual(denial('reverification-error', { clerk_error }));
  });

  it('@AllowPending() admits a pending session with its task only', async () => {
    const { id } = local.sessions.create({ userId: 'user_alice', status: 'pending' });
    const client = await open(await local.issueSessionToken({ userId: 'user_alice', sessionId: id }));
    expect(await client.ask('pending', {})).toEqual({ event: 'answer', data: 'admitted' });
    expect(await client.ask('other-task', {})).toEqual(rejection('session-pending'));
  });
});
