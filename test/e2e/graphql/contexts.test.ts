import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { setEnvironment } from '../../support/environment.js';
import { startGraphql } from '../../support/graphql-app.js';
import type { GraphqlAppSettings, GraphqlServer } from '../../support/graphql-app.js';
import { connect, disconnectAll } from '../../support/graphql-connection.js';
import { bearer, sessionCookie } from '../../support/nest-app.js';
import { closeApps } from '../../support/running-app.js';

let local: LocalClerk;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
});
afterEach(async () => {
  await disconnectAll();
  await closeApps();
});

type GraphqlOptions = GraphqlAppSettings['graphql'];

/** The argument of a context function, from a driver or graphql-ws. */
interface Given {
  req?: { headers: object };
  request?: object;
  reply?: object;
  extra?: { request: object; user?: string };
  connectionParams?: object;
}

const start = (server: GraphqlServer, graphql: GraphqlOptions) =>
  startGraphql(server, { ...local.keys }, { graphql });

async function userIdByHttp(server: GraphqlServer, graphql: GraphqlOptions) {
  const token = await local.issueSessionToken({ userId: 'user_alice' });
  const app = await start(server, graphql);
  return (await app.send('{ guarded userId }', bearer(token))).json;
}

async function userIdByConnection(server: GraphqlServer, graphql: GraphqlOptions, inParams = true) {
  const token = await local.issueSessionToken({ userId: 'user_alice' });
  const { port } = await start(server, graphql);
  const opening = inParams ? { params: { authorization: `Bearer ${token}` } } : { headers: bearer(token) };
  return connect(port, opening).operate('subscription { guardedOnce }');
}

const BY_HTTP = { data: { guarded: 'user_alice', userId: 'user_alice' } };
const BY_CONNECTION = { data: [{ guardedOnce: 'user_alice null' }], errors: [] };

describe.each(['Apollo on Express', 'Apollo on Fastify'] as const)('%s', server => {
  describe.each<[string, (given: Given) => unknown]>([
    ['that is undefined', () => undefined],
    ['without a request', () => ({ loaders: {} })],
    ['({ req }) => ({ req })', ({ req }) => ({ req })],
    ['({ req, extra }) => ({ req, extra })', ({ req, extra }) => ({ req, extra })],
    ['({ extra }) => ({ extra })', ({ extra }) => ({ extra })],
    [
      'that has the upgrade request as req, with connectionParams',
      ({ req, extra, connectionParams }) => ({ req: req ?? extra?.request, connectionParams }),
    ],
    [
      'that has an object with connectionParams as req',
      ({ req, connectionParams }) => ({ req: req ?? (connectionParams && { headers: connectionParams }) }),
    ],
  ])('with a context %s', (_, context) => {
    it('identifies the caller over HTTP and over a connection', async () => {
      expect(await userIdByHttp(server, { context })).toEqual(BY_HTTP);
      expect(await userIdByConnection(server, { context })).toEqual(BY_CONNECTION);
    });
  });

  it('identifies the caller with a context that is an object', async () => {
    const context = { loaders: {} };
    expect(await userIdByHttp(server, { context })).toEqual(BY_HTTP);
    expect(await userIdByConnection(server, { context })).toEqual(BY_CONNECTION);
  });

  it('identifies the caller by the upgrade header without connectionParams in the context', async () => {
    const context = ({ req, extra }: Given) => ({ req: req ?? extra?.request });
    expect(await userIdByConnection(server, { context }, false)).toEqual(BY_CONNECTION);
  });

  it('identifies the caller with onConnect and a separate context for connections', async () => {
    const onConnect = ({ extra }: Given) => {
      if (extra) extra.user = 'a user';
    };
    const context = (given: Given) => ({ extra: given.extra, connectionParams: given.connectionParams });
    const subscriptions = { 'graphql-ws': { onConnect, context } } as never;
    expect(await userIdByConnection(server, { subscriptions })).toEqual(BY_CONNECTION);
  });

  it('ignores cookies in headers that an application built from connectionParams', async () => {
    const context = ({ req, extra, connectionParams }: Given) => ({
      req: req ?? { headers: { ...(extra?.request as Request | undefined)?.headers, ...connectionParams } },
    });
    const { port } = await start(server, { context });
    const token = await local.issueSessionToken({ userId: 'user_alice' });
    const connection = connect(port, {
      headers: { ...sessionCookie(token), origin: 'https://evil.example' },
      params: { origin: 'http://evil.example', host: 'evil.example' },
    });
    expect(await connection.operate('subscription { userIdOnce }')).toEqual({
      data: [{ userIdOnce: null }],
      errors: [],
    });
  });

  it('rejects if the context has no request and no connection', async () => {
    const subscriptions = { 'graphql-ws': { context: () => ({ loaders: {} }) } } as never;
    const { errors } = await userIdByConnection(server, { subscriptions });
    expect(errors).toEqual([
      expect.objectContaining({
        extensions: { code: 'UNAUTHENTICATED', reason: 'request-not-authenticated' },
      }),
    ]);
  });
});

describe('mercurius on Fastify', () => {
  const server = 'mercurius on Fastify';

  it.each<[string, GraphqlOptions]>([
    ['that is undefined', { context: () => undefined as never }],
    ['with the request', { context: (request: object) => ({ request }) }],
    ['without the request', { context: () => ({ loaders: {} }) }],
  ])('identifies the caller over HTTP with a context %s', async (_, graphql) => {
    expect(await userIdByHttp(server, graphql)).toEqual(BY_HTTP);
  });

  it.each<[string, GraphqlOptions]>([
    ['with `subscription: true`', { subscription: true }],
    [
      'with its own context',
      { subscription: { context: (_: unknown, request: object) => ({ request, loaders: {} }) as never } },
    ],
    ['with onConnect that returns true', { subscription: { onConnect: () => true } }],
    [
      'with onConnect that returns an object',
      { subscription: { onConnect: () => ({ loaders: {} }) as never } },
    ],
  ])('identifies the caller over a connection %s', async (_, graphql) => {
    expect(await userIdByConnection(server, graphql)).toEqual(BY_CONNECTION);
    await disconnectAll();
    await closeApps();
    expect(await userIdByConnection(server, graphql, false)).toEqual(BY_CONNECTION);
  });

  it('identifies the caller by the headers that mercurius reads', async () => {
    const { port } = await start(server, { subscription: true });
    const headers = bearer(await local.issueSessionToken({ userId: 'user_alice' }));
    const connection = connect(port, { params: { headers } });
    expect(await connection.operate('subscription { guardedOnce }')).toEqual(BY_CONNECTION);
  });
});
