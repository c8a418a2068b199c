import { beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'nest-clerk/testing';

let local: LocalClerk;

beforeEach(async () => {
  local = await LocalClerk.create({
    users: [{ id: 'user_ada' }, { id: 'user_bob' }],
    organizations: [
      {
        id: 'org_acme',
        name: 'Acme',
        members: [{ user: 'user_ada', role: 'org:admin' }, { user: 'user_bob' }],
      },
      { id: 'org_globex', name: 'Globex', members: [{ user: 'user_ada' }] },
    ],
  });
});

describe('local.organizations', () => {
  it('changes only the fields of an update', () => {
    const before = local.organizations.get('org_acme');

    local.organizations.update('org_acme', {
      name: 'Acme Inc.',
      plans: ['pro'],
      publicMetadata: { tier: 2 },
    });

    expect(local.organizations.get('org_acme')).toEqual({
      ...before,
      name: 'Acme Inc.',
      plans: ['pro'],
      publicMetadata: { tier: 2 },
      updatedAt: expect.any(Number),
    });
  });

  it('rejects an update with the slug of another organization', () => {
    expect(() => local.organizations.update('org_acme', { slug: 'globex' })).toThrow(
      expect.objectContaining({ status: 422 }),
    );
  });

  it('deletes an organization with its memberships only', () => {
    expect(local.organizations.delete('org_acme')).toMatchObject({ id: 'org_acme' });

    expect(local.organizations.find('org_acme')).toBeUndefined();
    expect(local.memberships.list().map(({ organizationId }) => organizationId)).toEqual(['org_globex']);
    expect(local.users.list()).toHaveLength(2);
    expect(() => local.organizations.delete('org_acme')).toThrow(expect.objectContaining({ status: 404 }));
  });
});

describe('local.memberships', () => {
  it('removes one user from one organization', () => {
    local.memberships.delete('org_acme', 'user_ada');

    expect(local.memberships.find('org_acme', 'user_ada')).toBeUndefined();
    expect(local.memberships.find('org_acme', 'user_bob')).toBeDefined();
    expect(local.memberships.find('org_globex', 'user_ada')).toBeDefined();
    expect(() => local.memberships.delete('org_acme', 'user_ada')).toThrow(
      expect.objectContaining({ status: 404 }),
    );
  });
});
