import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyToken } from '@clerk/backend';
import { LocalClerk } from 'nest-clerk/testing';

import { call, decodePart, referenceAuth } from './support.js';

const NOW = 1_750_000_000_000;

/** What the OpenAPI document requires of a User and a Session, written out since the document is not in here. */
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
const REQUIRED_OF_SESSION = [
  'object',
  'id',
  'user_id',
  'client_id',
  'status',
  'last_active_at',
  'expire_at',
  'abandon_at',
  'updated_at',
  'created_at',
];

let local: LocalClerk;
let now: number;

beforeAll(async () => {
  local = await LocalClerk.create({ now: () => now });
  local.jwtTemplates.create({ name: 'hasura', claims: { role: 'user', sub: 'somebody' }, lifetime: 300 });
  local.organizations.create({ id: 'org_acme', name: 'Acme' });
});

beforeEach(() => {
  now = NOW;
  for (const user of local.users.list()) local.users.delete(user.id);
  local.users.create({
    id: 'user_alice',
    firstName: 'Alice',
    emailAddress: ['alice@example.com'],
    username: 'alice',
  });
});

interface ErrorBody {
  errors: { code: string; meta: { param_name: string } }[];
}

function errorCodes({ body }: { body: ErrorBody }): string[] {
  return body.errors.map(({ code }) => code);
}

describe('the secret key', () => {
  it.each([
    ['missing', undefined],
    ['another', 'Bearer sk_test_wrong'],
    ['not under Bearer', 'Basic x'],
  ])('that is %s is refused in Clerk’s shape', async (_case, authorization) => {
    const response = await local.handle(
      new Request('https://api.clerk.com/v1/users', { headers: authorization ? { authorization } : {} }),
    );

    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      errors: [{ code: 'clerk_key_invalid', message: expect.any(String), long_message: expect.any(String) }],
      clerk_trace_id: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  it('of another instance is refused', async () => {
    const other = await LocalClerk.create();
    const authorization = `Bearer ${other.secretKey}`;

    expect((await local.fetch('https://api.clerk.com/v1/jwks', { headers: { authorization } })).status).toBe(
      401,
    );
  });
});

describe('a user', () => {
  it('is answered with every property of the schema and no other', async () => {
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

  it('that does not exist is 404', async () => {
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

  it('is found by an id that had to be encoded', async () => {
    local.users.create({ id: 'user/ä' });

    expect(await call(local, 'GET', '/v1/users/user%2F%C3%A4')).toMatchObject({ body: { id: 'user/ä' } });
  });

  it('is created, read and deleted', async () => {
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

  it('takes its sessions along when it is deleted', async () => {
    const session = local.sessions.create({ userId: 'user_alice' });

    await call(local, 'DELETE', '/v1/users/user_alice');

    expect((await call(local, 'GET', `/v1/sessions/${session.id}`)).status).toBe(404);
  });

  it('is changed where something is given, and only there', async () => {
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

  it('signs out elsewhere with a new password when asked to', async () => {
    const session = local.sessions.create({ userId: 'user_alice' });

    await call(local, 'PATCH', '/v1/users/user_alice', {
      password: 'correct horse',
      sign_out_of_other_sessions: true,
    });

    expect(local.sessions.get(session.id).status).toBe('revoked');
  });

  it('cannot take what is another’s', async () => {
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

  it('cannot have another’s email address as the primary one', async () => {
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
    [{ created_at: 'yesterday' }, 'form_param_type_invalid'],
    [{ create_organizations_limit: 1.5 }, 'form_param_type_invalid'],
    [{ password: 'short' }, 'form_password_length_too_short'],
    [{ public_metadata: { text: 'x'.repeat(9000) } }, 'form_param_exceeds_allowed_size'],
    [JSON.parse('{"__proto__":{"first_name":"x"}}'), 'form_param_unknown'],
  ])('is not created from %j', async (body, code) => {
    const answer = await call(local, 'POST', '/v1/users', body);

    expect(answer.status).toBe(422);
    expect(errorCodes(answer)).toEqual([code]);
    expect(local.users.list()).toHaveLength(1);
  });

  it('is refused with everything that is wrong at once', async () => {
    const answer = await call(local, 'POST', '/v1/users', { first_name: 7, nickname: 'Al' });

    expect((answer.body as ErrorBody).errors.map(({ meta }) => meta.param_name)).toEqual([
      'first_name',
      'nickname',
    ]);
  });

  it('is not created without what is not supported here', async () => {
    const answer = await call(local, 'POST', '/v1/users', { totp_secret: 'x' });

    expect(answer.status).toBe(501);
    expect(answer.body.errors[0].message).toContain("'CreateUser' with the parameter 'totp_secret'");
  });
});

describe('a user’s metadata', () => {
  beforeEach(() => {
    local.users.updateMetadata('user_alice', {
      publicMetadata: { theme: { color: 'red', font: 'serif' }, tags: [1, 2] },
      privateMetadata: { note: 'kept' },
    });
  });

  it('is merged deeply, and null removes', async () => {
    const { body } = await call(local, 'PATCH', '/v1/users/user_alice/metadata', {
      public_metadata: { theme: { color: null, size: 12 }, tags: [3] },
    });

    expect(body).toMatchObject({ private_metadata: { note: 'kept' } });
    expect(body.public_metadata).toEqual({ theme: { font: 'serif', size: 12 }, tags: [3] });
  });

  it('is replaced whole', async () => {
    const { body } = await call(local, 'PUT', '/v1/users/user_alice/metadata', {
      public_metadata: { plan: 'pro' },
    });

    expect(body.public_metadata).toEqual({ plan: 'pro' });
    expect(body.private_metadata).toEqual({ note: 'kept' });
  });

  it('does not reach a prototype', async () => {
    const body = JSON.parse('{"public_metadata":{"__proto__":{"admin":true}}}');

    const answer = await call(local, 'PATCH', '/v1/users/user_alice/metadata', body);

    expect(Object.keys(answer.body.public_metadata)).toContain('__proto__');
    expect(local.users.get('user_alice').publicMetadata.admin).toBeUndefined();
    expect({}).not.toHaveProperty('admin');
  });

  it('is a copy of what was given', () => {
    const publicMetadata = { list: [1] };
    const user = local.users.create({ publicMetadata });

    publicMetadata.list.push(2);

    expect(local.users.get(user.id).publicMetadata).toEqual({ list: [1] });
  });
});

describe('the list of users', () => {
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
  ])('with %j is %j', async (query, ids) => {
    const list = await call(local, 'GET', `/v1/users${query}`);

    expect(list.status).toBe(200);
    expect(list.body.map((user: { id: string }) => user.id)).toEqual(ids);
  });

  it('is counted by the same filters, whatever the page', async () => {
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
  ])('with %s is 422', async query => {
    expect((await call(local, 'GET', `/v1/users?${query}`)).status).toBe(422);
  });

  it('is not answered when it cannot be filtered as asked', async () => {
    const answer = await call(local, 'GET', '/v1/users?banned=true');

    expect(answer.status).toBe(501);
    expect(answer.body.errors[0].message).toContain("'GetUserList' with the query parameter 'banned'");
  });
});

describe('a session', () => {
  it('is created and answered with the properties of the schema', async () => {
    const created = await call(local, 'POST', '/v1/sessions', { user_id: 'user_alice' });

    expect(created.status).toBe(200);
    expect(Object.keys(created.body)).toEqual(expect.arrayContaining(REQUIRED_OF_SESSION));
    expect(created.body).toMatchObject({
      object: 'session',
      id: expect.stringMatching(/^sess_/),
      user_id: 'user_alice',
      status: 'active',
      created_at: NOW,
    });
    expect((await call(local, 'GET', `/v1/sessions/${created.body.id}`)).body).toEqual(created.body);
    expect((await call(local, 'GET', '/v1/users/user_alice')).body.last_sign_in_at).toBe(NOW);
  });

  it('is of a user that exists', async () => {
    expect((await call(local, 'POST', '/v1/sessions', { user_id: 'user_nobody' })).status).toBe(404);
    expect(errorCodes(await call(local, 'POST', '/v1/sessions', {}))).toEqual(['form_param_missing']);
    expect((await call(local, 'GET', '/v1/sessions/sess_none')).status).toBe(404);
  });

  it('expires after a week', async () => {
    const { id } = local.sessions.create({ userId: 'user_alice' });
    now += 7 * 24 * 60 * 60 * 1000;

    expect((await call(local, 'GET', `/v1/sessions/${id}`)).body.status).toBe('expired');
  });

  it('is revoked, and gets no token then', async () => {
    const { id } = local.sessions.create({ userId: 'user_alice' });

    const revoked = await call(local, 'POST', `/v1/sessions/${id}/revoke`);

    expect(revoked).toMatchObject({ status: 200, body: { id, status: 'revoked' } });
    expect((await call(local, 'POST', `/v1/sessions/${id}/tokens`)).status).toBe(404);
    expect((await call(local, 'POST', `/v1/sessions/${id}/tokens/hasura`)).status).toBe(404);
  });

  it('is listed by user, status and page', async () => {
    const bob = local.users.create();
    const first = local.sessions.create({ userId: 'user_alice' });
    const second = local.sessions.create({ userId: 'user_alice' });
    local.sessions.create({ userId: bob.id });
    local.sessions.revoke(first.id);
    const ids = (list: { id: string }[]) => list.map(({ id }) => id);

    const list = await call(local, 'GET', '/v1/sessions?user_id=user_alice');
    const active = await call(local, 'GET', '/v1/sessions?user_id=user_alice&status=active');
    const page = await call(local, 'GET', '/v1/sessions?user_id=user_alice&limit=1&paginated=true');

    expect(ids(list.body)).toEqual([second.id, first.id]);
    expect(ids(active.body)).toEqual([second.id]);
    expect(page.body).toMatchObject({ data: [{ id: second.id }], total_count: 2 });
    expect(errorCodes(await call(local, 'GET', '/v1/sessions'))).toEqual(['form_param_missing']);
  });
});

describe('a token made by the Backend API', () => {
  let sessionId: string;

  beforeEach(() => {
    now = Date.now();
    local.memberships.create({ organizationId: 'org_acme', userId: 'user_alice', role: 'org:admin' });
    sessionId = local.sessions.create({ userId: 'user_alice', activeOrganizationId: 'org_acme' }).id;
  });

  it('is the session’s, with its organization', async () => {
    const { status, body } = await call(local, 'POST', `/v1/sessions/${sessionId}/tokens`);

    expect(status).toBe(200);
    expect(body).toEqual({ object: 'token', jwt: expect.any(String) });
    expect((await referenceAuth(local, body.jwt)).toAuth()).toMatchObject({
      userId: 'user_alice',
      sessionId,
      orgId: 'org_acme',
      orgRole: 'org:admin',
    });
  });

  it('of a template has its claims, is of its own category and names no session', async () => {
    const { body } = await call(local, 'POST', `/v1/sessions/${sessionId}/tokens/hasura`);

    expect(body.object).toBe('token');
    expect(decodePart(body.jwt, 'header')).toMatchObject({ cat: 'cl_B7d4PD222AAA', kid: local.kid });
    const claims = decodePart(body.jwt, 'payload');
    expect(claims).toMatchObject({ role: 'user', sub: 'user_alice', iss: local.issuer });
    expect((claims.exp as number) - (claims.iat as number)).toBe(300);
    expect(claims).not.toHaveProperty('sid');
    expect((await referenceAuth(local, body.jwt)).isAuthenticated).toBe(false);
    await expect(verifyToken(body.jwt, { jwtKey: local.jwtKey })).resolves.toMatchObject({ role: 'user' });
  });

  it('of a template that does not exist is 404', async () => {
    expect((await call(local, 'POST', `/v1/sessions/${sessionId}/tokens/supabase`)).status).toBe(404);
  });

  it.each(['tokens', 'tokens/hasura'])('lives as long as asked (%s)', async path => {
    const { body } = await call(local, 'POST', `/v1/sessions/${sessionId}/${path}`, {
      expires_in_seconds: 3600,
    });

    const claims = decodePart(body.jwt, 'payload');

    expect((claims.exp as number) - (claims.iat as number)).toBe(3600);
  });

  it.each([29, 315_360_001, 'long', 60.5])('cannot live for %j seconds', async expires_in_seconds => {
    const answer = await call(local, 'POST', `/v1/sessions/${sessionId}/tokens`, { expires_in_seconds });

    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].meta).toEqual({ param_name: 'expires_in_seconds' });
  });
});

describe('a malformed request', () => {
  function post(body: string | Uint8Array<ArrayBuffer>, contentType = 'application/json') {
    const headers = { authorization: `Bearer ${local.secretKey}`, 'content-type': contentType };
    return local.handle(new Request('https://api.clerk.com/v1/users', { method: 'POST', headers, body }));
  }

  it.each([
    ['no JSON', '{'],
    ['a bare string', '"x"'],
    ['null', 'null'],
    ['an array', '[]'],
    ['not UTF-8', new Uint8Array([0x7b, 0xff, 0x7d])],
  ])('with a body that is %s is 400', async (_case, body) => {
    const response = await post(body);

    expect(response.status).toBe(400);
    expect(errorCodes({ body: (await response.json()) as ErrorBody })).toEqual(['request_body_invalid']);
  });

  it('with a body of more than a mebibyte is 413, and the body is not read to its end', async () => {
    let chunksRead = 0;
    const endless = new ReadableStream({
      pull(controller) {
        chunksRead++;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const headers = { authorization: `Bearer ${local.secretKey}`, 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: endless, duplex: 'half' as const };

    const response = await local.handle(new Request('https://api.clerk.com/v1/users', init));

    expect(response.status).toBe(413);
    expect(chunksRead).toBeLessThan(30);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'with the media type %j is 415',
    async contentType => {
      const response = await post('{}', contentType);

      expect(response.status).toBe(415);
      expect(errorCodes({ body: (await response.json()) as ErrorBody })).toEqual([
        'unsupported_content_type',
      ]);
    },
  );

  it('is not one that names the charset', async () => {
    expect((await post('{"first_name":"Dan"}', 'Application/JSON; charset=utf-8')).status).toBe(200);
  });

  it('with a broken percent-encoding is 400', async () => {
    expect(await call(local, 'GET', '/v1/users/%E0%A4%A')).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'malformed_request_parameters' }] },
    });
  });

  it('with a body that breaks off is 400', async () => {
    const broken = new ReadableStream({ pull: controller => controller.error(new Error('gone')) });
    const headers = { authorization: `Bearer ${local.secretKey}`, 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: broken, duplex: 'half' as const };

    expect((await local.handle(new Request('https://api.clerk.com/v1/users', init))).status).toBe(400);
  });

  it('nested too deeply is 422', async () => {
    const depth = 100_000;
    const response = await post(`{"public_metadata":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`);

    expect(response.status).toBe(422);
  });
});
