import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { UseGuards } from '@nestjs/common';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { Auth, ClerkAuthGuard } from 'nest-clerk';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';
import { Manager } from 'socket.io-client';
import { WebSocket } from 'ws';

import { setEnvironment } from '../../support/environment.js';
import { bearer, sessionCookie } from '../../support/nest-app.js';
import { closeApps } from '../../support/running-app.js';
import { rejection, startSockets } from '../../support/socket-app.js';
import { closeSockets, connectSocketIo, SOCKET_IO, WS } from '../../support/sockets.js';
import type { Heard } from '../../support/sockets.js';

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

const userIs = (userId: string | null): Heard => ({ event: 'answer', data: { userId } });

describe('auth payload of socket.io', () => {
  const open = async (auth: unknown, headers = {}, options: ClerkModuleOptions = {}) => {
    const { port } = await startSockets(
      { ...local.keys, jwtKey: local.jwtKey, ...options },
      { kind: SOCKET_IO },
    );
    return SOCKET_IO.connect(port, { auth, headers });
  };

  it.each([
    ['token', () => ({ token: ofAlice })],
    ['token, with a scheme', () => ({ token: `Bearer ${ofAlice}` })],
    ['authorization', () => ({ authorization: `Bearer ${ofAlice}` })],
    ['Authorization', () => ({ Authorization: `Bearer ${ofAlice}` })],
    ['authorization, together with an invalid token', () => ({ token: 5, authorization: ofAlice })],
  ])('is accepted with the token as %s', async (_as, auth) => {
    expect(await (await open(auth())).ask('guarded')).toEqual(userIs('user_alice'));
  });

  it('is preferred to the header by default', async () => {
    const auth = { token: ofAlice };
    expect(await (await open(auth, bearer(ofBob))).ask('guarded')).toEqual(userIs('user_alice'));
    const otherwise = await open(auth, bearer(ofBob), { connectionTokenSources: ['header', 'auth'] });
    expect(await otherwise.ask('guarded')).toEqual(userIs('user_bob'));
    const headerOnly = await open(auth, {}, { connectionTokenSources: ['header'] });
    expect(await headerOnly.ask('guarded')).toEqual(rejection('session-token-missing'));
  });

  it.each([
    ['nothing', undefined],
    ['empty', {}],
    ['null', { token: null, authorization: null }],
    ['empty strings', { token: '', authorization: '' }],
    ['a number', { token: 5 }],
    ['a list', { token: ['x'] }],
    ['nested', { token: { token: 'x' }, authorization: { token: 'x' } }],
    ['a huge string', { token: `ak_${'x'.repeat(500_000)}` }],
    ['inherited properties', { __proto__: { token: 'x' }, constructor: 'x', toString: 'x' }],
  ])('is ignored with %s, and the connection stays open', async (_what, auth) => {
    const client = await open(auth);
    expect(await client.ask('guarded')).toEqual(rejection('session-token-missing'));
    expect(await client.ask('renew', ofAlice)).toMatchObject({ event: 'answer' });
    expect(local.requests).toEqual([]);
  });

  it('is separate for each namespace of a connection', async () => {
    const handler = (namespace: string) => {
      @WebSocketGateway({ namespace })
      class NamespaceGateway {
        @SubscribeMessage('ask')
        @UseGuards(ClerkAuthGuard)
        ask(@Auth('userId') userId: string) {
          return userIs(userId);
        }
      }
      return NamespaceGateway;
    };
    const { port } = await startSockets(
      { ...local.keys, jwtKey: local.jwtKey },
      { kind: SOCKET_IO, providers: [handler('chat'), handler('admin'), handler('public')] },
    );
    const manager = new Manager(`http://127.0.0.1:${port}`, { transports: ['websocket'] });
    const ask = (namespace: string, auth: Record<string, string>) =>
      new Promise(resolve => {
        const socket = manager.socket(namespace, { auth });
        socket.onAny((event: string, data: unknown) => resolve({ event, data }));
        socket.emit('ask');
      });
    try {
      expect(
        await Promise.all([
          ask('/chat', { token: ofAlice }),
          ask('/admin', { token: ofBob }),
          ask('/public', {}),
        ]),
      ).toEqual([userIs('user_alice'), userIs('user_bob'), rejection('session-token-missing')]);
    } finally {
      manager._close();
    }
  });
});

it('a rejection in socket.io is the event `exception` without an acknowledgement', async () => {
  const { port } = await startSockets({ ...local.keys, jwtKey: local.jwtKey }, { kind: SOCKET_IO });
  const socket = connectSocketIo(port, {});
  let isAcknowledged = false;
  const heard = new Promise(resolve => socket.once('exception', resolve));
  socket.emit('guarded', {}, () => (isAcknowledged = true));
  expect(await heard).toEqual(rejection('session-token-missing').data);
  // An acknowledgement would arrive before the response to the next message.
  await new Promise(resolve => socket.once('answer', resolve).emit('who'));
  expect(isAcknowledged).toBe(false);
});

it('a socket.io connection may begin with polling', async () => {
  const { port } = await startSockets({ ...local.keys, jwtKey: local.jwtKey }, { kind: SOCKET_IO });
  const manager = new Manager(`http://127.0.0.1:${port}`, {
    transports: ['polling'],
    extraHeaders: bearer(ofAlice),
  });
  try {
    const socket = manager.socket('/');
    const heard = new Promise(resolve => socket.onAny((event, data) => resolve({ event, data })));
    socket.emit('guarded');
    expect(await heard).toEqual(userIs('user_alice'));
  } finally {
    manager._close();
  }
});

describe('socket.io polling from a browser, which sends no Origin with subresources', () => {
  const SCRIPT = { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' };

  /** Like a page whose `<script>` loads the responses, and whose forms send the messages. */
  async function askByScript(site: string) {
    const app = await startSockets({ ...local.keys, jwtKey: local.jwtKey }, { kind: SOCKET_IO });
    const headers = { ...sessionCookie(ofAlice), ...SCRIPT, 'sec-fetch-site': site };
    const path = '/socket.io/?EIO=4&transport=polling&j=0';
    const opened = await app.get(path, headers);
    const [, sid] = /sid\\":\\"([^\\]+)/.exec(opened.text) ?? [];
    const send = (packet: string) =>
      app.request(`${path}&sid=${sid}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ d: packet }).toString(),
      });
    await send('40');
    await app.get(`${path}&sid=${sid}`, headers);
    await send('42["guarded"]');
    return (await app.get(`${path}&sid=${sid}`, headers)).text;
  }

  it.each(['cross-site', 'same-site'])('ignores cookies if Sec-Fetch-Site is %s', async site => {
    const heard = await askByScript(site);
    expect(heard).toContain('cross-origin-connection');
    expect(heard).not.toContain('user_alice');
  });

  it.each(['same-origin', 'none'])('reads cookies if Sec-Fetch-Site is %s', async site => {
    expect(await askByScript(site)).toContain('user_alice');
  });
});

describe('cookies of a page that claims the same origin by X-Forwarded-Host', () => {
  /** By polling, for which CORS may allow a page to send custom headers. */
  async function askByPolling(headers: Record<string, string>) {
    const app = await startSockets({ ...local.keys, jwtKey: local.jwtKey }, { kind: SOCKET_IO });
    const sent = { ...sessionCookie(ofAlice), 'x-forwarded-proto': 'https', ...headers };
    const path = '/socket.io/?EIO=4&transport=polling';
    const opened = await app.get(path, sent);
    const [, sid] = /"sid":"([^"]+)/.exec(opened.text) ?? [];
    const send = (body: string) => app.request(`${path}&sid=${sid}`, { method: 'POST', headers: sent, body });
    await send('40');
    await app.get(`${path}&sid=${sid}`, sent);
    await send('42["guarded"]');
    return (await app.get(`${path}&sid=${sid}`, sent)).text;
  }
  const foreign = { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' };

  it.each(['cross-site', 'same-site'])('are ignored if Sec-Fetch-Site is %s', async site => {
    const heard = await askByPolling({ ...foreign, 'sec-fetch-site': site });
    expect(heard).toContain('cross-origin-connection');
    expect(heard).not.toContain('user_alice');
  });

  it('are read if Sec-Fetch-Site is same-origin, behind a proxy without forwarded headers', async () => {
    const headers = { origin: 'https://app.example', 'sec-fetch-site': 'same-origin' };
    expect(await askByPolling(headers)).toContain('user_alice');
  });
});

describe('target of an upgrade', () => {
  const askAt = async (path: string) => {
    const { port } = await startSockets(
      { ...local.keys, jwtKey: local.jwtKey, debug: true, connectionTokenSources: ['query', 'header'] },
      { kind: WS },
    );
    const socket = new WebSocket(`ws://127.0.0.1:${port}`, {
      headers: bearer(ofAlice),
      finishRequest: request => {
        request.path = path;
        request.end();
      },
    });
    try {
      return await new Promise<unknown>((resolve, reject) => {
        socket.on('error', reject);
        socket.on('open', () => socket.send('{"event":"guarded"}'));
        socket.on('message', (data: Buffer) => resolve(JSON.parse(data.toString())));
      });
    } finally {
      socket.terminate();
    }
  };

  it.each(['/', '/?', '/?a?b', '/?token=', '/?token=%ZZ%', '/?token=Basic%20x', '//x/..', 'http://x/?a'])(
    '%s does not affect the token in the header',
    async path => {
      const heard = await askAt(path);
      expect(heard).toEqual(path.includes('%ZZ') ? rejection('token-invalid') : userIs('user_alice'));
    },
  );

  it.each(['http://user:password@x/', '//user:password@x/'])(
    '%s, which is no URL, rejects messages and keeps the server up',
    async path => {
      expect(await askAt(path)).toEqual(rejection('session-token-missing'));
    },
  );
});
