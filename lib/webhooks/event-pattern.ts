import { WEBHOOK_EVENT_TYPES } from './generated/event-types.js';
import type { WebhookEvent, WebhookEventType } from './generated/events.js';

type ResourceOf<Type extends string> = Type extends `${infer Resource}.${string}` ? Resource : never;

/** A type of event, all of a resource, such as `'user.*'`, or all: `'*'`. */
export type WebhookEventPattern = WebhookEventType | `${ResourceOf<WebhookEventType>}.*` | '*';

/** The events that a pattern matches. Those of later types, which Clerk may add to a resource, are not included. */
export type WebhookEventOf<Pattern extends WebhookEventPattern> = Pattern extends '*'
  ? WebhookEvent
  : Pattern extends `${infer Resource}.*`
    ? EventOfType<WebhookEvent, `${Resource}.${string}`>
    : EventOfType<WebhookEvent, Pattern>;

/** Narrows an event that several types share to the matching ones. */
type EventOfType<Event extends { type: string }, Type extends string> = Event extends { type: infer Own }
  ? Own extends string
    ? Extract<Own, Type> extends never
      ? never
      : Omit<Event, 'type'> & { type: Extract<Own, Type> }
    : never
  : never;

/** Whether a pattern matches a type of event, known or not. */
export function matchesPattern(pattern: string, type: string): boolean {
  if (pattern === '*' || pattern === type) return true;
  return pattern.endsWith('.*') && type.startsWith(pattern.slice(0, -1));
}

/** Whether a pattern matches at least one known type. */
export function isKnownPattern(pattern: unknown): pattern is WebhookEventPattern {
  return typeof pattern === 'string' && WEBHOOK_EVENT_TYPES.some(type => matchesPattern(pattern, type));
}

/** The known type that is closest to a misspelt one, for an error message. */
export function closestPattern(misspelt: string): string | undefined {
  const normal = (type: string) => type.toLowerCase().replace(/[^a-z.]/g, '');
  const [resource = '', action = ''] = normal(misspelt).split('.');
  return (
    WEBHOOK_EVENT_TYPES.find(type => normal(type) === `${resource}.${action}`) ??
    WEBHOOK_EVENT_TYPES.find(
      type => normal(type).startsWith(`${resource.slice(0, 3)}`) && normal(type).endsWith(action),
    ) ??
    WEBHOOK_EVENT_TYPES.find(type => normal(type).startsWith(`${resource}.`))
  );
}
