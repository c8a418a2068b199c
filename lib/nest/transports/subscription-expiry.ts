import { ForbiddenException } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import type { ModulesContainer } from '@nestjs/core';

import type { NestContainer } from '../configuration/nest-container.js';
import { isObject } from './unknown-object.js';
import { onSubscriptionWatch } from './subscription-watch.js';
import type { SubscriptionWatch } from './subscription-watch.js';

/** The parts of `graphql`, which is optional, that are used here. */
interface Schema {
  getSubscriptionType(): { getFields(): Record<string, SubscriptionField> } | null | undefined;
}
type Resolver = (source: unknown, args: unknown, context: unknown, info: Info) => unknown;
interface Info {
  readonly fieldName: string;
}
interface SubscriptionField {
  subscribe?: Resolver;
  resolve?: Resolver;
}

const withExpiry = new WeakSet<SubscriptionField>();

/**
 * Ends guarded GraphQL subscriptions when their token expires, unless the client has renewed the connection.
 *
 * The schema's subscription fields are the one place that all drivers share, outside of the application's own `filter`
 * and `resolve`. They exist once the GraphQL modules are initialized.
 */
export function subscriptionExpiry(container: NestContainer): OnApplicationBootstrap {
  return {
    onApplicationBootstrap() {
      for (const schema of schemasOf(container.getModules())) {
        Object.values(schema.getSubscriptionType()?.getFields() ?? {}).forEach(endAtExpiry);
      }
    },
  };
}

function schemasOf(modules: ModulesContainer): Schema[] {
  return [...modules.values()].flatMap(({ providers }) =>
    [...providers.values()]
      .filter(({ name }) => name === 'GraphQLSchemaHost')
      .flatMap(({ instance }) => schemaIn(instance as { readonly schema: Schema }) ?? []),
  );
}

/** The getter throws if a driver, such as a federation gateway, has no schema. */
function schemaIn(host: { readonly schema: Schema }): Schema | undefined {
  try {
    return host.schema;
  } catch {
    return undefined;
  }
}

/**
 * The last event of an ended subscription. An error of the iterator would close the whole connection, with every other
 * subscription of the client (graphql-ws: 4500). As the error of an event it reaches the client in `errors` of a
 * result.
 */
class Ending {
  constructor(readonly error: unknown) {}
}

function endAtExpiry(field: SubscriptionField): void {
  const { subscribe, resolve } = field;
  if (!subscribe || withExpiry.has(field)) return;
  withExpiry.add(field);
  field.subscribe = async (source, args, context, info) => {
    const events = await subscribe(source, args, context, info);
    return isAsyncIterable(events) ? new GuardedEvents(events, info) : events;
  };
  field.resolve = (event, args, context, info) => {
    if (event instanceof Ending) throw event.error;
    return resolve ? resolve(event, args, context, info) : resolveByName(event, args, context, info);
  };
}

/** As in `defaultFieldResolver` of `graphql`. */
function resolveByName(event: unknown, args: unknown, context: unknown, info: Info): unknown {
  if (!isObject(event) && typeof event !== 'function') return undefined;
  const owner = event as Record<string, unknown>;
  const value = owner[info.fieldName];
  return typeof value === 'function' ? value.call(owner, args, context, info) : value;
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return isObject(value) && Symbol.asyncIterator in value;
}

/** `setTimeout()` fires immediately beyond it. */
const MAX_DELAY_MS = 2 ** 31 - 1;

type Result = IteratorResult<unknown, unknown>;
const DONE: Result = { value: undefined, done: true };

/** The events of a subscription until its guard rejects it: the last one is an {@link Ending}. */
class GuardedEvents implements AsyncIterableIterator<unknown> {
  private readonly events: AsyncIterator<unknown>;
  private timer: NodeJS.Timeout | undefined;
  private ending: Ending | undefined;
  private isDone = false;
  /** Resolves the pending call of `next()`. */
  private endWaiting: (() => void) | undefined;

  /** The guard that has allowed the subscription; `undefined` for a public one. */
  private watch: SubscriptionWatch | undefined;

  constructor(events: AsyncIterable<unknown>, info: object) {
    this.events = events[Symbol.asyncIterator]();
    onSubscriptionWatch(info, watch => {
      this.watch = watch;
      this.schedule(watch);
    });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<Result> {
    if (this.isDone) return Promise.resolve(DONE);
    if (this.ending) return this.end();
    return new Promise<Result>((resolve, reject) => {
      // Not `Promise.race()`, which would add a reaction for every event.
      this.endWaiting = () => resolve(this.end());
      this.events.next().then(result => resolve(this.accept(result)), reject);
    });
  }

  async return(value?: unknown): Promise<Result> {
    this.stop();
    await this.events.return?.(value);
    return { value, done: true };
  }

  async throw(error?: unknown): Promise<Result> {
    this.stop();
    if (this.events.throw) return this.events.throw(error);
    throw error;
  }

  /** An event after the expiry, but before the timer, must not reach the client. */
  private async accept(result: Result): Promise<Result> {
    this.endWaiting = undefined;
    const { watch } = this;
    if (watch && !result.done && watch.checkAgainIn() <= 0) await this.check(watch);
    if (this.ending) return this.end();
    if (result.done) this.stop();
    return result;
  }

  private async check(watch: SubscriptionWatch): Promise<void> {
    try {
      if (!(await watch.check())) throw new ForbiddenException();
      this.schedule(watch);
    } catch (error) {
      this.ending ??= new Ending(error);
    }
  }

  private schedule(watch: SubscriptionWatch): void {
    clearTimeout(this.timer);
    const checkAgainIn = watch.checkAgainIn();
    if (this.isDone || checkAgainIn === Number.POSITIVE_INFINITY) return;
    const delay = Math.min(Math.max(checkAgainIn, 0), MAX_DELAY_MS);
    this.timer = setTimeout(() => {
      void this.check(watch).then(() => {
        if (this.ending) this.endWaiting?.();
      });
    }, delay);
    this.timer.unref();
  }

  private end(): Promise<Result> {
    const { ending, isDone } = this;
    if (isDone) return Promise.resolve(DONE);
    this.stop();
    // Not awaited: a generator that waits for its next event returns only after it.
    void Promise.resolve(this.events.return?.()).catch(() => undefined);
    return Promise.resolve({ value: ending, done: false });
  }

  private stop(): void {
    this.isDone = true;
    clearTimeout(this.timer);
    this.endWaiting = undefined;
  }
}
