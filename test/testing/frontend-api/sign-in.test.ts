import { beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { codesOf, FrontendClient } from './frontend-client.js';

const PASSWORD = 'analytical-engine';
const MINUTE = 60_000;

let local: LocalClerk;
let client: FrontendClient;
let now: number;

beforeEach(async () => {
  now = Date.UTC(2026, 0, 1);
  local = await LocalClerk.create({
    now: () => now,
    users: [
      { id: 'user_ada', username: 'ada', emailAddress: ['ada@example.com'], password: PASSWORD },
      { id: 'user_tom', emailAddress: ['tom+clerk_test@example.com'], phoneNumber: ['+12015550123'] },
      { id: 'user_bad', emailAddress: ['bad@example.com'], password: PASSWORD, banned: true },
      { id: 'user_shut', emailAddress: ['shut@example.com'], password: PASSWORD, locked: true },
    ],
  });
  client = await FrontendClient.create(local);
});

async function begin(identifier: string): Promise<{ path: string; factors: { strategy: string }[] }> {
  const { body } = await client.call('POST', '/client/sign_ins', { identifier });
  return { path: `/client/sign_ins/${body.response.id}`, factors: body.response.supported_first_factors };
}

describe('a sign-in', () => {
  it.each(['ada@example.com', ' ADA@example.com', 'ada'])('completes with the password of %p', async name => {
    const { status, body } = await client.signIn(name, PASSWORD);

    expect(status).toBe(200);
    expect(body.response).toMatchObject({ status: 'complete', created_session_id: client.sessionId });
    expect(body.client).toMatchObject({
      last_active_session_id: client.sessionId,
      sign_in: null,
      sessions: [{ id: client.sessionId, status: 'active', user: { id: 'user_ada' } }],
    });
  });

  it('issues a token to the origin of the page', async () => {
    const { body } = await client.signIn('ada', PASSWORD);
    const { jwt } = body.client.sessions[0].last_active_token;

    const claims = JSON.parse(Buffer.from(jwt.split('.')[1], 'base64url').toString());

    expect(claims).toMatchObject({ azp: 'http://localhost:3000', sub: 'user_ada', sid: client.sessionId });
  });

  it.each([
    ['a wrong password', { identifier: 'ada', password: 'wrong-password' }, 422, 'form_password_incorrect'],
    ['an unknown identifier', { identifier: 'eve', password: PASSWORD }, 422, 'form_identifier_not_found'],
    ['a banned user', { identifier: 'bad@example.com', password: PASSWORD }, 403, 'user_banned'],
    ['a locked user', { identifier: 'shut@example.com', password: PASSWORD }, 403, 'user_locked'],
    [
      'a user without a password',
      { identifier: '+12015550123', password: PASSWORD },
      400,
      'strategy_for_user_invalid',
    ],
    ['an unknown ticket', { strategy: 'ticket', ticket: 'ticket_none' }, 400, 'ticket_invalid_code'],
  ])('is rejected for %s', async (_name, parameters, status, code) => {
    const answer = await client.call('POST', '/client/sign_ins', parameters);

    expect(answer.status).toBe(status);
    expect(codesOf(answer)).toEqual([code]);
  });

  it('is rejected while a user is signed in', async () => {
    await client.signIn('ada', PASSWORD);

    expect(codesOf(await client.signIn('ada', PASSWORD))).toEqual(['session_exists']);
  });

  it('cannot be read or completed by another browser', async () => {
    const { path } = await begin('ada');
    const other = await FrontendClient.create(local);

    expect((await other.call('GET', path)).status).toBe(404);
    const attempt = await other.call('POST', `${path}/attempt_first_factor`, {
      strategy: 'password',
      password: PASSWORD,
    });
    expect(codesOf(attempt)).toEqual(['resource_not_found']);
  });

  it('completes with the code in the inbox, once', async () => {
    const { path } = await begin('ada');
    await client.call('POST', `${path}/prepare_first_factor`, { strategy: 'email_code' });
    const code = local.inbox.latest('ada@example.com')?.code ?? '';

    const wrong = await client.call('POST', `${path}/attempt_first_factor`, {
      strategy: 'email_code',
      code: 'x',
    });
    const right = await client.call('POST', `${path}/attempt_first_factor`, { strategy: 'email_code', code });
    const again = await client.call('POST', `${path}/attempt_first_factor`, { strategy: 'email_code', code });

    expect(code).toMatch(/^\d{6}$/);
    expect(codesOf(wrong)).toEqual(['form_code_incorrect']);
    expect(right.body.response.status).toBe('complete');
    expect(codesOf(again)).toEqual(['client_state_invalid']);
  });

  it('rejects a code that has expired, that was tried too often, or that was never sent', async () => {
    const { path } = await begin('ada');
    const attempt = (code: string) =>
      client.call('POST', `${path}/attempt_first_factor`, { strategy: 'email_code', code });
    expect(codesOf(await attempt('000000'))).toEqual(['verification_missing']);

    await client.call('POST', `${path}/prepare_first_factor`, { strategy: 'email_code' });
    const code = local.inbox.latest('ada@example.com')?.code ?? '';
    for (let i = 0; i < 5; i++) await attempt('wrong');
    expect(codesOf(await attempt(code))).toEqual(['verification_failed']);

    await client.call('POST', `${path}/prepare_first_factor`, { strategy: 'email_code' });
    now += 11 * MINUTE;
    const late = local.inbox.latest('ada@example.com')?.code ?? '';
    expect(codesOf(await attempt(late))).toEqual(['verification_expired']);
  });

  it.each(['email_code', 'phone_code'])(
    'of a test user completes with 424242 by %s, without a message',
    async strategy => {
      const { path } = await begin('+12015550123');
      await client.call('POST', `${path}/prepare_first_factor`, { strategy });

      const { body } = await client.call('POST', `${path}/attempt_first_factor`, {
        strategy,
        code: '424242',
      });

      expect(body.response.status).toBe('complete');
      expect(local.inbox.list()).toEqual([]);
    },
  );

  it('asks for a second factor of a user who has one', async () => {
    local.users.create({
      id: 'user_two',
      username: 'two',
      password: PASSWORD,
      totpSecret: 'JBSWY3DPEHPK3PXP',
      backupCodes: ['backup-1'],
    });
    const first = await client.signIn('two', PASSWORD);
    expect(first.body.response).toMatchObject({
      status: 'needs_second_factor',
      created_session_id: null,
      supported_second_factors: [{ strategy: 'totp' }, { strategy: 'backup_code' }],
    });
    const path = `/client/sign_ins/${first.body.response.id}/attempt_second_factor`;

    const wrong = await client.call('POST', path, { strategy: 'totp', code: '12' });
    const right = await client.call('POST', path, { strategy: 'backup_code', code: 'backup-1' });

    expect(codesOf(wrong)).toEqual(['form_code_incorrect']);
    expect(right.body.response.status).toBe('complete');
    expect(local.users.get('user_two').backupCodes).toEqual([]);
    expect(right.body.client.sessions[0].factor_verification_age).toEqual([0, 0]);
  });

  it('resets a forgotten password', async () => {
    const { path } = await begin('ada');
    const strategy = 'reset_password_email_code';
    await client.call('POST', `${path}/prepare_first_factor`, { strategy });
    const code = local.inbox.latest('ada@example.com')?.code ?? '';
    const verified = await client.call('POST', `${path}/attempt_first_factor`, { strategy, code });
    expect(verified.body.response.status).toBe('needs_new_password');

    const short = await client.call('POST', `${path}/reset_password`, { password: 'short' });
    const reset = await client.call('POST', `${path}/reset_password`, { password: 'difference-engine' });

    expect(codesOf(short)).toEqual(['form_password_length_too_short']);
    expect(reset.body.response.status).toBe('complete');
    const other = await FrontendClient.create(local);
    expect((await other.signIn('ada', 'difference-engine')).status).toBe(200);
  });
});
