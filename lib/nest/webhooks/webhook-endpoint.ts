import type { KeyObject } from 'node:crypto';

import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import type { WebhookDeliveryStore } from '../../webhooks/delivery-store.js';
import { MemoryDeliveryStore } from '../../webhooks/memory-delivery-store.js';
import { DEFAULT_BODY_LIMIT } from '../../webhooks/read-body.js';
import { signingKeys } from '../../webhooks/signing-secret.js';
import type { ClerkWebhooksOptions } from './clerk-webhooks-options.js';

/** An endpoint with validated options and its defaults. */
export interface WebhookEndpoint {
  readonly path: string;
  readonly keys: readonly KeyObject[];
  readonly store: WebhookDeliveryStore;
  readonly timeoutMs: number;
  readonly claimTtlMs: number;
  readonly bodyLimit: number;
  /** The time that signatures are checked at, in milliseconds since 1970. */
  readonly now: () => number;
  /** The key of a delivery in the store. */
  readonly storeId: (deliveryId: string) => string;
}

/**
 * Validates the option `webhooks`.
 *
 * @param now - the option `now` of the module
 * @throws {@link ClerkConfigurationError} `option_invalid`, or a signing secret is missing or invalid
 */
export function webhookEndpoints(
  options: ClerkWebhooksOptions | readonly ClerkWebhooksOptions[] | undefined,
  now: () => number = () => Date.now(),
): readonly WebhookEndpoint[] {
  const all = options === undefined ? [] : [options].flat();
  // The senders of two endpoints choose their ids independently, so the ids of one must not affect the other.
  const endpoints = all.map(each => webhookEndpoint(each, all.length > 1, now));
  const paths = endpoints.map(({ path }) => path);
  const repeated = paths.find((path, index) => paths.indexOf(path) !== index);
  if (repeated !== undefined) throw invalid(`Two endpoints of \`webhooks\` have the path ${repeated}.`);
  return endpoints;
}

function webhookEndpoint(
  options: ClerkWebhooksOptions,
  isOneOfSeveral: boolean,
  now: () => number,
): WebhookEndpoint {
  const {
    path = '/webhooks/clerk',
    signingSecret,
    store = new MemoryDeliveryStore({ now }),
    timeoutMs = 10_000,
    claimTtlMs = 60_000,
    bodyLimit = DEFAULT_BODY_LIMIT,
  } = options;
  if (typeof path !== 'string' || !/^\/[^\s?#:*]+$/.test(path)) {
    throw invalid('`webhooks.path` is an absolute path without parameters, such as /webhooks/clerk.');
  }
  for (const [name, value] of Object.entries({ timeoutMs, claimTtlMs, bodyLimit })) {
    if (!Number.isFinite(value) || value <= 0) throw invalid(`\`webhooks.${name}\` is a positive number.`);
  }
  if (claimTtlMs <= timeoutMs) {
    throw invalid(
      '`webhooks.claimTtlMs` is longer than `timeoutMs`, or a running handler could lose its claim.',
    );
  }
  return {
    path: withoutTrailingSlash(path),
    keys: signingKeys(signingSecret),
    store,
    timeoutMs,
    claimTtlMs,
    bodyLimit,
    now,
    storeId: isOneOfSeveral ? id => `${path}:${id}` : id => id,
  };
}

/** The path of a request target, in the form in which endpoints are compared. */
export function pathOf(target: string): string {
  return withoutTrailingSlash(target.split('?', 1)[0] as string);
}

function withoutTrailingSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

function invalid(message: string): ClerkConfigurationError {
  return new ClerkConfigurationError('option_invalid', message);
}
