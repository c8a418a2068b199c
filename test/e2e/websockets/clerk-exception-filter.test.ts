import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { UseFilters } from '@nestjs/common';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { ClerkExceptionFilter } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../support/environment.js';
import { answering, FailingCalls } from '../../support/failing-calls.js';
import type { BackendAnswer } from '../../support/failing-calls.js';
import { closeApps } from '../../support/running-app.js';
import { startSockets, unavailable } from '../../support/socket-app.js';
import { closeSockets, SOCKET_KINDS } from '../../support/sockets.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({});
});
afterEach(async () => {
  closeSockets();
  await closeApps();
});

@WebSocketGateway()
@UseFilters(ClerkExceptionFilter)
class CallsGateway {
  constructor(private readonly calls: FailingCalls) {}

  @SubscribeMessage('fails')
  fails() {
    return this.calls.fail();
  }
}

describe.each(SOCKET_KINDS)('ClerkExceptionFilter with $name', kind => {
  const ask = async (answer: BackendAnswer) => {
    const options = { ...local.keys, retries: 0, fetch: answering(() => answer) };
    const { port } = await startSockets(options, { kind, providers: [CallsGateway, FailingCalls] });
    const client = await kind.connect(port);
    return client.ask('fails');
  };

  it('sends an error of Clerk as the event exception', async () => {
    expect(await ask({ status: 409, code: 'duplicate_record' })).toEqual({
      event: 'exception',
      data: {
        status: 'error',
        message: 'Conflict',
        code: 'CONFLICT',
        reason: 'duplicate_record',
        errors: [
          { code: 'duplicate_record', message: 'Short words', longMessage: 'Short words, longer.', meta: {} },
        ],
      },
    });
  });

  it('sends an outage with the seconds to wait', async () => {
    expect(await ask('no answer')).toEqual(unavailable('backend-api-unavailable'));
    expect(await ask({ status: 429, headers: { 'retry-after': '17' } })).toEqual(
      unavailable('backend-api-unavailable', 17),
    );
  });

  it('sends nothing about a secret key that Clerk rejects', async () => {
    expect(await ask({ status: 401, code: 'clerk_key_invalid' })).toEqual({
      event: 'exception',
      data: {
        status: 'error',
        message: 'Internal server error',
        code: 'INTERNAL_SERVER_ERROR',
        reason: 'internal-error',
      },
    });
  });
});
