import type { ExecutionContext } from '@nestjs/common';

import type { AuthObject } from '../../authorization/auth-object.js';
import type { Shortcoming } from '../../authorization/requirement.js';
import type { MaybePromise } from '../../helpers/maybe-promise.js';
import type { RouteRequirement } from './route-metadata.js';

/** All guards of a call get the same context, and a route may have several of ours: globally, by class, by handler. */
const known = new WeakMap<ExecutionContext, MaybePromise<Shortcoming>>();

/** What whoever is asking lacks for a call; worked out once, however many guards ask. */
export function shortcomingOnce(
  requirements: readonly RouteRequirement[],
  auth: AuthObject,
  context: ExecutionContext,
): MaybePromise<Shortcoming> {
  if (known.has(context)) return known.get(context);
  const shortcoming = findShortcoming(requirements, auth, context, undefined);
  known.set(context, shortcoming);
  return shortcoming;
}

/** @param reverification - what is missing if nothing else is: nobody is to verify anew for what he may not do anyhow */
function findShortcoming(
  [requirement, ...others]: readonly RouteRequirement[],
  auth: AuthObject,
  context: ExecutionContext,
  reverification: Shortcoming,
): MaybePromise<Shortcoming> {
  if (!requirement) return reverification;
  const goOn = (found: Shortcoming): MaybePromise<Shortcoming> =>
    found && found.kind !== 'reverification'
      ? found
      : findShortcoming(others, auth, context, reverification ?? found);
  const found = requirement(auth, context);
  return found instanceof Promise ? found.then(goOn) : goOn(found);
}
