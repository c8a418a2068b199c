import type { WebhookEventOf, WebhookEventPattern } from '../../webhooks/event-pattern.js';

/** The details of a delivery that a handler of {@link OnClerkEvent} receives besides the event. */
export interface WebhookDelivery {
  /** Clerk's id of the message, `msg_…`: the same each time it is delivered. Makes a good key for a job or a row. */
  readonly id: string;
  /** The time at which this attempt was signed. */
  readonly timestamp: Date;
  /** The path of the endpoint that received it. */
  readonly path: string;
  /** Aborts when the time limit for the delivery is over, and the response is a 500. */
  readonly signal: AbortSignal;
}

type Handler<Pattern extends WebhookEventPattern> = (
  event: WebhookEventOf<Pattern>,
  delivery: WebhookDelivery,
) => unknown;

type HandlerDecorator<Pattern extends WebhookEventPattern> = <T extends Handler<Pattern>>(
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<T>,
) => void;

const PATTERNS = Symbol('nest-clerk:on-clerk-event');

/**
 * Calls a method of a provider for each webhook event of the given types: a type, a list of types, all of a resource
 * (`'user.*'`), or all (`'*'`, or no argument).
 *
 * Handlers run one after the other, in the order of registration: modules, the providers of each, the methods of each.
 * They are awaited. When one throws or takes longer than `timeoutMs`, the delivery is answered with 500 and Clerk sends
 * it again; those that have succeeded do not run again. Events of a type that this version does not know are passed to
 * `'*'` and to the pattern of their resource; see {@link UnknownWebhookEvent}.
 *
 * The method may belong to a request-scoped provider; `REQUEST` is Node's request there. Guards, interceptors and pipes do
 * not run.
 *
 * @throws {@link ClerkConfigurationError} `webhook_handler_invalid` when the application starts, for a type that does not
 *   exist
 * @example
 * ```ts
 * @Injectable()
 * export class UserSync {
 *   constructor(private readonly users: UsersService) {}
 *
 *   @OnClerkEvent(['user.created', 'user.updated'])
 *   async save({ data }: WebhookEventOf<'user.created' | 'user.updated'>) {
 *     await this.users.save({ id: data.id, email: data.email_addresses[0]?.email_address });
 *   }
 * }
 * ```
 * @see https://clerk.com/docs/guides/development/webhooks/overview
 */
export function OnClerkEvent(): HandlerDecorator<'*'>;
export function OnClerkEvent<const Pattern extends WebhookEventPattern>(
  pattern: Pattern | readonly Pattern[],
): HandlerDecorator<Pattern>;
export function OnClerkEvent(pattern: string | readonly string[] = '*'): MethodDecorator {
  return (target, key) => {
    // On the class, not on the function: another decorator may replace the function, which must not remove the handler.
    const existing = (Reflect.getOwnMetadata(PATTERNS, target, key) ?? []) as string[];
    Reflect.defineMetadata(PATTERNS, [...[pattern].flat(), ...existing], target, key);
  };
}

/** The patterns on a method of a class; empty for a method that overrides a decorated one without a decorator. */
export function eventPatterns(prototype: object, key: string): readonly unknown[] {
  let owner: object | null = prototype;
  while (owner !== null && !Object.hasOwn(owner, key)) owner = Object.getPrototypeOf(owner) as object | null;
  return owner === null ? [] : ((Reflect.getOwnMetadata(PATTERNS, owner, key) ?? []) as unknown[]);
}
