/** Why an attempt was given up: its time was over, or the caller no longer wants the answer. */
export class GivenUp extends Error {
  constructor(
    readonly by: 'timeout' | 'caller',
    cause?: unknown,
  ) {
    super(by === 'timeout' ? 'timed out' : 'aborted', { cause });
    this.name = 'GivenUp';
  }
}

/**
 * Runs one attempt, and rejects with {@link GivenUp} when it takes longer than `timeoutMs` or the caller's signal
 * aborts, whether or not `run` listens to the signal that it gets.
 *
 * `AbortSignal.any` and `AbortSignal.timeout` are not used: signals derived from a long-lived signal are kept by it
 * in Node 20 (nodejs/node#54614), and a timer could not be cleared when the answer is there.
 */
export function withDeadline<T>(
  timeoutMs: number,
  callerSignal: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (callerSignal?.aborted) return Promise.reject(new GivenUp('caller', callerSignal.reason));

  const controller = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const giveUp = (failure: GivenUp) => {
      reject(failure);
      controller.abort(failure);
    };
    const timer = setTimeout(() => giveUp(new GivenUp('timeout')), timeoutMs);
    timer.unref();
    const onCallerAbort = () => giveUp(new GivenUp('caller', callerSignal?.reason));
    callerSignal?.addEventListener('abort', onCallerAbort, { once: true });

    const release = () => {
      clearTimeout(timer);
      callerSignal?.removeEventListener('abort', onCallerAbort);
    };
    controller.signal.addEventListener('abort', release, { once: true });
    run(controller.signal).then(resolve, reject).finally(release);
  });
}
