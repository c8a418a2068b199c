import { beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

import { codesOf, FrontendClient } from './frontend-client.js';
import type { FrontendAnswer } from './frontend-client.js';

const PASSWORD = 'analytical-engine';

let local: LocalClerk;
/** The browsers of an administrator, a member and a user outside of the organization. */
let admin: FrontendClient;
let member: FrontendClient;
let outsider: FrontendClient;

async function signedIn(identifier: string): Promise<FrontendClient> {
  const client = await FrontendClient.create(local);
  await client.signIn(identifier, PASSWORD);
  return client;
}

beforeEach(async () => {
  local = await LocalClerk.create({
    users: ['admin', 'member', 'outsider'].map(name => ({
      id: `user_${name}`,
      username: name,
      emailAddress: [`${name}@acme.example`],
      password: PASSWORD,
    })),
    organizations: [
      {
        id: 'org_acme',
        name: 'Acme',
        privateMetadata: { secret: 1 },
        members: [{ user: 'user_admin', role: 'org:admin' }, { user: 'user_member' }],
      },
    ],
  });
  admin = await signedIn('admin');
  member = await signedIn('member');
  outsider = await signedIn('outsider');
});

describe('an organization', () => {
  it('is created with its creator as administrator', async () => {
    const { body } = await outsider.call('POST', '/organizations', { name: 'Globex' });

    const { id } = body.response;
    expect(body.response).toMatchObject({ name: 'Globex', slug: 'globex', members_count: 1 });
    expect(local.memberships.find(id, 'user_outsider')).toMatchObject({ role: 'org:admin' });
    expect(local.organizations.get(id).createdBy).toBe('user_outsider');
  });

  it('gets a free slug if the slug of its name is in use', async () => {
    const { body } = await outsider.call('POST', '/organizations', { name: 'Acme' });

    expect(body.response.slug).toBe('acme-2');
  });

  it.each([
    [{ createOrganizationEnabled: false }, 'user_create_organization_not_enabled'],
    [{ createOrganizationsLimit: 1 }, 'org_creation_limit_exceeded'],
  ])('is not created by a user with %p', async (changes, code) => {
    if (code === 'org_creation_limit_exceeded')
      await outsider.call('POST', '/organizations', { name: 'First' });
    local.users.update('user_outsider', changes);

    const answer = await outsider.call('POST', '/organizations', { name: 'Second' });

    expect([answer.status, ...codesOf(answer)]).toEqual([403, code]);
  });

  it('is renamed and gets a logo by an administrator', async () => {
    await admin.call('PATCH', '/organizations/org_acme', { name: 'Acme Inc', slug: 'acme-inc' });
    const { body } = await admin.upload('PUT', '/organizations/org_acme/logo');

    expect(body.response).toMatchObject({ name: 'Acme Inc', slug: 'acme-inc', has_image: true });
    await admin.call('DELETE', '/organizations/org_acme/logo');
    expect(local.organizations.get('org_acme')).toMatchObject({ name: 'Acme Inc', imageUrl: null });
  });

  it('is deleted by an administrator, and is then not active in the sessions of its members', async () => {
    await member.call('POST', `/client/sessions/${member.sessionId}/touch`, {
      active_organization_id: 'org_acme',
    });
    const { body } = await admin.call('DELETE', '/organizations/org_acme');

    expect(body.response).toMatchObject({ object: 'organization', id: 'org_acme', deleted: true });
    expect(local.organizations.list()).toEqual([]);
    expect(local.sessions.get(member.sessionId ?? '').activeOrganizationId).toBeNull();
  });

  it('is not deleted if deletion is disabled for it', async () => {
    const snapshot = local.snapshot();
    local.restore({
      ...snapshot,
      organizations: (snapshot.organizations ?? []).map(record => ({ ...record, adminDeleteEnabled: false })),
    });

    const answer = await admin.call('DELETE', '/organizations/org_acme');

    expect(codesOf(answer)).toEqual(['organization_admin_delete_not_enabled']);
  });

  it('does not show the private metadata to its members', async () => {
    const { body } = await member.call('GET', '/organizations/org_acme');

    expect(body.response).toMatchObject({ id: 'org_acme', members_count: 2 });
    expect(JSON.stringify(body)).not.toContain('secret');
  });
});

describe('the permissions of a member', () => {
  const CALLS: [string, string, Record<string, string>][] = [
    ['PATCH', '/organizations/org_acme', { name: 'Mine' }],
    ['DELETE', '/organizations/org_acme', {}],
    ['DELETE', '/organizations/org_acme/logo', {}],
    ['POST', '/organizations/org_acme/memberships', { user_id: 'user_outsider', role: 'org:member' }],
    ['PATCH', '/organizations/org_acme/memberships/user_member', { role: 'org:admin' }],
    ['DELETE', '/organizations/org_acme/memberships/user_admin', {}],
    ['POST', '/organizations/org_acme/invitations', { email_address: 'x@example.com', role: 'org:member' }],
    [
      'POST',
      '/organizations/org_acme/invitations/bulk',
      { email_address: 'x@example.com', role: 'org:member' },
    ],
    ['GET', '/organizations/org_acme/membership_requests', {}],
    ['GET', '/organizations/org_acme/domains', {}],
    ['POST', '/organizations/org_acme/domains', { name: 'acme.example' }],
  ];

  it.each(CALLS)('do not allow %s %s, which is rejected with 403', async (method, path, body) => {
    const before = local.snapshot();
    const answer = await member.call(method, path, body);

    expect([answer.status, ...codesOf(answer)]).toEqual([403, 'missing_organization_permission']);
    expect(local.snapshot().memberships).toEqual(before.memberships);
  });

  it.each(CALLS)('a user who is not a member gets 404 for %s %s', async (method, path, body) => {
    const answer = await outsider.call(method, path, body);

    expect([answer.status, ...codesOf(answer)]).toEqual([404, 'organization_not_found_or_unauthorized']);
  });

  it('allow reading the members and the roles', async () => {
    const members = await member.call('GET', '/organizations/org_acme/memberships', { paginated: 'true' });
    const roles = await member.call('GET', '/organizations/org_acme/roles');

    expect(members.body.response.total_count).toBe(2);
    expect(roles.body.response.data.map(({ key }: { key: string }) => key).sort()).toEqual([
      'org:admin',
      'org:member',
    ]);
  });

  it('include managing members for an administrator with permissions of the application', async () => {
    const snapshot = local.snapshot();
    local.restore({
      ...snapshot,
      memberships: (snapshot.memberships ?? []).map(record => ({
        ...record,
        permissions: ['org:invoices:read'],
      })),
    });

    const allowed = await admin.call('PATCH', '/organizations/org_acme/memberships/user_member', {
      role: 'org:admin',
    });
    const { body } = await admin.call('GET', '/me');

    expect(allowed.status).toBe(200);
    expect(body.response.organization_memberships[0].permissions).toEqual(
      expect.arrayContaining(['org:invoices:read', 'org:sys_memberships:manage']),
    );
  });
});

describe('the members of an organization', () => {
  it('are added, get another role and are removed by an administrator', async () => {
    const path = '/organizations/org_acme/memberships';
    await admin.call('POST', path, { user_id: 'user_outsider', role: 'org:member' });
    expect(local.memberships.find('org_acme', 'user_outsider')?.role).toBe('org:member');

    await admin.call('PATCH', `${path}/user_outsider`, { role: 'org:admin' });
    expect(local.memberships.find('org_acme', 'user_outsider')?.role).toBe('org:admin');

    const { body } = await admin.call('DELETE', `${path}/user_outsider`);
    expect(body.response).toMatchObject({ public_user_data: { user_id: 'user_outsider' } });
    expect(local.memberships.find('org_acme', 'user_outsider')).toBeUndefined();
  });

  it('are found by a part of an identifier, and by role', async () => {
    const path = '/organizations/org_acme/memberships';
    const found = await admin.call('GET', path, { query: 'MEMBER@acme', paginated: 'true' });
    const admins = await admin.call('GET', path, { role: ['org:admin'] });

    expect(found.body.response.data).toMatchObject([{ public_user_data: { user_id: 'user_member' } }]);
    expect(admins.body.response).toMatchObject([{ public_user_data: { user_id: 'user_admin' } }]);
  });

  it('have a role of the instance', async () => {
    const answer = await admin.call('PATCH', '/organizations/org_acme/memberships/user_member', {
      role: 'org:emperor',
    });

    expect([answer.status, ...codesOf(answer)]).toEqual([404, 'resource_not_found']);
  });

  it('leave it, and their sessions do too', async () => {
    await member.call('POST', `/client/sessions/${member.sessionId}/touch`, {
      active_organization_id: 'org_acme',
    });

    const { body } = await member.call('DELETE', '/me/organization_memberships/org_acme');

    expect(body.response).toMatchObject({ deleted: true });
    expect(body.client.sessions[0]).toMatchObject({
      last_active_organization_id: null,
      user: { organization_memberships: [] },
    });
    const token = await member.call('POST', `/client/sessions/${member.sessionId}/tokens`);
    const claims = JSON.parse(Buffer.from(token.body.jwt.split('.')[1], 'base64url').toString());
    expect(claims).not.toHaveProperty('o');
  });

  it.each([
    ['DELETE', '/me/organization_memberships/org_acme', {}],
    ['DELETE', '/organizations/org_acme/memberships/user_admin', {}],
    ['PATCH', '/organizations/org_acme/memberships/user_admin', { role: 'org:member' }],
  ])('must include one administrator: %s %s is rejected', async (method, path, body) => {
    const answer = await admin.call(method, path, body);

    expect([answer.status, ...codesOf(answer)]).toEqual([400, 'organization_minimum_permissions_needed']);
  });
});

describe('an invitation', () => {
  const PATH = '/organizations/org_acme/invitations';

  function invite(...addresses: string[]): Promise<FrontendAnswer> {
    return admin.call('POST', `${PATH}/bulk`, { email_address: addresses, role: 'org:member' });
  }

  it('is sent to each address, and its link is not shown to the inviter', async () => {
    const { body } = await invite('one@example.com', 'two@example.com');

    expect(body.response).toMatchObject([
      { email_address: 'one@example.com', url: null },
      { status: 'pending' },
    ]);
    expect(local.inbox.list({ purpose: 'organization_invitation' })).toHaveLength(2);
    expect(local.inbox.latest('one@example.com')?.url).toContain('ticket=');
  });

  it('ignores an empty item, which the component OrganizationProfile sends after a comma', async () => {
    const { body } = await invite('one@example.com', '');

    expect(body.response).toHaveLength(1);
  });

  it('is listed, revoked, and then cannot be accepted', async () => {
    const { body } = await invite('outsider@acme.example');
    const { id } = body.response[0];
    const before = await outsider.call('GET', '/me/organization_invitations', { status: 'pending' });
    expect(before.body.response.data).toMatchObject([{ id, public_organization_data: { name: 'Acme' } }]);

    await admin.call('POST', `${PATH}/${id}/revoke`);

    const pending = await admin.call('GET', PATH, { status: ['pending'] });
    const revoked = await admin.call('GET', PATH, { status: ['revoked', 'accepted'] });
    expect([pending.body.response.total_count, revoked.body.response.total_count]).toEqual([0, 1]);
    const answer = await outsider.call('POST', `/me/organization_invitations/${id}/accept`);
    expect(codesOf(answer)).toEqual(['organization_invitation_revoked_code']);
    expect(codesOf(await admin.call('POST', `${PATH}/${id}/revoke`))).toEqual([
      'organization_invitation_not_pending',
    ]);
  });

  it('makes the invited user a member once, when the user accepts it', async () => {
    const { body } = await invite('outsider@acme.example');
    const path = `/me/organization_invitations/${body.response[0].id}/accept`;

    const accepted = await outsider.call('POST', path);

    expect(accepted.body.response.status).toBe('accepted');
    expect(local.memberships.find('org_acme', 'user_outsider')?.role).toBe('org:member');
    expect(codesOf(await outsider.call('POST', path))).toEqual(['organization_invitation_already_accepted']);
  });

  it('cannot be accepted by another user', async () => {
    const { body } = await invite('outsider@acme.example');

    const answer = await member.call('POST', `/me/organization_invitations/${body.response[0].id}/accept`);

    expect([answer.status, ...codesOf(answer)]).toEqual([404, 'organization_invitation_not_found']);
  });

  it.each([
    ['a member', ['member@acme.example'], 400, 'already_a_member_in_organization'],
    ['the same address twice', ['x@example.com', 'x@example.com'], 400, 'organization_invitation_not_unique'],
    [
      'more than the organization may have',
      ['1', '2', '3', '4'].map(n => `${n}@example.com`),
      403,
      'organization_membership_quota_exceeded',
    ],
    ['text that is no address', ['no-address'], 422, 'form_param_format_invalid'],
    ['no address', [], 422, 'form_param_missing'],
  ])('is rejected for %s, and none is sent', async (_name, addresses, status, code) => {
    const answer = await invite(...addresses);

    expect([answer.status, ...codesOf(answer)]).toEqual([status, code]);
    expect(local.inbox.list({ purpose: 'organization_invitation' })).toEqual([]);
  });
});

describe('a domain of an organization', () => {
  const PATH = '/organizations/org_acme/domains';

  async function verifiedDomain(enrollmentMode: string): Promise<string> {
    const { body } = await admin.call('POST', PATH, {
      name: 'acme.example',
      enrollment_mode: enrollmentMode,
    });
    const path = `${PATH}/${body.response.id}`;
    const affiliation_email_address = 'boss@acme.example';
    await admin.call('POST', `${path}/prepare_affiliation_verification`, { affiliation_email_address });
    const code = local.inbox.latest('boss@acme.example')?.code ?? '';
    const verified = await admin.call('POST', `${path}/attempt_affiliation_verification`, { code });
    expect(verified.body.response.verification).toMatchObject({ status: 'verified' });
    return path;
  }

  it('is verified by a code to an address of the domain', async () => {
    const path = await verifiedDomain('manual_invitation');

    const { body } = await admin.call('GET', path);

    expect(body.response).toMatchObject({
      name: 'acme.example',
      affiliation_email_address: 'boss@acme.example',
      verification: { status: 'verified', strategy: 'affiliation_email_code' },
    });
  });

  it('is not verified by an address of another domain or a wrong code', async () => {
    const { body } = await admin.call('POST', PATH, { name: 'acme.example' });
    const path = `${PATH}/${body.response.id}`;
    const elsewhere = await admin.call('POST', `${path}/prepare_affiliation_verification`, {
      affiliation_email_address: 'boss@example.com',
    });
    const unprepared = await admin.call('POST', `${path}/attempt_affiliation_verification`, {
      code: '424242',
    });

    expect(codesOf(elsewhere)).toEqual(['organization_domain_mismatch']);
    expect(codesOf(unprepared)).toEqual(['verification_missing']);
    expect((await admin.call('GET', path)).body.response.verification).toBeNull();
  });

  it.each([
    ['gmail.com', 'organization_domain_common'],
    ['no domain', 'form_param_format_invalid'],
    ['taken.example', 'organization_domain_already_exists_same_organization'],
  ])('is rejected as %p with %s', async (name, code) => {
    await admin.call('POST', PATH, { name: 'taken.example' });

    expect(codesOf(await admin.call('POST', PATH, { name }))).toEqual([code]);
  });

  it('invites the users with an address of the domain in the mode automatic_invitation', async () => {
    const path = await verifiedDomain('automatic_invitation');

    const { body } = await outsider.call('GET', '/me/organization_invitations', { status: 'pending' });

    expect(body.response.data).toMatchObject([
      { email_address: 'outsider@acme.example', role: 'org:member' },
    ]);
    expect((await admin.call('GET', path)).body.response.total_pending_invitations).toBe(1);
    expect((await member.call('GET', '/me/organization_invitations')).body.response.total_count).toBe(0);
  });

  it('suggests the organization in the mode automatic_suggestion, and an administrator accepts the request', async () => {
    await verifiedDomain('automatic_suggestion');
    const suggestions = await outsider.call('GET', '/me/organization_suggestions', { status: 'pending' });
    const { id } = suggestions.body.response.data[0];

    await outsider.call('POST', `/me/organization_suggestions/${id}/accept`);
    expect(local.memberships.find('org_acme', 'user_outsider')).toBeUndefined();
    const requests = await admin.call('GET', '/organizations/org_acme/membership_requests', {
      status: 'pending',
    });
    const [request] = requests.body.response.data;
    expect(request.public_user_data).toMatchObject({ identifier: 'outsider@acme.example' });
    await admin.call('POST', `/organizations/org_acme/membership_requests/${request.id}/accept`);

    expect(local.memberships.find('org_acme', 'user_outsider')?.role).toBe('org:member');
    const again = await outsider.call('POST', `/me/organization_suggestions/${id}/accept`);
    expect(codesOf(again)).toEqual(['organization_suggestion_already_accepted']);
  });

  it('does not make a user a member whose request is rejected', async () => {
    await verifiedDomain('automatic_suggestion');
    const suggestions = await outsider.call('GET', '/me/organization_suggestions');
    await outsider.call(
      'POST',
      `/me/organization_suggestions/${suggestions.body.response.data[0].id}/accept`,
    );
    const path = '/organizations/org_acme/membership_requests';
    const [{ id }] = (await admin.call('GET', path)).body.response.data;

    await admin.call('POST', `${path}/${id}/reject`);

    expect(local.memberships.find('org_acme', 'user_outsider')).toBeUndefined();
    expect((await admin.call('GET', path, { status: 'pending' })).body.response.total_count).toBe(0);
  });

  it('revokes its invitations and suggestions if another mode is chosen with delete_pending', async () => {
    const path = await verifiedDomain('automatic_invitation');

    await admin.call('POST', `${path}/update_enrollment_mode`, {
      enrollment_mode: 'manual_invitation',
      delete_pending: 'true',
    });

    const { body } = await outsider.call('GET', '/me/organization_invitations', { status: 'pending' });
    expect(body.response.total_count).toBe(0);
  });
});
