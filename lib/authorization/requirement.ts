import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
import type { AuthObject } from './auth-object.js';
import { isReverificationConfig } from './has.js';
import type { ReverificationConfig } from './has.js';
import type { OrganizationCustomPermissionKey, OrganizationCustomRoleKey } from './session-claims.js';

/** One value, or several of which any will do. */
export type AnyOf<T> = T | readonly T[];

/** What has to hold of whoever is asking. All that is given must; of a list, any one. */
export interface RequirementParams {
  /** The role in the active organization, such as `org:admin`. */
  role?: AnyOf<OrganizationCustomRoleKey>;
  /** A permission in the active organization, such as `org:invoices:create`. */
  permission?: AnyOf<OrganizationCustomPermissionKey>;
  /** A feature of the active organization's or the user's plan; `org:` or `user:` before it names one of them. */
  feature?: AnyOf<string>;
  /** A plan of the active organization or the user; `org:` or `user:` before it names one of them. */
  plan?: AnyOf<string>;
  /** How fresh the verification of the person has to be. */
  reverification?: ReverificationConfig;
  /** A scope of a machine token. Sessions have none. */
  scopes?: AnyOf<string>;
}

/** What is missing of a requirement; `undefined` when nothing is. */
export type Shortcoming =
  | undefined
  | { readonly kind: 'requirement' }
  | { readonly kind: 'scopes'; readonly scopes: readonly string[] }
  | { readonly kind: 'reverification'; readonly reverification: ReverificationConfig };

/** Tells what an auth object lacks. */
export type Requirement = (auth: AuthObject) => Shortcoming;

const LISTS = ['role', 'permission', 'feature', 'plan', 'scopes'] as const;
type ListKey = (typeof LISTS)[number];

/**
 * Prepares the check of a requirement.
 *
 * @throws {@link ClerkConfigurationError} `requirement_invalid` for one that is malformed or unknown, or asks for nothing
 */
export function compileRequirement(params: RequirementParams): Requirement {
  assertRequirement(params);
  const asked = LISTS.filter(key => params[key] !== undefined).map(key => ({
    key,
    // Copies, here and below: what is asked for must not change with what the application still has in hand.
    values: [...listOf(params[key])],
  }));
  const reverification =
    typeof params.reverification === 'object' ? { ...params.reverification } : params.reverification;

  return auth => {
    const missing = asked.find(({ key, values }) => !values.some(value => holds(auth, key, value)));
    if (missing) return shortcomingOf(missing, auth);
    // Last: nobody is to verify anew for what he may not do all the same.
    if (reverification === undefined || auth.has({ reverification })) return undefined;
    return { kind: 'reverification', reverification };
  };
}

function holds(auth: AuthObject, key: ListKey, value: string): boolean {
  if (key !== 'scopes') return auth.has({ [key]: value });
  return 'scopes' in auth && Array.isArray(auth.scopes) && auth.scopes.includes(value);
}

/** More scope is something that a program can ask for; a session never has any. */
function shortcomingOf(
  { key, values }: { key: ListKey; values: readonly string[] },
  auth: AuthObject,
): Shortcoming {
  return key === 'scopes' && 'scopes' in auth ? { kind: 'scopes', scopes: values } : { kind: 'requirement' };
}

function assertRequirement(params: unknown): asserts params is RequirementParams {
  if (typeof params !== 'object' || params === null || Array.isArray(params)) {
    throw invalid(
      'it is neither an object nor a function. A value that is undefined may come of an import cycle',
    );
  }
  const entries = Object.entries(params);
  if (entries.length === 0) throw invalid('it asks for nothing');
  for (const [key, value] of entries) {
    if (key === 'reverification') assertReverification(value);
    else if ((LISTS as readonly string[]).includes(key)) assertList(key as ListKey, value);
    else throw invalid(`there is no \`${key}\`; it may ask for ${[...LISTS, 'reverification'].join(', ')}`);
  }
}

function assertReverification(value: unknown): void {
  if (isReverificationConfig(value)) return;
  throw invalid(
    "`reverification` is 'strict_mfa', 'strict', 'moderate', 'lax' or { level, afterMinutes } with a level of " +
      "'first_factor', 'second_factor' or 'multi_factor' and minutes above 0",
  );
}

function assertList(key: ListKey, value: unknown): void {
  const values = listOf(value);
  if (values.length === 0 || !values.every(entry => typeof entry === 'string' && entry.trim() !== '')) {
    throw invalid(`\`${key}\` is a text or a list of texts, and neither may be empty`);
  }
  const isScoped = key === 'feature' || key === 'plan';
  if (isScoped && !(values as string[]).every(isScopedName)) {
    throw invalid(`\`${key}\` is a name, or a name after \`org:\` or \`user:\``);
  }
}

/** What `has()` could ever find. */
function isScopedName(value: string): boolean {
  return /^((o|org|organization|u|user):)?[^:]+$/.test(value);
}

function listOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  return (Array.isArray(value) ? value : [value]) as readonly T[];
}

function invalid(why: string): ClerkConfigurationError {
  return new ClerkConfigurationError('requirement_invalid', `This requirement can never be checked: ${why}.`);
}
