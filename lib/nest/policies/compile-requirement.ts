import { compileRequirement } from '../../authorization/requirement.js';
import type { RequirementParams, UnmetRequirement } from '../../authorization/requirement.js';
import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import type { MaybePromise } from '../../helpers/maybe-promise.js';
import { COST, findUnmetRequirement, fromCheapToExpensive, scopesOf } from '../rules/requirements.js';
import type { RequirementScope, RouteRequirement } from '../rules/requirements.js';
import { isClass, isPolicyClass } from './clerk-policy.js';
import type { ClerkPolicyClass } from './clerk-policy.js';
import type { ProtectPredicate } from './protect-predicate.js';
import { RequirementExpression } from './requirement-expression.js';
import type { ProtectRequirement } from './requirement-expression.js';

const UNMET: UnmetRequirement = { kind: 'requirement' };

/**
 * Prepares the check of what {@link Protect} was given.
 *
 * @throws {@link ClerkConfigurationError} `requirement_invalid` for a requirement that is malformed, unknown or empty
 */
export function toRouteRequirement(requirement: ProtectRequirement): RouteRequirement {
  if (requirement instanceof RequirementExpression) return ofExpression(requirement);
  if (isPolicyClass(requirement)) return ofPolicy(requirement);
  if (typeof requirement === 'function') return ofFunction(requirement);
  return ofParams(requirement);
}

function ofParams(params: RequirementParams): RouteRequirement {
  const requirement = compileRequirement(params);
  return {
    cost: COST.claims,
    policies: [],
    asksForReverification: params.reverification !== undefined,
    scopes: [params.scopes ?? []].flat(),
    description: describe(params),
    evaluate: (auth, _context, scope) => requirement(auth, scope.roles()),
  };
}

function ofFunction(predicate: ProtectPredicate): RouteRequirement {
  if (isClass(predicate)) {
    throw invalid(`the class ${predicate.name} has no method allows(auth, context). Implement ClerkPolicy`);
  }
  return {
    cost: COST.function,
    policies: [],
    asksForReverification: false,
    scopes: [],
    description: predicate.name || 'a rule of the application',
    evaluate: async (auth, context) =>
      // A function that returns nothing, or an object by mistake, has not allowed the call.
      ((await predicate(auth, context)) as unknown) === true ? undefined : UNMET,
  };
}

function ofPolicy(policy: ClerkPolicyClass): RouteRequirement {
  return {
    cost: COST.policy,
    policies: [policy],
    asksForReverification: false,
    scopes: [],
    description: policy.name,
    evaluate: async (auth, context, scope) => {
      const instance = await scope.policy(policy, context);
      return ((await instance.allows(auth, context)) as unknown) === true ? undefined : UNMET;
    },
  };
}

function ofExpression({ operator, operands }: RequirementExpression): RouteRequirement {
  if (operands.length === 0) throw invalid(`${operator}() is empty`);
  const requirements = fromCheapToExpensive(operands.map(toRouteRequirement));
  const asksForReverification = requirements.some(each => each.asksForReverification);
  if (operator === 'not' && asksForReverification) {
    throw invalid('not() of a reverification would let in callers because they do not reverify');
  }
  const names = requirements.map(({ description }) => description);
  return {
    cost: Math.max(...requirements.map(({ cost }) => cost)),
    policies: requirements.flatMap(({ policies }) => policies),
    asksForReverification,
    scopes: SCOPES[operator](requirements),
    description: operator === 'not' ? `not (${names.join()})` : `${WORDS[operator]} (${names.join('; ')})`,
    evaluate: EVALUATE[operator](requirements),
  };
}

const WORDS = { anyOf: 'any of', allOf: 'all of' } as const;

/** Of alternatives, a client should request no more than one. */
const SCOPES: Record<
  RequirementExpression['operator'],
  (requirements: readonly RouteRequirement[]) => readonly string[]
> = {
  allOf: scopesOf,
  anyOf: requirements => requirements.find(({ scopes }) => scopes.length > 0)?.scopes ?? [],
  not: () => [],
};

type Evaluate = RouteRequirement['evaluate'];

const EVALUATE: Record<RequirementExpression['operator'], (requirements: RouteRequirement[]) => Evaluate> = {
  allOf: requirements => (auth, context, scope) => findUnmetRequirement(requirements, auth, context, scope),
  anyOf: requirements => (auth, context, scope) => {
    const evaluateFrom = (index: number, best: UnmetRequirement): MaybePromise<UnmetRequirement> => {
      const requirement = requirements[index];
      if (!requirement) return best;
      return then(requirement.evaluate(auth, context, scope), found =>
        found === undefined ? undefined : evaluateFrom(index + 1, closest(best, found)),
      );
    };
    return evaluateFrom(0, undefined);
  },
  not:
    ([requirement]) =>
    (auth, context, scope) =>
      then(requirement?.evaluate(auth, context, withoutSuperuser(scope)), found =>
        found ? undefined : UNMET,
      ),
};

function then<T, U>(value: MaybePromise<T>, next: (settled: T) => MaybePromise<U>): MaybePromise<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** A superuser has every role, but must not be kept out by one. */
function withoutSuperuser(scope: RequirementScope): RequirementScope {
  const roles = () => {
    const rules = scope.roles();
    return rules && { ...rules, superuserRole: undefined };
  };
  return { roles, policy: scope.policy };
}

/** What the caller can do most easily: reverify, or ask for a scope. */
function closest(a: UnmetRequirement, b: NonNullable<UnmetRequirement>): UnmetRequirement {
  return a && RANK[a.kind] >= RANK[b.kind] ? a : b;
}

const RANK: Record<NonNullable<UnmetRequirement>['kind'], number> = {
  requirement: 0,
  scopes: 1,
  reverification: 2,
};

function describe(params: RequirementParams): string {
  return Object.entries(params as Record<string, unknown>)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key} ${[value].flat().map(wordFor).join(' or ')}`)
    .join(' and ');
}

function wordFor(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function invalid(why: string): ClerkConfigurationError {
  return new ClerkConfigurationError('requirement_invalid', `The requirement is not valid: ${why}.`);
}
