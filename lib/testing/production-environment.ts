import { ClerkError } from '../errors/clerk-error.js';

/**
 * Where users are real, a server that lets everyone in must not start by mistake.
 *
 * @throws {@link ClerkError} `production_environment` where `NODE_ENV` is `production`
 */
export function assertNotProduction({ NODE_ENV }: NodeJS.ProcessEnv): void {
  if (NODE_ENV === 'production') throw productionEnvironment('NODE_ENV is production');
}

/**
 * As {@link assertNotProduction}, for a process of its own: there a production key is never one of Local Clerk.
 *
 * @throws {@link ClerkError} `production_environment` for production keys too, naming the variable and not the key
 */
export function assertDevelopment(environment: NodeJS.ProcessEnv): void {
  assertNotProduction(environment);
  const liveKey = Object.keys(environment).find(
    name => name.includes('CLERK') && /^(?:sk|pk)_live_/.test(environment[name] ?? ''),
  );
  if (liveKey) throw productionEnvironment(`${liveKey} is a key of a production instance`);
}

function productionEnvironment(reason: string): ClerkError {
  return new ClerkError(
    'production_environment',
    `Local Clerk is for development, and ${reason}. Unset it, or start with --force, or in code with { force: true }.`,
  );
}
