import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyToken } from '@clerk/backend';
import { LocalClerk } from 'nest-clerk/testing';

import { aliceAlone, call, decodePart, errorCodes, referenceAuth } from './support.js';
import type { ErrorBody } from './support.js';

const NOW = 1_750_000_000_000;

/** The required properties of a Session in the OpenAPI document, which is not in the repository. */
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
  local.jwtTemplates.create({ name: 'hasura', claims: { role: 'user', sub: 'another' }, lifetime: 300 });
  local.organizations.create({ id: 'org_acme', name: 'Acme' });
});

beforeEach(() => {
  now = NOW;
  aliceAlone(local);
});

describe('secret key of a LocalClerk', () => {
  it.each([
    ['missing', undefined],
    ['another', 'Bearer sk_test_wrong'],
    ['not under Bearer', 'Basic x'],
  ])("that is %s is rejected in the form of Clerk's errors", async (_case, authorization) => {
    const response = await local.handle(
      new Request('https://api.clerk.com/v1/users', { headers: authorization ? { authorization } : {} }),
    );

    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      errors: [{ code: 'clerk_key_invalid', message: expect.any(String), long_message: expect.any(String) }],
      clerk_trace_id: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  it('of another instance is rejected', async () => {
    const other = await LocalClerk.create();
    const authorization = `Bearer ${other.secretKey}`;

    expect((await local.fetch('https://api.clerk.com/v1/jwks', { headers: { authorization } })).status).toBe(
      401,
    );
  });
});

describe("sessions of LocalClerk's Backend API", () => {
  it('are created and returned with the properties of the schema', async () => {
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

  it('require an existing user', async () => {
    expect((await call(local, 'POST', '/v1/sessions', { user_id: 'user_nobody' })).status).toBe(404);
    expect(errorCodes(await call(local, 'POST', '/v1/sessions', {}))).toEqual(['form_param_missing']);
    expect((await call(local, 'GET', '/v1/sessions/sess_none')).status).toBe(404);
  });

  it('expire after a week', async () => {
    const { id } = local.sessions.create({ userId: 'user_alice' });
    now += 7 * 24 * 60 * 60 * 1000;

    expect((await call(local, 'GET', `/v1/sessions/${id}`)).body.status).toBe('expired');
  });

  it('have no tokens after they are revoked', async () => {
    const { id } = local.sessions.create({ userId: 'user_alice' });

    const revoked = await call(local, 'POST', `/v1/sessions/${id}/revoke`);

    expect(revoked).toMatchObject({ status: 200, body: { id, status: 'revoked' } });
    expect((await call(local, 'POST', `/v1/sessions/${id}/tokens`)).status).toBe(404);
    expect((await call(local, 'POST', `/v1/sessions/${id}/tokens/hasura`)).status).toBe(404);
  });

  it('are listed by user, status and page', async () => {
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

describe("token created by LocalClerk's Backend API", () => {
  let sessionId: string;

  beforeEach(() => {
    now = Date.now();
    local.memberships.create({ organizationId: 'org_acme', userId: 'user_alice', role: 'org:admin' });
    sessionId = local.sessions.create({ userId: 'user_alice', activeOrganizationId: 'org_acme' }).id;
  });

  it('belongs to the session and its organization', async () => {
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

  it('of a template has its claims and its category and no session', async () => {
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

  it('of a template that does not exist is a 404', async () => {
    expect((await call(local, 'POST', `/v1/sessions/${sessionId}/tokens/supabase`)).status).toBe(404);
  });

  it.each(['tokens', 'tokens/hasura'])('has the requested lifetime (%s)', async path => {
    const { body } = await call(local, 'POST', `/v1/sessions/${sessionId}/${path}`, {
      expires_in_seconds: 3600,
    });

    const claims = decodePart(body.jwt, 'payload');

    expect((claims.exp as number) - (claims.iat as number)).toBe(3600);
  });

  it.each([29, 315_360_001, 'long', 60.5])(
    'is rejected with a lifetime of %j seconds',
    async expires_in_seconds => {
      const answer = await call(local, 'POST', `/v1/sessions/${sessionId}/tokens`, { expires_in_seconds });

      expect(answer.status).toBe(422);
      expect(answer.body.errors[0].meta).toEqual({ param_name: 'expires_in_seconds' });
    },
  );
});

describe('malformed request to LocalClerk', () => {
  function post(body: string | Uint8Array<ArrayBuffer>, contentType = 'application/json') {
    const headers = { authorization: `Bearer ${local.secretKey}`, 'content-type': contentType };
    return local.handle(new Request('https://api.clerk.com/v1/users', { method: 'POST', headers, body }));
  }

  it.each([
    ['not JSON', '{'],
    ['a bare string', '"x"'],
    ['null', 'null'],
    ['an array', '[]'],
    ['not UTF-8', new Uint8Array([0x7b, 0xff, 0x7d])],
  ])('with a body that is %s is answered 400', async (_case, body) => {
    const response = await post(body);

    expect(response.status).toBe(400);
    expect(errorCodes({ body: (await response.json()) as ErrorBody })).toEqual(['request_body_invalid']);
  });

  it('with a body over 1 MiB is answered 413 without reading it to the end', async () => {
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
    'with the media type %j is answered 415',
    async contentType => {
      const response = await post('{}', contentType);

      expect(response.status).toBe(415);
      expect(errorCodes({ body: (await response.json()) as ErrorBody })).toEqual([
        'unsupported_content_type',
      ]);
    },
  );

  it('is not one with a charset in its media type', async () => {
    expect((await post('{"first_name":"Dan"}', 'Application/JSON; charset=utf-8')).status).toBe(200);
  });

  it('with a broken percent-encoding is answered 400', async () => {
    expect(await call(local, 'GET', '/v1/users/%E0%A4%A')).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'malformed_request_parameters' }] },
    });
  });

  it('with an incomplete body is answered 400', async () => {
    const broken = new ReadableStream({ pull: controller => controller.error(new Error('gone')) });
    const headers = { authorization: `Bearer ${local.secretKey}`, 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: broken, duplex: 'half' as const };

    expect((await local.handle(new Request('https://api.clerk.com/v1/users', init))).status).toBe(400);
  });

  it('with too many nested levels is answered 422', async () => {
    const depth = 100_000;
    const response = await post(`{"public_metadata":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`);

    expect(response.status).toBe(422);
  });
});
