import { AsyncLocalStorage } from 'node:async_hooks';

import type { Middleware } from '../../express/create-middleware.js';
import type { NodeRequest } from '../../instance/options.js';
import { recordOf } from '../../express/request-auth.js';
import type { RequestRecord } from '../../authentication/request-record.js';
import { isWebSocketUpgrade } from '../../express/web-socket-upgrade.js';

const storage = new AsyncLocalStorage<RequestRecord>();

// Following every promise of every request has its price, so it starts with the first service that injects ClerkContext.
let isUsed = false;

/** Makes the auth object of each request available from now on. */
export function useContext(): void {
  isUsed = true;
}

/** Who is behind the call that is being worked on; `undefined` outside of any. */
export function recordInContext(): RequestRecord | undefined {
  return storage.getStore();
}

/** Runs something, and all that it sets off, on behalf of the caller. */
export function runInContext<T>(record: RequestRecord, run: () => T): T {
  return storage.run(record, run);
}

/** Has what comes after the middleware run on behalf of the caller. */
export function withContext(middleware: Middleware): Middleware {
  return (request, response, next) =>
    middleware(request, response, isUsed ? error => goOn(request, next, error) : next);
}

function goOn(request: NodeRequest, next: (error?: unknown) => void, error?: unknown): void {
  // A connection outlasts its token. Who is behind one of its messages is for the interceptor to say.
  const record = isWebSocketUpgrade(request) ? undefined : recordOf(request);
  if (record && error === undefined) storage.run(record, next);
  else next(error);
}
