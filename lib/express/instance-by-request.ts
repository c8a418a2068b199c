import type { Instance } from '../authentication/instance.js';
import type { ChooseInstance } from './authenticator.js';
import type { ByRequest } from './options.js';

/**
 * Prepares what requests are looked at with where their options are chosen by the request.
 *
 * Options that come as the same object again, as from a table of tenants, are prepared once: do not change them.
 *
 * @param choose - gives the options for a request; nothing means the defaults
 * @param prepare - makes the instance for options
 */
export function instanceByRequest<Options extends object>(
  choose: ByRequest<Options | undefined>,
  prepare: (options: Options) => Instance,
): ChooseInstance {
  const defaults = {} as Options;
  const prepared = new WeakMap<Options, Instance>();

  const instanceFor = (chosen: Options | undefined): Instance => {
    const options = chosen ?? defaults;
    let instance = prepared.get(options);
    if (!instance) {
      instance = prepare(options);
      prepared.set(options, instance);
    }
    return instance;
  };
  return request => {
    const chosen = choose(request);
    return isThenable(chosen) ? Promise.resolve(chosen).then(instanceFor) : instanceFor(chosen);
  };
}

function isThenable<T>(value: T | PromiseLike<T>): value is PromiseLike<T> {
  return typeof (value as PromiseLike<T> | undefined)?.then === 'function';
}
