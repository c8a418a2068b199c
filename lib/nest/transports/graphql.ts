import type { IncomingMessage } from 'node:http';

import type { ExecutionContext } from '@nestjs/common';

import { recordOf } from '../../express/request-auth.js';
import type { RequestRecord } from '../../authentication/request-record.js';
import { isWebSocketUpgrade } from '../../express/web-socket-upgrade.js';
import type { ConnectionOrigin } from './connections.js';
import { isObject, property } from './unknown-object.js';

/** The HTTP request of a GraphQL operation, or the connection that it came over. */
export function originOfOperation(context: ExecutionContext): RequestRecord | ConnectionOrigin | undefined {
  const operation = operationContext(context);
  return isObject(operation) ? originIn(operation) : undefined;
}

/** The connection of a GraphQL operation, from the context that the driver created for it. */
export function connectionOfOperation(operation: object): ConnectionOrigin | undefined {
  const { extra, req, pubsub } = operation as Record<string, unknown>;
  if (extra === undefined && pubsub === undefined && property(req, 'extra') === undefined) return undefined;
  const origin = originIn(operation as Record<string, unknown>);
  return origin && 'key' in origin ? origin : undefined;
}

function originIn(operation: Record<string, unknown>): RequestRecord | ConnectionOrigin | undefined {
  const requests = requestsOf(operation);
  // First: with mercurius the middleware has handled it too, but not as the request of a connection.
  const upgrade = requests.find(isUpgrade);
  if (upgrade) return connectionBy(upgrade, payloadOf(operation));
  return requests.map(recordOf).find(Boolean) ?? requests.map(originOfConstructedRequest).find(Boolean);
}

/** The request of an operation as resolvers find it in their context; `undefined` if the application puts none there. */
export function requestOfOperation(context: ExecutionContext): object | undefined {
  const operation = operationContext(context);
  const places = [property(operation, 'req'), property(operation, 'request')];
  return [...places, property(property(operation, 'reply'), 'request')].find(isObject);
}

/** The context of the operation: the third argument of a resolver, or the second of a reference resolver. */
function operationContext(context: ExecutionContext): unknown {
  const args: unknown[] = context.getArgs();
  return args.length === 3 ? args[1] : args[2];
}

/**
 * The places in which drivers and applications store the request, or graphql-ws its own context, which has it as
 * `extra.request`.
 */
function requestsOf({ req, request, extra }: Record<string, unknown>): object[] {
  return [req, request, extra, property(req, 'extra')]
    .map(place => property(place, 'request') ?? place)
    .map(place => property(place, 'raw') ?? place)
    .filter(isObject);
}

/** Not an object that the application created from headers. */
function isUpgrade(request: object): request is IncomingMessage {
  return 'headersDistinct' in request && isWebSocketUpgrade(request as IncomingMessage);
}

/** The `connectionParams` of graphql-ws, or mercurius's data of the same message. */
function payloadOf({
  connectionParams,
  req,
  _connectionInit: ofMercurius,
}: Record<string, unknown>): unknown {
  const ofGraphqlWs = connectionParams ?? property(req, 'connectionParams');
  return ofGraphqlWs ?? property(ofMercurius, 'headers') ?? ofMercurius;
}

function connectionBy(upgrade: IncomingMessage, payload: unknown): ConnectionOrigin {
  return {
    key: upgrade,
    payload,
    get request() {
      return Object.create(upgrade, { headers: { value: headersAsReceived(upgrade) } }) as object;
    },
  };
}

/**
 * Not `headers`: mercurius adds the data of the client to them. A page of another origin could claim the same origin by
 * `X-Forwarded-Host`.
 */
function headersAsReceived({ headersDistinct }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headersDistinct).map(([name, values = []]) => [
      name,
      values.join(name === 'cookie' ? '; ' : ', '),
    ]),
  );
}

/**
 * An object with `headers` that the application created from the client's data, such as `{ req: { headers:
 * connectionParams } }`. Only a token is read from it.
 */
function originOfConstructedRequest(request: object): ConnectionOrigin | undefined {
  const payload = property(request, 'headers');
  return payload === undefined ? undefined : { key: request, request: { headers: {} }, payload };
}
