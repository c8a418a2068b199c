import { Logger } from '@nestjs/common';
import type { ArgumentsHost } from '@nestjs/common';

import type { MaybePromise } from '../../helpers/maybe-promise.js';
import { isGrpcMetadata } from './message.js';

/** @see https://grpc.github.io/grpc/node/grpc.html#~StatusObject */
export interface GrpcStatus {
  readonly code: number;
  readonly message: string;
}

const logger = new Logger('Clerk');

/** Nest's message for other calls that fail with an unknown error. */
const FAILED: GrpcStatus = { code: 2, message: 'Internal server error' };

/** The parts of the call that are used here, as a handler of `@GrpcStreamCall()` receives it. */
interface StreamCall {
  readonly metadata: unknown;
  emit(event: 'error', error: GrpcStatus): boolean;
}

/**
 * Ends a call of `@GrpcStreamCall()` with an error.
 *
 * In such a handler Nest leaves the response to the handler and catches no errors: an error of a guard becomes an
 * unhandled rejection, which ends the process, and the client waits forever. A guard that rejects must end the call
 * itself, and then neither throw nor return.
 *
 * @returns `false` for any other call
 */
export function answerStreamCall(context: ArgumentsHost, error: GrpcStatus): boolean {
  const [call, callback] =
    context.getArgs<[StreamCall | undefined, ((error: GrpcStatus) => void) | undefined]>();
  if (!isGrpcMetadata(call?.metadata)) return false;
  // Calls with a single response have a callback for it.
  if (callback) callback(error);
  else call?.emit('error', error);
  return true;
}

/**
 * Answers a call of `@GrpcStreamCall()` with the error that `result` rejects with, such as an error of the application in a
 * requirement: see {@link answerStreamCall}.
 */
export function withStreamCallErrors<T>(context: ArgumentsHost, result: MaybePromise<T>): MaybePromise<T> {
  if (!(result instanceof Promise) || context.getType<string>() !== 'rpc') return result;
  return result.catch((error: unknown) => {
    const given = statusOf(error);
    if (!answerStreamCall(context, given ?? FAILED)) throw error;
    if (!given) logger.error(error);
    return new Promise<never>(() => undefined);
  });
}

/** The status in an `RpcException`. */
function statusOf(error: unknown): GrpcStatus | undefined {
  const { getError } = Object(error) as { getError?: () => Partial<GrpcStatus> | string };
  const given = getError?.call(error);
  return typeof given === 'object' && typeof given.code === 'number' ? (given as GrpcStatus) : undefined;
}
