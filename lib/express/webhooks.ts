// The entry point `nest-clerk/express/webhooks`: the exports of `@clerk/express/webhooks`, and the errors that they
// throw.
export type * from '../backend-api/types.js';
export type * from '../webhooks/generated/events.js';
export { verifyWebhook } from '../webhooks/verify-webhook.js';
export type { VerifyWebhookOptions, WebhookHeaders, WebhookRequest } from '../webhooks/verify-webhook.js';
export type { WebhookSigningSecret } from '../webhooks/signing-secret.js';
export {
  WebhookVerificationError,
  WebhookVerificationErrorReason,
} from '../errors/webhook-verification-error.js';
export type { ClerkAPIError } from '../errors/clerk-api-response-error.js';
export { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
export type { ClerkConfigurationErrorCode } from '../errors/clerk-configuration-error.js';
export { eventVersion, isNewerEvent } from '../webhooks/event-order.js';
export type { OrderedEvent } from '../webhooks/event-order.js';
