import { createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';

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
  return secrets.map(signingKey);
}

function signingKey(secret: unknown): KeyObject {
  if (typeof secret !== 'string') throw invalid('The signing secret of a webhook endpoint is a string.');
  if (/^[sp]k_/.test(secret)) {
    throw invalid('The signing secret of a webhook endpoint is not a key of the instance (sk_… or pk_…).');
  }
  if (/^["']/.test(secret)) {
    throw invalid('The signing secret of the webhook endpoint is in quotation marks. Remove them.');
  }
  const encoded = secret.replace(/^whsec_/, '');
  if (encoded === '' || encoded.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(encoded)) {
    throw invalid('The signing secret of the webhook endpoint is incomplete or not base64.');
  }
  return createSecretKey(encoded, 'base64');
}

function invalid(message: string): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'webhook_signing_secret_invalid',
    `${message} ${SIGNING_SECRET_LOCATION}`,
  );
}
