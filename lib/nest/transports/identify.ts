import type { ExecutionContext } from '@nestjs/common';

import { authenticateMessage } from '../../authentication/authenticate-message.js';
import { RequestRecord, recordOf } from '../../express/request-auth.js';
import type { MaybePromise } from '../../tokens/token-verifier.js';
import type { ClerkConfiguration } from '../clerk-configuration.js';
import { requestOf } from '../request-of.js';
import { connectionFrom } from './connections.js';
import type { ConnectionOrigin } from './connections.js';
import { originOfOperation } from './graphql.js';
import { authorizationOfMessage } from './message.js';
import { originOfClient } from './web-socket.js';

/**
 * Finds out who is behind a call, whatever transport it came by: what the middleware found out for an HTTP request, once
 * per connection for a WebSocket, once per message for a microservice.
 *
 * @param configuration - gives the configuration to authenticate with, where nothing has done so yet
 * @returns `undefined` where it cannot be known: on a path that the middleware has not seen, on an unknown transport
 */
export function identify(
  context: ExecutionContext,
  configuration: () => ClerkConfiguration,
): MaybePromise<RequestRecord | undefined> {
  switch (context.getType<string>()) {
    case 'http':
      return recordOf(requestOf(context));
    case 'graphql':
      return ofOrigin(originOfOperation(context), configuration);
    case 'ws':
      return ofOrigin(originOfClient(context.switchToWs().getClient()), configuration);
    case 'rpc':
      return ofMessage(context, context.switchToRpc().getContext(), configuration());
    default:
      return ofUnknownTransport(context, configuration());
  }
}

function ofOrigin(
  origin: RequestRecord | ConnectionOrigin | undefined,
  configuration: () => ClerkConfiguration,
): MaybePromise<RequestRecord | undefined> {
  if (origin === undefined || origin instanceof RequestRecord) return origin;
  return connectionFrom(origin, configuration()).record();
}

/** What was found out of a message, by the object that its transport made for it. */
const messages = new WeakMap<object, Promise<RequestRecord>>();

function ofMessage(
  context: ExecutionContext,
  message: unknown,
  configuration: ClerkConfiguration,
): Promise<RequestRecord> {
  const key = typeof message === 'object' && message !== null ? message : {};
  let record = messages.get(key);
  if (!record) messages.set(key, (record = authenticate(context, configuration)));
  return record;
}

/**
 * Only what the application itself knows to find can be looked at. It is every time: who knows whether what stands for
 * one message does not stand for the next one too.
 */
function ofUnknownTransport(
  context: ExecutionContext,
  configuration: ClerkConfiguration,
): Promise<RequestRecord> | undefined {
  return configuration.extractToken && authenticate(context, configuration);
}

async function authenticate(
  context: ExecutionContext,
  { extractToken, instanceWithoutRequest }: ClerkConfiguration,
): Promise<RequestRecord> {
  const isMessage = context.getType() === 'rpc';
  const authorization =
    (await extractToken?.(context)) || (isMessage ? authorizationOfMessage(context) : undefined);
  const instance = instanceWithoutRequest();
  return new RequestRecord(await authenticateMessage(authorization, instance), instance);
}
