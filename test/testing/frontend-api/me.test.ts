import { beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { totpCode } from '../../../lib/testing/store/totp.js';
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
      { id: 'user_ada', emailAddress: ['ada@example.com'], password: PASSWORD },
      { id: 'user_bob', username: 'bobby', emailAddress: ['bob@example.com'], phoneNumber: ['+12015550111'] },
    ],
  });
  client = await FrontendClient.create(local);
  await client.signIn('ada@example.com', PASSWORD);
});

function ada() {
  return local.users.get('user_ada');
}

describe('the profile', () => {
  it('is changed in part', async () => {
    await client.call('PATCH', '/me', { first_name: 'Ada', last_name: 'Lovelace', username: 'countess' });
    const { body } = await client.call('PATCH', '/me', { last_name: '' });

    expect(body.response).toMatchObject({ first_name: 'Ada', last_name: null, username: 'countess' });
    expect(body.client.sessions[0].user).toMatchObject({ username: 'countess' });
  });

  it.each([
    ['ad', 'form_username_invalid_length'],
    ['ada lovelace', 'form_username_invalid_character'],
    ['1815', 'form_username_needs_non_number_char'],
    ['BOBBY', 'form_identifier_exists'],
  ])('rejects the username %p', async (username, code) => {
    const answer = await client.call('PATCH', '/me', { username });

    expect([answer.status, ...codesOf(answer)]).toEqual([422, code]);
    expect(ada().username).toBeNull();
  });

  it('gets a picture, which can be deleted again', async () => {
    const { body } = await client.upload('POST', '/me/profile_image');
    expect(body.response.public_url).toBe(ada().profileImageUrl);
    expect(body.client.sessions[0]).toMatchObject({
      user: { has_image: true },
      public_user_data: { has_image: true },
    });

    await client.call('DELETE', '/me/profile_image');
    expect(ada().profileImageUrl).toBeNull();
    expect(codesOf(await client.call('DELETE', '/me/profile_image'))).toEqual(['image_not_found']);
  });

  it.each([
    ['text/plain', 'picture', 'request_body_invalid'],
    ['image/png', '', 'form_param_missing'],
  ])('rejects a picture of type %s with the content %p', async (type, content, code) => {
    expect(codesOf(await client.upload('POST', '/me/profile_image', type, content))).toEqual([code]);
  });
});

describe.each([
  {
    kind: 'email address',
    path: '/me/email_addresses',
    parameter: 'email_address',
    value: 'new@example.com',
    taken: 'bob@example.com',
    strategy: 'email_code',
    primary: 'primary_email_address_id',
  },
  {
    kind: 'phone number',
    path: '/me/phone_numbers',
    parameter: 'phone_number',
    value: '+4915112345678',
    taken: '+12015550111',
    strategy: 'phone_code',
    primary: 'primary_phone_number_id',
  },
])('a new $kind', ({ path, parameter, value, taken, strategy, primary }) => {
  async function add(): Promise<string> {
    const { body } = await client.call('POST', `${path}/`, { [parameter]: value });
    expect(body.response).toMatchObject({ [parameter]: value, verification: null });
    return body.response.id;
  }

  async function verify(id: string): Promise<void> {
    await client.call('POST', `${path}/${id}/prepare_verification`, { strategy });
    const code = local.inbox.latest(value)?.code ?? '';
    const { body } = await client.call('POST', `${path}/${id}/attempt_verification`, { code });
    expect(body.response.verification).toMatchObject({ status: 'verified', strategy });
  }

  it('is verified by the code in the inbox, and then signs in', async () => {
    const id = await add();
    const other = await FrontendClient.create(local);
    expect(codesOf(await other.signIn(value, PASSWORD))).toEqual(['form_identifier_not_found']);

    await verify(id);

    expect((await other.signIn(value, PASSWORD)).body.response.status).toBe('complete');
  });

  it('becomes primary only after it is verified', async () => {
    const id = await add();
    const early = await client.call('PATCH', '/me', { [primary]: id });
    expect(codesOf(early)).toEqual(['form_verification_needed']);

    await verify(id);
    const { body } = await client.call('PATCH', '/me', { [primary]: id });

    expect(body.response[primary]).toBe(id);
  });

  it('ends after five wrong codes', async () => {
    const id = await add();
    await client.call('POST', `${path}/${id}/prepare_verification`, { strategy });
    const attempt = (): Promise<string[]> =>
      client.call('POST', `${path}/${id}/attempt_verification`, { code: 'wrong' }).then(codesOf);
    for (let count = 0; count < 5; count++) expect(await attempt()).toEqual(['form_code_incorrect']);

    expect(await attempt()).toEqual(['verification_failed']);
  });

  it('ends with its code after ten minutes', async () => {
    const id = await add();
    await client.call('POST', `${path}/${id}/prepare_verification`, { strategy });
    const code = local.inbox.latest(value)?.code ?? '';
    now += 10 * MINUTE;

    const answer = await client.call('POST', `${path}/${id}/attempt_verification`, { code });

    expect(codesOf(answer)).toEqual(['verification_expired']);
  });

  it('is rejected if another user has it, or if its format is invalid', async () => {
    const other = await client.call('POST', path, { [parameter]: taken });
    const wrong = await client.call('POST', path, { [parameter]: 'not one' });
    const missing = await client.call('POST', path);

    expect([other, wrong, missing].map(answer => codesOf(answer)[0])).toEqual([
      'form_identifier_exists',
      'form_param_format_invalid',
      'form_param_missing',
    ]);
  });

  it('is not found after its deletion', async () => {
    const id = await add();

    const { body } = await client.call('DELETE', `${path}/${id}`);

    expect(body.response).toMatchObject({ id, deleted: true });
    expect(codesOf(await client.call('GET', `${path}/${id}`))).toEqual(['resource_not_found']);
  });
});

describe('the last verified email address', () => {
  it('is not deleted, since the instance requires one', async () => {
    const answer = await client.call('DELETE', `/me/email_addresses/${ada().emailAddresses[0]?.id}`);

    expect(codesOf(answer)).toEqual(['last_required_identification_deletion_failed']);
  });

  it('of another user is not found', async () => {
    const { emailAddresses } = local.users.get('user_bob');

    const answer = await client.call('DELETE', `/me/email_addresses/${emailAddresses[0]?.id}`);

    expect(codesOf(answer)).toEqual(['resource_not_found']);
  });
});

describe('an authenticator app', () => {
  async function enable(): Promise<{ secret: string; backupCodes: string[] }> {
    const { body } = await client.call('POST', '/me/totp');
    const { secret, uri, verified } = body.response;
    expect(verified).toBe(false);
    expect(uri).toBe(
      `otpauth://totp/Local%20Clerk:ada%40example.com?algorithm=SHA1&digits=6&issuer=Local%20Clerk&period=30&secret=${secret}`,
    );
    const done = await client.call('POST', '/me/totp/attempt_verification', { code: totpCode(secret, now) });
    expect(done.body.client.sessions[0].user).toMatchObject({ totp_enabled: true, two_factor_enabled: true });
    return { secret, backupCodes: done.body.response.backup_codes };
  }

  it('is asked for at the next sign-in', async () => {
    const { secret } = await enable();
    const other = await FrontendClient.create(local);

    const { body } = await other.signIn('ada@example.com', PASSWORD);
    expect(body.response.status).toBe('needs_second_factor');
    const done = await other.call('POST', `/client/sign_ins/${body.response.id}/attempt_second_factor`, {
      strategy: 'totp',
      code: totpCode(secret, now),
    });

    expect(done.body.response.status).toBe('complete');
  });

  it('is not active before the first correct code', async () => {
    await client.call('POST', '/me/totp');
    const answer = await client.call('POST', '/me/totp/attempt_verification', { code: '000000' });

    expect(codesOf(answer)).toEqual(['form_code_incorrect']);
    expect(ada().totpSecret).toBeNull();
  });

  it('has ten backup codes, which new ones replace', async () => {
    const { backupCodes } = await enable();
    expect(new Set(backupCodes).size).toBe(10);

    const { body } = await client.call('POST', '/me/backup_codes/');

    expect(ada().backupCodes).toEqual(body.response.codes);
    expect(body.response.codes).not.toEqual(backupCodes);
  });

  it('cannot be set up twice, and is deleted with its backup codes', async () => {
    await enable();
    expect(codesOf(await client.call('POST', '/me/totp'))).toEqual(['totp_already_enabled']);

    await client.call('DELETE', '/me/totp');

    expect(ada()).toMatchObject({ totpSecret: null, backupCodes: [], mfaDisabledAt: now });
    expect(codesOf(await client.call('POST', '/me/backup_codes'))).toEqual(['backup_codes_not_available']);
  });
});

describe('a phone number as second factor', () => {
  async function addPhone(): Promise<string> {
    const { body } = await client.call('POST', '/me/phone_numbers', { phone_number: '+12015550123' });
    const path = `/me/phone_numbers/${body.response.id}`;
    await client.call('POST', `${path}/prepare_verification`, { strategy: 'phone_code' });
    await client.call('POST', `${path}/attempt_verification`, { code: '424242' });
    return path;
  }

  it('is the default if it is the first, and has backup codes', async () => {
    const path = await addPhone();

    const { body } = await client.call('PATCH', path, { reserved_for_second_factor: 'true' });

    expect(body.response).toMatchObject({ reserved_for_second_factor: true, default_second_factor: true });
    expect(body.response.backup_codes).toEqual(ada().backupCodes);
    expect(ada().backupCodes).toHaveLength(10);
    const kept = await client.call('PATCH', path, { default_second_factor: 'false' });
    expect(codesOf(kept)).toEqual(['form_disable_default_second_factor_not_allowed']);
  });

  it('must be verified', async () => {
    const { body } = await client.call('POST', '/me/phone_numbers', { phone_number: '+12015550123' });

    const answer = await client.call('PATCH', `/me/phone_numbers/${body.response.id}`, {
      reserved_for_second_factor: 'true',
    });

    expect(codesOf(answer)).toEqual(['identification_update_second_factor_unverified']);
  });
});

describe('the password', () => {
  it('changes without the current one after a recent verification, and ends other sessions on request', async () => {
    const other = await FrontendClient.create(local);
    await other.signIn('ada@example.com', PASSWORD);

    const { status } = await client.call('POST', '/me/change_password', {
      new_password: 'difference-engine',
      sign_out_of_other_sessions: 'true',
    });

    expect(status).toBe(200);
    expect(local.sessions.get(other.sessionId ?? '').status).toBe('revoked');
    expect(local.sessions.get(client.sessionId ?? '').status).toBe('active');
    const next = await FrontendClient.create(local);
    expect((await next.signIn('ada@example.com', 'difference-engine')).body.response.status).toBe('complete');
  });

  it.each([
    ['short', 'form_password_length_too_short'],
    ['x'.repeat(73), 'form_password_length_too_long'],
    [PASSWORD, 'form_new_password_matches_current'],
  ])('rejects %p as a new password', async (password, code) => {
    const answer = await client.call('POST', '/me/change_password', { new_password: password });

    expect([answer.status, ...codesOf(answer)]).toEqual([422, code]);
  });

  it('cannot be removed, since the instance requires one, nor changed with the profile', async () => {
    const removed = await client.call('POST', '/me/remove_password', { current_password: PASSWORD });
    const updated = await client.call('PATCH', '/me', { password: 'difference-engine' });

    expect([codesOf(removed), codesOf(updated)]).toEqual([
      ['password_required'],
      ['updating_user_password_deprecated'],
    ]);
  });
});

describe('ten minutes after the last verification', () => {
  const SENSITIVE: [string, string, Record<string, string>][] = [
    ['POST', '/me/email_addresses', { email_address: 'new@example.com' }],
    ['POST', '/me/phone_numbers', { phone_number: '+12015550123' }],
    ['POST', '/me/totp', {}],
    ['POST', '/me/backup_codes', {}],
    ['POST', '/me/change_password', { new_password: 'difference-engine' }],
    ['PATCH', '/me', { username: 'countess' }],
    ['DELETE', '/me', {}],
  ];

  it.each(SENSITIVE)('rejects %s %s with session_reverification_required', async (method, path, body) => {
    now += 10 * MINUTE;

    const answer = await client.call(method, path, body);

    expect([answer.status, ...codesOf(answer)]).toEqual([403, 'session_reverification_required']);
  });

  it('accepts it again after a reverification', async () => {
    now += 10 * MINUTE;
    const path = `/client/sessions/${client.sessionId}/verify`;
    await client.call('POST', path, { level: 'first_factor' });
    await client.call('POST', `${path}/attempt_first_factor`, { strategy: 'password', password: PASSWORD });

    expect((await client.call('POST', '/me/totp')).status).toBe(200);
  });

  it('still allows changes that do not identify the user', async () => {
    now += 10 * MINUTE;

    expect((await client.call('PATCH', '/me', { first_name: 'Ada' })).status).toBe(200);
  });
});

describe('the account', () => {
  it('is deleted with its sessions', async () => {
    const { body } = await client.call('DELETE', '/me');

    expect(body.response).toEqual({ object: 'user', id: 'user_ada', deleted: true });
    expect(body.client.sessions).toEqual([]);
    expect(local.users.list().map(({ id }) => id)).toEqual(['user_bob']);
  });

  it('is not deleted by a user without the permission', async () => {
    local.users.update('user_ada', { deleteSelfEnabled: false });

    expect(codesOf(await client.call('DELETE', '/me'))).toEqual(['user_delete_self_not_enabled']);
  });
});

describe('an external account', () => {
  it('is removed, and one of another user is not found', async () => {
    const other = local.users.create({ externalAccounts: [{ provider: 'google' }] });
    const foreign = await client.call('DELETE', `/me/external_accounts/${other.externalAccounts[0]?.id}`);
    expect(codesOf(foreign)).toEqual(['external_account_not_found']);

    const snapshot = local.snapshot();
    local.restore({
      ...snapshot,
      users: (snapshot.users ?? []).map(user =>
        user.id === 'user_ada'
          ? { ...user, externalAccounts: [{ ...other.externalAccounts[0], id: 'eac_ada' }] }
          : user,
      ),
    });
    const { body } = await client.call('DELETE', '/me/external_accounts/eac_ada');

    expect(body.response).toMatchObject({ id: 'eac_ada', deleted: true });
    expect(ada().externalAccounts).toEqual([]);
  });
});

describe('the waitlist', () => {
  it('takes an email address once', async () => {
    const first = await client.call('POST', '/waitlist', { email_address: 'New@example.com' });
    const second = await client.call('POST', '/waitlist', { email_address: 'new@example.com' });

    expect(first.body).toEqual({ object: 'waitlist_entry', id: second.body.id });
    expect(codesOf(await client.call('POST', '/waitlist', { email_address: 'none' }))).toEqual([
      'form_param_format_invalid',
    ]);
  });
});
