import { LocalClerk } from 'nest-clerk/testing';

/** Whether there are no keys of a real Clerk instance. */
export const isLocal = !process.env.CLERK_SECRET_KEY && !process.env.CLERK_PUBLISHABLE_KEY;

let started: ReturnType<typeof start> | undefined;

/** A Clerk instance inside this process with one user; `options` make the module use it. */
export function localClerk(): ReturnType<typeof start> {
  return (started ??= start());
}

async function start() {
  const clerk = await LocalClerk.create({
    users: [{ id: 'user_ada', firstName: 'Ada', lastName: 'Lovelace', emailAddress: ['ada@example.com'] }],
  });
  // Browsers are redirected to Clerk's Frontend API, which here is on another port of this machine.
  const { url } = await clerk.listen();
  return { clerk, options: { ...clerk.keys, proxyUrl: url, signInUrl: '/sign-in' } };
}
