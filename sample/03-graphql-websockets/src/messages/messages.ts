import { EventEmitter } from 'node:events';

import { Injectable } from '@nestjs/common';
import { concat, from, fromEvent } from 'rxjs';
import type { Observable } from 'rxjs';

import type { Message } from './message.js';

/** The messages of each organization, in memory. */
@Injectable()
export class Messages {
  private readonly messages = new Map<string, readonly Message[]>();
  private readonly posted = new EventEmitter();

  of(organizationId: string): readonly Message[] {
    return this.messages.get(organizationId) ?? [];
  }

  post(organizationId: string, message: Message): Message {
    this.messages.set(organizationId, [...this.of(organizationId), message]);
    this.posted.emit(organizationId, message);
    return message;
  }

  /** Returns the number of deleted messages. */
  clear(organizationId: string): number {
    const { length } = this.of(organizationId);
    this.messages.delete(organizationId);
    return length;
  }

  /** The existing messages, followed by new ones. */
  follow(organizationId: string): Observable<Message> {
    return concat(
      from(this.of(organizationId)),
      fromEvent(this.posted, organizationId) as Observable<Message>,
    );
  }
}
