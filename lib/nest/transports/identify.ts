import type { ExecutionContext } from '@nestjs/common';

import { authenticateMessage, messageWith } from '../../authentication/connection/authenticate-message.js';
import { reportForDebugging } from '../../authentication/debug-data.js';
import { RequestRecord } from '../../authentication/request-record.js';
import { recordOf } from '../../express/request-auth.js';
import type { MaybePromise } from '../../helpers/maybe-promise.js';
import type { ClerkConfiguration } from '../configuration/clerk-configuration.js';
import { opaqueTokenTypeIn } from '../../authentication/request/authorization-header.js';
import { notVerified } from '../../authentication/results.js';
import type { AcceptedTokens } from '../../tokens/token-type.js';
import { rulesOf } from '../rules/route-rules.js';
import { recordOfMcpCall } from '../mcp/record-of-mcp-call.js';
import { requestOf } from './request-of.js';
import { connectionFrom } from './connections.js';
import type { ConnectionOrigin } from './connections.js';
import { originOfOperation } from './graphql.js';
import { authorizationOfMessage, isOfOneMessage, isText, messageOf } from './message.js';
import { isObject } from './unknown-object.js';
import { originOfClient } from './web-socket.js';

/**
 * Identifies the caller on every transport: by the middleware's record for an HTTP request, once per connection for a
 * WebSocket, once per message for a microservice.
 *
 * @param configuration - returns the configuration for the authentication, if the call is not authenticated yet
 * @returns `undefined` if the caller cannot be known: on a path without the middleware, or on an unknown transport
 */
export function identify(
  context: ExecutionContext,
  configuration: () => ClerkConfiguration,
  acceptsToken?: AcceptedTokens,
): MaybePromise<RequestRecord | undefined> {
  const accepted = acceptsToken ?? rulesOf(context).acceptsToken;
  const record = recordOfContext(context, configuration, accepted);
  if (record instanceof Promise) return resolveLater(record, accepted);
  // Only an HTTP request has one route: resolvers of a GraphQL operation, and messages of a connection, share a record.
  const isOfRoute = acceptsToken === undefined && accepted !== 'session_token';
  if (record && isOfRoute && context.getType() === 'http') record.routeAcceptsToken = accepted;
  return record?.isDeferred ? record.resolve(accepted) : record;
}

// A function of its own, as is all that creates one: a closure takes memory in every request, even if it is not created.
async function resolveLater(
  record: Promise<RequestRecord | undefined>,
  accepted: AcceptedTokens,
): Promise<RequestRecord | undefined> {
  return (await record)?.resolve(accepted);
}

function recordOfContext(
  context: ExecutionContext,
  configuration: () => ClerkConfiguration,
  acceptsToken: AcceptedTokens,
): MaybePromise<RequestRecord | undefined> {
  switch (context.getType<string>()) {
    case 'http':
      return recordOf(requestOf(context));
    case 'graphql':
      return identifyConnection(originOfOperation(context), configuration, acceptsToken);
    case 'ws':
      return identifyConnection(
        originOfClient(context.switchToWs().getClient()),
        configuration,
        acceptsToken,
      );
    case 'rpc':
      return recordOfMcpCall(context) ?? identifyMessage(context, configuration);
    default:
      return identifyUnknownCall(context, configuration);
  }
}

function identifyConnection(
  origin: RequestRecord | ConnectionOrigin | undefined,
  configuration: () => ClerkConfiguration,
  acceptsToken: AcceptedTokens,
): MaybePromise<RequestRecord | undefined> {
  if (origin === undefined || isRecord(origin)) return origin;
  return connectionFrom(origin, configuration).record(acceptsToken);
}

/** Not `instanceof`: another copy of this package may have made the record. */
function isRecord(origin: RequestRecord | ConnectionOrigin): origin is RequestRecord {
  return 'result' in origin;
}

/** The records of messages, by the object that the transport created for each. */
const messages = new WeakMap<object, Promise<RequestRecord>>();

function identifyMessage(
  context: ExecutionContext,
  configuration: () => ClerkConfiguration,
): Promise<RequestRecord> {
  const message = messageOf(context);
  const known = isObject(message) ? messages.get(message) : undefined;
  if (known) return known;
  const record = authenticate(context, configuration());
  if (isOfOneMessage(message)) messages.set(message, record);
  return record;
}

/** Sets the caller of one message, or of one call on an unknown transport, for the stubs of `nest-clerk/testing`. */
export function setCallerOfMessage(message: object, record: RequestRecord): void {
  messages.set(message, Promise.resolve(record));
}

/**
 * Only `extractToken` of the application can find a token here. It is called every time, because the next message may
 * have the same context object.
 */
function identifyUnknownCall(
  context: ExecutionContext,
  configuration: () => ClerkConfiguration,
): Promise<RequestRecord> | undefined {
  const known = messages.get(context.getArgs<unknown[]>().find(isObject) ?? context);
  if (known) return known;
  const found = configuration();
  return found.extractToken || found.stubCaller ? authenticate(context, found) : undefined;
}

async function authenticate(
  context: ExecutionContext,
  { extractToken, instanceWithoutRequest, stubCaller }: ClerkConfiguration,
): Promise<RequestRecord> {
  if (stubCaller) return stubCaller();
  const extracted: unknown = await extractToken?.(context);
  // A client may send any value in place of a token.
  const authorization = isText(extracted) ? extracted : authorizationOfContext(context);
  const message = messageWith(authorization);
  const instance = instanceWithoutRequest();
  const deferredType = opaqueTokenTypeIn(authorization);
  if (deferredType) {
    const verify = async () => {
      const verified = await authenticateMessage(message, instance);
      reportForDebugging(verified, message, instance, 'message');
      return verified;
    };
    return new RequestRecord(notVerified(deferredType), instance, verify);
  }
  const result = await authenticateMessage(message, instance);
  reportForDebugging(result, message, instance, 'message');
  return new RequestRecord(result, instance);
}

function authorizationOfContext(context: ExecutionContext): string | undefined {
  return context.getType() === 'rpc' ? authorizationOfMessage(context) : undefined;
}
