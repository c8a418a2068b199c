import { splitByScope } from './scoped-claim.js';
import type { OrganizationCustomPermissionKey, OrganizationCustomRoleKey } from './session-claims.js';

/** The factor that must be verified again: the first, the second (or the first, if no second is enrolled), or both. */
export type SessionVerificationLevel = 'first_factor' | 'second_factor' | 'multi_factor';

/** Predefined reverification requirements. `strict*` is ten minutes, `moderate` an hour, `lax` a day. */
export type SessionVerificationTypes = 'strict_mfa' | 'strict' | 'moderate' | 'lax';

/**
 * The maximum age of the user's last verification.
 *
 * @see https://clerk.com/docs/guides/secure/reverification
 */
export type ReverificationConfig =
  SessionVerificationTypes | { level: SessionVerificationLevel; afterMinutes: number };

/** `never` for a system permission of Clerk, which no session token carries. */
export type CustomPermission<Key extends string> = Key extends `org:sys_${string}` | `sys_${string}`
  ? never
  : Key;

/** Whether a permission is a system permission (`org:sys_…`), which no session token carries. */
export function isSystemPermission(permission: string): boolean {
  return /^(org:)*sys_/.test(permission);
}

/**
 * The requirements of `has()`. All of them must be met.
 *
 * @typeParam Permission - the literal type of the permission, so that a system permission is a type error
 */
export interface AuthorizationParams<
  Permission extends OrganizationCustomPermissionKey = OrganizationCustomPermissionKey,
> {
  /** The role in the active organization, such as `org:admin`. */
  role?: OrganizationCustomRoleKey;
  /**
   * A permission in the active organization, such as `org:invoices:create`. System permissions (`org:sys_…`) are not in
   * session tokens.
   */
  permission?: Permission & CustomPermission<Permission>;
  /** A feature of the organization's or the user's plan; the prefix `org:` or `user:` selects one of them. */
  feature?: string;
  /** A plan of the active organization or the user; the prefix `org:` or `user:` selects one of them. */
  plan?: string;
  /** The maximum age of the user's last verification. */
  reverification?: ReverificationConfig;
}

/**
 * Checks whether a session meets all requirements. A missing or malformed value, on either side, results in `false`.
 *
 * @example
 * ```ts
 * auth.has({ role: 'org:admin' });
 * auth.has({ permission: 'org:invoices:delete', reverification: 'strict' });
 * ```
 *
 * @see https://clerk.com/docs/guides/secure/authorization-checks
 */
export type CheckAuthorization = <const Permission extends OrganizationCustomPermissionKey>(
  params: AuthorizationParams<Permission>,
) => boolean;

/** The values in a session token. Their types are not guaranteed. */
export interface AuthorizationFacts {
  readonly userId: unknown;
  readonly orgId: unknown;
  readonly orgRole: unknown;
  hasPermission(permission: string): boolean;
  readonly features: unknown;
  readonly plans: unknown;
  readonly factorVerificationAge: unknown;
}

type Check = (asked: unknown, facts: AuthorizationFacts) => boolean;

const CHECKS: ReadonlyMap<string, Check> = new Map<keyof AuthorizationParams, Check>([
  ['role', hasRole],
  ['permission', hasPermission],
  ['feature', (asked, facts) => isInScopedClaim(asked, facts.features)],
  ['plan', (asked, facts) => isInScopedClaim(asked, facts.plans)],
  ['reverification', isVerifiedFreshly],
]);

/** Creates the `has()` of a session. An unknown requirement is never met. */
export function createCheckAuthorization(facts: AuthorizationFacts): CheckAuthorization {
  return params => {
    if (!facts.userId || typeof params !== 'object' || params === null) return false;
    // Inherited requirements are read too, so that none is skipped.
    const names = new Set([...CHECKS.keys(), ...Object.keys(params)]);
    const asked = [...names]
      .map(name => ({ name, value: (params as Record<string, unknown>)[name] }))
      .filter(({ value }) => value !== undefined);
    return asked.length > 0 && asked.every(({ name, value }) => CHECKS.get(name)?.(value, facts) ?? false);
  };
}

function hasRole(asked: unknown, { orgId, orgRole }: AuthorizationFacts): boolean {
  if (typeof asked !== 'string' || !orgId || typeof orgRole !== 'string' || orgRole === '') return false;
  return withOrgPrefix(orgRole) === withOrgPrefix(asked);
}

function hasPermission(asked: unknown, facts: AuthorizationFacts): boolean {
  if (typeof asked !== 'string' || !facts.orgId) return false;
  return facts.hasPermission(withOrgPrefix(asked));
}

function withOrgPrefix(key: string): string {
  return key.replace(/^(org:)*/, 'org:');
}

const ORGANIZATION_SCOPES: readonly unknown[] = ['o', 'org', 'organization'];
const USER_SCOPES: readonly unknown[] = ['u', 'user'];

function isInScopedClaim(asked: unknown, claim: unknown): boolean {
  if (typeof asked !== 'string' || typeof claim !== 'string') return false;
  const [scope, name] = asked.split(':');
  try {
    const { org, user } = splitByScope(claim);
    if (name === undefined) return org.includes(asked) || user.includes(asked);
    const wanted = name || (scope as string);
    if (ORGANIZATION_SCOPES.includes(scope)) return org.includes(wanted);
    return USER_SCOPES.includes(scope) && user.includes(wanted);
  } catch {
    return false;
  }
}

const NAMED_REVERIFICATIONS: Readonly<Record<SessionVerificationTypes, ReverificationConfig>> = {
  strict_mfa: { level: 'multi_factor', afterMinutes: 10 },
  strict: { level: 'second_factor', afterMinutes: 10 },
  moderate: { level: 'second_factor', afterMinutes: 60 },
  lax: { level: 'second_factor', afterMinutes: 1440 },
};

const FACTOR_NOT_ENROLLED = -1;

function isVerifiedFreshly(asked: unknown, { factorVerificationAge: ages }: AuthorizationFacts): boolean {
  const requirement = readReverification(asked);
  if (!requirement || !Array.isArray(ages) || ages.length !== 2 || !ages.every(isFactorAge)) return false;

  const [first, second] = ages as [number, number];
  const isFresh = (age: number) => age !== FACTOR_NOT_ENROLLED && age < requirement.afterMinutes;
  switch (requirement.level) {
    case 'first_factor':
      return isFresh(first);
    case 'second_factor':
      return isFresh(second === FACTOR_NOT_ENROLLED ? first : second);
    case 'multi_factor':
      return isFresh(first) && (second === FACTOR_NOT_ENROLLED || isFresh(second));
    default:
      return false;
  }
}

/** Whether a value is a valid reverification requirement. */
export function isReverificationConfig(value: unknown): value is ReverificationConfig {
  const level = readReverification(value)?.level;
  return level === 'first_factor' || level === 'second_factor' || level === 'multi_factor';
}

function isFactorAge(age: unknown): boolean {
  return typeof age === 'number' && Number.isFinite(age) && (age >= 0 || age === FACTOR_NOT_ENROLLED);
}

function readReverification(asked: unknown): { level: unknown; afterMinutes: number } | undefined {
  const requirement: unknown =
    typeof asked === 'string' && Object.hasOwn(NAMED_REVERIFICATIONS, asked)
      ? NAMED_REVERIFICATIONS[asked as SessionVerificationTypes]
      : asked;
  if (typeof requirement !== 'object' || requirement === null) return undefined;
  const { level, afterMinutes } = requirement as Record<string, unknown>;
  return typeof afterMinutes === 'number' && afterMinutes > 0 ? { level, afterMinutes } : undefined;
}
