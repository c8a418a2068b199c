import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
/**
 * Packs features and permissions into the compact claims of version 2.
 *
 * The features that have permissions come first in `fea`: `fpm` counts the organization's features, some readers
 * count all of them, and this way both arrive at the same one.
 *
 * @param permissions - such as `org:invoices:create`
 * @param features - with their scope (`o:`, `u:`, `ou:`) or without
 * @param defaultScope - the scope of a feature that names none
 * @throws {@link ClerkConfigurationError} `option_invalid` for a permission or feature that no token can carry
 * @see https://clerk.com/docs/guides/sessions/session-tokens
 */
export function permissionClaims(permissions, features, defaultScope) {
  const parsed = permissions.map(parsePermission);
  const names = [...new Set(parsed.map(({ name }) => name))];
  const masks = new Map();
  for (const { feature, name } of parsed) {
    // A BigInt, since a Number loses bits from the 33rd permission on.
    const bit = 1n << BigInt(names.indexOf(name));
    masks.set(feature, (masks.get(feature) ?? 0n) | bit);
  }
  const scopes = new Map([...masks.keys()].map(feature => [feature, { organization: true, user: false }]));
  for (const feature of features) addScopes(scopes, feature, defaultScope);
  return { fea: joinScoped(scopes), per: join(names), fpm: join([...masks.values()]) };
}
/**
 * Joins features or plans into one claim, each with its scope.
 *
 * @throws {@link ClerkConfigurationError} `option_invalid` for a name that no token can carry
 */
export function scopedList(names, defaultScope) {
  const scopes = new Map();
  for (const name of names) addScopes(scopes, name, defaultScope);
  return joinScoped(scopes);
}
function parsePermission(permission) {
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
function addScopes(scopes, scoped, defaultScope) {
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
function joinScoped(scopes) {
  return join(
    [...scopes].map(
      ([name, { organization, user }]) => `${organization ? 'o' : ''}${user ? 'u' : ''}:${name}`,
    ),
  );
}
function join(parts) {
  return parts.length > 0 ? parts.join(',') : undefined;
}
