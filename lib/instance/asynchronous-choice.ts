import type { ByRequest, NodeRequest } from './options.js';

/** Options that are chosen by a promise. */
interface AsynchronousChoice<Options, Result> {
  /** Whether requests have to be asked for one at a time. */
  isQueued(): boolean;
  /** Asks for the options of a request when no other request waits for its own. */
  ask(request: NodeRequest): Promise<Result>;
  /** Uses what was asked for already. */
  settle(request: NodeRequest, chosen: PromiseLike<Options | undefined>): Promise<Result>;
}

/**
 * Keeps requests apart whose options are chosen by an asynchronous function that fills and returns one object for all of
 * them: when the promise of the first request is settled, the second may already have changed the object.
 *
 * It shows when two requests wait at the same time and no second object was ever returned. Then requests are asked for
 * one at a time, until a second object shows that it is not one for all. A frozen object cannot be changed.
 *
 * @param use - reads the options, at once
 */
export function asynchronousChoice<Options extends object, Result>(
  choose: ByRequest<Options | undefined>,
  use: (options: Options | undefined) => Result,
): AsynchronousChoice<Options, Result> {
  const waiting = new Set<{ overlaps: boolean; settled: Promise<unknown> }>();
  let only: WeakRef<Options> | undefined;
  let returnsSeveralObjects = false;
  let isQueued = false;
  let last: Promise<unknown> = Promise.resolve();

  const note = (options: Options | undefined): void => {
    if (!options || returnsSeveralObjects) return;
    if (only && only.deref() !== options) {
      returnsSeveralObjects = true;
      isQueued = false;
    }
    only ??= new WeakRef(options);
  };
  const ask = (request: NodeRequest): Promise<Result> => {
    const asked = last.then(async () => {
      await Promise.allSettled([...waiting].map(({ settled }) => settled));
      const options = await choose(request);
      note(options);
      return use(options);
    });
    last = asked.catch(() => undefined);
    return asked;
  };
  return {
    isQueued: () => isQueued,
    ask,
    async settle(request, chosen) {
      const call = { overlaps: waiting.size > 0, settled: Promise.resolve(chosen) };
      for (const other of waiting) other.overlaps = true;
      waiting.add(call);
      let options: Options | undefined;
      try {
        options = await call.settled;
      } finally {
        waiting.delete(call);
      }
      note(options);
      const isSafe = !options || !call.overlaps || returnsSeveralObjects || Object.isFrozen(options);
      if (isSafe) return use(options);
      isQueued = true;
      return ask(request);
    },
  };
}
