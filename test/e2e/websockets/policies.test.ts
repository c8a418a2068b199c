import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { anyOf, Protect } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../support/environment.js';
import { bearer } from '../../support/nest-app.js';
import { closeApps } from '../../support/running-app.js';
import { IsAlice, Names } from '../../support/sample-policy.js';
import { denial, startSockets } from '../../support/socket-app.js';
import { closeSockets, SOCKET_KINDS } from '../../support/sockets.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }, { id: 'user_bob' }] });
});
afterEach(async () => {
  closeSockets();
  await closeApps();
});

@WebSocketGateway()
class PolicyGateway {
  @SubscribeMessage('own')
  @Protect(anyOf({ role: 'org:admin' }, IsAlice))
  own() {
    return { event: 'answer', data: 'allowed' };
  }
}

describe.each(SOCKET_KINDS)('a policy over $name', kind => {
  it('decides about each message', async () => {
    const providers = [PolicyGateway, IsAlice, Names];
    const { app, port } = await startSockets({ ...local.keys, jwtKey: local.jwtKey }, { kind, providers });
    const ask = async (userId: string) => {
      const headers = bearer(await local.issueSessionToken({ userId }));
      return (await kind.connect(port, { headers })).ask('own', {});
    };
    expect(await ask('user_alice')).toEqual({ event: 'answer', data: 'allowed' });
    expect(await ask('user_bob')).toEqual(denial('requirement-not-met'));
    expect(app.get(IsAlice).transports).toEqual(['ws', 'ws']);
  });
});
