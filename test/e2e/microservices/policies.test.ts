import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import { allOf, ClerkModule, not, Protect } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../support/environment.js';
import {
  closeMicroservices,
  errorOf,
  startMicroservice,
  TCP,
  tcpClient,
} from '../../support/microservices/running-microservice.js';
import { IsAlice, Names } from '../../support/sample-policy.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }, { id: 'user_bob' }] });
});
afterEach(closeMicroservices);

@Controller()
class PolicyController {
  @MessagePattern('own')
  @Protect(allOf(IsAlice, not({ role: 'org:guest' })))
  own() {
    return 'allowed';
  }
}

describe('a policy in a microservice', () => {
  it('decides about each message', async () => {
    class MessagesModule {}
    const app = await startMicroservice(
      {
        module: MessagesModule,
        imports: [ClerkModule.forRoot({ ...local.keys, jwtKey: local.jwtKey })],
        controllers: [PolicyController],
        providers: [IsAlice, Names],
      },
      TCP,
    );
    const client = tcpClient(app.unwrap());
    const send = async (userId: string) => {
      const authorization = `Bearer ${await local.issueSessionToken({ userId })}`;
      return client.send('own', {}, { authorization });
    };
    expect(await send('user_alice')).toBe('allowed');
    expect(await errorOf(send('user_bob'))).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'requirement-not-met',
    });
    expect(app.get(IsAlice).transports).toEqual(['rpc', 'rpc']);
  });
});
