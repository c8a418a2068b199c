import { HttpException } from '@nestjs/common';
import type { ArgumentsHost } from '@nestjs/common';

import { describeMissing } from '../../authorization/describe-missing.js';
import type { MissingRequirements } from '../../authorization/requirement.js';
import type { MaybePromise } from '../../helpers/maybe-promise.js';
import { answerStreamCall } from './grpc-stream-call.js';
import { isGrpcMetadata, messageOf } from './message.js';

/** An HTTP exception with its form on other transports. */
export interface TransportableException extends HttpException {
  readonly extensions: {
    readonly code: keyof typeof GRPC_STATUS;
    readonly reason: string;
    readonly missing?: MissingRequirements;
  };
}

/** @see https://grpc.io/docs/guides/status-codes */
export const GRPC_STATUS = {
  UNAUTHENTICATED: 16,
  FORBIDDEN: 7,
  SERVICE_UNAVAILABLE: 14,
  BAD_REQUEST: 3,
  UNPROCESSABLE_ENTITY: 3,
  NOT_FOUND: 5,
  GONE: 5,
  CONFLICT: 6,
  INTERNAL_SERVER_ERROR: 13,
} as const;

/**
 * Turns an exception into the error of the call's transport: `WsException` or `RpcException`. Over HTTP it stays as it is,
 * and over GraphQL, whose servers send the `extensions` of any error, nearly so.
 */
export function transportError(
  context: ArgumentsHost,
  exception: TransportableException,
): MaybePromise<Error> {
  switch (context.getType<string>()) {
    case 'ws':
      return webSocketError(exception);
    case 'rpc':
      return rpcError(context, exception);
    case 'graphql':
      return graphqlError(exception);
    default:
      return exception;
  }
}

/** The statuses for which Nest's Apollo driver has the same code. */
const KNOWN_TO_APOLLO: readonly string[] = ['UNAUTHENTICATED', 'FORBIDDEN'];

/**
 * Keeps the code of an exception. Nest's Apollo driver replaces it by `INTERNAL_SERVER_ERROR` for exceptions with a property
 * `status` that it does not know; so that one is hidden. The class and the methods of the exception stay, for filters.
 */
export function graphqlError(exception: TransportableException): Error {
  const isAsItShouldBe =
    !(exception instanceof HttpException) || KNOWN_TO_APOLLO.includes(exception.extensions.code);
  if (isAsItShouldBe) return exception;
  return Object.create(exception, {
    status: { value: undefined },
    getStatus: { value: () => exception.getStatus() },
  }) as Error;
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

async function rpcError(context: ArgumentsHost, exception: TransportableException): Promise<Error> {
  const RpcException = await importRpcException();
  if (!RpcException) return exception;
  if (!isGrpcMetadata(messageOf(context))) return new RpcException(payloadOf(exception));

  const status = grpcStatusOf(exception);
  // The call is answered here, and Nest must neither receive an error nor run the handler: see `answerStreamCall()`.
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

/** What a gRPC client receives in place of an exception. */
export function grpcStatusOf({ message, extensions }: TransportableException): {
  code: number;
  message: string;
} {
  const { code, reason, missing } = extensions;
  // A status of gRPC is a code and a text.
  const details = missing ? `: missing ${describeMissing(missing)}` : '';
  return { code: GRPC_STATUS[code], message: `${message} (${reason})${details}` };
}

/** What the other clients receive in place of an exception. */
export function payloadOf({ message, extensions }: TransportableException): object {
  return { status: 'error', message, ...extensions };
}
