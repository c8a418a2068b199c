import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BackendApiClient } from '../../../lib/backend-api/client.js';
import { apiPath } from '../../../lib/backend-api/transport/path.js';
import { createRemoteCalls } from '../../../lib/backend-api/remote-calls.js';
import { BackendApiTransport } from '../../../lib/backend-api/transport/backend-api-transport.js';
import { type Behaviour, json, RecordingServer, reset, silence, text } from '../support/recording-server.js';
import { operation, rejection, SECRET_KEY, transportTo } from '../support/transport.js';

let server: RecordingServer;
beforeAll(async () => {
  server = await RecordingServer.start();
});
afterAll(() => server.close());

const PRIVATE_QUERY = 'ada.private@example.test';

/** Every form in which a logger could show a value. */
function everythingOf(value: unknown): string {
  const seen = value instanceof Error ? `${String(value)} ${value.stack}` : '';
  return seen + inspect(value, { depth: Infinity, showHidden: true, getters: true }) + JSON.stringify(value);
}

describe('secret key', () => {
  it('is not visible in the transport, the client or the calls', async () => {
    server.behave(json(200, { id: 'user_1' }));
    const transport = new BackendApiTransport({
      secretKey: SECRET_KEY,
      machineSecretKey: SECRET_KEY,
      apiUrl: server.url,
    });
    const client = new BackendApiClient(transport);
    await client.users.getUser('user_1');
    for (const value of [transport, client, client.users, client.sessions, createRemoteCalls(transport)]) {
      expect(everythingOf(value)).not.toContain('canary');
    }
  });

  const echo: Behaviour = (response, { headers, query }) => {
    const words = `${headers.authorization} ?${query}`;
    response.writeHead(500, words, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({ errors: [{ code: words, message: words, long_message: words, meta: { words } }] }),
    );
  };
  const echoAsType: Behaviour = (response, { headers, query }) =>
    response.writeHead(500, { 'content-type': `${headers.authorization}?${query}` }).end('x');

  it.each<[string, Behaviour]>([
    ['an error', json(401, { errors: [{ code: 'c', message: 'm' }] })],
    ['an echo of the request', echo],
    ['an echo in a header', echoAsType],
    ['an HTML page', text(502, '<html>', { 'content-type': 'text/html' })],
    ['a broken connection', reset],
    ['silence', silence],
    ['a redirect', text(302, '', { location: 'http://evil.test/' })],
    ['another shape', json(200, [])],
  ])('is not in the error after %s, nor are the parameters', async (_, behaviour) => {
    server.behave(behaviour);
    const { transport } = transportTo(server.url, { retries: 0, timeoutMs: 50 });
    const decode = () => {
      throw new Error(`${SECRET_KEY} cannot be read`);
    };
    const call = operation({
      path: apiPath`/users/${'user_private'}`,
      query: { query: PRIVATE_QUERY },
      decode,
    });
    const error = await rejection(transport.request(call));
    const everything = everythingOf(error);
    expect(everything).not.toContain('canary');
    expect(everything).not.toContain('ada.private');
    expect(everything).not.toContain('user_private');
  });

  it('is not in the error of a fetch that attaches the whole request', async () => {
    const fetch: typeof globalThis.fetch = (url, init) => {
      const words = `${url as string} ${JSON.stringify(init?.headers)}`;
      const cause = Object.assign(new Error(words), { code: 'E_PROXY', request: { url, init } });
      return Promise.reject(Object.assign(new Error(words, { cause }), { config: init, response: { init } }));
    };
    const { transport } = transportTo(server.url, { retries: 0, fetch });
    const error = await rejection(transport.request(operation({ query: { query: PRIVATE_QUERY } })));
    expect(everythingOf(error)).not.toContain('canary');
    expect(everythingOf(error)).not.toContain('ada.private');
    expect(error.message).toContain('E_PROXY');
  });

  it.each(['sk_test_canary\nline', 'sk_test_canary\u0000', 'sk_test_canary two', 'sk_test_canaryé'])(
    'is not in the error for a key that cannot be sent',
    async secretKey => {
      const error = await rejection(transportTo(server.url, { secretKey }).transport.request(operation()));
      expect(error).toMatchObject({
        code: 'secret_key_invalid',
        message: expect.stringContaining('CLERK_SECRET_KEY'),
      });
      expect(everythingOf(error)).not.toContain('canary');
    },
  );
});
