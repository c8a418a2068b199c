import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { aliceAlone, call, errorCodes } from './support.js';
import type { ErrorBody } from './support.js';

const NOW = 1_750_000_000_000;

/** The required properties of a User in the OpenAPI document, which is not in the repository. */
const REQUIRED_OF_USER = [
  'id',
  'object',
  'username',
  'first_name',
  'last_name',
  'has_image',
  'primary_email_address_id',
  'primary_phone_number_id',
  'primary_web3_wallet_id',
  'password_enabled',
  'two_factor_enabled',
  'totp_enabled',
  'backup_code_enabled',
  'email_addresses',
  'phone_numbers',
  'web3_wallets',
  'passkeys',
  'external_accounts',
  'saml_accounts',
  'enterprise_accounts',
  'public_metadata',
  'external_id',
  'last_sign_in_at',
  'banned',
  'locked',
  'lockout_expires_in_seconds',
  'verification_attempts_remaining',
  'created_at',
  'updated_at',
  'delete_self_enabled',
  'create_organization_enabled',
  'last_active_at',
  'mfa_enabled_at',
  'mfa_disabled_at',
  'legal_accepted_at',
];
const OPTIONAL_OF_USER = [
  'locale',
  'image_url',
  'password_last_updated_at',
  'private_metadata',
  'unsafe_metadata',
  'deprovisioned',
  'bypass_client_trust',
  'create_organizations_limit',
];
const REQUIRED_OF_EMAIL_ADDRESS = [
  'object',
  'email_address',
  'verification',
  'linked_to',
  'reserved',
  'created_at',
  'updated_at',
];
let local: LocalClerk;
let now: number;

beforeAll(async () => {
  local = await LocalClerk.create({ now: () => now });
  local.jwtTemplates.create({ name: 'hasura', claims: { role: 'user', sub: 'another' }, lifetime: 300 });
  local.organizations.create({ id: 'org_acme', name: 'Acme' });
});

beforeEach(() => {
  now = NOW;
  aliceAlone(local);
});

describe("users of LocalClerk's Backend API", () => {
  it('are returned with every property of the schema and no other', async () => {
    const { status, body } = await call(local, 'GET', '/v1/users/user_alice');

    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual([...REQUIRED_OF_USER, ...OPTIONAL_OF_USER].sort());
    expect(Object.keys(body.email_addresses[0])).toEqual(expect.arrayContaining(REQUIRED_OF_EMAIL_ADDRESS));
    expect(body).toMatchObject({
      object: 'user',
      id: 'user_alice',
      first_name: 'Alice',
      last_name: null,
      created_at: NOW,
      email_addresses: [{ email_address: 'alice@example.com', verification: { status: 'verified' } }],
      primary_email_address_id: body.email_addresses[0].id,
      public_metadata: {},
    });
  });

  it('that do not exist are a 404', async () => {
    const answer = await call(local, 'GET', '/v1/users/user_nobody');

    expect(answer.status).toBe(404);
    expect(answer.body.errors).toEqual([
      {
        code: 'resource_not_found',
        message: 'not found',
        long_message: 'No user was found with id user_nobody.',
      },
    ]);
  });

  it('are found by an encoded id', async () => {
    local.users.create({ id: 'user/ä' });

    expect(await call(local, 'GET', '/v1/users/user%2F%C3%A4')).toMatchObject({ body: { id: 'user/ä' } });
  });

  it('are created, read and deleted', async () => {
    const created = await call(local, 'POST', '/v1/users', {
      email_address: ['bob@example.com', 'bob@example.org'],
      phone_number: ['+15555550100'],
      first_name: 'Bob',
      password: 'correct horse',
      public_metadata: { plan: 'pro' },
      created_at: '2012-10-20T07:15:20.902Z',
      external_id: 'ext_bob',
    });

    expect(created.status).toBe(200);
    expect(created.body).toMatchObject({
      id: expect.stringMatching(/^user_[0-9A-Za-z]{27}$/),
      first_name: 'Bob',
      password_enabled: true,
      public_metadata: { plan: 'pro' },
      created_at: Date.parse('2012-10-20T07:15:20.902Z'),
      phone_numbers: [{ phone_number: '+15555550100' }],
    });
    const path = `/v1/users/${created.body.id}`;
    expect((await call(local, 'GET', path)).body).toEqual(created.body);
    expect((await call(local, 'DELETE', path)).body).toEqual({
      object: 'user',
      id: created.body.id,
      external_id: 'ext_bob',
      deleted: true,
    });
    expect((await call(local, 'GET', path)).status).toBe(404);
  });

  it('are deleted together with their sessions', async () => {
    const session = local.sessions.create({ userId: 'user_alice' });

    await call(local, 'DELETE', '/v1/users/user_alice');

    expect((await call(local, 'GET', `/v1/sessions/${session.id}`)).status).toBe(404);
  });

  it('keep the fields that an update omits', async () => {
    local.users.update('user_alice', { lastName: 'Liddell' });
    now += 1000;

    const { status, body } = await call(local, 'PATCH', '/v1/users/user_alice', {
      first_name: null,
      create_organization_enabled: false,
    });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      first_name: null,
      last_name: 'Liddell',
      username: 'alice',
      create_organization_enabled: false,
      created_at: NOW,
      updated_at: NOW + 1000,
    });
  });

  it('are signed out elsewhere by a password change on request', async () => {
    const session = local.sessions.create({ userId: 'user_alice' });

    await call(local, 'PATCH', '/v1/users/user_alice', {
      password: 'correct horse',
      sign_out_of_other_sessions: true,
    });

    expect(local.sessions.get(session.id).status).toBe('revoked');
  });

  it('cannot take an identifier of another user', async () => {
    local.users.create({ id: 'user_bob' });

    const byCreating = await call(local, 'POST', '/v1/users', { email_address: ['alice@example.com'] });
    const byChanging = await call(local, 'PATCH', '/v1/users/user_bob', { username: 'alice' });
    const toItself = await call(local, 'PATCH', '/v1/users/user_alice', { username: 'alice' });

    expect(byCreating.status).toBe(422);
    expect(byCreating.body.errors[0]).toMatchObject({
      code: 'form_identifier_exists',
      meta: { param_name: 'email_address' },
    });
    expect(errorCodes(byChanging)).toEqual(['form_identifier_exists']);
    expect(toItself.status).toBe(200);
  });

  it("cannot take another user's email address as the primary one", async () => {
    const answer = await call(local, 'PATCH', '/v1/users/user_alice', { primary_email_address_id: 'idn_x' });

    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].meta).toEqual({ param_name: 'primary_email_address_id' });
  });

  it.each([
    [{ nickname: 'Al' }, 'form_param_unknown'],
    [{ first_name: 7 }, 'form_param_type_invalid'],
    [{ email_address: 'a@example.com' }, 'form_param_type_invalid'],
    [{ email_address: [1] }, 'form_param_type_invalid'],
    [{ public_metadata: [] }, 'form_param_type_invalid'],
    [{ created_at: 'yesterday' }, 'form_param_invalid_time'],
    [{ create_organizations_limit: 1.5 }, 'form_param_type_invalid'],
    [{ password: 'short' }, 'form_password_length_too_short'],
    [{ public_metadata: { text: 'x'.repeat(9000) } }, 'form_param_exceeds_allowed_size'],
    [JSON.parse('{"__proto__":{"first_name":"x"}}'), 'form_param_unknown'],
  ])('are not created from %j', async (body, code) => {
    const answer = await call(local, 'POST', '/v1/users', body);

    expect(answer.status).toBe(422);
    expect(errorCodes(answer)).toEqual([code]);
    expect(local.users.list()).toHaveLength(1);
  });

  it('are rejected with all errors at once', async () => {
    const answer = await call(local, 'POST', '/v1/users', { first_name: 7, nickname: 'Al' });

    expect((answer.body as ErrorBody).errors.map(({ meta }) => meta.param_name)).toEqual([
      'first_name',
      'nickname',
    ]);
  });
});

describe('metadata of a user', () => {
  beforeEach(() => {
    local.users.updateMetadata('user_alice', {
      publicMetadata: { theme: { color: 'red', font: 'serif' }, tags: [1, 2] },
      privateMetadata: { note: 'kept' },
    });
  });

  it('are merged deeply, and null removes a key', async () => {
    const { body } = await call(local, 'PATCH', '/v1/users/user_alice/metadata', {
      public_metadata: { theme: { color: null, size: 12 }, tags: [3] },
    });

    expect(body).toMatchObject({ private_metadata: { note: 'kept' } });
    expect(body.public_metadata).toEqual({ theme: { font: 'serif', size: 12 }, tags: [3] });
  });

  it('are replaced as a whole', async () => {
    const { body } = await call(local, 'PUT', '/v1/users/user_alice/metadata', {
      public_metadata: { plan: 'pro' },
    });

    expect(body.public_metadata).toEqual({ plan: 'pro' });
    expect(body.private_metadata).toEqual({ note: 'kept' });
  });

  it('do not change a prototype', async () => {
    const body = JSON.parse('{"public_metadata":{"__proto__":{"admin":true}}}');

    const answer = await call(local, 'PATCH', '/v1/users/user_alice/metadata', body);

    expect(Object.keys(answer.body.public_metadata)).toContain('__proto__');
    expect(local.users.get('user_alice').publicMetadata.admin).toBeUndefined();
    expect({}).not.toHaveProperty('admin');
  });

  it('are copied on input', () => {
    const publicMetadata = { list: [1] };
    const user = local.users.create({ publicMetadata });

    publicMetadata.list.push(2);

    expect(local.users.get(user.id).publicMetadata).toEqual({ list: [1] });
  });
});

describe('list of users', () => {
  beforeEach(() => {
    now += 1000;
    local.users.create({ id: 'user_bob', firstName: 'Bob', emailAddress: ['bob@example.com'] });
    now += 1000;
    local.users.create({ id: 'user_carol', firstName: 'Carol', emailAddress: ['carol@example.org'] });
    local.memberships.create({ organizationId: 'org_acme', userId: 'user_bob' });
    local.memberships.create({ organizationId: 'org_acme', userId: 'user_carol' });
  });

  it.each([
    ['', ['user_carol', 'user_bob', 'user_alice']],
    ['?limit=1', ['user_carol']],
    ['?limit=1&offset=2', ['user_alice']],
    ['?offset=3', []],
    ['?order_by=created_at', ['user_alice', 'user_bob', 'user_carol']],
    ['?order_by=-first_name', ['user_carol', 'user_bob', 'user_alice']],
    ['?order_by=%2Bfirst_name', ['user_alice', 'user_bob', 'user_carol']],
    ['?user_id=user_bob&user_id=user_none', ['user_bob']],
    ['?user_id=-user_bob', ['user_carol', 'user_alice']],
    ['?email_address=bob%40example.com&email_address=alice%40example.com', ['user_bob', 'user_alice']],
    ['?username=alice', ['user_alice']],
    ['?organization_id=org_acme', ['user_carol', 'user_bob']],
    ['?organization_id=org_acme&user_id=user_bob', ['user_bob']],
    ['?query=EXAMPLE.com', ['user_bob', 'user_alice']],
    ['?query=carol', ['user_carol']],
  ])('with %j contains %j', async (query, ids) => {
    const list = await call(local, 'GET', `/v1/users${query}`);

    expect(list.status).toBe(200);
    expect(list.body.map((user: { id: string }) => user.id)).toEqual(ids);
  });

  it('has a count by the same filters, on any page', async () => {
    expect((await call(local, 'GET', '/v1/users/count')).body).toEqual({
      object: 'total_count',
      total_count: 3,
    });
    expect((await call(local, 'GET', '/v1/users/count?query=example.com&limit=1')).body.total_count).toBe(2);
  });

  it.each([
    'limit=0',
    'limit=501',
    'limit=x',
    'limit=',
    'offset=-1',
    'order_by=shoe_size',
    'order_by=toString',
  ])('with %s is a 422', async query => {
    expect((await call(local, 'GET', `/v1/users?${query}`)).status).toBe(422);
  });
});
