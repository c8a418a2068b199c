import { parsePublishableKey, PUBLISHABLE_KEY_LOCATION } from '../authentication/publishable-key.js';
import type { InstanceType } from '../authentication/publishable-key.js';
import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
import { missingSecretKey } from '../errors/missing-secret-key.js';
import type { AcceptedTokens } from '../tokens/token-type.js';
import type { ClerkOptions } from './options.js';

const SECRET_KEY = /^(?:sk_)?(test|live)_[\x21-\x7e]+$/;

type Keys = Pick<ClerkOptions, 'secretKey' | 'publishableKey' | 'machineSecretKey'>;

/**
 * Says which key is missing or malformed for what is accepted: sessions need both keys of the instance, API keys only
 * the secret one, and M2M tokens that or the secret of a machine.
 *
 * @throws {@link ClerkConfigurationError} `secret_key_missing`, `secret_key_invalid`, `publishable_key_missing`,
 *   `publishable_key_invalid` or `keys_of_different_instances`
 */
export function assertKeys(keys: Keys, acceptsToken: AcceptedTokens): void {
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
  if (SECRET_KEY.test(secretKey)) return;
  throw new ClerkConfigurationError(
    'secret_key_invalid',
    `The secret key is not valid: ${describeKey(secretKey)}. Set the option \`secretKey\` or CLERK_SECRET_KEY. ${PUBLISHABLE_KEY_LOCATION}`,
  );
}

function describeKey(value: string): string {
  if (value.startsWith('pk_')) return 'what is set there is a publishable key';
  if (value.startsWith('whsec_')) return 'what is set there is the signing secret of a webhook';
  if (value.startsWith('ak_')) return 'what is set there is an API key or the secret of a machine';
  if (value.includes('BEGIN ')) return 'what is set there is a PEM key';
  if (/^["'`]|["'`]$/.test(value)) return 'it is in quotation marks';
  if (/[\r\n]/.test(value)) return 'it has a line break';
  if (/\s/.test(value)) return 'it has white space';
  if (/^(sk_)?(test|live)_?$/.test(value)) return 'it is truncated: nothing follows the prefix';
  if (/[<>[\]{}]|\.\.\.|…|^(your|xxx|change|replace|todo)|your[_-]/i.test(value))
    return 'it is still a placeholder';
  return 'it starts with sk_test_ or sk_live_ and has no white space';
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
