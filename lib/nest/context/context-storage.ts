import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';

import type { ExecutionContext } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';

import type { Middleware } from '../../express/create-middleware.js';
import type { NodeRequest } from '../../instance/options.js';
import { recordOf } from '../../express/request-auth.js';
import type { RequestRecord } from '../../authentication/request-record.js';
import type { AcceptedTokens } from '../../tokens/token-type.js';
import { rulesOf } from '../rules/route-rules.js';
import { isWebSocketUpgrade } from '../../express/web-socket-upgrade.js';

/** The call that is being handled. */
export interface CallInContext {
  readonly record: RequestRecord;
  /** The types of token that its handler accepts, where several calls share a record; else the record knows. */
  readonly acceptsToken?: AcceptedTokens;
  /** The call as an interceptor has it; of a request that only the middleware has seen, without handler and class. */
  execution(): ExecutionContext;
}

const storage = new AsyncLocalStorage<CallInContext>();

// Tracking every promise of every request costs time, so it starts with the first service that injects ClerkContext.
let isUsed = false;

/** Makes the auth object of each request available from now on. */
export function useContext(): void {
  isUsed = true;
}

/** The call that is being handled; `undefined` outside of any. */
export function callInContext(): CallInContext | undefined {
  return storage.getStore();
}

/** Runs something, and all that it starts, as part of a call. */
export function runInContext<T>(record: RequestRecord, execution: ExecutionContext, run: () => T): T {
  const { acceptsToken } = rulesOf(execution);
  return storage.run({ record, acceptsToken, execution: () => execution }, run);
}

/** Runs the handlers after the middleware in the context of the caller. */
export function withContext(middleware: Middleware): Middleware {
  return (request, response, next) =>
    middleware(request, response, isUsed ? error => goOn(request, response, next, error) : next);
}

function goOn(
  request: NodeRequest,
  response: ServerResponse,
  next: (error?: unknown) => void,
  error?: unknown,
): void {
  // A connection outlasts its token, so the interceptor sets the caller for each message.
  const record = isWebSocketUpgrade(request) ? undefined : recordOf(request);
  if (!record || error !== undefined) return next(error);
  storage.run({ record, execution: () => new ExecutionContextHost([request, response]) }, next);
}
