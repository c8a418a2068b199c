import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';

const WHERE_KEYS_ARE = 'the API keys page of the Clerk Dashboard (https://dashboard.clerk.com/~/api-keys)';

/** Node's timers fire at once when asked to wait longer than this. */
export const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/** Far more than helps: a bound, so that a mistyped number cannot make a call go on for hours. */
export const MOST_RETRIES = 20;

/**
 * The key as it can be sent in a header; white space around it, as in a key read from a file, does no harm.
 *
 * @throws ClerkConfigurationError `secret_key_missing`, `secret_key_invalid`
 */
export function usableKey(key: string | undefined, kind: 'secret' | 'machine'): string {
  const trimmed = typeof key === 'string' ? key.trim() : '';
  if (trimmed === '') {
    const machine =
      "the option `machineSecretKey` (or CLERK_MACHINE_SECRET_KEY, from the machine's page), or ";
    throw new ClerkConfigurationError(
      'secret_key_missing',
      `The Clerk secret key is missing. Set ${kind === 'machine' ? machine : ''}the option \`secretKey\` or the ` +
        `environment variable CLERK_SECRET_KEY; the key is on ${WHERE_KEYS_ARE}.`,
    );
  }
  // Checked here because `fetch` would repeat the key in the message with which it refuses the header.
  if (!/^[\x21-\x7e]+$/.test(trimmed)) {
    throw new ClerkConfigurationError(
      'secret_key_invalid',
      'The Clerk secret key (option `secretKey`, environment variable CLERK_SECRET_KEY) holds a space, a line break ' +
        `or another character that no key has. Copy it again from ${WHERE_KEYS_ARE}.`,
    );
  }
  return trimmed;
}

/**
 * The API's address without a slash at its end.
 *
 * @throws ClerkConfigurationError `option_invalid` when it is not a plain http(s) address
 */
export function usableApiUrl(apiUrl: string): string {
  const url = URL.canParse(apiUrl) ? new URL(apiUrl) : undefined;
  const plain =
    url && /^https?:$/.test(url.protocol) && !(url.username || url.password || url.search || url.hash);
  if (!plain) {
    throw new ClerkConfigurationError(
      'option_invalid',
      'The option `apiUrl` (environment variable CLERK_API_URL) must be an absolute http or https address without ' +
        'user name, password, query or fragment, such as https://api.clerk.com.',
    );
  }
  return url.origin + url.pathname.replace(/\/+$/, '');
}

/** @throws ClerkConfigurationError `option_invalid` when the value is not a whole number in the range */
export function wholeNumber(
  option: 'timeoutMs' | 'retries',
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
