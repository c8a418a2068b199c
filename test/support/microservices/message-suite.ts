import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DynamicModule } from '@nestjs/common';
import { LocalClerk } from 'nest-clerk/testing';
import type { SessionTokenOptions } from 'nest-clerk/testing';

import { MINUTE, stopClock } from '../clock.js';
import { setEnvironment } from '../environment.js';
import { EventLog, MessagesModule } from './messages-module.js';
import { closeMicroservices, errorOf } from './running-microservice.js';
import type { MessageClient } from './running-microservice.js';

type Carrier = 'metadata' | 'payload';

/** The behaviour on every transport with patterns. */
export function itAuthenticatesMessages(start: (module: DynamicModule) => Promise<MessageClient>): void {
  let local: LocalClerk;
  let log: EventLog;
  let client: MessageClient;

  beforeAll(async () => {
    setEnvironment({});
    local = await LocalClerk.create({ users: [{ id: 'user_alice', firstName: 'Alice' }] });
    local.organizations.create({ id: 'org_acme', name: 'Acme' });
    log = new EventLog();
    client = await start(MessagesModule.with({ ...local.keys, jwtKey: local.jwtKey }, log));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    local.requests.length = 0;
  });
  afterAll(closeMicroservices);

  const tokenFor = (options: Partial<SessionTokenOptions> = {}) =>
    local.issueSessionToken({ userId: 'user_alice', ...options });

  function send(pattern: string, token?: string, carrier: Carrier = 'metadata'): Promise<unknown> {
    const headers = { authorization: `Bearer ${token}` };
    if (token === undefined) return client.send(pattern);
    return carrier === 'metadata' ? client.send(pattern, {}, headers) : client.send(pattern, { headers });
  }

  const rejection = (pattern: string, token?: string) => errorOf(send(pattern, token));
  const unauthenticated = (reason: string) => ({
    status: 'error',
    message: 'Unauthenticated',
    code: 'UNAUTHENTICATED',
    reason,
  });
  const forbidden = (reason: string) => ({
    status: 'error',
    message: 'Forbidden',
    code: 'FORBIDDEN',
    reason,
  });

  describe('guarded handler', () => {
    it.each(['metadata', 'payload'] as const)('accepts a token in the %s', async carrier => {
      expect(await send('guarded', await tokenFor(), carrier)).toMatchObject({ userId: 'user_alice' });
    });

    it('prefers the token of the metadata to that of the payload', async () => {
      local.users.create({ id: 'user_bob' });
      const headers = { authorization: await tokenFor({ userId: 'user_bob' }) };
      const answer = client.send('guarded', { headers }, { authorization: await tokenFor() });
      expect(await answer).toMatchObject({ userId: 'user_alice' });
    });

    it('rejects a message without a token', async () => {
      expect(await rejection('guarded')).toEqual(unauthenticated('session-token-missing'));
    });

    it('rejects an invalid token', async () => {
      expect(await rejection('guarded', 'garbage')).toEqual(unauthenticated('token-invalid'));
    });

    it('rejects a token after it has expired', async () => {
      const clock = stopClock();
      const token = await tokenFor();
      expect(await send('guarded', token)).toMatchObject({ userId: 'user_alice' });
      clock.advance(2 * MINUTE);
      expect(await rejection('guarded', token)).toEqual(unauthenticated(EXPIRED));
    });

    it('rejects a token without quoting it', async () => {
      const clock = stopClock();
      const token = await tokenFor();
      clock.advance(2 * MINUTE);
      const errors = JSON.stringify([
        await rejection('guarded', token),
        await rejection('guarded', 'canary-token'),
      ]);
      expect(errors).not.toContain(token.split('.')[1]);
      expect(errors).not.toContain('canary');
    });
  });

  describe('@Protect()', () => {
    const inOrganization = (options: Partial<SessionTokenOptions>) =>
      tokenFor({ orgId: 'org_acme', ...options });

    it('accepts a caller who meets the requirements of class and handler', async () => {
      const token = await inOrganization({ orgRole: 'admin', orgPermissions: ['org:invoices:delete'] });
      expect(await send('admin.read', token)).toEqual({ isIn: true });
      expect(await send('admin.remove', token)).toEqual({ isIn: true });
    });

    it.each([
      ['the class', 'admin.read', { orgRole: 'member' }],
      ['the handler', 'admin.remove', { orgRole: 'admin' }],
      [
        'the class, although that of the handler is met',
        'admin.remove',
        {
          orgRole: 'member',
          orgPermissions: ['org:invoices:delete'],
        },
      ],
    ])('rejects a caller who does not meet that of %s', async (_, pattern, options) => {
      expect(await rejection(pattern, await inOrganization(options))).toEqual(
        forbidden('requirement-not-met'),
      );
    });

    it('rejects a signed-out caller as unauthenticated', async () => {
      expect(await rejection('admin.read')).toEqual(unauthenticated('session-token-missing'));
    });

    it('rejects with the hint that useReverification() reads', async () => {
      const token = await inOrganization({ orgRole: 'admin', factorVerificationAge: [60, -1] });
      expect(await rejection('admin.drop', token)).toEqual({
        ...forbidden('reverification-error'),
        clerk_error: {
          type: 'forbidden',
          reason: 'reverification-error',
          metadata: { reverification: 'strict' },
        },
      });
    });
  });

  describe('machine', () => {
    it('is accepted with a JWT by a handler for M2M tokens', async () => {
      const { id, token } = await local.m2mTokens.create({ subject: 'mch_jobs', tokenFormat: 'jwt' });
      expect(await send('machine', token)).toMatchObject({ id, machineId: 'mch_jobs' });
    });

    it('is accepted with an opaque token, with one verification per message', async () => {
      const { id, token } = await local.m2mTokens.create({ subject: 'mch_jobs', claims: { team: 'x' } });
      expect(await send('machine', token)).toEqual({ id, machineId: 'mch_jobs', claims: { team: 'x' } });
      expect(local.requests.map(({ path }) => path)).toEqual(['/m2m_tokens/verify']);
    });

    it.each(['jwt', 'opaque'] as const)('is rejected by other handlers (%s)', async tokenFormat => {
      const { token } = await local.m2mTokens.create({ tokenFormat });
      expect(await rejection('guarded', token)).toEqual(unauthenticated('token-type-mismatch'));
    });

    it('is rejected after its token was revoked', async () => {
      const { id, token } = await local.m2mTokens.create();
      expect(await send('machine', token)).toMatchObject({ id });
      local.m2mTokens.revoke(id);
      expect(await rejection('machine', token)).toMatchObject({ code: 'UNAUTHENTICATED' });
    });

    it('is rejected by a handler for users', async () => {
      expect(await rejection('machine', await tokenFor())).toEqual(unauthenticated('token-type-mismatch'));
    });
  });

  describe('handler without a guard', () => {
    it('@Auth() returns the signed-in user', async () => {
      expect(await send('unguarded', await tokenFor())).toEqual({ isAuthenticated: true, reason: null });
    });

    it.each([
      ['no token', undefined, 'session-token-missing'],
      ['garbage', 'garbage', 'token-invalid'],
    ])('@Auth() returns a signed-out state with %s', async (_, token, reason) => {
      expect(await send('unguarded', token)).toEqual({ isAuthenticated: false, reason });
    });
  });

  it('@Public() accepts every caller and identifies a signed-in user', async () => {
    expect(await send('public')).toEqual({ userId: null });
    expect(await send('public', 'garbage')).toEqual({ userId: null });
    expect(await send('public', await tokenFor())).toEqual({ userId: 'user_alice' });
  });

  it('@CurrentUser() is fetched once per message', async () => {
    const token = await tokenFor();
    expect(await send('user', token)).toEqual({ id: 'user_alice', name: 'Alice' });
    expect(local.requests.map(({ path }) => path)).toEqual(['/v1/users/user_alice']);
    await send('user', token);
    expect(local.requests).toHaveLength(2);
  });

  it('@CurrentUser() rejects a deleted user', async () => {
    local.users.create({ id: 'user_gone' });
    const token = await tokenFor({ userId: 'user_gone' });
    local.users.delete('user_gone');
    expect(await rejection('user', token)).toEqual(unauthenticated('user-not-found'));
  });

  it('ClerkContext returns the caller to a service', async () => {
    expect(await send('deep', await tokenFor())).toEqual({ userId: 'user_alice' });
    expect(await send('deep')).toEqual({ userId: null });
  });

  describe('event', () => {
    const emit = (pattern: string, token?: string) =>
      client.emit(pattern, {}, token === undefined ? undefined : { authorization: `Bearer ${token}` });

    it('reaches its handler from a signed-in user only', async () => {
      await emit('happened', await tokenFor());
      await log.next(1);
      await emit('happened');
      await log.next(2);
      await emit('happened', 'garbage');
      await log.next(3);
      expect(log.handled).toEqual(['user_alice']);
      expect(log.rejected).toEqual([
        unauthenticated('session-token-missing'),
        unauthenticated('token-invalid'),
      ]);
    });

    it('that is rejected without an exception filter does not stop the process', async () => {
      const before = log.handled.length + log.rejected.length;
      await emit('happened-unfiltered');
      await emit('happened-unfiltered', await tokenFor());
      await log.next(before + 1);
      expect(log.handled.at(-1)).toBe('user_alice');
      expect(await send('guarded', await tokenFor())).toMatchObject({ userId: 'user_alice' });
    });
  });
}

const EXPIRED = 'token-expired';
