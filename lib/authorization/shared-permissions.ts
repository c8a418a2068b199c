import { BoundedCache } from '../helpers/bounded-cache.js';
import type { UnverifiedClaims } from '../tokens/jwt.js';
import type { SessionProperties } from './session-properties.js';

type Permissions = SessionProperties['orgPermissions'];

/** A longer list is copied for no request that does not read it, and kept for none. */
const MAX_SHARED_PERMISSIONS = 50;
const MAX_LISTS = 200;
const MAX_KEY_LENGTH = 1000;

/** By the claims that decide. Members of one organization with the same role have the same ones. */
const lists = new BoundedCache<string, NonNullable<Permissions>>(MAX_LISTS);

/**
 * The permissions of a verified session token, as a list that all tokens with the same permissions share.
 *
 * @returns `'on-demand'` for a list that is too long to be kept
 */
export function sharedPermissions(
  { v, o, fea }: UnverifiedClaims,
  properties: SessionProperties,
): Permissions | 'on-demand' {
  const { per, fpm } = Object(o) as Record<string, unknown>;
  const isCompact = v === 2 && typeof fea === 'string' && typeof per === 'string' && typeof fpm === 'string';
  const key = isCompact ? JSON.stringify([fea, per, fpm]) : undefined;
  const known = key === undefined ? undefined : lists.get(key);
  if (known) return known;

  const permissions = properties.orgPermissions;
  if (permissions === undefined) return undefined;
  const isShort = Array.isArray(permissions) && permissions.length <= MAX_SHARED_PERMISSIONS;
  if (!isShort || key === undefined || key.length > MAX_KEY_LENGTH) return 'on-demand';
  lists.set(key, permissions);
  return permissions;
}
