import type { RequirementParams } from '../../authorization/requirement.js';
import type { ClerkPolicyClass } from './clerk-policy.js';
import type { ProtectPredicate } from './protect-predicate.js';

/** What {@link Protect}, {@link anyOf}, {@link allOf} and {@link not} take. */
export type ProtectRequirement =
  RequirementParams | ClerkPolicyClass | ProtectPredicate | RequirementExpression;

/** Requirements that {@link anyOf}, {@link allOf} or {@link not} combine. */
export class RequirementExpression {
  /** @internal */
  constructor(
    /** @internal */
    readonly operator: 'anyOf' | 'allOf' | 'not',
    /** @internal */
    readonly operands: readonly ProtectRequirement[],
  ) {}
}

/**
 * Combines requirements of which one is enough. Cheap ones are evaluated first, and none after one that is met.
 *
 * If none is met and the caller could meet one by reverifying, the answer asks for that.
 *
 * @param requirements - at least one
 * @throws {@link ClerkConfigurationError} `requirement_invalid`, from {@link Protect}, without any
 *
 * @example
 * ```ts
 * @Protect(anyOf({ role: 'org:admin' }, OwnsInvoice))
 * @Controller('invoices')
 * export class InvoicesController {}
 * ```
 */
export function anyOf(...requirements: readonly ProtectRequirement[]): RequirementExpression {
  return new RequirementExpression('anyOf', requirements);
}

/**
 * Combines requirements that must all be met. Cheap ones are evaluated first, and none after one that is not met;
 * reverification is asked for last.
 *
 * @param requirements - at least one
 * @throws {@link ClerkConfigurationError} `requirement_invalid`, from {@link Protect}, without any
 *
 * @example
 * ```ts
 * @Protect(anyOf({ role: 'org:admin' }, allOf({ permission: 'org:invoices:manage' }, OwnsInvoice)))
 * @Controller('invoices')
 * export class InvoicesController {}
 * ```
 */
export function allOf(...requirements: readonly ProtectRequirement[]): RequirementExpression {
  return new RequirementExpression('allOf', requirements);
}

/**
 * Requires that a requirement is not met. A policy that throws does not allow the call.
 *
 * @param requirement - without `reverification`, since a caller must not gain access by not reverifying
 * @throws {@link ClerkConfigurationError} `requirement_invalid`, from {@link Protect}, with `reverification`
 *
 * @example
 * ```ts
 * @Protect(not({ role: 'org:guest' }))
 * @Controller('invoices')
 * export class InvoicesController {}
 * ```
 */
export function not(requirement: ProtectRequirement): RequirementExpression {
  return new RequirementExpression('not', [requirement]);
}
