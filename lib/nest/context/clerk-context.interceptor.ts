import { Inject, Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { map, Observable } from 'rxjs';

import { CLERK_CONFIGURATION } from '../configuration/clerk-configuration.js';
import type { ClerkConfiguration } from '../configuration/clerk-configuration.js';
import { identify } from '../transports/identify.js';
import { runInContext } from './context-storage.js';
import type { RequestRecord } from '../../authentication/request-record.js';

/**
 * Provides the caller of a WebSocket or microservice message, or of a GraphQL subscription, to {@link ClerkContext}.
 * HTTP requests do not need it.
 *
 * @example
 * ```ts
 * @WebSocketGateway()
 * @UseInterceptors(ClerkContextInterceptor)
 * export class ChatGateway {}
 * ```
 */
@Injectable()
export class ClerkContextInterceptor implements NestInterceptor {
  constructor(@Inject(CLERK_CONFIGURATION) private readonly configuration: ClerkConfiguration) {}

  /** Runs the handler, and the iteration of its result, in the context of the caller. */
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const record = await identify(context, () => this.configuration);
    if (!record) return next.handle() as Observable<unknown>;
    return handleInContext(record, context, next);
  }
}

/** Runs a handler, and what it returns, as part of a call. */
export function handleInContext(
  record: RequestRecord,
  context: ExecutionContext,
  next: CallHandler,
): Observable<unknown> {
  return new Observable(subscriber =>
    runInContext(record, context, () =>
      next
        .handle()
        .pipe(map(value => inContext(record, context, value)))
        .subscribe(subscriber),
    ),
  );
}

/** What a GraphQL subscription returns is gone through long after, event by event. */
function inContext(record: RequestRecord, context: ExecutionContext, value: unknown): unknown {
  if (!isAsyncIterator(value)) return value;
  const within =
    <Args extends unknown[], Result>(method: (...args: Args) => Result) =>
    (...args: Args) =>
      runInContext(record, context, () => method.apply(value, args));
  const wrapped: AsyncIterableIterator<unknown> = {
    next: within(value.next),
    return: value.return && within(value.return),
    throw: value.throw && within(value.throw),
    [Symbol.asyncIterator]: () => wrapped,
  };
  return wrapped;
}

function isAsyncIterator(value: unknown): value is AsyncIterator<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'next' in value;
}
