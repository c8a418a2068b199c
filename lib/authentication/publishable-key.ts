import { createHash } from 'node:crypto';

import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
import { keyMistake } from '../errors/key-mistake.js';

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
  const [, kind, encoded] = /^pk_(test|live)_([^_\s]+)$/.exec(publishableKey) ?? [];
  const frontendApi = encoded && decodeFrontendApi(encoded);
  if (!frontendApi) throw invalidPublishableKey(publishableKey);
  return { instanceType: kind === 'live' ? 'production' : 'development', frontendApi };
}

/** The host contains a dot and is followed by one `$`. */
function decodeFrontendApi(encoded: string): string | undefined {
  const [, host] = /^([^$]*\.[^$]*)\$$/.exec(decodeBase64(encoded) ?? '') ?? [];
  return host;
}

function decodeBase64(encoded: string): string | undefined {
  try {
    return atob(encoded);
  } catch {
    return undefined;
  }
}

function invalidPublishableKey(value: unknown): ClerkConfigurationError {
  const isSecret = typeof value === 'string' && /^(sk|ak|whsec)_/.test(value);
  const mistake = isSecret
    ? 'it starts with pk_test_ or pk_live_. What is set there is a secret, which must never reach a browser'
    : (keyMistake(value, 'publishable') ?? malformationOf(value as string));
  return new ClerkConfigurationError(
    'publishable_key_invalid',
    `The publishable key is not valid: ${mistake}. ` +
      `Set the option \`publishableKey\` or CLERK_PUBLISHABLE_KEY. ${PUBLISHABLE_KEY_LOCATION}`,
  );
}

/** What is wrong with a key that has none of the usual mistakes. */
function malformationOf(value: string): string {
  const [, encoded] = /^pk_(?:test|live)_([A-Za-z\d+/=]+)$/.exec(value) ?? [];
  if (encoded === undefined) {
    return 'a publishable key starts with pk_test_ or pk_live_, followed by the host of the Frontend API in base64';
  }
  const text = decodeBase64(encoded);
  // Without its last characters, base64 has an impossible length, or the host has no `$` at its end.
  const isTruncated = text === undefined ? encoded.length % 4 === 1 : /^[a-z\d.-]+$/i.test(text);
  return isTruncated
    ? 'it is truncated: the host of the Frontend API, which it contains in base64, has no end'
    : 'what follows the prefix is not the host of a Frontend API in base64';
}

/**
 * The suffix of this instance's cookies, which distinguishes them from those of other Clerk applications on the same
 * domain: the first eight characters of the key's SHA-1 in base64url.
 */
export function cookieSuffix(publishableKey: string): string {
  return createHash('sha1').update(publishableKey).digest('base64url').slice(0, 8);
}
