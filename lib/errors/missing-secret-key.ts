import { ClerkConfigurationError } from './clerk-configuration-error.js';

/** Where to find a secret key, for messages. */
export const SECRET_KEY_LOCATION =
  'the API keys page of the Clerk Dashboard (https://dashboard.clerk.com/~/api-keys)';

/**
 * The error for a secret key that is not set.
 *
 * @param orMachine - whether the secret key of a machine is enough
 */
export function missingSecretKey(orMachine = false): ClerkConfigurationError {
  const machine = "the option `machineSecretKey` (or CLERK_MACHINE_SECRET_KEY, from the machine's page), or ";
  return new ClerkConfigurationError(
    'secret_key_missing',
    `The Clerk secret key is missing. Set ${orMachine ? machine : ''}the option \`secretKey\` or the ` +
      `environment variable CLERK_SECRET_KEY; the key is on ${SECRET_KEY_LOCATION}. ` +
      'In a test, take the keys of a `LocalClerk`: `overrideProvider(CLERK_MODULE_OPTIONS).useValue(local.keys)`.',
  );
}
