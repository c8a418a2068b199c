import type { ExecutionContext } from '@nestjs/common';

import type { Instance } from '../../authentication/instance.js';
import type { RequestRecord } from '../../authentication/request-record.js';
import { attachRecord, recordOf } from '../../express/request-auth.js';
import { setCallerOfConnection } from './connections.js';
import { originOfOperation } from './graphql.js';
import { setCallerOfMessage } from './identify.js';
import { messageOf } from './message.js';
import { requestOf } from './request-of.js';
import { isObject, property } from './unknown-object.js';
import { originOfClient, setUpgradeRequest } from './web-socket.js';

/** Makes the record of the caller, for the instance that the middleware has authenticated the request with, if it has. */
type MakeRecord = (instance: Instance | undefined) => RequestRecord;

/**
 * Sets the caller of a call in place of the one that was authenticated, for the stubs of `nest-clerk/testing`: guards and
 * decorators that come after, and `ClerkContext`, have this one.
 */
export function setCaller(context: ExecutionContext, makeRecord: MakeRecord): void {
  switch (context.getType<string>()) {
    case 'http':
      return setCallerOfRequest(requestOf(context), makeRecord);
    case 'graphql':
      return setCallerOfOperation(context, makeRecord);
    case 'ws':
      return setCallerOfClient(context.switchToWs().getClient(), makeRecord);
    case 'rpc':
      return setCallerOf(messageOf(context), makeRecord);
    default:
      return setCallerOf(context.getArgs<unknown[]>().find(isObject), makeRecord);
  }
}

/** What the middleware has attached is kept elsewhere too, by `ClerkContext`. */
function setCallerOfRequest(request: unknown, makeRecord: MakeRecord): void {
  if (!isObject(request)) return;
  const known = recordOf(request);
  const record = makeRecord(known?.instance);
  if (known) known.replaceBy(record);
  else attachRecord((property(request, 'raw') as object | undefined) ?? request, record);
}

function setCallerOfOperation(context: ExecutionContext, makeRecord: MakeRecord): void {
  const origin = originOfOperation(context);
  if (origin === undefined) {
    const operation = context.getArgs<unknown[]>()[2];
    if (isObject(operation)) setCallerOfRequest((operation.req ??= {}), makeRecord);
  } else if ('key' in origin) {
    setCallerOfConnection(origin.key, () => makeRecord(undefined));
  } else {
    origin.replaceBy(makeRecord(origin.instance));
  }
}

function setCallerOfClient(client: unknown, makeRecord: MakeRecord): void {
  if (!isObject(client)) return;
  if (!originOfClient(client)) setUpgradeRequest(client, { headers: {} });
  setCallerOfConnection(client, () => makeRecord(undefined));
}

function setCallerOf(message: unknown, makeRecord: MakeRecord): void {
  if (isObject(message)) setCallerOfMessage(message, makeRecord(undefined));
}
