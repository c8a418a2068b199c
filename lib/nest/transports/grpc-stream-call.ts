import { Logger } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';

import type { MaybePromise } from '../../helpers/maybe-promise.js';
import { isGrpcMetadata } from './message.js';

/** @see https://grpc.github.io/grpc/node/grpc.html#~StatusObject */
export interface GrpcStatus {
  readonly code: number;
  readonly message: string;
}

const logger = new Logger('Clerk');

/** As Nest answers what has failed, by other calls. */
const FAILED: GrpcStatus = { code: 2, message: 'Internal server error' };

/** As much as is used of the call that a handler of `@GrpcStreamCall()` gets. */
interface StreamCall {
  readonly metadata: unknown;
  emit(event: 'error', error: GrpcStatus): boolean;
}

/**
 * Ends a call of `@GrpcStreamCall()` with an error.
 *
 * Nest leaves all answers to the handler there, and takes no errors: one that is thrown by a guard is an unhandled rejection,
 * which ends the process, and the client waits forever. Whoever refuses has to answer, and then must neither throw nor return.
 *
 * @returns whether it was such a call
 */
export function answerStreamCall(context: ExecutionContext, error: GrpcStatus): boolean {
  const [call, callback] =
    context.getArgs<[StreamCall | undefined, ((error: GrpcStatus) => void) | undefined]>();
  if (!isGrpcMetadata(call?.metadata)) return false;
  // Where one answer is expected rather than a stream of them there is a callback for it.
  if (callback) callback(error);
  else call?.emit('error', error);
  return true;
}

/**
 * Has whatever fails before a handler is called answered to a call of `@GrpcStreamCall()`, such as an error of the
 * application's own in a requirement: see {@link answerStreamCall}.
 */
export function withFailureAnswered<T>(context: ExecutionContext, result: MaybePromise<T>): MaybePromise<T> {
  if (!(result instanceof Promise) || context.getType<string>() !== 'rpc') return result;
  return result.catch((error: unknown) => {
    const given = statusOf(error);
    if (!answerStreamCall(context, given ?? FAILED)) throw error;
    if (!given) logger.error(error);
    return new Promise<never>(() => undefined);
  });
}

/** What an `RpcException` says to answer. */
function statusOf(error: unknown): GrpcStatus | undefined {
  const { getError } = Object(error) as { getError?: () => Partial<GrpcStatus> | string };
  const given = getError?.call(error);
  return typeof given === 'object' && typeof given.code === 'number' ? (given as GrpcStatus) : undefined;
}
