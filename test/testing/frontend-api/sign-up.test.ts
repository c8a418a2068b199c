import { beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { codesOf, FrontendClient } from './frontend-client.js';

const PASSWORD = 'compiler-1952';

let local: LocalClerk;
let client: FrontendClient;

beforeEach(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_ada', emailAddress: ['ada@example.com'] }] });
  client = await FrontendClient.create(local);
});

describe('a sign-up', () => {
  it('says what is missing, and completes when the email address is verified', async () => {
    const created = await client.call('POST', '/client/sign_ups', { email_address: 'Grace@example.com' });
    const path = `/client/sign_ups/${created.body.response.id}`;
    expect(created.body.response).toMatchObject({
      status: 'missing_requirements',
      missing_fields: ['password'],
      unverified_fields: ['email_address'],
      verifications: { email_address: null },
    });

    await client.call('PATCH', path, { password: PASSWORD, unsafe_metadata: '{"theme":"dark"}' });
    const prepared = await client.call('POST', `${path}/prepare_verification`, { strategy: 'email_code' });
    expect(prepared.body.response.verifications.email_address).toMatchObject({
      next_action: 'needs_attempt',
    });
    const code = local.inbox.latest('grace@example.com')?.code ?? '';
    const done = await client.call('POST', `${path}/attempt_verification`, { strategy: 'email_code', code });

    const { created_user_id: userId, created_session_id: sessionId } = done.body.response;
    expect(done.body.response.status).toBe('complete');
    expect(done.body.client.sessions).toMatchObject([{ id: sessionId, user: { id: userId } }]);
    expect(local.users.get(userId)).toMatchObject({
      unsafeMetadata: { theme: 'dark' },
      passwordEnabled: true,
    });
    expect((await (await FrontendClient.create(local)).signIn('grace@example.com', PASSWORD)).status).toBe(
      200,
    );
  });

  it.each([
    ['a taken address', { email_address: 'ADA@example.com' }, 'form_identifier_exists'],
    ['an invalid email address', { email_address: 'ada' }, 'form_param_format_invalid'],
    ['an invalid phone number', { phone_number: '555' }, 'form_param_format_invalid'],
    ['a short password', { password: 'short' }, 'form_password_length_too_short'],
    ['metadata that is not JSON', { unsafe_metadata: '{' }, 'form_param_format_invalid'],
  ])('is rejected for %s', async (_name, parameters: Record<string, string>, code) => {
    const answer = await client.call('POST', '/client/sign_ups', parameters);

    expect(answer.status).toBe(422);
    expect(codesOf(answer)).toEqual([code]);
  });

  it('verifies another address again', async () => {
    const { body } = await client.call('POST', '/client/sign_ups', {
      email_address: 'grace+clerk_test@example.com',
    });
    const path = `/client/sign_ups/${body.response.id}`;
    await client.call('POST', `${path}/prepare_verification`, { strategy: 'email_code' });
    await client.call('POST', `${path}/attempt_verification`, { strategy: 'email_code', code: '424242' });

    const changed = await client.call('PATCH', path, {
      email_address: 'other@example.com',
      password: PASSWORD,
    });

    expect(changed.body.response).toMatchObject({
      status: 'missing_requirements',
      unverified_fields: ['email_address'],
    });
  });
});
