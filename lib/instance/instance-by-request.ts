import type { Instance } from '../authentication/instance.js';
import type { ByRequest, NodeRequest } from './options.js';

/** Gives the instance for a request, or a promise of it where the application looks it up. */
export type ChooseInstance = (request: NodeRequest) => Instance | Promise<Instance>;

/**
 * Prepares what requests are looked at with where their options are chosen by the request.
 *
 * Options that come as the same object again, as from a table of tenants, are prepared once.
 *
 * @param choose - gives the options for a request; nothing means the defaults
 * @param prepare - makes the instance for options
 */
export function instanceByRequest<Options extends object>(
  choose: ByRequest<Options | undefined>,
  prepare: (options: Options) => Instance,
): ChooseInstance {
  const defaults = {} as Options;
  const prepared = new WeakMap<Options, { from: Options; instance: Instance }>();

  const instanceFor = (chosen: Options | undefined): Instance => {
    const options = chosen ?? defaults;
    const known = prepared.get(options);
    // An object that is filled anew for every request must not give one tenant another's instance.
    if (known && hasSameEntries(known.from, options)) return known.instance;
    const instance = prepare(options);
    prepared.set(options, { from: { ...options }, instance });
    return instance;
  };
  return request => {
    const chosen = choose(request);
    return isThenable(chosen) ? Promise.resolve(chosen).then(instanceFor) : instanceFor(chosen);
  };
}

function hasSameEntries<T extends object>(a: T, b: T): boolean {
  const names = Object.keys(a) as (keyof T)[];
  return names.length === Object.keys(b).length && names.every(name => a[name] === b[name]);
}

function isThenable<T>(value: T | PromiseLike<T>): value is PromiseLike<T> {
  return typeof (value as PromiseLike<T> | undefined)?.then === 'function';
}
