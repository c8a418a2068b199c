import type { ExecutionContext, HttpException } from '@nestjs/common';

import type { MaybePromise } from '../../tokens/token-verifier.js';
import { isGrpcMetadata } from './message.js';

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
      return rpcError(refusal, isGrpcMetadata(context.switchToRpc().getContext()));
    default:
      return refusal;
  }
}

async function webSocketError(refusal: Refusal): Promise<Error> {
  const { WsException } = await import('@nestjs/websockets');
  return new WsException(payloadOf(refusal));
}

async function rpcError(refusal: Refusal, isGrpc: boolean): Promise<Error> {
  const { RpcException } = await import('@nestjs/microservices');
  if (!isGrpc) return new RpcException(payloadOf(refusal));
  const { code, reason } = refusal.extensions;
  return new RpcException({ code: GRPC_STATUS[code], message: `${refusal.message} (${reason})` });
}

function payloadOf({ message, extensions }: Refusal): object {
  return { status: 'error', message, ...extensions };
}
