import type { WebhookDeliveryStore } from '../../webhooks/delivery-store.js';
import type { WebhookSigningSecret } from '../../webhooks/signing-secret.js';

/** An endpoint that receives the webhooks of a Clerk instance. */
export interface ClerkWebhooksOptions {
  /** The path of the endpoint, without any global prefix. @defaultValue `'/webhooks/clerk'` */
  path?: string;
  /**
   * The signing secret of the endpoint in the Clerk Dashboard, `whsec_…`; several while it is being rotated.
   * @defaultValue `process.env.CLERK_WEBHOOK_SIGNING_SECRET`
   */
  signingSecret?: WebhookSigningSecret;
  /** Remembers which deliveries are done. Several instances of an application need one that they share. @defaultValue in memory */
  store?: WebhookDeliveryStore;
  /**
   * How long the handlers of a delivery may take together, in milliseconds, before it is answered with 500. Clerk waits
   * for 15 seconds.
   * @defaultValue 10000
   */
  timeoutMs?: number;
  /**
   * After which time a delivery that a crashed process was handling can be handled again, in milliseconds; longer than
   * `timeoutMs`.
   * @defaultValue 60000
   */
  claimTtlMs?: number;
  /** The largest body, in bytes. @defaultValue 1048576 */
  bodyLimit?: number;
}
