import { EventEmitter, on } from 'node:events';

import type { Observable } from 'rxjs';

/**
 * The source of a GraphQL subscription.
 *
 * Not an async generator: if it is ended while it waits for the next value, it continues to wait.
 */
export function asyncIteratorOf<T>(source: Observable<T>): AsyncIterableIterator<T> {
  const events = new EventEmitter();
  const values = on(events, 'value') as AsyncIterableIterator<[T], undefined>;
  const subscription = source.subscribe(value => events.emit('value', value));
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      const { done, value } = await values.next();
      return done ? { done, value: undefined } : { value: value[0] };
    },
    async return() {
      subscription.unsubscribe();
      await values.return?.();
      return { done: true, value: undefined };
    },
  };
}
