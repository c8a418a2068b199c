import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
import type { TokenType } from '../tokens/token-type.js';
import type { AuthObject } from './auth-object.js';
import { isReverificationConfig, isSystemPermission } from './has.js';
import type { CustomPermission, ReverificationConfig } from './has.js';
import type { RoleRules } from './role-rules.js';
import type { OrganizationCustomPermissionKey, OrganizationCustomRoleKey } from './session-claims.js';

/** One value, or a list of values of which one is sufficient. */
export type AnyOf<T> = T | readonly T[];

/**
 * Requirements for the caller. All properties must be met; of a list, any one value is sufficient.
 *
 * @typeParam Permission - the literal types of the permissions, so that a system permission is a type error
 */
export interface RequirementParams<
  Permission extends OrganizationCustomPermissionKey = OrganizationCustomPermissionKey,
> {
  /** The role in the active organization, such as `org:admin`. */
  role?: AnyOf<OrganizationCustomRoleKey>;
  /**
   * A permission in the active organization, such as `org:invoices:create`. System permissions (`org:sys_…`) are not in
   * session tokens, so they are never met: require a role, or a custom permission.
   *
   * @see https://clerk.com/docs/guides/organizations/control-access/roles-and-permissions#system-permissions
   */
  permission?: AnyOf<Permission & CustomPermission<Permission>>;
  /** A feature of the organization's or the user's plan; the prefix `org:` or `user:` selects one of them. */
  feature?: AnyOf<string>;
  /** A plan of the active organization or the user; the prefix `org:` or `user:` selects one of them. */
  plan?: AnyOf<string>;
  /** The maximum age of the user's last verification. */
  reverification?: ReverificationConfig;
  /** A scope of a machine token. Sessions have none. */
  scopes?: AnyOf<string>;
  /** An active organization, or an API key of an organization: with it, `orgId` is a string. */
  organization?: true;
  /** No impersonation: the session has no actor. */
  impersonated?: false;
}

/**
 * What a caller lacks, in the words of the requirement; of a list, any one value is enough.
 *
 * @example
 * ```json
 * { "plan": ["org:pro"], "organization": true }
 * ```
 */
export interface MissingRequirements {
  role?: readonly string[];
  permission?: readonly string[];
  feature?: readonly string[];
  plan?: readonly string[];
  scopes?: readonly string[];
  reverification?: ReverificationConfig;
  /** An active organization: required by itself, or by a role, a permission or an `org:` plan or feature. */
  organization?: true;
  impersonated?: false;
  /** The types of token that are accepted, if the caller sent another one. */
  tokenType?: readonly TokenType[];
}

/** The part of a requirement that is not met; `undefined` if all of it is met. */
export type UnmetRequirement =
  | undefined
  | {
      readonly kind: 'requirement';
      /** `undefined` for a function that denies access. */
      readonly missing?: MissingRequirements;
    }
  | {
      readonly kind: 'scopes';
      readonly scopes: readonly string[];
      readonly missing: MissingRequirements;
    }
  | {
      readonly kind: 'reverification';
      readonly reverification: ReverificationConfig;
      readonly missing: MissingRequirements;
    };

/** Finds the part of a requirement that an auth object does not meet. */
export type Requirement = (auth: AuthObject, roles?: RoleRules) => UnmetRequirement;

const LISTS = ['role', 'permission', 'feature', 'plan', 'scopes'] as const;
type ListKey = (typeof LISTS)[number];

/** Requirements with a single possible value, and their checks. */
const FLAGS = {
  organization: {
    value: true,
    holds: (auth: AuthObject) => 'orgId' in auth && typeof auth.orgId === 'string' && auth.orgId !== '',
  },
  impersonated: {
    value: false,
    holds: (auth: AuthObject) => !('actor' in auth) || auth.actor === undefined || auth.actor === null,
  },
} as const;
type FlagKey = keyof typeof FLAGS;
const FLAG_KEYS = Object.keys(FLAGS) as FlagKey[];

/**
 * Compiles a requirement to a check.
 *
 * @throws {@link ClerkConfigurationError} `requirement_invalid` if it is malformed, unknown or empty
 */
export function compileRequirement(params: RequirementParams): Requirement {
  assertRequirement(params);
  const asked = LISTS.filter(key => params[key] !== undefined).map(key => ({
    key,
    // Copied here and below, so that later changes of the application's object do not change the requirement.
    values: [...listOf(params[key])],
  }));
  const reverification =
    typeof params.reverification === 'object' ? { ...params.reverification } : params.reverification;

  const flags = FLAG_KEYS.filter(key => params[key] !== undefined);

  return (auth, roles) => {
    const isMet =
      flags.every(key => FLAGS[key].holds(auth)) &&
      asked.every(({ key, values }) => values.some(value => holds(auth, key, value, roles)));
    if (isMet && (reverification === undefined || auth.has({ reverification }))) return undefined;

    const unmetFlags = flags.filter(key => !FLAGS[key].holds(auth));
    const unmetLists = asked.filter(
      ({ key, values }) => !values.some(value => holds(auth, key, value, roles)),
    );
    const isUnverified = reverification !== undefined && !auth.has({ reverification });
    const missing: MissingRequirements = {
      ...(needsOrganization(unmetLists, auth) && { organization: true as const }),
      ...Object.fromEntries(unmetFlags.map(key => [key, FLAGS[key].value])),
      ...Object.fromEntries(unmetLists.map(({ key, values }) => [key, values])),
      ...(isUnverified && { reverification }),
    };
    const [first] = unmetLists;
    // A machine can request more scopes; a session never has any.
    if (unmetFlags.length === 0 && first?.key === 'scopes' && 'scopes' in auth) {
      return { kind: 'scopes', scopes: first.values, missing };
    }
    // Last, so that users do not reverify for something that another requirement denies.
    return isMet && reverification !== undefined
      ? { kind: 'reverification', reverification, missing }
      : { kind: 'requirement', missing };
  };
}

/** Whether the caller must choose an organization first, so that a frontend can tell this from an upgrade. */
function needsOrganization(
  unmet: readonly { readonly key: ListKey; readonly values: readonly string[] }[],
  auth: AuthObject,
): boolean {
  if (FLAGS.organization.holds(auth)) return false;
  return unmet.some(
    ({ key, values }) =>
      key === 'role' || key === 'permission' || (key !== 'scopes' && values.every(isOfOrganization)),
  );
}

function isOfOrganization(value: string): boolean {
  return /^(?:o|org|organization):/.test(value);
}

function holds(auth: AuthObject, key: ListKey, value: string, roles: RoleRules | undefined): boolean {
  if (roles && (key === 'role' || key === 'permission')) return holdsByRole(auth, key, value, roles);
  if (key !== 'scopes') return auth.has({ [key]: value });
  return 'scopes' in auth && Array.isArray(auth.scopes) && auth.scopes.includes(value);
}

function holdsByRole(
  auth: AuthObject,
  key: 'role' | 'permission',
  value: string,
  { superuserRole, rolesFor }: RoleRules,
): boolean {
  if (superuserRole !== undefined && hasKey(auth, 'role', superuserRole)) return true;
  const values = key === 'role' ? rolesFor(value) : [value];
  return values.some(each => hasKey(auth, key, each));
}

/** Roles of options are strings, whatever roles an application declares. */
function hasKey(auth: AuthObject, key: 'role' | 'permission', value: string): boolean {
  return auth.has({ [key]: value });
}

function assertRequirement(params: unknown): asserts params is RequirementParams {
  if (typeof params !== 'object' || params === null || Array.isArray(params)) {
    throw invalid('it is neither an object nor a function. An undefined value may come from an import cycle');
  }
  const entries = Object.entries(params);
  if (entries.length === 0) throw invalid('it is empty');
  for (const [key, value] of entries) {
    if (key === 'reverification') assertReverification(value);
    else if ((LISTS as readonly string[]).includes(key)) assertList(key as ListKey, value);
    else if (Object.hasOwn(FLAGS, key)) assertFlag(key as FlagKey, value);
    else
      throw invalid(
        `\`${key}\` is unknown; known are ${[...LISTS, 'reverification', ...FLAG_KEYS].join(', ')}`,
      );
  }
}

function assertReverification(value: unknown): void {
  if (isReverificationConfig(value)) return;
  throw invalid(
    "`reverification` is 'strict_mfa', 'strict', 'moderate', 'lax' or { level, afterMinutes } with a level of " +
      "'first_factor', 'second_factor' or 'multi_factor' and minutes above 0",
  );
}

function assertFlag(key: FlagKey, value: unknown): void {
  if (value !== FLAGS[key].value) throw invalid(`the only value of \`${key}\` is ${FLAGS[key].value}`);
}

function assertList(key: ListKey, value: unknown): void {
  const values = listOf(value);
  if (values.length === 0 || !values.every(entry => typeof entry === 'string' && entry.trim() !== '')) {
    throw invalid(`\`${key}\` must be a string or a list of strings, none of them empty`);
  }
  if (key === 'permission' && (values as string[]).some(isSystemPermission)) {
    throw invalid(
      'system permissions (`org:sys_…`) are not in session tokens. Require a role, or a custom permission from the ' +
        'Roles & Permissions page of the Clerk Dashboard',
    );
  }
  const isScoped = key === 'feature' || key === 'plan';
  if (isScoped && !(values as string[]).every(isScopedName)) {
    throw invalid(`\`${key}\` must be a name, or a name after \`org:\` or \`user:\``);
  }
}

/** Whether `has()` can match a feature or plan with this name. */
function isScopedName(value: string): boolean {
  return /^((o|org|organization|u|user):)?[^:]+$/.test(value);
}

function listOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  return (Array.isArray(value) ? value : [value]) as readonly T[];
}

function invalid(why: string): ClerkConfigurationError {
  return new ClerkConfigurationError('requirement_invalid', `The requirement is not valid: ${why}.`);
}
