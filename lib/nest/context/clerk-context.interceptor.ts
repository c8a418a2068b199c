import { Inject, Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Observable } from 'rxjs';

import { CLERK_CONFIGURATION } from '../clerk-configuration.js';
import type { ClerkConfiguration } from '../clerk-configuration.js';
import { identify } from '../transports/identify.js';
import { runInContext } from './context-storage.js';

/**
 * Lets {@link ClerkContext} tell who is behind a message of a WebSocket or a microservice, or behind a GraphQL
 * subscription. HTTP requests need it not.
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

  /** Runs the handler, and what it returns, in the context of whoever is asking. */
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const record = await identify(context, () => this.configuration);
    if (!record) return next.handle() as Observable<unknown>;
    return new Observable(subscriber => runInContext(record, () => next.handle().subscribe(subscriber)));
  }
}
