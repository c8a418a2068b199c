import type { ExecutionContext } from '@nestjs/common';

import { isGrpcMetadata } from './message.js';

/** @see https://grpc.github.io/grpc/node/grpc.html#~StatusObject */
export interface GrpcStatus {
  readonly code: number;
  readonly message: string;
}

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
