import type { ExecutionContext } from '@nestjs/common';

import type { RequestRecord } from '../../authentication/request-record.js';
import { appUsersOf } from './app-users.js';

const calls = new WeakMap<RequestRecord, ExecutionContext>();

/** Remembers the call for `ClerkContext.appUser()` in a service, if the application has a resolver to pass it to. */
export function noteCall(record: RequestRecord, context: ExecutionContext): void {
  if (appUsersOf(record)) calls.set(record, context);
}

/** The last call of a request for which a guard ran; `undefined` without a guard. */
export function notedCall(record: RequestRecord): ExecutionContext | undefined {
  return calls.get(record);
}
