import type { ExecutionContext } from '@nestjs/common';

import { recordOf } from '../../express/request-auth.js';
import type { RequestRecord } from '../../express/request-auth.js';
import type { ConnectionOrigin } from './connections.js';

/** Who is behind a GraphQL operation that came as an HTTP request, or the connection that it came over. */
export function originOfOperation(context: ExecutionContext): RequestRecord | ConnectionOrigin | undefined {
  const operation = operationContext(context);
  if (!isObject(operation)) return undefined;
  const requests = requestsOf(operation);
  return (
    connectionOf(operation) ??
    connectionOf(operation.req) ??
    requests.map(recordOf).find(Boolean) ??
    requests.map(openingOf).find(Boolean)
  );
}

/** What the driver made for the operation: the third argument of a resolver, or the second of a reference resolver. */
function operationContext(context: ExecutionContext): unknown {
  const args: unknown[] = context.getArgs();
  return args.length === 3 ? args[1] : args[2];
}

/** What graphql-ws hands over: its own context, whole or as `req`. `extra` is the same for all of a connection. */
function connectionOf(candidate: unknown): ConnectionOrigin | undefined {
  if (!isObject(candidate) || !isObject(candidate.extra) || !isObject(candidate.extra.request))
    return undefined;
  const { extra, connectionParams } = candidate;
  return { key: extra, request: candidate.extra.request, payload: connectionParams };
}

/** Where drivers and their users put the request. */
function requestsOf({ req, request, reply }: Record<string, unknown>): object[] {
  return [req, request, isObject(reply) ? reply.request : undefined].filter(isObject);
}

/** A request that the middleware has not seen is one that opened a connection. */
function openingOf(request: object): ConnectionOrigin | undefined {
  return 'headers' in request ? { key: request, request, payload: undefined } : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
