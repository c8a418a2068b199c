import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
import { randomLetters, randomLettersAndDigits } from './random.js';

/** Whether an instance is for development (`pk_test_`, `sk_test_`) or production (`pk_live_`, `sk_live_`). */
export type InstanceType = 'development' | 'production';

/** The keys that identify a Clerk instance. */
export interface InstanceKeys {
  readonly secretKey: string;
  readonly publishableKey: string;
  /** The host of the Frontend API. */
  readonly frontendApi: string;
}

const KEY_MODES: Readonly<Record<InstanceType, string>> = { development: 'test', production: 'live' };

/**
 * @throws {@link ClerkConfigurationError} `option_invalid` for an unknown instance type, or a Frontend API that is
 *   not a bare host name
 */
export function createInstanceKeys(
  instanceType: InstanceType,
  frontendApi = randomFrontendApi(instanceType),
  secretKey?: string,
): InstanceKeys {
  if (!Object.hasOwn(KEY_MODES, instanceType)) {
    throw new ClerkConfigurationError(
      'option_invalid',
      "LocalClerk's instanceType is 'development' or 'production'.",
    );
  }
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(frontendApi)) {
    throw new ClerkConfigurationError(
      'option_invalid',
      "LocalClerk's frontendApi is a host name without scheme, port or path, such as 'clerk.example.com'.",
    );
  }
  const mode = KEY_MODES[instanceType];
  return {
    frontendApi,
    secretKey: secretKey ?? `sk_${mode}_${randomLettersAndDigits(42)}`,
    publishableKey: `pk_${mode}_${publishableKeyBody(frontendApi)}`,
  };
}

/** The body of a publishable key: the host and a dollar sign in base64, without padding. */
function publishableKeyBody(frontendApi: string): string {
  return Buffer.from(`${frontendApi}$`).toString('base64').replace(/=+$/, '');
}

/** A host in the form of each instance type, under a domain that cannot be registered. */
function randomFrontendApi(instanceType: InstanceType): string {
  return instanceType === 'production'
    ? `clerk.${randomLetters(10)}.example`
    : `local-${randomLetters(10)}-01.clerk.accounts.dev`;
}
