import type { ExecutionContext } from '@nestjs/common';

import type { AuthObject } from '../../authorization/auth-object.js';
import type { Shortcoming } from '../../authorization/requirement.js';
import type { MaybePromise } from '../../helpers/maybe-promise.js';

/** Tells what an authenticated caller lacks for a route. */
export type RouteRequirement = (
  auth: AuthObject,
  context: ExecutionContext,
) => Shortcoming | Promise<Shortcoming>;

/** A call may pass several guards of ours (global, of the class, of the handler); they share its context. */
const known = new WeakMap<ExecutionContext, MaybePromise<Shortcoming>>();

/** What the caller lacks for a route; evaluated once per call, however many guards ask. */
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

/** @param reverification - what is missing if nothing else is: a caller who is denied anyway must not reverify first */
function findShortcoming(
  [requirement, ...others]: readonly RouteRequirement[],
  auth: AuthObject,
  context: ExecutionContext,
  reverification: Shortcoming,
): MaybePromise<Shortcoming> {
  if (!requirement) return reverification;
  const next = (found: Shortcoming): MaybePromise<Shortcoming> =>
    found && found.kind !== 'reverification'
      ? found
      : findShortcoming(others, auth, context, reverification ?? found);
  const found = requirement(auth, context);
  return found instanceof Promise ? found.then(next) : next(found);
}
