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
  /**
   * Stores which deliveries are complete. Several instances of an application need a shared store. @defaultValue in
   * memory
   */
  store?: WebhookDeliveryStore;
  /**
   * The time limit for all handlers of a delivery together, in milliseconds, after which the response is a 500. Clerk
   * waits for 15 seconds.
   * @defaultValue 10000
   */
  timeoutMs?: number;
  /**
   * The time after which the delivery of a crashed process can be handled again, in milliseconds; longer than
   * `timeoutMs`.
   * @defaultValue 60000
   */
  claimTtlMs?: number;
  /** The maximum size of a body, in bytes. @defaultValue 1048576 */
  bodyLimit?: number;
}
