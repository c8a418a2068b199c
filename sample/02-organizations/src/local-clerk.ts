import { LocalClerk } from 'nest-clerk/testing';

/** The permissions of the roles: with a Clerk account, they are set in the dashboard. */
const PERMISSIONS = {
  'org:admin': ['org:invoices:read', 'org:invoices:create'],
  'org:accountant': ['org:invoices:read', 'org:invoices:create'],
  'org:member': ['org:invoices:read'],
};

/** A Clerk instance inside this process. */
export const local = await LocalClerk.create({
  users: [
    { id: 'user_ada', firstName: 'Ada', lastName: 'Lovelace', emailAddress: ['ada@example.com'] },
    { id: 'user_bob', firstName: 'Bob', lastName: 'Frankston', emailAddress: ['bob@example.com'] },
    { id: 'user_grace', firstName: 'Grace', lastName: 'Hopper', emailAddress: ['grace@example.com'] },
  ],
});

local.organizations.create({ id: 'org_acme', name: 'Acme', plans: ['pro'], features: ['csv_export'] });
local.organizations.create({ id: 'org_globex', name: 'Globex', plans: ['starter'] });

addMember('org_acme', 'user_ada', 'org:admin');
addMember('org_acme', 'user_bob', 'org:accountant');
addMember('org_acme', 'user_grace', 'org:member');
addMember('org_globex', 'user_grace', 'org:admin');

function addMember(organizationId: string, userId: string, role: keyof typeof PERMISSIONS): void {
  local.memberships.create({ organizationId, userId, role, permissions: PERMISSIONS[role] });
}

// Browsers are redirected to Clerk's Frontend API, which here is on another port of this machine.
const frontendApi = await local.listen();

/** The options of the module; with a Clerk account, the keys come from the environment instead. */
export const localOptions = { ...local.keys, proxyUrl: frontendApi.url, signInUrl: '/sign-in' };
