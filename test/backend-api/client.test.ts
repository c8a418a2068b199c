import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BackendApiClient } from '../../lib/backend-api/client.js';
import { BackendApiTransport } from '../../lib/backend-api/transport/backend-api-transport.js';
import { json, RecordingServer, text } from './support/recording-server.js';
import { SESSION, USER } from './support/samples.js';
import { transportTo } from './support/transport.js';

let server: RecordingServer;
beforeAll(async () => {
  server = await RecordingServer.start();
});
afterAll(() => server.close());

const client = () => new BackendApiClient(transportTo(server.url).transport);

describe('BackendApiClient', () => {
  it('needs no key when it is created, and creates each resource once', () => {
    const client = new BackendApiClient(new BackendApiTransport());
    expect(client.users).toBe(client.users);
    expect(client.sessions).toBe(client.sessions);
  });

  it('passes the options of a call on', async () => {
    server.behave(json(200, SESSION));
    await client().sessions.getSession('sess_1', { secretKey: 'sk_test_tenant' });
    server.behave(json(200, { object: 'token', jwt: 'x' }), json(200, USER));
    await client().sessions.getToken('sess_1', undefined, undefined, { secretKey: 'sk_test_tenant' });
    await client().users.getUser('user_1', { secretKey: 'sk_test_tenant' });
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer sk_test_tenant',
      'Bearer sk_test_tenant',
    ]);
  });

  it.each(['', '..', undefined])('returns a rejected promise instead of throwing for the id %p', async id => {
    server.behave(json(200, USER));
    const calls = [
      client().users.getUser(id as string),
      client().sessions.getSession(id as string),
      client().sessions.getToken(id as string),
    ];
    for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'resource_id_invalid' });
    expect(server.requests).toHaveLength(0);
  });

  it('rejects a list of users if the count fails', async () => {
    server.behave((response, request) =>
      (request.path.endsWith('/count') ? text(500, '') : json(200, [USER]))(response, request),
    );
    await expect(client().users.getUserList()).rejects.toMatchObject({ status: 500 });
  });

  it.each([{}, { total_count: '3' }, { total_count: null }])('rejects the count %j', async body => {
    server.behave(json(200, body));
    await expect(client().users.getCount()).rejects.toMatchObject({ errors: [{ code: 'unexpected_error' }] });
  });

  it('rejects an answer without a token', async () => {
    server.behave(json(200, { object: 'token' }));
    await expect(client().sessions.getToken('sess_1')).rejects.toMatchObject({ status: 200 });
  });
});
