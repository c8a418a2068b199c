import type { ByRequest, ClerkOptions, NodeRequest } from './options.js';

/** Options of asynchronous `requestOptions`. */
interface AsynchronousChoice<Options, Result> {
  /** Whether the function must be called for one request at a time. */
  isQueued(): boolean;
  /** Requests the options of a request when no other request waits for its own. */
  ask(request: NodeRequest): Promise<Result>;
  /** Uses options that were requested already. */
  settle(request: NodeRequest, chosen: PromiseLike<Options | undefined>): Promise<Result>;
}

/**
 * Separates requests whose asynchronous function fills and returns one object for all of them: when the promise of the
 * first request settles, the second may already have changed the object.
 *
 * It shows when two requests wait at the same time and the function seems to return one object for all. Then requests are
 * asked for one at a time, until several objects that each come again show a table of tenants. A frozen object cannot be
 * changed.
 *
 * @param use - reads the options synchronously
 * @param isRefilled - whether options have other values than when they were last used
 */
export function asynchronousChoice<Options extends ClerkOptions, Result>(
  choose: ByRequest<Options | undefined>,
  use: (options: Options | undefined) => Result,
  isRefilled: (options: Options) => boolean,
): AsynchronousChoice<Options, Result> {
  const waiting = new Set<{ overlaps: boolean; settled: Promise<unknown> }>();
  const objects = new ReturnedObjects<Options>(isRefilled);
  let isQueued = false;
  let last: Promise<unknown> = Promise.resolve();

  const note = (options: Options | undefined): void => {
    objects.note(options);
    if (objects.isTable || objects.isOnePerRequest) isQueued = false;
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
      if (!options || !call.overlaps || objects.isSafe(options)) return use(options);
      isQueued = true;
      return ask(request);
    },
  };
}

/** What the objects that a function has returned so far tell of it. */
class ReturnedObjects<Options extends ClerkOptions> {
  readonly #isRefilled: (options: Options) => boolean;
  /** Whether an object came more than once. */
  readonly #known = new WeakMap<Options, boolean>();
  #once = 0;
  #repeatedly = 0;
  #hasRefilled = false;

  constructor(isRefilled: (options: Options) => boolean) {
    this.#isRefilled = isRefilled;
  }

  /** Options without keys, for a request without a tenant, tell nothing of those of the tenants. */
  note(options: Options | undefined): void {
    if (!options?.secretKey && !options?.publishableKey) return;
    if (this.#isRefilled(options)) this.#hasRefilled = true;
    const isKnown = this.#known.get(options);
    if (isKnown === undefined) this.#once++;
    if (isKnown === false) {
      this.#once--;
      this.#repeatedly++;
    }
    this.#known.set(options, isKnown !== undefined);
  }

  /** Several objects come again, and none of them was ever filled with other values. */
  get isTable(): boolean {
    return this.#repeatedly > 1 && !this.#hasRefilled;
  }

  /** No object came twice so far. */
  get isOnePerRequest(): boolean {
    return this.#repeatedly === 0 && this.#once > 1;
  }

  /** Whether no other request can have changed these options. */
  isSafe(options: Options): boolean {
    return Object.isFrozen(options) || this.isTable || this.isOnePerRequest;
  }
}
