import { createHash } from 'node:crypto';

import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';

/** `development` instances use URL parameters besides cookies; `production` instances use cookies of their domain. */
export type InstanceType = 'development' | 'production';

/** The data in a publishable key. */
export interface PublishableKeyParts {
  readonly instanceType: InstanceType;
  /** The host of the Frontend API, such as `happy-fox-12.clerk.accounts.dev` or `clerk.example.com`. */
  readonly frontendApi: string;
}

/** The end of messages about a missing or invalid key. */
export const PUBLISHABLE_KEY_LOCATION =
  'Copy it from the API keys page of the Clerk Dashboard: https://dashboard.clerk.com/~/api-keys';

/**
 * Parses a publishable key: `pk_test_` or `pk_live_` and the Frontend API's host in base64.
 *
 * @throws {@link ClerkConfigurationError} `publishable_key_missing` or `publishable_key_invalid`
 *
 * @see https://clerk.com/docs/guides/development/clerk-environment-variables
 */
export function parsePublishableKey(publishableKey: string | undefined): PublishableKeyParts {
  if (!publishableKey) {
    throw new ClerkConfigurationError(
      'publishable_key_missing',
      `The publishable key is missing. Set the option \`publishableKey\` or CLERK_PUBLISHABLE_KEY. ${PUBLISHABLE_KEY_LOCATION}`,
    );
  }
  const [, kind, encoded] = /^pk_(test|live)_([^_]+)$/.exec(publishableKey) ?? [];
  const frontendApi = encoded && decodeFrontendApi(encoded);
  if (!frontendApi) throw invalidPublishableKey(publishableKey);
  return { instanceType: kind === 'live' ? 'production' : 'development', frontendApi };
}

/** The host contains a dot and is followed by one `$`. */
function decodeFrontendApi(encoded: string): string | undefined {
  try {
    const [, host] = /^([^$]*\.[^$]*)\$$/.exec(atob(encoded)) ?? [];
    return host;
  } catch {
    return undefined;
  }
}

function invalidPublishableKey(value: string): ClerkConfigurationError {
  const mixedUp = /^(sk|ak|whsec)_/.test(value)
    ? ' What is set there is a secret, which must never reach a browser.'
    : '';
  return new ClerkConfigurationError(
    'publishable_key_invalid',
    `The publishable key is not valid: it starts with pk_test_ or pk_live_.${mixedUp} ` +
      `Set the option \`publishableKey\` or CLERK_PUBLISHABLE_KEY. ${PUBLISHABLE_KEY_LOCATION}`,
  );
}

/**
 * The suffix of this instance's cookies, which distinguishes them from those of other Clerk applications on the same
 * domain: the first eight characters of the key's SHA-1 in base64url.
 */
export function cookieSuffix(publishableKey: string): string {
  return createHash('sha1').update(publishableKey).digest('base64url').slice(0, 8);
}
