import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { keyMistake } from '../../errors/key-mistake.js';
import { missingSecretKey, SECRET_KEY_LOCATION } from '../../errors/missing-secret-key.js';
import { canParseUrl } from '../../helpers/can-parse-url.js';

/** Node's timers fire immediately if the delay is longer. */
export const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/** A limit for mistyped numbers, which would repeat a call for hours. */
export const MAX_RETRIES = 20;

/** V8 has no longer strings. */
export const MAX_RESPONSE_BYTES_LIMIT = 2 ** 29 - 24;

/**
 * The key in the form that a header needs: without the white space that keys from files have at the end.
 *
 * @throws ClerkConfigurationError `secret_key_missing`, `secret_key_invalid`
 */
export function usableKey(key: string | undefined, kind: 'secret' | 'machine'): string {
  const trimmed = typeof key === 'string' ? key.trim() : '';
  if (trimmed === '') throw missingSecretKey(kind === 'machine');
  // Checked here because the error of `fetch` for an invalid header would contain the key.
  if (!/^[\x21-\x7e]+$/.test(trimmed) || /^["'`]/.test(trimmed)) {
    const mistake = keyMistake(trimmed, 'secret') ?? 'it contains a character that no key has';
    throw new ClerkConfigurationError(
      'secret_key_invalid',
      `The Clerk secret key (option \`secretKey\`, environment variable CLERK_SECRET_KEY) is not valid: ${mistake}. ` +
        `Copy it again from ${SECRET_KEY_LOCATION}.`,
    );
  }
  return trimmed;
}

/**
 * The URL of the API without a slash at the end.
 *
 * @throws ClerkConfigurationError `option_invalid` if it is not an http or https URL without credentials, query and fragment
 */
export function usableApiUrl(apiUrl: string): string {
  const url = canParseUrl(apiUrl) ? new URL(apiUrl) : undefined;
  const plain =
    url && /^https?:$/.test(url.protocol) && !(url.username || url.password || url.search || url.hash);
  if (!plain) {
    throw new ClerkConfigurationError(
      'option_invalid',
      'The option `apiUrl` (environment variable CLERK_API_URL) must be an absolute http or https URL without ' +
        'user name, password, query and fragment, such as https://api.clerk.com.',
    );
  }
  return url.origin + url.pathname.replace(/\/+$/, '');
}

/** @throws ClerkConfigurationError `option_invalid` if the value is not an integer in the range */
export function wholeNumber(
  option: 'timeoutMs' | 'retries' | 'maxResponseBytes',
  value: number,
  least: number,
  most: number,
): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new ClerkConfigurationError(
    'option_invalid',
    `The option \`${option}\` must be a whole number from ${least} to ${most}.`,
  );
}
