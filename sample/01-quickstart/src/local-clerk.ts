import { LocalClerk } from 'nest-clerk/testing';

let started: Promise<LocalClerk> | undefined;

/** A Clerk instance inside this process with one user, for as long as there are no keys of a real one. */
export function localClerk(): Promise<LocalClerk> | undefined {
  if (process.env.CLERK_SECRET_KEY || process.env.CLERK_PUBLISHABLE_KEY) return undefined;
  return (started ??= LocalClerk.create({
    users: [{ id: 'user_ada', firstName: 'Ada', lastName: 'Lovelace', emailAddress: ['ada@example.com'] }],
  }));
}
