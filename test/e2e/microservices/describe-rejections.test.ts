import { afterEach, beforeAll, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../support/environment.js';
import { answering } from '../../support/failing-calls.js';
import { MessagesModule } from '../../support/microservices/messages-module.js';
import { closeMicroservices, errorOf, startTcp } from '../../support/microservices/running-microservice.js';
import { bearer } from '../../support/nest-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
afterEach(closeMicroservices);

const session = async () => bearer(await local.issueSessionToken({ userId: 'user_alice' }));

it('describeRejections: a microservice says what is missing', async () => {
  const client = await startTcp(
    MessagesModule.with({ ...local.keys, jwtKey: local.jwtKey, describeRejections: true }),
  );
  expect(await errorOf(client.send('admin.read', {}, await session()))).toEqual({
    status: 'error',
    message: 'Forbidden',
    code: 'FORBIDDEN',
    reason: 'requirement-not-met',
    missing: { role: ['org:admin'], organization: true },
  });
});

it('an outage is SERVICE_UNAVAILABLE with the seconds to wait', async () => {
  const client = await startTcp(
    MessagesModule.with({ ...local.keys, retries: 0, fetch: answering(() => 'no answer') }),
  );
  const unavailable = {
    status: 'error',
    message: 'Service Unavailable',
    code: 'SERVICE_UNAVAILABLE',
    retryAfter: 5,
  };
  expect(await errorOf(client.send('guarded', {}, await session()))).toEqual({
    ...unavailable,
    reason: 'jwk-remote-failed-to-load',
  });
  expect(await errorOf(client.send('machine', {}, bearer('mt_1')))).toEqual({
    ...unavailable,
    reason: 'backend-api-unavailable',
  });
});
