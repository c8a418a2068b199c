import { ClerkError } from './clerk-error.js';

/** Why a webhook delivery is rejected. */
export const WebhookVerificationErrorReason = {
  /** One of the headers `svix-id`, `svix-timestamp` and `svix-signature` is absent or empty. */
  HeadersMissing: 'webhook-headers-missing',
  /** The timestamp is not a number of seconds. */
  TimestampInvalid: 'webhook-timestamp-invalid',
  /** The delivery was signed more than five minutes ago. */
  TimestampTooOld: 'webhook-timestamp-too-old',
  /** The delivery claims to be signed more than five minutes from now. */
  TimestampTooNew: 'webhook-timestamp-too-new',
  /** No signature matches: another secret, or a changed body. */
  SignatureMismatch: 'webhook-signature-mismatch',
  /** The signature matches, but the body is not the JSON of an event. */
  PayloadInvalid: 'webhook-payload-invalid',
  /** The exact bytes of the body are gone, because something parsed or read it. */
  BodyUnavailable: 'webhook-body-unavailable',
  /** The body is larger than the limit. */
  BodyTooLarge: 'webhook-body-too-large',
} as const;

/** One of the values of {@link WebhookVerificationErrorReason}. */
export type WebhookVerificationErrorReason =
  (typeof WebhookVerificationErrorReason)[keyof typeof WebhookVerificationErrorReason];

/**
 * Thrown for a webhook delivery that is not verified.
 *
 * The message never contains the signing secret, the signature or the body.
 *
 * @example
 * ```ts
 * try {
 *   const event = await verifyWebhook(request);
 * } catch (error) {
 *   if (error instanceof WebhookVerificationError) console.warn(error.reason);
 * }
 * ```
 */
export class WebhookVerificationError extends ClerkError {
  /** Stable name of the failure; one of {@link WebhookVerificationErrorReason}. The same as `code`. */
  readonly reason: WebhookVerificationErrorReason;

  constructor(reason: WebhookVerificationErrorReason, message: string) {
    super(reason, message);
    this.reason = reason;
  }
}
