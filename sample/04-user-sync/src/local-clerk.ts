import { LocalClerk } from 'nest-clerk/testing';

/** Whether there are no keys of a Clerk instance. */
export const isLocal = !process.env.CLERK_SECRET_KEY;

let created: Promise<LocalClerk> | undefined;

/** A Clerk instance in this process, with 250 users and one organization to backfill. */
export function localClerk(): Promise<LocalClerk> {
  return (created ??= create());
}

async function create(): Promise<LocalClerk> {
  const users = Array.from({ length: 250 }, (_, index) => ({
    id: `user_${String(index).padStart(3, '0')}`,
    firstName: `User ${index}`,
    emailAddress: [`user-${index}@example.com`],
  }));
  const local = await LocalClerk.create({ users });
  local.organizations.create({ id: 'org_acme', name: 'Acme' });
  local.memberships.create({ organizationId: 'org_acme', userId: 'user_000', role: 'org:admin' });
  return local;
}
