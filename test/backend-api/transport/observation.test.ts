import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { BackendApiClient } from '../../../lib/backend-api/client.js';
import type {
  BackendApiObserver,
  BackendApiResponseEvent,
} from '../../../lib/backend-api/transport/observation.js';
import { json, RecordingServer, reset } from '../support/recording-server.js';
import { USER } from '../support/samples.js';
import { rejection, SECRET_KEY, transportTo } from '../support/transport.js';

let server: RecordingServer;
beforeAll(async () => {
  server = await RecordingServer.start();
});
afterAll(() => server.close());

function observed(observer: BackendApiObserver = {}) {
  const events: ['request' | 'response', Partial<BackendApiResponseEvent>][] = [];
  const { transport } = transportTo(server.url, {
    onRequest: event => events.push(['request', event]),
    onResponse: event => events.push(['response', event]),
    ...observer,
  });
  return { events, clerk: new BackendApiClient(transport) };
}

describe('onRequest and onResponse', () => {
  it('receive the operation, its route, the status, the duration and the attempt', async () => {
    const now = jest.spyOn(Date, 'now').mockReturnValueOnce(1_000).mockReturnValueOnce(1_250);
    server.behave(json(200, USER));
    const { events, clerk } = observed();
    await clerk.users.getUser('user_1');
    now.mockRestore();

    const call = { operation: 'GetUser', method: 'GET', route: '/users/{id}', attempt: 1 };
    expect(events).toEqual([
      ['request', call],
      ['response', { ...call, status: 200, durationMs: 250 }],
    ]);
  });

  it('receive every attempt, and status 0 for one without a response', async () => {
    server.behave(reset, json(503, {}), json(200, USER));
    const { events, clerk } = observed();
    await clerk.users.getUser('user_1');
    const attempts = events.flatMap(([kind, event]) =>
      kind === 'response' ? [[event.attempt, event.status]] : [],
    );
    expect(attempts).toEqual([
      [1, 0],
      [2, 503],
      [3, 200],
    ]);
  });

  it('are not called for a call that is rejected before any request', async () => {
    const { events, clerk } = observed();
    await rejection(clerk.users.getUser('..'));
    expect(events).toEqual([]);
  });

  it('receive no key, no id and no parameter', async () => {
    server.behave(json(404, { errors: [{ code: 'x', message: 'user_secret' }] }));
    const { events, clerk } = observed();
    await rejection(clerk.users.getOrganizationInvitationList({ userId: 'user_secret', status: 'pending' }));
    await rejection(clerk.users.verifyPassword({ userId: 'user_secret', password: 'hunter2' }));
    expect(events).toHaveLength(4);
    const text = JSON.stringify(events);
    for (const secret of [SECRET_KEY, 'user_secret', 'pending', 'hunter2'])
      expect(text).not.toContain(secret);
  });

  it('cannot make a call fail or change what another observer receives', async () => {
    server.behave(json(200, USER));
    const { events, clerk } = observed({
      onRequest: event => {
        event.operation = 'changed';
        throw new Error('of the observer');
      },
    });
    expect((await clerk.users.getUser('user_1')).id).toBe('user_1');
    expect(events).toEqual([['response', expect.objectContaining({ operation: 'GetUser' })]]);
  });
});
