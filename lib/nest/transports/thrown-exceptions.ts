import { HttpException } from '@nestjs/common';
import type { ArgumentsHost } from '@nestjs/common';

import { isGrpcMetadata, messageOf } from './message.js';
import { GRPC_STATUS, grpcStatusOf, payloadOf } from './transport-error.js';
import type { TransportableException } from './transport-error.js';

interface BaseFilter {
  catch(exception: unknown, host: ArgumentsHost): unknown;
}

const patched = new WeakSet<object>();

/**
 * Sends the exceptions of this package that a handler, a service or a policy throws in the form of the transport. Without it,
 * Nest answers "Internal server error" to every HTTP exception of gateways and microservices.
 *
 * It changes the base filters, which run last: filters of the application get the original exception.
 */
export async function sendThrownExceptions(): Promise<void> {
  await Promise.all([patchWebSockets(), patchMicroservices()]);
}

async function patchWebSockets(): Promise<void> {
  try {
    const { BaseWsExceptionFilter, WsException } = await import('@nestjs/websockets');
    patch(BaseWsExceptionFilter.prototype, exception => new WsException(payloadOf(exception)));
  } catch {
    // The package is optional.
  }
}

async function patchMicroservices(): Promise<void> {
  try {
    const { BaseRpcExceptionFilter, RpcException } = await import('@nestjs/microservices');
    patch(BaseRpcExceptionFilter.prototype, (exception, host) => {
      const isGrpc = isGrpcMetadata(messageOf(host));
      return new RpcException(isGrpc ? grpcStatusOf(exception) : payloadOf(exception));
    });
  } catch {
    // The package is optional.
  }
}

function patch(
  prototype: BaseFilter,
  convert: (exception: TransportableException, host: ArgumentsHost) => Error,
): void {
  if (patched.has(prototype)) return;
  patched.add(prototype);
  const original = prototype.catch;
  prototype.catch = function (this: BaseFilter, exception, host) {
    return original.call(this, isTransportable(exception) ? convert(exception, host) : exception, host);
  };
}

function isTransportable(exception: unknown): exception is TransportableException {
  if (!(exception instanceof HttpException)) return false;
  const { extensions } = exception as Partial<TransportableException>;
  return typeof extensions?.reason === 'string' && Object.hasOwn(GRPC_STATUS, extensions.code);
}
