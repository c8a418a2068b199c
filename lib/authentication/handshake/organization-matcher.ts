import { match, parse } from 'path-to-regexp';

import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';

/**
 * The paths of organizations and of the personal account, which activate them.
 *
 * @see https://clerk.com/docs/guides/organizations/org-slugs-in-urls
 */
export interface OrganizationSyncOptions {
  /**
   * Paths with the id (`:id`) or the slug (`:slug`) of an organization, such as `/orgs/:slug` and
   * `/orgs/:slug/(.*)`. They win over `personalAccountPatterns`.
   */
  organizationPatterns?: readonly string[];
  /** Paths of the personal account, such as `/me` and `/me/(.*)`. */
  personalAccountPatterns?: readonly string[];
}

/** The organization or personal account of a path. */
export type OrganizationTarget =
  | { readonly type: 'organization'; readonly id: string }
  | { readonly type: 'organization'; readonly slug: string }
  | { readonly type: 'personalAccount' };

/** Returns the organization or personal account of a path; `undefined` for most paths. */
export type OrganizationMatcher = (pathname: string) => OrganizationTarget | undefined;

/**
 * Compiles the patterns, in the syntax of path-to-regexp 6, which Clerk's SDKs use.
 *
 * @throws {@link ClerkConfigurationError} `option_invalid` for a malformed pattern
 */
export function createOrganizationMatcher(
  options: OrganizationSyncOptions | undefined,
): OrganizationMatcher | undefined {
  if (!options) return undefined;
  const matchOrganization = matcher('organizationPatterns', options.organizationPatterns);
  const matchPersonalAccount = matcher('personalAccountPatterns', options.personalAccountPatterns);
  return pathname => {
    const { id, slug } = matchOrganization(pathname) ?? {};
    if (id) return { type: 'organization', id };
    if (slug) return { type: 'organization', slug };
    return matchPersonalAccount(pathname) ? { type: 'personalAccount' } : undefined;
  };
}

type PathMatcher = (pathname: string) => Partial<Record<string, string>> | undefined;

function matcher(
  option: keyof OrganizationSyncOptions,
  patterns: readonly string[] | undefined,
): PathMatcher {
  if (!patterns) return () => undefined;
  try {
    const matches = match<Partial<Record<string, string>>>([...patterns]);
    const wildcards = Math.max(0, ...patterns.map(wildcardsIn));
    return pathname => {
      if (stepsFor(pathname, wildcards) > MAX_STEPS) return undefined;
      const found = matches(pathname);
      return found ? found.params : undefined;
    };
  } catch (error) {
    throw new ClerkConfigurationError(
      'option_invalid',
      `organizationSyncOptions.${option} has a pattern that cannot be read: ${(error as Error).message}`,
    );
  }
}

/** The limit for matching one path: about ten milliseconds. */
const MAX_STEPS = 1_000_000;

/** The number of wildcards in a pattern, such as `(.*)`, for each of which every way to divide the path is tried. */
function wildcardsIn(pattern: string): number {
  const isWildcard = (token: string | { pattern: string; modifier: string }) =>
    typeof token !== 'string' &&
    (/[*+]/.test(token.modifier) || (/[*+{]/.test(token.pattern) && token.pattern !== ONE_SEGMENT));
  return parse(pattern).filter(isWildcard).length;
}

/** The expression that path-to-regexp creates for `:name`. */
const ONE_SEGMENT = '[^\\/#\\?]+?';

/**
 * The number of steps for a path. With one wildcard it is about its length; each further one multiplies that by the
 * places where it can end, of which nearly all begin with a slash.
 */
function stepsFor(pathname: string, wildcards: number): number {
  if (wildcards < 2) return 0;
  const slashes = pathname.split('/').length;
  return pathname.length * Math.max(slashes, pathname.length / 8) ** (wildcards - 1);
}
