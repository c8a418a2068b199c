import type { ExecutionContext } from '@nestjs/common';

import { isOfOneMessage, messageOf } from './message.js';
import { isObject, property } from './unknown-object.js';

/**
 * An object that belongs to one request or message and to no other, the same one for all guards, interceptors and
 * parameters of it.
 *
 * @returns `undefined` for a message that has none: a text without acknowledgement over a WebSocket, an event of a GraphQL
 *   subscription that is no object
 */
export function objectOfCall(context: ExecutionContext): object | undefined {
  switch (context.getType<string>()) {
    case 'http':
      return context.switchToHttp().getRequest();
    case 'graphql':
      return objectOfOperation(context);
    case 'ws':
      return objectOfSocketMessage(context.getArgs());
    case 'rpc': {
      const message = messageOf(context);
      return isOfOneMessage(message) ? message : undefined;
    }
    default:
      return undefined;
  }
}

/**
 * The context that the driver made for an operation. The events of a subscription share that for hours: each has the
 * object that it was published with.
 */
function objectOfOperation(context: ExecutionContext): object | undefined {
  const args: unknown[] = context.getArgs();
  const [operation, info] = args.length === 3 ? [args[1], args[2]] : [args[2], args[3]];
  const isSubscription = property(property(info, 'operation'), 'operation') === 'subscription';
  const own = isSubscription ? property(info, 'rootValue') : operation;
  return isObject(own) ? own : undefined;
}

/** The payload, or else what acknowledges the message. */
function objectOfSocketMessage([, ...args]: unknown[]): object | undefined {
  return args.find((each): each is object => isObject(each) || typeof each === 'function');
}
