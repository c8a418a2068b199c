import type { ExecutionContext } from '@nestjs/common';

import type { AuthObject } from '../../authorization/auth-object.js';
import type { UnmetRequirement } from '../../authorization/requirement.js';
import type { MaybePromise } from '../../helpers/maybe-promise.js';

/** Finds the requirement of a route that an authenticated caller does not meet. */
export type RouteRequirement = (
  auth: AuthObject,
  context: ExecutionContext,
) => UnmetRequirement | Promise<UnmetRequirement>;

/** A call may pass several guards of ours (global, of the class, of the handler); they share its context. */
const known = new WeakMap<ExecutionContext, MaybePromise<UnmetRequirement>>();

/** The unmet requirement of a route; evaluated once per call, for any number of guards. */
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

/**
 * @param reverification - the unmet reverification; it counts only if all else is met, because a denied caller need not
 *   reverify
 */
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
