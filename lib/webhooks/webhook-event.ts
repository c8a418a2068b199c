import { WEBHOOK_EVENT_TYPES } from './generated/event-types.js';
import type { WebhookEvent, WebhookEventAttributes } from './generated/events.js';

/**
 * An event of a type that this version of the package does not know, such as one that Clerk adds later. Only handlers
 * of `'*'` and of patterns such as `'user.*'` receive it; {@link isKnownWebhookEvent} distinguishes them.
 */
export interface UnknownWebhookEvent {
  type: string;
  object: 'event';
  data: unknown;
  event_attributes: WebhookEventAttributes;
  timestamp: number;
  instance_id: string;
}

const KNOWN_TYPES: ReadonlySet<string> = new Set(WEBHOOK_EVENT_TYPES);

/**
 * Whether this version of the package knows the type of an event.
 *
 * @example
 * ```ts
 * @OnClerkEvent('*')
 * log(event: WebhookEvent | UnknownWebhookEvent) {
 *   if (!isKnownWebhookEvent(event)) console.warn(`A new type of event: ${event.type}`);
 * }
 * ```
 */
export function isKnownWebhookEvent(event: WebhookEvent | UnknownWebhookEvent): event is WebhookEvent {
  return KNOWN_TYPES.has(event.type);
}

/** The event in the body of a verified delivery: the properties that `verifyWebhook()` of `@clerk/backend` returns. */
export function eventOf(payload: Readonly<Record<string, unknown>>): WebhookEvent {
  return {
    type: payload.type,
    object: 'event',
    data: payload.data,
    event_attributes: payload.event_attributes,
    timestamp: payload.timestamp,
    instance_id: payload.instance_id,
  } as WebhookEvent;
}
