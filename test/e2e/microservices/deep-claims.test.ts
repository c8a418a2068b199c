import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { DEEP_MACHINE_TOKENS, deepSessionToken, instanceWithDeepClaims } from '../../support/deep-claims.js';
import { setEnvironment } from '../../support/environment.js';
import { MessagesModule } from '../../support/microservices/messages-module.js';
import { closeMicroservices, errorOf, startTcp } from '../../support/microservices/running-microservice.js';
import type { MessageClient } from '../../support/microservices/running-microservice.js';

let client: MessageClient;

beforeAll(async () => {
  setEnvironment({});
  client = await startTcp(MessagesModule.with(instanceWithDeepClaims(await LocalClerk.create())));
});
afterAll(closeMicroservices);

it.each(['act', 'fva', 'org_permissions'])(
  'a message whose token has a claim %s of thousands of levels is rejected',
  async claim => {
    const metadata = { authorization: `Bearer ${deepSessionToken(claim)}` };
    expect(await errorOf(client.send('guarded', {}, metadata))).toMatchObject({
      code: 'UNAUTHENTICATED',
      reason: 'token-invalid',
    });
    expect(await client.send('unguarded', {}, metadata)).toEqual({
      isAuthenticated: false,
      reason: 'token-invalid',
    });
  },
);

it.each(Object.entries(DEEP_MACHINE_TOKENS))(
  'a message with %s whose claims have thousands of levels is rejected',
  async (_kind, token) => {
    const metadata = { authorization: token() };
    expect(await errorOf(client.send('machine', {}, metadata))).toMatchObject({ code: 'UNAUTHENTICATED' });
  },
);
