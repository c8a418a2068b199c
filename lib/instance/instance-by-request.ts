import type { Instance } from '../authentication/instance.js';
import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
import { isThenable } from '../helpers/maybe-promise.js';
import type { MaybePromise } from '../helpers/maybe-promise.js';
import type { Log } from './log.js';
import { asynchronousChoice } from './asynchronous-choice.js';
import { assertOptions } from './options.js';
import type { ByRequest, ClerkOptions, NodeRequest } from './options.js';
import { comparableOptions, isSameOptions } from './same-configuration.js';
import type { ComparableOptions } from './same-configuration.js';

/** Returns the instance for a request, or a promise of it; `undefined` if the request has none. */
export type ChooseInstance = (request: NodeRequest) => MaybePromise<Instance | undefined>;

/**
 * Creates instances from options per request.
 *
 * Options that are the same object again, as from a table of tenants, are prepared once. A request without keys has no
 * instance, which is logged once.
 *
 * @param choose - returns the options for a request; `undefined` means the defaults
 * @param prepare - creates the instance for options
 * @param isWithoutTenant - whether options without keys mean that the request has no instance, and not that the
 *   configuration is incomplete
 */
export function instanceByRequest<Options extends ClerkOptions>(
  choose: ByRequest<Options | undefined>,
  prepare: (options: Options) => Instance,
  log: Log,
  isWithoutTenant: (chosen: Options | undefined) => boolean = hasNoKeys,
): ChooseInstance {
  const defaults = {} as Options;
  const prepared = new WeakMap<Options, { from: ComparableOptions; instance: Instance }>();
  let hasWarned = false;

  const instanceFor = (chosen: Options | undefined): Instance | undefined => {
    const options = chosen ?? defaults;
    assertOptions(options, 'The function that chooses the options of a request');
    const known = prepared.get(options);
    // An application may fill the same object again for each request: a tenant must not get another's instance.
    const from = comparableOptions(options);
    if (known && isSameOptions(known.from, from)) return known.instance;
    try {
      const instance = prepare({ ...options });
      prepared.set(options, { from, instance });
      return instance;
    } catch (error) {
      if (!isKeyMissing(error) || !isWithoutTenant(chosen)) throw error;
      if (!hasWarned) log.warn(WITHOUT_TENANT);
      hasWarned = true;
      return undefined;
    }
  };
  const isRefilled = (options: Options): boolean => {
    const known = prepared.get(options);
    return known !== undefined && !isSameOptions(known.from, comparableOptions(options));
  };
  const later = asynchronousChoice(choose, instanceFor, isRefilled);
  return request => {
    if (later.isQueued()) return later.ask(request);
    const chosen = choose(request);
    return isThenable(chosen) ? later.settle(request, chosen) : instanceFor(chosen);
  };
}

const WITHOUT_TENANT =
  'A request belongs to no Clerk instance: the options chosen for it have no keys, and there are no others. Such requests ' +
  'are signed out with the reason `unknown-instance`. If the request should belong to a tenant, compare the host without ' +
  'case and port.';

function isKeyMissing(error: unknown): boolean {
  const { code } = Object(error) as Partial<ClerkConfigurationError>;
  return (
    error instanceof ClerkConfigurationError &&
    (code === 'secret_key_missing' || code === 'publishable_key_missing')
  );
}

/** With only one of the keys, the tenant is known and its configuration is incomplete. */
function hasNoKeys(chosen: ClerkOptions | undefined): boolean {
  return !chosen?.secretKey && !chosen?.publishableKey;
}
