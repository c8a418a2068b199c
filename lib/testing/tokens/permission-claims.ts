import { isSystemPermission } from '../../authorization/has.js';
import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';

/** The claims of a version 2 session token for permissions and features; `undefined` without any. */
export interface PermissionClaims {
  /** Features with their scope, such as `o:invoices,u:chat`. */
  fea: string | undefined;
  /** The names of the permissions, without organization and feature, such as `read,create`. */
  per: string | undefined;
  /** For each feature a decimal bitmap: bit n is set if the feature has the permission n of `per`. */
  fpm: string | undefined;
}

interface Scopes {
  organization: boolean;
  user: boolean;
}

/**
 * Encodes features and permissions in the compact claims of version 2.
 *
 * The features with permissions come first in `fea`. `fpm` belongs to the organization's features, but some readers
 * count all of them; in this order both read the same.
 *
 * @param permissions - such as `org:invoices:create`
 * @param features - with their scope (`o:`, `u:`, `ou:`) or without
 * @param defaultScope - the scope of features without a scope
 * @throws {@link ClerkConfigurationError} `option_invalid` for a permission or feature that a token cannot contain
 * @see https://clerk.com/docs/guides/sessions/session-tokens
 */
export function permissionClaims(
  permissions: readonly string[],
  features: readonly string[],
  defaultScope: 'o' | 'u',
): PermissionClaims {
  const parsed = permissions.map(parsePermission);
  const names = [...new Set(parsed.map(({ name }) => name))];
  const masks = new Map<string, bigint>();
  for (const { feature, name } of parsed) {
    // A BigInt, because a Number loses bits from the 33rd permission on.
    const bit = 1n << BigInt(names.indexOf(name));
    masks.set(feature, (masks.get(feature) ?? 0n) | bit);
  }
  const scopes = new Map<string, Scopes>(
    [...masks.keys()].map(feature => [feature, { organization: true, user: false }]),
  );
  for (const feature of features) addScopes(scopes, feature, defaultScope);

  return { fea: joinScoped(scopes), per: join(names), fpm: join([...masks.values()]) };
}

/**
 * Joins features or plans into one claim, each with its scope.
 *
 * @throws {@link ClerkConfigurationError} `option_invalid` for a name that a token cannot contain
 */
export function scopedList(names: readonly string[], defaultScope: 'o' | 'u'): string | undefined {
  const scopes = new Map<string, Scopes>();
  for (const name of names) addScopes(scopes, name, defaultScope);
  return joinScoped(scopes);
}

function parsePermission(permission: string): { feature: string; name: string } {
  if (isSystemPermission(permission)) {
    throw new ClerkConfigurationError(
      'option_invalid',
      `'${permission}' is a system permission, and Clerk's session tokens never carry those. Test with a role or a custom permission.`,
    );
  }
  const [, feature, name] = /^org:([^:,\s]+):([^,\s]+)$/.exec(permission) ?? [];
  if (feature === undefined || name === undefined) {
    throw new ClerkConfigurationError(
      'option_invalid',
      `The permission '${permission}' is not of the form 'org:<feature>:<permission>', so a version 2 session ` +
        'token cannot carry it.',
    );
  }
  return { feature, name };
}

function addScopes(scopes: Map<string, Scopes>, scoped: string, defaultScope: 'o' | 'u'): void {
  const [, scope = defaultScope, name] = /^(?:(o|u|ou|uo):)?([^:,\s]+)$/.exec(scoped) ?? [];
  if (name === undefined) {
    throw new ClerkConfigurationError(
      'option_invalid',
      `'${scoped}' is not a feature or plan that a session token can carry; write 'name', 'o:name' or 'u:name'.`,
    );
  }
  const known = scopes.get(name);
  scopes.set(name, {
    organization: scope.includes('o') || known?.organization === true,
    user: scope.includes('u') || known?.user === true,
  });
}

function joinScoped(scopes: Map<string, Scopes>): string | undefined {
  return join(
    [...scopes].map(
      ([name, { organization, user }]) => `${organization ? 'o' : ''}${user ? 'u' : ''}:${name}`,
    ),
  );
}

function join(parts: readonly (string | bigint)[]): string | undefined {
  return parts.length > 0 ? parts.join(',') : undefined;
}
