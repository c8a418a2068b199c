import type { ExecutionContext } from '@nestjs/common';

import type { AuthObject } from '../../authorization/auth-object.js';
import type { UnmetRequirement } from '../../authorization/requirement.js';
import type { MaybePromise } from '../../helpers/maybe-promise.js';

/** Tells what an authenticated caller lacks for a route. */
export type RouteRequirement = (
  auth: AuthObject,
  context: ExecutionContext,
) => UnmetRequirement | Promise<UnmetRequirement>;

/** A call may pass several guards of ours (global, of the class, of the handler); they share its context. */
const known = new WeakMap<ExecutionContext, MaybePromise<UnmetRequirement>>();

/** What the caller lacks for a route; evaluated once per call, however many guards ask. */
export function unmetRequirementOnce(
  requirements: readonly RouteRequirement[],
  auth: AuthObject,
  context: ExecutionContext,
): MaybePromise<UnmetRequirement> {
  if (known.has(context)) return known.get(context);
  const unmet = findUnmetRequirement(requirements, auth, context, undefined);
  known.set(context, unmet);
  return unmet;
}

/** @param reverification - what is missing if nothing else is: a caller who is denied anyway must not reverify first */
function findUnmetRequirement(
  [requirement, ...others]: readonly RouteRequirement[],
  auth: AuthObject,
  context: ExecutionContext,
  reverification: UnmetRequirement,
): MaybePromise<UnmetRequirement> {
  if (!requirement) return reverification;
  const next = (found: UnmetRequirement): MaybePromise<UnmetRequirement> =>
    found && found.kind !== 'reverification'
      ? found
      : findUnmetRequirement(others, auth, context, reverification ?? found);
  const found = requirement(auth, context);
  return found instanceof Promise ? found.then(next) : next(found);
}
