import { createClerkClient } from '@clerk/backend';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClerkClient } from 'nest-clerk';
import { LocalClerk } from 'nest-clerk/testing';

let local: LocalClerk;
let server: Awaited<ReturnType<LocalClerk['listen']>>;

beforeAll(async () => {
  local = await LocalClerk.create({ users: [{ id: 'user_ada', firstName: 'Ada' }, { id: 'user_bob' }] });
  local.organizations.create({ id: 'org_acme', name: 'Acme', slug: 'acme', publicMetadata: { tier: 1 } });
  local.memberships.create({ organizationId: 'org_acme', userId: 'user_ada', role: 'org:admin' });
  local.memberships.create({ organizationId: 'org_acme', userId: 'user_bob' });
  server = await local.listen();
});
afterAll(() => server.close());

/** Both clients must return the same. */
const clients = () => ({
  ours: new ClerkClient(local.keys),
  reference: createClerkClient({ secretKey: local.secretKey, apiUrl: server.url }),
});

describe("organizations of LocalClerk's Backend API", () => {
  it.each(['ours', 'reference'] as const)('are read by id and by slug: %s', async which => {
    const { organizations } = clients()[which];
    const acme = await organizations.getOrganization({ organizationId: 'org_acme' });
    expect(acme).toMatchObject({ id: 'org_acme', name: 'Acme', slug: 'acme', publicMetadata: { tier: 1 } });
    expect(acme.membersCount).toBeUndefined();
    const bySlug = await organizations.getOrganization({ slug: 'acme', includeMembersCount: true });
    expect(bySlug).toMatchObject({ id: 'org_acme', membersCount: 2 });
  });

  it.each(['ours', 'reference'] as const)('have pages of members: %s', async which => {
    const { organizations } = clients()[which];
    const page = await organizations.getOrganizationMembershipList({
      organizationId: 'org_acme',
      limit: 1,
      offset: 1,
    });
    expect(page.totalCount).toBe(2);
    expect(page.data).toHaveLength(1);
    expect(page.data[0]).toMatchObject({
      role: 'org:admin',
      organization: { id: 'org_acme' },
      publicUserData: { userId: 'user_ada', firstName: 'Ada' },
    });
  });

  it.each(['ours', 'reference'] as const)('are found by their members: %s', async which => {
    const { users } = clients()[which];
    const { data } = await users.getOrganizationMembershipList({ userId: 'user_bob' });
    expect(data).toMatchObject([{ role: 'org:member', organization: { slug: 'acme' } }]);
  });

  it('that do not exist are a 404', async () => {
    const { organizations } = clients().ours;
    const failure = organizations.getOrganization({ organizationId: 'org_gone' });
    await expect(failure).rejects.toMatchObject({ status: 404 });
  });
});
