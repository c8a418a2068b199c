import { Server } from '@nestjs/microservices';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';

/** A transport that Nest does not know: it passes payloads to handlers of the same process. */
export class InProcessStrategy extends Server implements CustomTransportStrategy {
  /** The context of handlers: the same object for every message. */
  readonly context = {};

  listen(callback: () => void): void {
    callback();
  }

  close(): void {
    this.messageHandlers.clear();
  }

  on(): void {
    throw new Error('There are no events.');
  }

  unwrap<T>(): T {
    throw new Error('There is no server.');
  }

  async deliver(pattern: string, payload: unknown): Promise<unknown> {
    const handler = this.getHandlerByPattern(pattern);
    return lastValueFrom(this.transformToObservable(await handler?.(payload, this.context)));
  }
}
