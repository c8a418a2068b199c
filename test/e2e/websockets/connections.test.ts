import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Injectable, UseGuards, UseInterceptors } from '@nestjs/common';
import type { Provider } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { WsAdapter } from '@nestjs/platform-ws';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import {
  Auth,
  ClerkAuthGuard,
  ClerkConfigurationError,
  ClerkConnections,
  ClerkContext,
  ClerkContextInterceptor,
  Protect,
  Public,
} from 'nest-clerk';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { MINUTE, stopClock } from '../../support/clock.js';
import { setEnvironment } from '../../support/environment.js';
import { bearer, sessionCookie } from '../../support/nest-app.js';
import { closeApps } from '../../support/running-app.js';
import { denial, rejection, startSockets } from '../../support/socket-app.js';
import { closeSockets, freePort, SOCKET_KINDS, WS } from '../../support/sockets.js';
import type { Heard, Opening } from '../../support/sockets.js';

let local: LocalClerk;
let ofAlice: string;
let ofBob: string;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({ users: [{ id: 'user_alice' }, { id: 'user_bob' }] });
});
beforeEach(async () => {
  ofAlice = await local.issueSessionToken({ userId: 'user_alice' });
  ofBob = await local.issueSessionToken({ userId: 'user_bob' });
  local.requests.length = 0;
});
afterEach(async () => {
  jest.restoreAllMocks();
  closeSockets();
  await closeApps();
});

const ANSWER = { event: 'answer', data: 'answer' };
const userIs = (userId: string | null): Heard => ({ event: 'answer', data: { userId } });

describe.each(SOCKET_KINDS)('$name', kind => {
  const start = (options: ClerkModuleOptions = {}, ...providers: Provider[]) =>
    startSockets(
      { ...local.keys, jwtKey: local.jwtKey, ...options },
      { kind, ...(providers.length > 0 && { providers }) },
    );
  const open = async (opening: Opening, options?: ClerkModuleOptions, ...providers: Provider[]) =>
    kind.connect((await start(options, ...providers)).port, opening);

  describe('ClerkConnections.renew()', () => {
    it("rejects another user's token, and the connection keeps its own", async () => {
      const client = await open({ headers: bearer(ofAlice) });
      expect(await client.ask('renew', ofBob)).toEqual(rejection('subject-mismatch'));
      expect(await client.ask('guarded')).toEqual(userIs('user_alice'));
    });

    it("rejects another user's token even if its own has expired", async () => {
      const clock = stopClock();
      const client = await open({
        headers: bearer(await local.issueSessionToken({ userId: 'user_alice' })),
      });
      await client.ask('guarded');
      clock.advance(2 * MINUTE);
      const fresh = await local.issueSessionToken({ userId: 'user_bob' });
      expect(await client.ask('renew', fresh)).toEqual(rejection('subject-mismatch'));
      expect(await client.ask('guarded')).toEqual(rejection('token-expired'));
      expect(await client.ask('renew', fresh)).toEqual(rejection('subject-mismatch'));
    });

    it('identifies the user of a connection that sent no message before', async () => {
      const client = await open({ headers: bearer(ofAlice) });
      expect(await client.ask('renew', ofBob)).toEqual(rejection('subject-mismatch'));
      expect((await client.ask('renew', ofAlice)).event).toBe('answer');
    });

    it('identifies a user with a pending session', async () => {
      const pending = await local.issueSessionToken({ userId: 'user_alice', sessionStatus: 'pending' });
      const client = await open({ headers: bearer(pending) });
      expect(await client.ask('guarded')).toEqual(rejection('session-pending'));
      expect(await client.ask('renew', ofBob)).toEqual(rejection('subject-mismatch'));
      await client.ask('renew', ofAlice);
      expect(await client.ask('guarded')).toEqual(userIs('user_alice'));
    });

    it('signs in a signed-out client, with its first token only', async () => {
      const client = await open({});
      expect(await client.ask('guarded')).toEqual(rejection('session-token-missing'));
      client.send('renew', `Bearer ${ofAlice}`);
      client.send('renew', ofBob);
      expect((await client.hear()).event).toBe('answer');
      expect(await client.hear()).toEqual(rejection('subject-mismatch'));
      expect(await client.ask('guarded')).toEqual(userIs('user_alice'));
    });

    it('signs in a client whose cookies were ignored', async () => {
      const headers = { ...sessionCookie(ofAlice), origin: 'https://evil.example' };
      const client = await open({ headers });
      expect(await client.ask('guarded')).toEqual(rejection('cross-origin-connection'));
      await client.ask('renew', ofBob);
      expect(await client.ask('guarded')).toEqual(userIs('user_bob'));
    });

    it('accepts a token of the same user in another organization', async () => {
      const client = await open({ headers: bearer(ofAlice) });
      expect((await client.ask('admins')).event).toBe('exception');
      const admin = { userId: 'user_alice', orgId: 'org_acme', orgRole: 'org:admin' };
      await client.ask('renew', await local.issueSessionToken(admin));
      expect((await client.ask('admins')).event).toBe('answer');
    });

    it('rejects an expired token', async () => {
      const client = await open({ headers: bearer(ofAlice) });
      const expired = await local.issueSessionToken({ userId: 'user_alice', expiresIn: -60 });
      expect(await client.ask('renew', expired)).toEqual(rejection('token-expired'));
      expect(await client.ask('guarded')).toEqual(userIs('user_alice'));
    });

    it.each([
      [undefined, 'session-token-missing'],
      [null, 'session-token-missing'],
      ['', 'session-token-missing'],
      [7, 'session-token-missing'],
      [{ token: 'x' }, 'session-token-missing'],
      [['x'], 'session-token-missing'],
      ['Basic YTpi', 'session-token-missing'],
      [`ak_${'x'.repeat(100_000)}`, 'session-token-missing'],
      ['x', 'token-invalid'],
      ['a.b.c', 'token-invalid'],
    ])('rejects a value that is not a token (%#), and the connection stays open', async (sent, reason) => {
      const client = await open({ headers: bearer(ofAlice) });
      expect(await client.ask('renew', sent)).toEqual(rejection(reason));
      expect(await client.ask('guarded')).toEqual(userIs('user_alice'));
      expect(local.requests).toEqual([]);
    });
  });

  describe('ClerkConnections.getAuth()', () => {
    it('returns the client of a new connection before any message', async () => {
      const arrivals: (string | null)[] = [];

      @WebSocketGateway()
      class DoorGateway {
        constructor(private readonly connections: ClerkConnections) {}

        async handleConnection(client: { disconnect?(): void; close?(): void }) {
          const { userId } = await this.connections.getAuth(client);
          arrivals.push(userId);
          if (!userId) (client.disconnect ?? client.close)?.call(client);
        }
      }
      const { port } = await start({}, DoorGateway);

      await kind.connect(port, { headers: bearer(ofAlice) });
      await (
        await kind.connect(port)
      ).closed;
      expect(arrivals).toEqual(['user_alice', null]);
    });

    it('accepts the token types of its options', async () => {
      const found: unknown[] = [];

      @WebSocketGateway()
      class DoorGateway {
        constructor(private readonly connections: ClerkConnections) {}

        @SubscribeMessage('ask')
        async ask(client: object) {
          const key = await this.connections.getAuth(client, { acceptsToken: 'api_key' });
          const person = await this.connections.getAuth(client);
          found.push(key.userId, person.userId);
          return ANSWER;
        }
      }
      const { secret } = local.apiKeys.create({ subject: 'user_alice', name: 'CI' });
      const client = await open({ headers: bearer(secret) }, {}, DoorGateway);
      await client.ask('ask');
      expect(found).toEqual(['user_alice', null]);
      expect(local.requests).toHaveLength(1);
    });

    it('rejects an object that is not a client of a gateway', async () => {
      const { app } = await start();
      const connections = app.get(ClerkConnections);
      for (const rejected of [connections.getAuth({}), connections.renew({ request: 'x' }, ofAlice)]) {
        await expect(rejected).rejects.toThrow(ClerkConfigurationError);
        await expect(rejected).rejects.toMatchObject({ code: 'connection_unknown' });
      }
    });
  });

  describe('WebSocket guard', () => {
    @WebSocketGateway()
    class OpenGateway {
      @SubscribeMessage('closed')
      closed() {
        return ANSWER;
      }

      @Public()
      @SubscribeMessage('open')
      open(@Auth('userId') userId: string | null) {
        return userIs(userId);
      }
    }

    @WebSocketGateway()
    @UseGuards(ClerkAuthGuard)
    class GuardedGateway extends OpenGateway {}

    @WebSocketGateway()
    @Protect({ role: 'org:admin' })
    class ProtectedGateway extends OpenGateway {}

    it.each<[string, Provider[]]>([
      ['on the gateway', [GuardedGateway]],
      ['everywhere', [OpenGateway, { provide: APP_GUARD, useClass: ClerkAuthGuard }]],
    ])('%s, accepts public handlers and signed-in users', async (_where, providers) => {
      const { port } = await start({}, ...providers);
      const stranger = await kind.connect(port);
      expect(await stranger.ask('closed')).toEqual(rejection('session-token-missing'));
      expect(await stranger.ask('open')).toEqual(userIs(null));
      const alice = await kind.connect(port, { headers: bearer(ofAlice) });
      expect(await alice.ask('closed')).toEqual(ANSWER);
      expect(await alice.ask('open')).toEqual(userIs('user_alice'));
    });

    it('with @Protect() on the gateway, enforces the requirement', async () => {
      const { port } = await start({}, ProtectedGateway);
      const alice = await kind.connect(port, { headers: bearer(ofAlice) });
      expect(await alice.ask('closed')).toEqual(denial('requirement-not-met'));
      expect(await alice.ask('open')).toEqual(userIs('user_alice'));
    });

    it('works in each of several applications', async () => {
      const other = await LocalClerk.create({ users: [{ id: 'user_alice' }] });
      const { port } = await start();
      const elsewhere = await start({ ...other.keys, jwtKey: other.jwtKey });
      const here = await kind.connect(port, { headers: bearer(ofAlice) });
      const there = await kind.connect(elsewhere.port, { headers: bearer(ofAlice) });
      expect(await here.ask('guarded')).toEqual(userIs('user_alice'));
      expect((await there.ask('guarded')).event).toBe('exception');
    });
  });

  it('works for a gateway with its own port', async () => {
    const ownPort = await freePort();

    @WebSocketGateway(ownPort)
    class OwnPortGateway {
      @SubscribeMessage('ask')
      @UseGuards(ClerkAuthGuard)
      ask(@Auth('userId') userId: string) {
        return userIs(userId);
      }
    }
    await start({}, OwnPortGateway);
    const alice = await kind.connect(ownPort, { headers: bearer(ofAlice) });
    expect(await alice.ask('ask')).toEqual(userIs('user_alice'));
    const stranger = await kind.connect(ownPort);
    expect(await stranger.ask('ask')).toEqual(rejection('session-token-missing'));
  });

  it('ClerkContext returns the sender of a message to a service', async () => {
    @Injectable()
    class Journal {
      constructor(private readonly clerk: ClerkContext) {}

      async author() {
        await Promise.resolve();
        return this.clerk.getAuth().userId;
      }
    }

    @WebSocketGateway()
    @UseInterceptors(ClerkContextInterceptor)
    class JournalGateway {
      constructor(private readonly journal: Journal) {}

      @SubscribeMessage('write')
      async write() {
        return userIs((await this.journal.author()) ?? null);
      }
    }
    const { port } = await start({}, JournalGateway, Journal);
    const alice = await kind.connect(port, { headers: bearer(ofAlice) });
    const bob = await kind.connect(port, { headers: bearer(ofBob) });
    expect(await Promise.all([alice.ask('write'), bob.ask('write')])).toEqual([
      userIs('user_alice'),
      userIs('user_bob'),
    ]);
  });

  describe('requestOptions of a connection', () => {
    it.each([
      ['synchronously', <T>(value: T) => value],
      ['asynchronously', async <T>(value: T) => value],
    ])('choose the keys %s by the host of the connection', async (_how, give) => {
      const globex = await LocalClerk.create({ users: [{ id: 'user_carol' }] });
      const ofCarol = await globex.issueSessionToken({ userId: 'user_carol' });
      const tenants = new Map<string | undefined, ClerkModuleOptions>([
        ['acme.example', { ...local.keys, jwtKey: local.jwtKey }],
        ['globex.example', { ...globex.keys, jwtKey: globex.jwtKey }],
      ]);
      const { port } = await startSockets(
        { requestOptions: ({ headers }) => give(tenants.get(headers.host)) },
        { kind },
      );
      const ask = async (host: string, token: string) =>
        (await kind.connect(port, { headers: { host, ...bearer(token) } })).ask('guarded');

      expect(await ask('acme.example', ofAlice)).toEqual(userIs('user_alice'));
      expect(await ask('globex.example', ofCarol)).toEqual(userIs('user_carol'));
      expect((await ask('globex.example', ofAlice)).event).toBe('exception');
    });

    it('are called once for messages that arrive before they resolve', async () => {
      let choices = 0;
      const { port } = await startSockets(
        {
          requestOptions: async () => {
            choices++;
            return { ...local.keys, jwtKey: local.jwtKey };
          },
        },
        { kind },
      );
      const client = await kind.connect(port, { headers: bearer(ofAlice) });
      for (let count = 0; count < 5; count++) client.send('guarded');
      for (let count = 0; count < 5; count++) expect(await client.hear()).toEqual(userIs('user_alice'));
      expect(await client.ask('guarded')).toEqual(userIs('user_alice'));
      expect(choices).toBe(1);
    });

    it('that fail reject the message and are called again for the next', async () => {
      let isDown = true;
      const { port } = await startSockets(
        {
          requestOptions: async () => {
            if (isDown) throw new Error('The database is down.');
            return { ...local.keys, jwtKey: local.jwtKey };
          },
        },
        { kind },
      );
      const client = await kind.connect(port, { headers: bearer(ofAlice) });
      const failure = await client.ask('guarded');
      expect(failure).toMatchObject({ event: 'exception', data: { message: 'Internal server error' } });
      expect(JSON.stringify(failure)).not.toContain('database');
      isDown = false;
      expect(await client.ask('guarded')).toEqual(userIs('user_alice'));
    });
  });
});

describe('WebSocket adapters', () => {
  type Connected = (...args: unknown[]) => void;

  class Extending extends WsAdapter {
    override bindClientConnect(server: never, callback: Connected) {
      super.bindClientConnect(server, callback);
    }
  }
  class Telling extends WsAdapter {
    override bindClientConnect(
      server: { on(event: string, listener: Connected): void },
      callback: Connected,
    ) {
      server.on('connection', (client, request) => callback(Object.assign(client as object, { request })));
    }
  }
  class Silent extends WsAdapter {
    override bindClientConnect(
      server: { on(event: string, listener: Connected): void },
      callback: Connected,
    ) {
      server.on('connection', client => callback(client));
    }
  }
  const askWith = async (Adapter: typeof WsAdapter) => {
    const settings = { kind: WS, adapter: app => new Adapter(app) } satisfies Parameters<
      typeof startSockets
    >[1];
    const { port } = await startSockets({ ...local.keys, jwtKey: local.jwtKey }, settings);
    return (await WS.connect(port, { headers: bearer(ofAlice) })).ask('guarded');
  };

  it.each([
    ["extend one of Nest's", Extending],
    ['keep the request on the client', Telling],
  ])('that %s work with the guard', async (_what, Adapter) => {
    expect(await askWith(Adapter)).toEqual(userIs('user_alice'));
  });

  it('that do not pass the upgrade request reject every message', async () => {
    expect(await askWith(Silent)).toEqual(rejection('request-not-authenticated'));
  });
});
