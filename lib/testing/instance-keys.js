import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
import { randomLetters, randomLettersAndDigits } from './random.js';
const KEY_MODES = { development: 'test', production: 'live' };
/**
 * @throws {@link ClerkConfigurationError} `option_invalid` for an unknown instance type, or a Frontend API that is
 *   not a bare host name
 */
export function createInstanceKeys(instanceType, frontendApi = randomFrontendApi(instanceType)) {
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
    secretKey: `sk_${mode}_${randomLettersAndDigits(42)}`,
    publishableKey: `pk_${mode}_${publishableKeyBody(frontendApi)}`,
  };
}
/** Clerk's form: the host and a dollar sign in base64, without padding. */
function publishableKeyBody(frontendApi) {
  return Buffer.from(`${frontendApi}$`).toString('base64').replace(/=+$/, '');
}
/** A host of the form that Clerk gives each kind of instance, on names that nobody can register. */
function randomFrontendApi(instanceType) {
  return instanceType === 'production'
    ? `clerk.${randomLetters(10)}.example`
    : `local-${randomLetters(10)}-01.clerk.accounts.dev`;
}
