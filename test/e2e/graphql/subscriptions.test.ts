import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { UseInterceptors } from '@nestjs/common';
import { Context, Query, Resolver, Subscription } from '@nestjs/graphql';
import { ClerkContext, ClerkContextInterceptor, getAuth } from 'nest-clerk';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { MINUTE, stopClock } from '../../support/clock.js';
import { setEnvironment } from '../../support/environment.js';
import { GRAPHQL_SERVERS, startGraphql } from '../../support/graphql-app.js';
import type { GraphqlAppSettings, GraphqlServer } from '../../support/graphql-app.js';
import { connect, disconnectAll } from '../../support/graphql-connection.js';
import type { GraphqlConnection, Opening } from '../../support/graphql-connection.js';
import { bearer, sessionCookie } from '../../support/nest-app.js';
import { closeApps } from '../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice', firstName: 'Alice' }] });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await disconnectAll();
  await closeApps();
});

const ALICE = { userId: 'user_alice' };
const MEMBER = { ...ALICE, orgId: 'org_acme', orgRole: 'org:member' };
const ADMIN = { ...MEMBER, orgRole: 'org:admin' };

function token(who: Parameters<LocalClerk['issueSessionToken']>[0] = ALICE) {
  return local.issueSessionToken(who);
}

function calls(operation: string): number {
  return local.requests.filter(request => request.operation === operation).length;
}

async function expectData(connection: GraphqlConnection, query: string, data: object) {
  expect(await connection.operate(query)).toEqual({ data: [data], errors: [] });
}

async function expectRejected(connection: GraphqlConnection, query: string, extensions: object) {
  const { data, errors } = await connection.operate(query);
  const values = data.flatMap((one): unknown[] => Object.values(one ?? {}));
  expect(values.filter(value => value !== null)).toEqual([]);
  expect(errors).toEqual([expect.objectContaining({ extensions })]);
}

const unauthenticated = (reason: string) => ({ code: 'UNAUTHENTICATED', reason });
const forbidden = (reason: string) => ({ code: 'FORBIDDEN', reason });

const SIGNED_OUT = unauthenticated('session-token-missing');

const GUARDED = 'subscription { guardedOnce }';
const OPEN = 'subscription { userIdOnce }';

describe.each(GRAPHQL_SERVERS)('%s, over graphql-ws', server => {
  async function open(opening: Opening = {}, options: ClerkModuleOptions = {}) {
    const app = await start(server, options);
    return connect(app.port, opening);
  }

  describe('token', () => {
    it.each<[string, (token: string) => Opening]>([
      ['in connectionParams.authorization', token => ({ params: { authorization: `Bearer ${token}` } })],
      ['in connectionParams.Authorization', token => ({ params: { Authorization: `Bearer ${token}` } })],
      ['in connectionParams.token', token => ({ params: { token } })],
      ['in the upgrade header', token => ({ headers: bearer(token) })],
    ])('%s opens what is guarded', async (_, openingWith) => {
      const connection = await open(openingWith(await token()));
      await expectData(connection, GUARDED, { guardedOnce: 'user_alice Alice' });
      await expectData(connection, OPEN, { userIdOnce: 'user_alice' });
      await expectData(connection, '{ guarded }', { guarded: 'user_alice' });
      await expectData(connection, 'mutation { __typename }', { __typename: 'Mutation' });
    });

    it('in the URL is read only if the options allow it', async () => {
      const query = `?token=${await token()}`;
      await expectRejected(await open({ query }), GUARDED, SIGNED_OUT);
      const connection = await open({ query }, { connectionTokenSources: ['query'] });
      await expectData(connection, GUARDED, { guardedOnce: 'user_alice Alice' });
    });

    it('in connectionParams is read only if the options allow it', async () => {
      const params = { token: await token(), authorization: `Bearer ${await token()}` };
      const connection = await open({ params }, { connectionTokenSources: ['header', 'cookie'] });
      await expectRejected(connection, GUARDED, SIGNED_OUT);
    });

    it('that is invalid is rejected without being quoted', async () => {
      const connection = await open({ params: { authorization: 'Bearer canary' } });
      await expectRejected(connection, GUARDED, unauthenticated('token-invalid'));
    });
  });

  it('rejects a signed-out caller, who is null for open operations', async () => {
    const connection = await open();
    await expectRejected(connection, GUARDED, SIGNED_OUT);
    await expectRejected(connection, '{ guarded }', SIGNED_OUT);
    await expectData(connection, OPEN, { userIdOnce: null });
  });

  it.each([[null], [{ token: 7 }], [{ token: ['list'] }], [{ authorization: { toString: 'x' } }]])(
    'does not accept %j as a token',
    async params => {
      const connection = await open({ params: params as never });
      await expectRejected(connection, GUARDED, SIGNED_OUT);
    },
  );

  describe('cookies', () => {
    it('are accepted from pages of the same origin and from other programs', async () => {
      const app = await start(server);
      const cookies = sessionCookie(await token());
      const origin = `http://127.0.0.1:${app.port}`;
      const fromPage = connect(app.port, { headers: { ...cookies, origin } });
      await expectData(fromPage, GUARDED, { guardedOnce: 'user_alice Alice' });
      await expectData(connect(app.port, { headers: cookies }), OPEN, { userIdOnce: 'user_alice' });
    });

    it('are ignored from pages of another origin', async () => {
      const headers = { ...sessionCookie(await token()), origin: 'https://evil.example' };
      const connection = await open({ headers });
      await expectRejected(connection, GUARDED, unauthenticated('cross-origin-connection'));
      await expectData(connection, OPEN, { userIdOnce: null });
    });

    it('are ignored from pages that add headers of their own', async () => {
      const headers = { ...sessionCookie(await token()), origin: 'https://evil.example' };
      const claims = { host: 'evil.example', 'x-forwarded-host': 'evil.example' };
      for (const params of [claims, { headers: claims }]) {
        const connection = await open({ headers, params });
        await expectRejected(connection, GUARDED, unauthenticated('cross-origin-connection'));
      }
    });

    it('are accepted from pages of authorized parties', async () => {
      const origin = 'https://app.example';
      const headers = { ...sessionCookie(await token({ ...ALICE, authorizedParty: origin })), origin };
      const connection = await open({ headers }, { authorizedParties: [origin] });
      await expectData(connection, GUARDED, { guardedOnce: 'user_alice Alice' });
    });
  });

  it('rejects an insufficient role', async () => {
    const app = await start(server);
    const subscription = 'subscription { forAdminsOnce }';
    const connectAs = async (who: typeof ADMIN) => connect(app.port, { params: { token: await token(who) } });
    await expectData(await connectAs(ADMIN), subscription, { forAdminsOnce: 'admins' });
    await expectRejected(await connectAs(MEMBER), subscription, forbidden('requirement-not-met'));
    await expectRejected(await connectAs(MEMBER), 'mutation { rename }', forbidden('requirement-not-met'));
  });

  it('accepts a machine token, and verifies it once per connection', async () => {
    const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'CI' });
    const connection = await open({ params: { token: secret } });
    const before = calls('verifyApiKey');
    await Promise.all([
      expectData(connection, 'subscription { forProgramsOnce }', { forProgramsOnce: 'api_key' }),
      expectData(connection, '{ a: forPrograms b: forPrograms }', { a: 'api_key', b: 'api_key' }),
    ]);
    await expectData(connection, 'subscription { forProgramsOnce }', { forProgramsOnce: 'api_key' });
    await expectRejected(connection, GUARDED, unauthenticated('token-type-mismatch'));
    expect(calls('verifyApiKey') - before).toBe(1);
  });

  it('rejects a new operation after the token has expired, until the client reconnects', async () => {
    const clock = stopClock();
    const { client, operate } = await open({ params: async () => ({ token: await token() }) });
    const connection = { client, operate };
    await expectData(connection, GUARDED, { guardedOnce: 'user_alice Alice' });
    clock.advance(2 * MINUTE);
    await expectRejected(connection, GUARDED, unauthenticated('token-expired'));
    await expectRejected(connection, '{ guarded }', unauthenticated('token-expired'));
    await expectData(connection, OPEN, { userIdOnce: null });

    client.terminate();
    await expectData(connection, GUARDED, { guardedOnce: 'user_alice Alice' });
  });
});

/** Starts a server that accepts queries and mutations over its connections too. */
function start(server: GraphqlServer, options: ClerkModuleOptions = {}, settings: GraphqlAppSettings = {}) {
  const graphql = server === 'mercurius on Fastify' ? { subscription: { fullWsTransport: true } } : {};
  return startGraphql(server, { ...local.keys, ...options }, { graphql, ...settings });
}

describe('mercurius, which passes upgrade requests to the middleware', () => {
  @Resolver()
  class WhoResolver {
    constructor(private readonly clerk: ClerkContext) {}

    @Query(() => String, { nullable: true })
    byRequest(@Context('request') request: object) {
      return getAuth(request).userId;
    }

    @Query(() => String, { nullable: true })
    byContext() {
      return this.clerk.getAuth().userId;
    }

    @Query(() => String, { nullable: true })
    @UseInterceptors(ClerkContextInterceptor)
    byInterceptor() {
      return this.clerk.getAuth().userId;
    }
  }

  async function open(origin?: string) {
    const { port } = await start('mercurius on Fastify', {}, { providers: [WhoResolver] });
    const cookies = sessionCookie(await token());
    return connect(port, { headers: { ...cookies, origin: origin ?? `http://127.0.0.1:${port}` } });
  }

  it('getAuth(request) returns the user, except for a page of another origin', async () => {
    await expectData(await open(), '{ byRequest }', { byRequest: 'user_alice' });
    await expectData(await open('https://evil.example'), '{ byRequest }', { byRequest: null });
  });

  it('ClerkContext returns the user in a resolver with the interceptor only', async () => {
    await expectData(await open(), '{ byInterceptor }', { byInterceptor: 'user_alice' });
    await expectData(await open('https://evil.example'), '{ byInterceptor }', { byInterceptor: null });
    const { errors } = await (await open()).operate('{ byContext }');
    expect(errors).toEqual([
      expect.objectContaining({ message: expect.stringContaining('ClerkContextInterceptor') }),
    ]);
  });
});

describe('ClerkContext in a subscription', () => {
  @Resolver()
  class EventsResolver {
    constructor(private readonly clerk: ClerkContext) {}

    @Subscription(() => String, { nullable: true })
    @UseInterceptors(ClerkContextInterceptor)
    async *whoFollows() {
      yield { whoFollows: this.clerk.getAuth().userId };
      await new Promise(resolve => setImmediate(resolve));
      yield { whoFollows: this.clerk.getAuth().userId };
    }
  }

  it('returns the subscriber for every event', async () => {
    const { port } = await start('Apollo on Express', {}, { providers: [EventsResolver] });
    const connection = connect(port, { params: { token: await token() } });
    expect(await connection.operate('subscription { whoFollows }')).toEqual({
      data: [{ whoFollows: 'user_alice' }, { whoFollows: 'user_alice' }],
      errors: [],
    });
  });
});
