import { beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';
import type { CreateLocalUserParams } from 'nest-clerk/testing';

import { codesOf, FrontendClient } from './frontend-client.js';

const REDIRECTS = {
  redirect_url: 'http://localhost:3000/sso-callback',
  action_complete_redirect_url: 'http://localhost:3000/orders',
};
const ADA: CreateLocalUserParams = {
  id: 'user_ada',
  emailAddress: ['ada@example.com'],
  password: 'analytical-engine',
  externalAccounts: [{ provider: 'google', providerUserId: 'google_ada' }],
};

let local: LocalClerk;
let client: FrontendClient;

beforeEach(async () => {
  await start([ADA]);
});

async function start(users: CreateLocalUserParams[]): Promise<void> {
  local = await LocalClerk.create({ users });
  client = await FrontendClient.create(local);
}

/** Chooses an account at the provider, and follows the redirects to the application. */
async function visit(providerUrl: string, choice: Record<string, string>): Promise<string> {
  const url = new URL(providerUrl);
  const headers = { origin: url.origin, host: url.host };
  const page = await (await local.handle(new Request(url, { headers: { host: url.host } }))).text();
  const accountId = /name="account_id" value="(\w+)"/.exec(page)?.[1] ?? '';
  const fields: Record<string, string> = { state: url.searchParams.get('state') ?? '', ...choice };
  if (choice.account_id !== undefined) fields.account_id = accountId;
  const body = new URLSearchParams(fields);
  const submitted = await local.handle(new Request(url, { method: 'POST', headers, body }));
  expect([submitted.status, await submitted.text()]).toEqual([303, '']);
  const callback = submitted.headers.get('location') ?? '';
  const ended = await local.handle(new Request(callback, { headers: { host: url.host } }));
  expect(ended.status).toBe(303);
  const { pathname } = new URL(ended.headers.get('location') ?? '');
  return pathname;
}

async function begin(kind: 'sign_ins' | 'sign_ups'): Promise<string> {
  const { body } = await client.call('POST', `/client/${kind}`, { strategy: 'oauth_google', ...REDIRECTS });
  const { first_factor_verification: factor, verifications } = body.response;
  const { status, external_verification_redirect_url: url } = factor ?? verifications.external_account;
  expect(status).toBe('unverified');
  return url;
}

async function currentClient() {
  return (await client.call('GET', '/client')).body.response;
}

describe('sign-in with an OAuth provider', () => {
  it('signs in the user with the chosen account', async () => {
    expect(await visit(await begin('sign_ins'), { account_id: '' })).toBe('/orders');

    expect((await currentClient()).sessions).toMatchObject([{ user: { id: 'user_ada' } }]);
  });

  it('connects the account to the user with the same verified email address', async () => {
    await start([{ id: 'user_ada', emailAddress: ['ada@example.com'] }]);

    await visit(await begin('sign_ins'), { email_address: 'Ada@example.com' });

    expect((await currentClient()).sessions).toMatchObject([{ user: { id: 'user_ada' } }]);
    expect(local.users.get('user_ada').externalAccounts).toMatchObject([{ provider: 'oauth_google' }]);
  });

  it('asks for the second factor of the user', async () => {
    await start([{ ...ADA, totpSecret: 'JBSWY3DPEHPK3PXP' }]);

    expect(await visit(await begin('sign_ins'), { account_id: '' })).toBe('/sso-callback');

    expect(await currentClient()).toMatchObject({
      sessions: [],
      sign_in: { status: 'needs_second_factor', first_factor_verification: { status: 'verified' } },
    });
  });

  it('with the account of no user becomes a sign-up', async () => {
    const account = { email_address: 'grace@example.com', first_name: 'Grace', last_name: 'Hopper' };
    expect(await visit(await begin('sign_ins'), account)).toBe('/sso-callback');
    expect((await currentClient()).sign_in.first_factor_verification).toMatchObject({
      status: 'transferable',
      error: { code: 'external_account_not_found' },
    });

    const { body } = await client.call('POST', '/client/sign_ups', { transfer: 'true' });

    expect(body.response).toMatchObject({ status: 'complete', email_address: 'grace@example.com' });
    expect(local.users.get(body.response.created_user_id)).toMatchObject({
      firstName: 'Grace',
      lastName: 'Hopper',
      emailAddresses: [{ emailAddress: 'grace@example.com', verification: { status: 'verified' } }],
      externalAccounts: [{ provider: 'oauth_google', emailAddress: 'grace@example.com' }],
    });
  });

  it.each([
    ['is denied', 'oauth_access_denied', {}, { denied: 'true' }],
    ['of a locked user fails', 'user_locked', { locked: true }, { account_id: '' }],
    ['of a banned user fails', 'user_banned', { banned: true }, { account_id: '' }],
  ])('that %s has the error %s', async (_name, code, user, choice) => {
    await start([{ ...ADA, ...user }]);

    expect(await visit(await begin('sign_ins'), choice)).toBe('/sso-callback');

    const { sessions, sign_in: signIn } = await currentClient();
    expect(sessions).toEqual([]);
    expect(signIn.first_factor_verification).toMatchObject({ status: 'failed', error: { code } });
  });

  it.each([
    [
      'a provider that the instance does not have',
      { strategy: 'oauth_github', ...REDIRECTS },
      'form_param_value_invalid',
    ],
    ['no redirect URL', { strategy: 'oauth_google' }, 'form_param_missing'],
    [
      'a script as redirect URL',
      { strategy: 'oauth_google', redirect_url: 'javascript:alert(1)' },
      'form_param_format_invalid',
    ],
  ])('with %s is rejected', async (_name, parameters, code) => {
    const answer = await client.call('POST', '/client/sign_ins', parameters);

    expect([answer.status, ...codesOf(answer)]).toEqual([422, code]);
  });

  it('rejects a callback without the code of the visit, and a state that was used', async () => {
    const url = new URL(await begin('sign_ins'));
    const callback = `${local.issuer}/v1/oauth_callback?state=${url.searchParams.get('state')}&code=`;

    const forged = await local.handle(new Request(callback));
    const used = await local.handle(new Request(callback));

    expect(forged.headers.get('location')).toContain('/sso-callback');
    expect((await currentClient()).sessions).toEqual([]);
    expect(used.status).toBe(400);
  });

  it('rejects a form of another site', async () => {
    const url = new URL(await begin('sign_ins'));
    const body = new URLSearchParams({ state: url.searchParams.get('state') ?? '', denied: 'true' });
    const headers = { origin: 'https://evil.example', host: url.host };

    const answer = await local.handle(new Request(url, { method: 'POST', headers, body }));

    expect(answer.status).toBe(400);
  });
});

describe('sign-up with an OAuth provider', () => {
  it('creates a user without a password', async () => {
    expect(await visit(await begin('sign_ups'), { email_address: 'grace@example.com' })).toBe('/orders');

    expect((await currentClient()).sessions).toMatchObject([
      { user: { password_enabled: false, email_addresses: [{ email_address: 'grace@example.com' }] } },
    ]);
  });

  it('with the account of a user becomes a sign-in', async () => {
    expect(await visit(await begin('sign_ups'), { account_id: '' })).toBe('/sso-callback');
    expect((await currentClient()).sign_up.verifications.external_account).toMatchObject({
      status: 'transferable',
      error: { code: 'external_account_exists' },
    });

    const { body } = await client.call('POST', '/client/sign_ins', { transfer: 'true' });

    expect(body.response.status).toBe('complete');
    expect(body.client.sessions).toMatchObject([{ user: { id: 'user_ada' } }]);
  });
});

describe('connected accounts', () => {
  beforeEach(async () => {
    await start([
      { ...ADA, externalAccounts: [] },
      { id: 'user_bob', emailAddress: ['bob@example.com'] },
    ]);
    await client.signIn('ada@example.com', 'analytical-engine');
  });

  async function connect(account: Record<string, string>): Promise<void> {
    const { body } = await client.call('POST', '/me/external_accounts', {
      strategy: 'oauth_google',
      redirect_url: 'http://localhost:3000/profile',
    });
    await visit(body.response.verification.external_verification_redirect_url, account);
  }

  it('are added, authorized again, and lose their tokens', async () => {
    await connect({ email_address: 'ada@gmail.example' });
    const [account] = local.users.get('user_ada').externalAccounts;
    expect(account).toMatchObject({ emailAddress: 'ada@gmail.example', approvedScopes: 'email profile' });

    const path = `/me/external_accounts/${account?.id}`;
    const again = await client.call('PATCH', `${path}/reauthorize`, {
      redirect_url: 'http://localhost:3000/profile',
      additional_scope: ['calendar'],
    });
    await visit(again.body.response.verification.external_verification_redirect_url, { account_id: '' });
    const { status } = await client.call('DELETE', `${path}/tokens`);

    expect(status).toBe(200);
    expect(local.users.get('user_ada').externalAccounts).toMatchObject([
      { id: account?.id, approvedScopes: 'email profile calendar', accessToken: null },
    ]);
  });

  it('are not taken from another user', async () => {
    await connect({ email_address: 'bob@example.com' });

    expect(local.users.get('user_ada').externalAccounts).toEqual([]);
  });
});
