import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
import type { OrganizationCustomRoleKey } from './session-claims.js';

/** The roles that each role includes: who has the key has the values too. */
export type RoleHierarchy = {
  readonly [Role in OrganizationCustomRoleKey]?: readonly OrganizationCustomRoleKey[];
};

/** How roles relate to each other in an application. */
export interface RoleRules {
  /** The roles that meet the requirement of a role: itself, and all that include it. */
  rolesFor(role: string): readonly string[];
  /** The role that meets every requirement of a role or a permission. */
  readonly superuserRole: string | undefined;
}

/**
 * Reads the options `roleHierarchy` and `superuserRole`.
 *
 * @returns `undefined` without either
 * @throws {@link ClerkConfigurationError} `option_invalid` for anything but names of roles, and for a role that includes
 *   itself
 */
export function compileRoleRules(hierarchy: unknown, superuserRole: unknown): RoleRules | undefined {
  if (hierarchy === undefined && superuserRole === undefined) return undefined;
  if (superuserRole !== undefined && !isRole(superuserRole)) {
    throw invalid("`superuserRole` is the name of a role, such as 'org:owner'.");
  }
  const included = readHierarchy(hierarchy ?? {});
  const including = new Map<string, string[]>();
  for (const role of included.keys()) {
    for (const junior of rolesBelow(role, included, [])) {
      including.set(junior, [...(including.get(junior) ?? []), role]);
    }
  }
  return {
    superuserRole: superuserRole === undefined ? undefined : withPrefix(superuserRole),
    rolesFor: role => [role, ...(including.get(withPrefix(role)) ?? [])],
  };
}

function readHierarchy(hierarchy: unknown): Map<string, readonly string[]> {
  if (typeof hierarchy !== 'object' || hierarchy === null || Array.isArray(hierarchy)) throw notAHierarchy();
  return new Map(
    Object.entries(hierarchy).map(([role, roles]: [string, unknown]) => {
      if (!isRole(role) || !Array.isArray(roles) || !roles.every(isRole)) throw notAHierarchy();
      return [withPrefix(role), roles.map(withPrefix)];
    }),
  );
}

/** Every role that a role includes, directly or by another one. */
function rolesBelow(
  role: string,
  included: ReadonlyMap<string, readonly string[]>,
  path: readonly string[],
): Set<string> {
  if (path.includes(role)) throw invalid(`\`roleHierarchy\` has a cycle: ${[...path, role].join(' → ')}.`);
  const direct = included.get(role) ?? [];
  return new Set(direct.flatMap(each => [each, ...rolesBelow(each, included, [...path, role])]));
}

function isRole(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** As `has()` compares roles. */
function withPrefix(role: string): string {
  return role.replace(/^(org:)*/, 'org:');
}

function notAHierarchy(): ClerkConfigurationError {
  return invalid("`roleHierarchy` is an object of lists of roles, such as { 'org:admin': ['org:member'] }.");
}

function invalid(message: string): ClerkConfigurationError {
  return new ClerkConfigurationError('option_invalid', message);
}
