import { BoundedCache } from '../helpers/bounded-cache.js';
import { copyOfJson } from './copy-of-json.js';
import { splitByScope } from './scoped-claim.js';
import type { OrganizationCustomPermissionKey } from './session-claims.js';

export type Permissions = OrganizationCustomPermissionKey[] | undefined;

/** The permissions that a session token has in its active organization. */
export interface OrganizationPermissions {
  /** The list that all requests copy; `'on-demand'` for a long one, which is created when it is read. */
  readonly shared: Permissions | 'on-demand';
  /** A new list: it can be a hundred times as long as the claims it comes from, so it is not stored. */
  list(): Permissions;
  /** Whether {@link list} contains a permission, without creating it. */
  has(permission: string): boolean;
}

export const NO_PERMISSIONS: OrganizationPermissions = {
  shared: undefined,
  list: () => undefined,
  has: () => false,
};

/** The permissions of claims of version 1, which are a list. */
export function listedPermissions(permissions: unknown): OrganizationPermissions {
  return new ListedPermissions(permissions);
}

class ListedPermissions implements OrganizationPermissions {
  readonly #permissions: unknown;

  constructor(permissions: unknown) {
    this.#permissions = permissions;
  }

  get shared(): 'on-demand' | undefined {
    return this.#permissions === undefined ? undefined : 'on-demand';
  }

  list(): Permissions {
    return copyOfJson(this.#permissions) as Permissions;
  }

  has(permission: string): boolean {
    return Array.isArray(this.#permissions) && this.#permissions.includes(permission);
  }
}

/** A longer list is copied for no request that does not read it, and kept for none. */
const MAX_SHARED_PERMISSIONS = 50;
const MAX_KNOWN = 200;
const MAX_KEY_LENGTH = 1000;

/** By the claims. Members of one organization with the same role have the same ones. */
const known = new BoundedCache<string, OrganizationPermissions>(MAX_KNOWN);

/**
 * The permissions of claims of version 2: the features of the plan (`fea`), the names of permissions (`per`), and a bit map
 * for each feature (`fpm`), in which bit k, least significant first, is set if the feature has the k-th permission.
 *
 * @throws TypeError when the claims do not have the documented form
 *
 * @see https://clerk.com/docs/guides/sessions/session-tokens
 */
export function compactPermissions(fea: unknown, per: unknown, fpm: unknown): OrganizationPermissions {
  if (typeof fea !== 'string' || typeof per !== 'string' || typeof fpm !== 'string')
    return new CompactPermissions(fea, per, fpm, false);
  // With the lengths, so that no other three claims have the same key.
  const key = `${fea.length},${per.length},${fea}${per}${fpm}`;
  const found = known.get(key);
  if (found) return found;
  const isKept = key.length <= MAX_KEY_LENGTH;
  const permissions = new CompactPermissions(fea, per, fpm, isKept);
  if (isKept) known.set(key, permissions);
  return permissions;
}

class CompactPermissions implements OrganizationPermissions {
  readonly #fea: unknown;
  readonly #per: unknown;
  readonly #fpm: unknown;
  readonly shared: Permissions | 'on-demand';

  constructor(fea: unknown, per: unknown, fpm: unknown, isKept: boolean) {
    this.#fea = fea;
    this.#per = per;
    this.#fpm = fpm;
    // Read here also if it is not kept, so that malformed claims are rejected now and not in a handler.
    const { features, names, bitMaps } = this.#read();
    const isShort =
      isKept && features.length * names.length <= MAX_SHARED_PERMISSIONS * MAX_SHARED_PERMISSIONS;
    const list = isShort ? permissionsFromBitMaps(features, names, bitMaps) : undefined;
    this.shared = list && list.length <= MAX_SHARED_PERMISSIONS ? list : 'on-demand';
  }

  list(): Permissions {
    const { features, names, bitMaps } = this.#read();
    return permissionsFromBitMaps(features, names, bitMaps);
  }

  /** The list of a token of 2 KB can have a thousand permissions, which would take a hundred times as long as the rest. */
  has(permission: string): boolean {
    if (!this.#per || !this.#fpm) return false;
    const names = commaSeparated(this.#per);
    const bitMaps = commaSeparated(this.#fpm);
    return splitByScope(this.#fea).org.some((feature, index) => {
      const prefix = `org:${feature}:`;
      if (index >= bitMaps.length || !permission.startsWith(prefix)) return false;
      const asked = permission.slice(prefix.length);
      const bitMap = readBitMap(bitMaps[index]!);
      return names.some((name, bit) => name === asked && ((bitMap >> BigInt(bit)) & 1n) === 1n);
    });
  }

  #read(): { features: string[]; names: string[]; bitMaps: bigint[] } {
    const features = splitByScope(this.#fea).org;
    if (!this.#per || !this.#fpm) return { features, names: [], bitMaps: [] };
    const bitMaps = commaSeparated(this.#fpm).map(readBitMap);
    return { features, names: commaSeparated(this.#per), bitMaps };
  }
}

function readBitMap(digits: string): bigint {
  return /^\d+$/.test(digits) ? BigInt(digits) : 0n;
}

function permissionsFromBitMaps(
  features: readonly string[],
  names: readonly string[],
  bitMaps: readonly bigint[],
): OrganizationCustomPermissionKey[] {
  const permissions: unknown = features.flatMap((feature, index) => {
    const bitMap = bitMaps[index] ?? 0n;
    return names.flatMap((name, bit) => ((bitMap >> BigInt(bit)) & 1n ? [`org:${feature}:${name}`] : []));
  });
  // The application's declaration of its permissions is not known here.
  return permissions as OrganizationCustomPermissionKey[];
}

function commaSeparated(list: unknown): string[] {
  if (typeof list !== 'string') throw new TypeError('A compact claim is not a string.');
  return list.split(',').map(entry => entry.trim());
}
