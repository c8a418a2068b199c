import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ClerkModuleOptions } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

import { MINUTE, SECOND, stopClock } from '../../support/clock.js';
import { setEnvironment } from '../../support/environment.js';
import { bearer, sessionCookie } from '../../support/nest-app.js';
import { closeApps } from '../../support/running-app.js';
import { denial, rejection, startSockets } from '../../support/socket-app.js';
import { closeSockets, SOCKET_KINDS } from '../../support/sockets.js';
import type { Heard, Opening, SocketClient } from '../../support/sockets.js';

let local: LocalClerk;
let token: string;

beforeAll(async () => {
  setEnvironment({});
  local = await LocalClerk.create({
    users: [
      { id: 'user_alice', firstName: 'Alice' },
      { id: 'user_bob', firstName: 'Bob' },
    ],
  });
});
beforeEach(async () => {
  token = await local.issueSessionToken({ userId: 'user_alice' });
  local.requests.length = 0;
});
afterEach(async () => {
  jest.restoreAllMocks();
  local.outage = undefined;
  closeSockets();
  await closeApps();
});

const SERVERS = SOCKET_KINDS.flatMap(kind => [
  { ...kind, kind, http: 'express' as const },
  { ...kind, kind, http: 'fastify' as const },
]);

describe.each(SERVERS)('$name on $http', ({ kind, http }) => {
  const start = (options: ClerkModuleOptions = {}) =>
    startSockets({ ...local.keys, jwtKey: local.jwtKey, ...options }, { kind, http });
  const open = async (opening: Opening, options?: ClerkModuleOptions): Promise<SocketClient> =>
    kind.connect((await start(options)).port, opening);
  const asAlice = (options: Omit<Parameters<LocalClerk['issueSessionToken']>[0], 'userId'> = {}) =>
    local.issueSessionToken({ userId: 'user_alice', ...options });

  describe('token of a WebSocket connection is read from', () => {
    const ALICE: Heard = { event: 'answer', data: { userId: 'user_alice' } };

    it('the Authorization header', async () => {
      const client = await open({ headers: bearer(token) });
      expect(await client.ask('guarded')).toEqual(ALICE);
    });

    it.each([
      ['missing, as in programs', () => ({})],
      ['the same origin', (port: number) => ({ origin: `http://127.0.0.1:${port}` })],
      ['an authorized party', () => ({ origin: 'https://app.example.com' })],
    ])('the cookies, if the origin is %s', async (_from, origin) => {
      const fromApp = await asAlice({ authorizedParty: 'https://app.example.com' });
      const { port } = await start({ authorizedParties: ['https://app.example.com'] });
      const client = await kind.connect(port, { headers: { ...sessionCookie(fromApp), ...origin(port) } });
      expect(await client.ask('guarded')).toEqual(ALICE);
    });

    it.each([
      ['http://shop.example', 'shop.example:80'],
      ['https://shop.example', 'shop.example:443'],
      ['https://shop.example', 'shop.example'],
      ['https://shop.example:8443', 'shop.example:8443'],
    ])('the cookies, if the origin is %s and the host %s', async (origin, host) => {
      const client = await open({ headers: { ...sessionCookie(token), origin, host } });
      expect(await client.ask('guarded')).toEqual(ALICE);
    });

    it.each([
      'https://evil.example',
      'http://127.0.0.1:1',
      'https://shop.example:8443',
      'https://shop.example.evil.example',
      'null',
      '',
      'shop.example',
    ])('no cookie, if the origin is %j', async origin => {
      const client = await open({
        headers: { ...sessionCookie(token), origin, host: 'shop.example' },
      });
      expect(await client.ask('guarded')).toEqual(rejection('cross-origin-connection'));
      expect((await client.ask('who')).data).toMatchObject({
        userId: null,
        reason: 'cross-origin-connection',
      });
    });

    it('no cookie, if the page has no TLS and the server has', async () => {
      const headers = { ...sessionCookie(token), origin: 'http://shop.example', host: 'shop.example' };
      const client = await open({ headers: { ...headers, 'x-forwarded-proto': 'https' } });
      expect(await client.ask('guarded')).toEqual(rejection('cross-origin-connection'));
    });

    it('the header, with any origin, because no browser sends that by itself', async () => {
      const client = await open({ headers: { ...bearer(token), origin: 'https://evil.example' } });
      expect(await client.ask('guarded')).toEqual(ALICE);
    });

    it('the URL, if configured', async () => {
      const query = { token };
      expect(await (await open({ query })).ask('guarded')).toEqual(rejection('session-token-missing'));
      const client = await open({ query }, { connectionTokenSources: ['query'] });
      expect(await client.ask('guarded')).toEqual(ALICE);
    });

    it('no place that is not configured', async () => {
      const headers = { ...bearer(token), ...sessionCookie(token) };
      const client = await open({ headers }, { connectionTokenSources: ['query'] });
      expect(await client.ask('guarded')).toEqual(rejection('session-token-missing'));
    });

    it('the first place that has one', async () => {
      const ofBob = await local.issueSessionToken({ userId: 'user_bob' });
      const opening = { headers: { ...bearer(token), ...sessionCookie(ofBob) } };
      const userIdWith = async (connectionTokenSources: ClerkModuleOptions['connectionTokenSources']) =>
        (await (await open(opening, { connectionTokenSources })).ask('guarded')).data.userId;
      expect(await userIdWith(['header', 'cookie'])).toBe('user_alice');
      expect(await userIdWith(['cookie', 'header'])).toBe('user_bob');
      expect(await userIdWith(['query', 'cookie'])).toBe('user_bob');
    });

    it('no credentials of another scheme, such as those for a proxy', async () => {
      const client = await open({ headers: { authorization: 'Basic YTpi', ...sessionCookie(token) } });
      expect(await client.ask('guarded')).toEqual(ALICE);
    });
  });

  describe('WebSocket message is rejected', () => {
    it('without a token', async () => {
      const client = await open({});
      expect(await client.ask('guarded')).toEqual(rejection('session-token-missing'));
      expect((await client.ask('who')).data).toEqual({
        isAuthenticated: false,
        userId: null,
        sessionId: null,
        reason: 'session-token-missing',
      });
    });

    it('with a token that had expired before the connection', async () => {
      const expired = await asAlice({ expiresIn: -60 });
      const client = await open({ headers: bearer(expired) });
      const heard = await client.ask('guarded');
      expect(heard).toEqual(rejection('token-expired'));
    });

    it('with a token that was changed, without quoting it', async () => {
      const client = await open({ headers: bearer(`${token.slice(0, -4)}AAAA`) });
      const heard = await client.ask('guarded', { some: 'data' });
      expect(heard).toEqual(rejection('token-invalid-signature'));
    });

    it('with another role or a missing permission', async () => {
      const member = await asAlice({ orgId: 'org_acme', orgRole: 'org:member' });
      const client = await open({ headers: bearer(member) });
      expect(await client.ask('admins')).toEqual(denial('requirement-not-met'));
      expect(await client.ask('invoices')).toEqual(denial('requirement-not-met'));
    });

    it('but not with the role or the permission', async () => {
      const admin = await asAlice({
        orgId: 'org_acme',
        orgRole: 'org:admin',
        orgPermissions: ['org:invoices:read'],
      });
      const client = await open({ headers: bearer(admin) });
      expect(await client.ask('admins')).toEqual({ event: 'answer', data: 'admin' });
      expect(await client.ask('invoices')).toEqual({ event: 'answer', data: 'invoices' });
    });

    it('with a hint if the caller must reverify', async () => {
      const stale = await asAlice({ factorVerificationAge: [60, -1] });
      const client = await open({ headers: bearer(stale) });
      expect(await client.ask('verified')).toEqual(
        denial('reverification-error', {
          clerk_error: {
            type: 'forbidden',
            reason: 'reverification-error',
            metadata: { reverification: 'strict' },
          },
        }),
      );
    });
  });

  describe('expiring token of a connection', () => {
    it('is accepted before its expiry and rejected afterwards', async () => {
      const clock = stopClock();
      const client = await open({ headers: bearer(await asAlice({ expiresIn: 60 })) });
      expect((await client.ask('guarded')).event).toBe('answer');
      clock.advance(MINUTE + 5 * SECOND - 1);
      expect((await client.ask('guarded')).event).toBe('answer');
      clock.advance(1);
      for (let count = 0; count < 2; count++) {
        expect(await client.ask('guarded')).toEqual(rejection('token-expired'));
      }
      expect((await client.ask('who')).data).toMatchObject({ userId: null, reason: 'token-expired' });
    });

    it('is replaced by the token of a renewal', async () => {
      const clock = stopClock();
      const client = await open({ headers: bearer(await asAlice()) });
      await client.ask('guarded');
      clock.advance(2 * MINUTE);
      expect(await client.ask('guarded')).toEqual(rejection('token-expired'));

      const fresh = await asAlice();
      expect((await client.ask('renew', fresh)).data).toEqual({ tokenType: 'session_token' });
      expect(await client.ask('guarded')).toEqual({ event: 'answer', data: { userId: 'user_alice' } });

      clock.advance(2 * MINUTE);
      expect(await client.ask('guarded')).toEqual(rejection('token-expired'));
    });
  });
});
