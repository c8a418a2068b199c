import type { ExecutionContext, HttpException } from '@nestjs/common';

import type { MaybePromise } from '../../helpers/maybe-promise.js';
import { answerStreamCall } from './grpc-stream-call.js';
import { isGrpcMetadata, messageOf } from './message.js';

/** An HTTP exception with what the other transports send in its place. */
export interface TransportableException extends HttpException {
  readonly extensions: { readonly code: keyof typeof GRPC_STATUS; readonly reason: string };
}

/** @see https://grpc.io/docs/guides/status-codes */
const GRPC_STATUS = { UNAUTHENTICATED: 16, FORBIDDEN: 7, SERVICE_UNAVAILABLE: 14 } as const;

/**
 * Turns an exception into the error of the call's transport: `WsException` or `RpcException`. Over HTTP and GraphQL it
 * stays as it is; GraphQL servers send the `extensions` of any error.
 */
export function transportError(
  context: ExecutionContext,
  exception: TransportableException,
): MaybePromise<Error> {
  switch (context.getType<string>()) {
    case 'ws':
      return webSocketError(exception);
    case 'rpc':
      return rpcError(context, exception);
    default:
      return exception;
  }
}

/** Turns an exception into the error that gateways send. */
export async function webSocketError(exception: TransportableException): Promise<Error> {
  try {
    const { WsException } = await import('@nestjs/websockets');
    return new WsException(payloadOf(exception));
  } catch {
    return exception;
  }
}

async function rpcError(context: ExecutionContext, exception: TransportableException): Promise<Error> {
  const RpcException = await importRpcException();
  if (!RpcException) return exception;
  if (!isGrpcMetadata(messageOf(context))) return new RpcException(payloadOf(exception));

  const { code, reason } = exception.extensions;
  const status = { code: GRPC_STATUS[code], message: `${exception.message} (${reason})` };
  // The call is answered now, and Nest must neither get an error nor run the handler: see `answerStreamCall()`.
  if (answerStreamCall(context, status)) return new Promise(() => undefined);
  return new RpcException(status);
}

async function importRpcException() {
  try {
    return (await import('@nestjs/microservices')).RpcException;
  } catch {
    return undefined;
  }
}

function payloadOf({ message, extensions }: TransportableException): object {
  return { status: 'error', message, ...extensions };
}
