import { createClerkClient } from '@clerk/backend';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BackendApiClient } from '../../lib/backend-api/client.js';
import { createRemoteCalls } from '../../lib/backend-api/remote-calls.js';
import { json, type RecordedRequest, RecordingServer } from './support/recording-server.js';
import { API_KEY, JWKS, M2M_TOKEN, OAUTH_TOKEN, SESSION, SPARSE_USER, USER } from './support/samples.js';
import { rejection, SECRET_KEY, transportTo } from './support/transport.js';

const MACHINE_KEY = 'ak_machine';

let server: RecordingServer;
let reference: ReturnType<typeof createClerkClient>;
let ours: BackendApiClient & ReturnType<typeof createRemoteCalls>;

beforeAll(async () => {
  server = await RecordingServer.start();
  reference = createClerkClient({ secretKey: SECRET_KEY, machineSecretKey: MACHINE_KEY, apiUrl: server.url });
  const { transport } = transportTo(server.url, { machineSecretKey: MACHINE_KEY });
  ours = Object.assign(new BackendApiClient(transport), createRemoteCalls(transport));
});
afterAll(() => server.close());

type Reference = typeof reference;
type Ours = typeof ours;
interface Comparison {
  answer: unknown;
  theirs: (client: Reference) => Promise<unknown>;
  ours: (client: Ours) => Promise<unknown>;
}

const TOKEN = { object: 'token', jwt: 'h.p.s' };
const COUNT = { object: 'total_count', total_count: 3 };
const REFRESH = {
  expired_token: 'old.token',
  refresh_token: 'refresh',
  request_origin: 'https://app.example.test',
  request_headers: { 'x-forwarded-host': ['app.example.test'], userAgent: ['x'] },
  format: 'cookie' as const,
  suffixed_cookies: true,
};

const COMPARISONS: Record<string, Comparison> = {
  'users.getUser': {
    answer: USER,
    theirs: client => client.users.getUser('user_1'),
    ours: client => client.users.getUser('user_1'),
  },
  'users.getCount': {
    answer: COUNT,
    theirs: client => client.users.getCount({ emailAddress: ['a@b.test', 'c@d.test'], query: 'a b&c' }),
    ours: client => client.users.getCount({ emailAddress: ['a@b.test', 'c@d.test'], query: 'a b&c' }),
  },
  'users.getCount without parameters': {
    answer: { object: 'total_count', total_count: 0 },
    theirs: client => client.users.getCount(),
    ours: client => client.users.getCount(),
  },
  'sessions.getSession': {
    answer: SESSION,
    theirs: client => client.sessions.getSession('sess_1'),
    ours: client => client.sessions.getSession('sess_1'),
  },
  'sessions.getToken': {
    answer: TOKEN,
    theirs: client => client.sessions.getToken('sess_1'),
    ours: client => client.sessions.getToken('sess_1'),
  },
  'sessions.getToken with a template': {
    answer: TOKEN,
    theirs: client => client.sessions.getToken('sess_1', 'my-template'),
    ours: client => client.sessions.getToken('sess_1', 'my-template'),
  },
  'sessions.getToken with a lifetime': {
    answer: TOKEN,
    theirs: client => client.sessions.getToken('sess_1', 'my-template', 120),
    ours: client => client.sessions.getToken('sess_1', 'my-template', 120),
  },
  'the key set': {
    answer: JWKS,
    theirs: client => client.jwks.getJwks(),
    ours: client => client.fetchJwks(),
  },
  'the refresh of a session': {
    answer: { object: 'cookies', cookies: ['__session=x; Path=/', '__client_uat=1'] },
    theirs: client => client.sessions.refreshSession('sess_1', REFRESH),
    ours: client => client.refreshSession('sess_1', REFRESH),
  },
  'the handshake payload': {
    answer: { directives: ['__session=x; Path=/'] },
    theirs: client => client.clients.getHandshakePayload({ nonce: 'nonce+1/2=' }),
    ours: client => client.getHandshakePayload('nonce+1/2='),
  },
  'the verification of an API key': {
    answer: API_KEY,
    theirs: client => client.apiKeys.verify('ak_secret'),
    ours: client => client.verifyApiKey('ak_secret'),
  },
  'the verification of an M2M token': {
    answer: M2M_TOKEN,
    theirs: client => client.m2m.verify({ token: 'mt_secret' }),
    ours: client => client.verifyM2MToken('mt_secret'),
  },
  'the verification of an M2M token with another key': {
    answer: M2M_TOKEN,
    theirs: client => client.m2m.verify({ token: 'mt_secret', machineSecretKey: 'ak_other' }),
    ours: client => client.verifyM2MToken('mt_secret', 'ak_other'),
  },
  'the verification of an OAuth token': {
    answer: OAUTH_TOKEN,
    theirs: client =>
      client.idPOAuthAccessToken.verify('oat_secret', { audience: 'https://api.example.test' }),
    ours: client => client.verifyOAuthToken('oat_secret', { audience: 'https://api.example.test' }),
  },
};

/** The fields of an object, computed ones included, at every level. `_raw` is internal to the reference. */
function fieldsOf(value: unknown): unknown {
  if (value instanceof URL) return { href: value.href };
  if (Array.isArray(value)) return value.map(fieldsOf);
  if (typeof value !== 'object' || value === null) return value;
  const prototype = Object.getPrototypeOf(value) as object;
  const getters = Object.entries(Object.getOwnPropertyDescriptors(prototype)).filter(([, { get }]) => get);
  const names = [...Object.keys(value), ...getters.map(([name]) => name)];
  return Object.fromEntries(
    names
      .filter(name => name !== '_raw' && name !== '__proto__')
      .map(name => [name, fieldsOf((value as Record<string, unknown>)[name])]),
  );
}

/** The parts of a request that matter to a server. The media type of a GET, which has no body, does not. */
function essentials({ method, path, query, body, headers }: RecordedRequest) {
  return {
    method,
    path,
    query,
    body: body === '' ? undefined : (JSON.parse(body) as unknown),
    authorization: headers.authorization,
    version: headers['clerk-api-version'],
    contentType: method === 'GET' ? undefined : headers['content-type'],
  };
}

async function record(call: () => Promise<unknown>) {
  const before = server.requests.length;
  const result = await call();
  return { result, requests: server.requests.slice(before).map(essentials) };
}

describe('methods, compared with @clerk/backend', () => {
  it.each(Object.entries(COMPARISONS))(
    '%s sends the same request and returns the same result',
    async (_, comparison) => {
      server.behave(json(200, comparison.answer));
      const theirs = await record(() => comparison.theirs(reference));
      const mine = await record(() => comparison.ours(ours));

      expect(theirs.requests).toHaveLength(1);
      expect(mine.requests).toEqual(theirs.requests);
      if (typeof theirs.result === 'object') {
        expect(Object.keys(theirs.result as object)).not.toHaveLength(0);
        expect(fieldsOf(mine.result)).toMatchObject(fieldsOf(theirs.result) as Record<string, unknown>);
      } else {
        expect(mine.result).toBe(theirs.result);
      }
    },
  );

  it('users.getUserList sends the same two requests and returns the same result', async () => {
    const params = {
      userId: ['user_1', '-user_2'],
      query: 'ada',
      lastActiveAtAfter: 1_700_000_000_000,
      limit: 20,
      offset: 40,
      orderBy: '+created_at' as const,
    };
    server.behave((response, request) =>
      json(200, request.path.endsWith('/count') ? COUNT : [USER, { ...USER, id: 'user_2' }])(
        response,
        request,
      ),
    );
    const theirs = await record(() => reference.users.getUserList(params));
    const mine = await record(() => ours.users.getUserList(params));

    const byPath = (a: { path: string }, b: { path: string }) => a.path.localeCompare(b.path);
    expect(mine.requests.sort(byPath)).toEqual(theirs.requests.sort(byPath));
    expect(mine.requests).toHaveLength(2);
    expect(fieldsOf(mine.result)).toMatchObject(fieldsOf(theirs.result) as Record<string, unknown>);
  });

  it('a user with few fields has the same values', async () => {
    server.behave(json(200, SPARSE_USER));
    const theirs = await reference.users.getUser('user_2');
    const mine = await ours.users.getUser('user_2');
    expect(fieldsOf(mine)).toMatchObject(fieldsOf(theirs) as Record<string, unknown>);
  });

  it('an error has the same fields and a message', async () => {
    const body = {
      errors: [
        {
          code: 'resource_not_found',
          message: 'not found',
          long_message: 'No such user',
          meta: { param_name: 'x' },
        },
      ],
      clerk_trace_id: 'trace_1',
    };
    server.behave(json(404, body, { 'retry-after': '4' }));
    const theirs = (await rejection(reference.users.getUser('user_1'))) as unknown as Record<string, unknown>;
    const mine = (await rejection(ours.users.getUser('user_1'))) as unknown as Record<string, unknown>;
    for (const field of ['name', 'code', 'clerkError', 'status', 'clerkTraceId', 'retryAfter']) {
      expect([field, mine[field]]).toEqual([field, theirs[field]]);
    }
    expect(fieldsOf(mine.errors)).toEqual(JSON.parse(JSON.stringify(fieldsOf(theirs.errors))));
  });

  it('false and 0 are sent, which @clerk/backend drops', async () => {
    server.behave(json(200, COUNT));
    const params = { banned: false, createdAtAfter: 0 };
    await reference.users.getCount(params as object);
    await ours.users.getCount(params);
    expect(server.requests.map(({ query }) => query)).toEqual(['', 'banned=false&created_at_after=0']);
  });
});
