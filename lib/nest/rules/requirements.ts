import type { ExecutionContext } from '@nestjs/common';

import type { AuthObject } from '../../authorization/auth-object.js';
import type { UnmetRequirement } from '../../authorization/requirement.js';
import type { RoleRules } from '../../authorization/role-rules.js';
import type { MaybePromise } from '../../helpers/maybe-promise.js';
import type { ClerkPolicy, ClerkPolicyClass } from '../policies/clerk-policy.js';

/** What evaluating a requirement costs: reading claims, calling a function, calling a provider of the application. */
export const COST = { claims: 0, function: 1, policy: 2 } as const;

/** What a requirement needs of the application. */
export interface RequirementScope {
  roles(): RoleRules | undefined;
  policy(policy: ClerkPolicyClass, context: ExecutionContext): MaybePromise<ClerkPolicy>;
}

/** A requirement of a route. */
export interface RouteRequirement {
  readonly cost: number;
  /** The policies in it. */
  readonly policies: readonly ClerkPolicyClass[];
  readonly asksForReverification: boolean;
  /** The scopes that OAuth clients are told to request; empty if it asks for none, or if they depend on the call. */
  readonly scopes: readonly string[];
  /** For people, in documents. */
  readonly description: string;
  /** Tells what an authenticated caller lacks. */
  evaluate(
    auth: AuthObject,
    context: ExecutionContext,
    scope: RequirementScope,
  ): MaybePromise<UnmetRequirement>;
}

/** The scopes of several requirements, each once. */
export function scopesOf(requirements: readonly RouteRequirement[]): string[] {
  return [...new Set(requirements.flatMap(({ scopes }) => scopes))];
}

/** In the order in which requirements are evaluated: those of the same cost as they are written. */
export function fromCheapToExpensive(requirements: readonly RouteRequirement[]): RouteRequirement[] {
  return [...requirements].sort((a, b) => a.cost - b.cost);
}

/** A call may pass several guards of ours (global, of the class, of the handler); they share its context. */
const known = new WeakMap<ExecutionContext, MaybePromise<UnmetRequirement>>();

/** The unmet requirement of a route; evaluated once per call, for any number of guards. */
export function unmetRequirementOnce(
  requirements: readonly RouteRequirement[],
  auth: AuthObject,
  context: ExecutionContext,
  scope: RequirementScope,
): MaybePromise<UnmetRequirement> {
  if (known.has(context)) return known.get(context);
  const unmet = findUnmetRequirement(requirements, auth, context, scope);
  known.set(context, unmet);
  return unmet;
}

/**
 * What the caller lacks of several requirements.
 *
 * @param reverification - what is missing if nothing else is: a caller who is denied anyway must not reverify first
 */
export function findUnmetRequirement(
  [requirement, ...others]: readonly RouteRequirement[],
  auth: AuthObject,
  context: ExecutionContext,
  scope: RequirementScope,
  reverification?: UnmetRequirement,
): MaybePromise<UnmetRequirement> {
  if (!requirement) return reverification;
  const next = (found: UnmetRequirement): MaybePromise<UnmetRequirement> =>
    found && found.kind !== 'reverification'
      ? found
      : findUnmetRequirement(others, auth, context, scope, reverification ?? found);
  const found = requirement.evaluate(auth, context, scope);
  return found instanceof Promise ? found.then(next) : next(found);
}
