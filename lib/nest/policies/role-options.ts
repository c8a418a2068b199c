import { compileRoleRules } from '../../authorization/role-rules.js';
import type { RoleRules } from '../../authorization/role-rules.js';

let isUsed = false;

/**
 * Reads the options `roleHierarchy` and `superuserRole`.
 *
 * @throws {@link ClerkConfigurationError} `option_invalid`
 */
export function roleRulesFor(roleHierarchy: unknown, superuserRole: unknown): RoleRules | undefined {
  const rules = compileRoleRules(roleHierarchy, superuserRole);
  if (rules) isUsed = true;
  return rules;
}

/** Whether any application of the process relates roles: without one, guards need no configuration to check a role. */
export function areRolesRelated(): boolean {
  return isUsed;
}
