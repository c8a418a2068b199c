import { createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
import { keyMistake } from '../errors/key-mistake.js';

/** One signing secret, or several while a secret is being rotated: a signature by any of them is accepted. */
export type WebhookSigningSecret = string | readonly string[];

const SIGNING_SECRET_LOCATION =
  'It starts with "whsec_" and is in the Clerk Dashboard under Webhooks, on the page of the endpoint: ' +
  'https://dashboard.clerk.com/~/webhooks';

/**
 * The keys of the given signing secrets, or of `CLERK_WEBHOOK_SIGNING_SECRET` (several are separated by commas or
 * spaces). The text after `whsec_` is the base64 of the key.
 *
 * @throws {@link ClerkConfigurationError} `webhook_signing_secret_missing`, or `webhook_signing_secret_invalid` for
 *   anything that is not base64
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signingKeys(secret?: WebhookSigningSecret): readonly KeyObject[] {
  const configured = secret ?? process.env.CLERK_WEBHOOK_SIGNING_SECRET ?? [];
  // A placeholder such as `<your secret>` would be split at its spaces.
  if (typeof configured === 'string' && /^\s*[<[{(]/.test(configured)) signingKey(configured.trim());
  const secrets = (typeof configured === 'string' ? configured.split(/[\s,]+/) : [...configured])
    .map(each => (typeof each === 'string' ? each.trim() : each))
    .filter(each => each !== '' && each !== undefined);
  if (secrets.length === 0) {
    throw new ClerkConfigurationError(
      'webhook_signing_secret_missing',
      'The signing secret of the webhook endpoint is missing. Set CLERK_WEBHOOK_SIGNING_SECRET or the option ' +
        `\`signingSecret\`. ${SIGNING_SECRET_LOCATION}`,
    );
  }
  if (typeof configured === 'string') assertUnbroken(secrets);
  return secrets.map(signingKey);
}

function signingKey(secret: unknown): KeyObject {
  const mistake = keyMistake(secret, 'webhook');
  if (mistake !== undefined) throw invalid(mistake);
  const encoded = (secret as string).replace(/^whsec_/, '');
  if (encoded.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(encoded)) {
    throw invalid('it is incomplete or not base64, such as one that is truncated');
  }
  return createSecretKey(encoded, 'base64');
}

/** One secret on two lines looks like two, of which the second has no prefix. */
function assertUnbroken(secrets: readonly unknown[]): void {
  const withPrefix = secrets.filter(each => typeof each === 'string' && each.startsWith('whsec_'));
  if (withPrefix.length === 0 || withPrefix.length === secrets.length) return;
  throw invalid('it has a line break or white space inside');
}

function invalid(mistake: string): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'webhook_signing_secret_invalid',
    `The signing secret of the webhook endpoint is not valid: ${mistake}. Set CLERK_WEBHOOK_SIGNING_SECRET or the option ` +
      `\`signingSecret\`. ${SIGNING_SECRET_LOCATION}`,
  );
}
