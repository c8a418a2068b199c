import { parsePublishableKey, PUBLISHABLE_KEY_LOCATION } from '../authentication/publishable-key.js';
import type { InstanceType } from '../authentication/publishable-key.js';
import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
import { keyMistake } from '../errors/key-mistake.js';
import { missingSecretKey } from '../errors/missing-secret-key.js';
import type { AcceptedTokens } from '../tokens/token-type.js';
import type { ClerkOptions } from './options.js';

const SECRET_KEY = /^(?:sk_)?(test|live)_[\x21-\x7e]+$/;

const FORM_OF_SECRET_KEY = 'a secret key starts with sk_test_ or sk_live_ and has no white space';

type Keys = Pick<ClerkOptions, 'secretKey' | 'publishableKey' | 'machineSecretKey'>;

/**
 * Says which key is missing or malformed for what is accepted: sessions need both keys of the instance, API keys only
 * the secret one, and M2M tokens that or the secret of a machine.
 *
 * @throws {@link ClerkConfigurationError} `secret_key_missing`, `secret_key_invalid`, `publishable_key_missing`,
 *   `publishable_key_invalid` or `keys_of_different_instances`
 */
export function assertKeys(keys: Keys, acceptsToken: AcceptedTokens): void {
  if (keys.machineSecretKey !== undefined) assertMachineSecretKey(keys.machineSecretKey);
  const hasMachineSecret = acceptsToken === 'm2m_token' && keys.machineSecretKey !== undefined;
  if (keys.secretKey !== undefined || !hasMachineSecret) assertSecretKey(keys.secretKey);

  const needsPublishableKey = acceptsToken !== 'm2m_token' && acceptsToken !== 'api_key';
  if (keys.publishableKey === undefined && !needsPublishableKey) return;
  const { instanceType } = parsePublishableKey(keys.publishableKey);
  if (keys.secretKey !== undefined) assertKeysBelongTogether(keys.secretKey, instanceType);
}

/**
 * Says what is wrong with a secret key, as far as that can be seen.
 *
 * @throws {@link ClerkConfigurationError} `secret_key_missing` or `secret_key_invalid`
 */
function assertSecretKey(secretKey: string | undefined): void {
  if (!secretKey) throw missingSecretKey();
  const mistake = keyMistake(secretKey, 'secret');
  if (mistake === undefined && SECRET_KEY.test(secretKey)) return;
  throw new ClerkConfigurationError(
    'secret_key_invalid',
    `The secret key is not valid: ${mistake ?? FORM_OF_SECRET_KEY}. Set the option \`secretKey\` or CLERK_SECRET_KEY. ${PUBLISHABLE_KEY_LOCATION}`,
  );
}

/**
 * Checks the secret key of a machine, as far as possible without a call. A secret key of the instance works in its place.
 *
 * @throws {@link ClerkConfigurationError} `machine_secret_key_invalid`
 */
function assertMachineSecretKey(machineSecretKey: string): void {
  const mistake = keyMistake(machineSecretKey, SECRET_KEY.test(machineSecretKey) ? 'secret' : 'machine');
  if (mistake === undefined) return;
  throw new ClerkConfigurationError(
    'machine_secret_key_invalid',
    `The secret key of the machine is not valid: ${mistake}. Set the option \`machineSecretKey\` or CLERK_MACHINE_SECRET_KEY ` +
      "to the key from the machine's page in the Clerk Dashboard (https://dashboard.clerk.com/~/machines); it starts with ak_.",
  );
}

/**
 * Says when the two keys cannot be of one instance. Two of the same type may still be of different ones, which shows
 * when the first token is signed with a key that the instance does not have.
 *
 * @throws {@link ClerkConfigurationError} `keys_of_different_instances`
 */
function assertKeysBelongTogether(secretKey: string, publishableKeyType: InstanceType): void {
  const secretKeyType: InstanceType =
    SECRET_KEY.exec(secretKey)?.[1] === 'live' ? 'production' : 'development';
  if (secretKeyType === publishableKeyType) return;
  throw new ClerkConfigurationError(
    'keys_of_different_instances',
    `The secret key is of a ${secretKeyType} instance and the publishable key of a ${publishableKeyType} instance. ` +
      'Set CLERK_SECRET_KEY and CLERK_PUBLISHABLE_KEY (options `secretKey` and `publishableKey`) to the keys of one ' +
      'instance: https://dashboard.clerk.com/~/api-keys',
  );
}
