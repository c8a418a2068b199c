import type { ExecutionContext, HttpException } from '@nestjs/common';

import type { MaybePromise } from '../../helpers/maybe-promise.js';
import { answerStreamCall } from './grpc-stream-call.js';
import { isGrpcMetadata, messageOf } from './message.js';

/** A refusal, in the words of HTTP and with what other transports say of it. */
export interface Refusal extends HttpException {
  readonly extensions: { readonly code: keyof typeof GRPC_STATUS; readonly reason: string };
}

/** @see https://grpc.io/docs/guides/status-codes */
const GRPC_STATUS = { UNAUTHENTICATED: 16, FORBIDDEN: 7, SERVICE_UNAVAILABLE: 14 } as const;

/**
 * Puts a refusal as the transport of a call puts its errors: `WsException` and `RpcException` there, and as it is
 * everywhere else. GraphQL servers take `extensions` from whatever is thrown.
 */
export function transportError(context: ExecutionContext, refusal: Refusal): MaybePromise<Error> {
  switch (context.getType<string>()) {
    case 'ws':
      return webSocketError(refusal);
    case 'rpc':
      return rpcError(context, refusal);
    default:
      return refusal;
  }
}

/** Puts a refusal as gateways put their errors. */
export async function webSocketError(refusal: Refusal): Promise<Error> {
  const { WsException } = await import('@nestjs/websockets');
  return new WsException(payloadOf(refusal));
}

async function rpcError(context: ExecutionContext, refusal: Refusal): Promise<Error> {
  const { RpcException } = await import('@nestjs/microservices');
  if (!isGrpcMetadata(messageOf(context))) return new RpcException(payloadOf(refusal));

  const { code, reason } = refusal.extensions;
  const status = { code: GRPC_STATUS[code], message: `${refusal.message} (${reason})` };
  // The answer is given: whoever waits for something to throw waits for good, and is forgotten with the call.
  if (answerStreamCall(context, status)) return new Promise(() => undefined);
  return new RpcException(status);
}

function payloadOf({ message, extensions }: Refusal): object {
  return { status: 'error', message, ...extensions };
}
