import { beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { codesOf, FrontendClient } from './frontend-client.js';

const PASSWORD = 'analytical-engine';

let local: LocalClerk;
let client: FrontendClient;

async function start(instanceType: 'development' | 'production' = 'development'): Promise<void> {
  local = await LocalClerk.create({
    instanceType,
    users: [{ id: 'user_ada', username: 'ada', password: PASSWORD }, { id: 'user_bob' }],
  });
  for (const id of ['org_acme', 'org_other']) local.organizations.create({ id, name: id });
  local.memberships.create({ organizationId: 'org_acme', userId: 'user_ada', role: 'org:admin' });
  client = instanceType === 'development' ? await FrontendClient.create(local) : new FrontendClient(local);
}

beforeEach(() => start());

function claimsOf(jwt: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());
}

describe('a browser of a development instance', () => {
  it('is rejected with dev_browser_unauthenticated when it is unknown', async () => {
    client.token = 'dvb_unknown';

    const answer = await client.call('GET', '/client');

    expect(answer.status).toBe(401);
    expect(codesOf(answer)).toEqual(['dev_browser_unauthenticated']);
  });

  it('has no sessions at first', async () => {
    expect((await client.call('GET', '/client')).body.response).toMatchObject({
      sessions: [],
      last_active_session_id: null,
    });
  });

  it('has no session in a new browser of the same user', async () => {
    await client.signIn('ada', PASSWORD);
    const other = await FrontendClient.create(local);
    other.sessionId = client.sessionId;

    expect(codesOf(await other.call('GET', '/me'))).toEqual(['authentication_invalid']);
  });
});

describe('a browser of a production instance', () => {
  beforeEach(() => start('production'));

  it('gets its cookie with the sign-in, and not by reading', async () => {
    const read = await client.call('GET', '/client');
    expect(read.body).toEqual({ response: null, client: null });
    expect(read.headers.getSetCookie()).toEqual([]);

    const { headers } = await client.signIn('ada', PASSWORD);

    const cookies = headers.getSetCookie();
    expect(cookies.find(line => line.startsWith('__client='))).toMatch(/HttpOnly/);
    expect(cookies.find(line => line.startsWith('__client_uat='))).toMatch(/^__client_uat=[1-9]\d+;/);
    expect((await client.call('GET', '/client')).body.response.sessions).toHaveLength(1);
  });

  it('has no test addresses', async () => {
    local.users.create({ emailAddress: ['ada+clerk_test@example.com'] });
    const { body } = await client.call('POST', '/client/sign_ins', {
      identifier: 'ada+clerk_test@example.com',
    });
    const path = `/client/sign_ins/${body.response.id}`;
    await client.call('POST', `${path}/prepare_first_factor`, { strategy: 'email_code' });

    expect(local.inbox.latest('ada+clerk_test@example.com')?.code).toMatch(/^\d{6}$/);
  });
});

describe('a session', () => {
  let path: string;

  beforeEach(async () => {
    await client.signIn('ada', PASSWORD);
    path = `/client/sessions/${client.sessionId}`;
  });

  it('switches to an organization of its user and back', async () => {
    const switched = await client.call('POST', `${path}/touch`, { active_organization_id: 'org_acme' });
    expect(switched.body.response.last_active_organization_id).toBe('org_acme');
    const inside = await client.call('POST', `${path}/tokens`);
    expect(claimsOf(inside.body.jwt)).toMatchObject({ o: { id: 'org_acme', rol: 'admin' } });

    await client.call('POST', `${path}/touch`, { active_organization_id: '' });
    const outside = await client.call('POST', `${path}/tokens`);
    expect(claimsOf(outside.body.jwt)).not.toHaveProperty('o');
  });

  it('issues a token for the organization of one tab and stays in its own', async () => {
    const { body } = await client.call('POST', `${path}/tokens`, { organization_id: 'org_acme' });

    expect(claimsOf(body.jwt)).toMatchObject({ o: { id: 'org_acme' } });
    expect(local.sessions.get(client.sessionId ?? '').activeOrganizationId).toBeNull();
  });

  it.each(['touch', 'tokens'])('rejects an organization of others with 404 in %s', async action => {
    const name = action === 'touch' ? 'active_organization_id' : 'organization_id';

    const answer = await client.call('POST', `${path}/${action}`, { [name]: 'org_other' });

    expect(answer.status).toBe(404);
    expect(codesOf(answer)).toEqual(['organization_not_found_or_unauthorized']);
  });

  it.each(['end', 'remove'])('is closed by %s', async action => {
    const { body } = await client.call('POST', `${path}/${action}`);

    expect(body.client.sessions).toEqual([]);
    expect(codesOf(await client.call('POST', `${path}/tokens`))).toEqual(['signed_out']);
  });

  it('is closed with all others when the browser signs out', async () => {
    const { body } = await client.call('DELETE', '/client/sessions');

    expect(body.response.sessions).toEqual([]);
    expect(local.sessions.list({ status: 'active' })).toEqual([]);
  });

  it('lists the sessions of its user as a bare list', async () => {
    expect((await client.call('GET', '/me/sessions/active')).body).toMatchObject([{ id: client.sessionId }]);
  });

  it('changes the password of its user only with the current one', async () => {
    const parameters = { current_password: 'wrong', new_password: 'difference-engine' };
    const wrong = await client.call('POST', '/me/change_password', parameters);
    const right = await client.call('POST', '/me/change_password', {
      ...parameters,
      current_password: PASSWORD,
    });

    expect(codesOf(wrong)).toEqual(['form_password_incorrect']);
    expect(right.status).toBe(200);
  });

  it('does not tell private metadata', async () => {
    local.users.updateMetadata('user_ada', { privateMetadata: { secret: 1 } });
    local.organizations.create({ id: 'org_private', name: 'Private', privateMetadata: { secret: 1 } });
    local.memberships.create({ organizationId: 'org_private', userId: 'user_ada' });

    const { body } = await client.call('GET', '/me');

    expect(JSON.stringify(body)).not.toContain('secret');
  });
});

describe('the encoding of ClerkJS', () => {
  it('accepts a slash at the end of a path, and an error is readable by the page', async () => {
    const { status, headers } = await client.call('POST', '/client/sign_ins/', { identifier: 'no one' });

    expect(status).toBe(422);
    expect(headers.get('access-control-allow-origin')).toBe('http://localhost:3000');
    expect(headers.get('access-control-allow-credentials')).toBe('true');
  });

  it('answers an unknown path with 404 and one that Local Clerk has no code for with 501, both with CORS', async () => {
    for (const [path, status] of [
      ['/no/such/path', 404],
      ['/me/passkeys', 501],
    ] as const) {
      const answer = await client.call('POST', path);
      expect([path, answer.status]).toEqual([path, status]);
      expect(answer.headers.get('access-control-allow-origin')).toBe('http://localhost:3000');
    }
  });

  it('keeps the Backend API, which has paths in common, for callers with the secret key', async () => {
    const response = await local.handle(
      new Request('https://api.clerk.com/v1/organizations/org_acme', {
        headers: { authorization: `Bearer ${local.secretKey}` },
      }),
    );
    expect(await response.json()).toMatchObject({ id: 'org_acme', private_metadata: {} });

    const without = await local.handle(new Request('https://api.clerk.com/v1/organizations/org_acme'));
    expect(without.status).toBe(401);
    expect(without.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('answers a preflight', async () => {
    const response = await local.handle(
      new Request(`${local.issuer}/v1/client`, {
        method: 'OPTIONS',
        headers: { origin: 'http://localhost:3000', 'access-control-request-method': 'POST' },
      }),
    );

    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-methods')).toBe('POST');
  });
});
