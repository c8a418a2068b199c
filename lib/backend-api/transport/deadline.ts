/** The reason why an attempt was aborted: its time limit, or the signal of the caller. */
export class AttemptAborted extends Error {
  constructor(
    readonly by: 'timeout' | 'caller',
    cause?: unknown,
  ) {
    super(by === 'timeout' ? 'timed out' : 'aborted', { cause });
    this.name = 'AttemptAborted';
  }
}

/**
 * Runs one attempt, and rejects with {@link AttemptAborted} if it takes longer than `timeoutMs` or the caller's signal
 * aborts, even if `run` ignores the signal that it gets.
 *
 * `AbortSignal.any` and `AbortSignal.timeout` are not used: in Node 20 a long-lived signal keeps the signals
 * derived from it (nodejs/node#54614), and the timer of a finished attempt could not be cleared.
 */
export function withDeadline<T>(
  timeoutMs: number,
  callerSignal: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (callerSignal?.aborted) return Promise.reject(new AttemptAborted('caller', callerSignal.reason));

  const controller = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const abort = (failure: AttemptAborted) => {
      reject(failure);
      controller.abort(failure);
    };
    const timer = setTimeout(() => abort(new AttemptAborted('timeout')), timeoutMs);
    timer.unref();
    const onCallerAbort = () => abort(new AttemptAborted('caller', callerSignal?.reason));
    callerSignal?.addEventListener('abort', onCallerAbort, { once: true });

    const release = () => {
      clearTimeout(timer);
      callerSignal?.removeEventListener('abort', onCallerAbort);
    };
    controller.signal.addEventListener('abort', release, { once: true });
    run(controller.signal).then(resolve, reject).finally(release);
  });
}
