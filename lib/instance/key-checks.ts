import { parsePublishableKey, PUBLISHABLE_KEY_LOCATION } from '../authentication/publishable-key.js';
import type { InstanceType } from '../authentication/publishable-key.js';
import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
import { keyMistake } from '../errors/key-mistake.js';
import { missingSecretKey } from '../errors/missing-secret-key.js';
import { isTokenTypeAccepted } from '../authorization/accepted-token.js';
import type { AcceptedTokens, TokenType } from '../tokens/token-type.js';
import type { ClerkOptions } from './options.js';

const SECRET_KEY = /^(?:sk_)?(test|live)_[\x21-\x7e]+$/;

const FORM_OF_SECRET_KEY = 'a secret key starts with sk_test_ or sk_live_ and has no white space';

type Keys = Pick<ClerkOptions, 'secretKey' | 'publishableKey' | 'jwtKey' | 'machineSecretKey'>;

/**
 * Says which key is missing or malformed for the accepted types of token. Least privilege is enough: session tokens need the
 * secret key or a JWT key, API keys the secret key, M2M tokens the secret key or that of a machine.
 *
 * @param servesHttp - whether browsers may come, for which session tokens need the publishable key
 * @throws {@link ClerkConfigurationError} `secret_key_missing`, `secret_key_invalid`, `machine_secret_key_invalid`,
 *   `publishable_key_missing`, `publishable_key_invalid` or `keys_of_different_instances`
 */
export function assertKeys(keys: Keys, acceptsToken: AcceptedTokens, servesHttp = true): void {
  const { secretKey, publishableKey, jwtKey, machineSecretKey } = keys;
  if (machineSecretKey !== undefined) assertMachineSecretKey(machineSecretKey);
  if (secretKey !== undefined || !isVerifiable(keys, acceptsToken)) assertSecretKey(secretKey, acceptsToken);

  const verifiesSessions =
    Boolean(secretKey ?? jwtKey) && isAccepted(['session_token', 'oauth_token'], acceptsToken);
  if (publishableKey === undefined && !(servesHttp && verifiesSessions)) return;
  const { instanceType } = parsePublishableKey(publishableKey);
  if (secretKey !== undefined) assertKeysBelongTogether(secretKey, instanceType);
}

/** Whether some accepted token can be verified without the secret key. */
function isVerifiable({ jwtKey, machineSecretKey }: Keys, acceptsToken: AcceptedTokens): boolean {
  if (machineSecretKey && isAccepted(['m2m_token'], acceptsToken)) return true;
  return Boolean(jwtKey) && isAccepted(['session_token', 'm2m_token', 'oauth_token'], acceptsToken);
}

function isAccepted(types: readonly TokenType[], acceptsToken: AcceptedTokens): boolean {
  return types.some(type => isTokenTypeAccepted(type, acceptsToken));
}

/**
 * Rejects a secret key that is visibly wrong.
 *
 * @throws {@link ClerkConfigurationError} `secret_key_missing` or `secret_key_invalid`
 */
function assertSecretKey(secretKey: string | undefined, acceptsToken: AcceptedTokens): void {
  if (!secretKey) throw missingSecretKey(acceptsToken === 'm2m_token');
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
 * Rejects two keys that cannot belong to one instance. Two of the same type may still belong to different ones, which
 * is detected when the instance does not have the key of the first token.
 *
 * @throws {@link ClerkConfigurationError} `keys_of_different_instances`
 */
function assertKeysBelongTogether(secretKey: string, publishableKeyType: InstanceType): void {
  const secretKeyType: InstanceType =
    SECRET_KEY.exec(secretKey)?.[1] === 'live' ? 'production' : 'development';
  if (secretKeyType === publishableKeyType) return;
  throw new ClerkConfigurationError(
    'keys_of_different_instances',
    `The secret key belongs to a ${secretKeyType} instance and the publishable key to a ${publishableKeyType} instance. ` +
      'Set CLERK_SECRET_KEY and CLERK_PUBLISHABLE_KEY (options `secretKey` and `publishableKey`) to the keys of one ' +
      'instance: https://dashboard.clerk.com/~/api-keys',
  );
}
