import { LocalClerk } from 'nest-clerk/testing';

/** A Clerk instance inside this process; with a Clerk account, none of this is needed. */
export const local = await LocalClerk.create({
  users: [
    { id: 'user_ada', firstName: 'Ada', lastName: 'Lovelace' },
    { id: 'user_bob', firstName: 'Bob', lastName: 'Frankston' },
  ],
});

local.organizations.create({ id: 'org_acme', name: 'Acme' });
local.memberships.create({ organizationId: 'org_acme', userId: 'user_ada', role: 'org:admin' });
local.memberships.create({ organizationId: 'org_acme', userId: 'user_bob', role: 'org:member' });

export function tokenOf(userId: 'user_ada' | 'user_bob'): Promise<string> {
  return local.issueSessionToken({ userId, orgId: 'org_acme', expiresIn: 3600 });
}
