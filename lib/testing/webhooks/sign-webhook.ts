import { randomBytes } from 'node:crypto';

import { signingKeys } from '../../webhooks/signing-secret.js';
import { sign } from '../../webhooks/verify-delivery.js';
import { newId } from '../random.js';

/** An event to sign; missing fields have default values. */
export interface WebhookEventInput {
  /** Such as `user.created`. */
  type: string;
  data: unknown;
  /** Unix time in milliseconds. Default: now. */
  timestamp?: number;
  instance_id?: string;
  event_attributes?: { http_request: { client_ip: string; user_agent: string } };
}

/** The options of {@link signWebhook}. */
export interface SignWebhookOptions {
  /** Default: `process.env.CLERK_WEBHOOK_SIGNING_SECRET`. */
  signingSecret?: string;
  /** The id of the delivery. Default: a new one. */
  id?: string;
  /** The time of the signature: Unix time in milliseconds. Default: now. */
  signedAt?: number;
}

/** A signed delivery, for a `POST`. */
export interface SignedWebhook {
  readonly headers: Readonly<
    Record<'content-type' | 'svix-id' | 'svix-timestamp' | 'svix-signature', string>
  >;
  /** The exact body that is signed. */
  readonly body: string;
}

/**
 * Signs an event as Clerk does, for tests of an endpoint without a {@link LocalClerk}.
 *
 * @throws {@link ClerkConfigurationError} `webhook_signing_secret_missing` or `webhook_signing_secret_invalid`
 * @example
 * ```ts
 * const { headers, body } = signWebhook({ type: 'user.deleted', data: { id: 'user_alice', deleted: true } });
 * await fetch(`${url}/webhooks/clerk`, { method: 'POST', headers, body });
 * ```
 */
export function signWebhook(event: WebhookEventInput, options: SignWebhookOptions = {}): SignedWebhook {
  const { signingSecret, id = newId('msg'), signedAt = Date.now() } = options;
  const body = JSON.stringify({
    data: event.data,
    event_attributes: event.event_attributes ?? { http_request: { client_ip: '', user_agent: '' } },
    instance_id: event.instance_id ?? 'ins_local',
    object: 'event',
    timestamp: event.timestamp ?? Date.now(),
    type: event.type,
  });
  return signBody(body, { signingSecret, id, signedAt });
}

/** Signs a body that is not necessarily an event. */
export function signBody(
  body: string,
  { signingSecret, id, signedAt }: { signingSecret: string | undefined; id: string; signedAt: number },
): SignedWebhook {
  const timestamp = String(Math.floor(signedAt / 1000));
  const signatures = signingKeys(signingSecret).map(key => `v1,${sign(key, id, timestamp, body)}`);
  return {
    headers: {
      'content-type': 'application/json',
      'svix-id': id,
      'svix-timestamp': timestamp,
      'svix-signature': signatures.join(' '),
    },
    body,
  };
}

/** A signing secret in the form of the Clerk Dashboard. */
export function newSigningSecret(): string {
  return `whsec_${randomBytes(24).toString('base64')}`;
}
