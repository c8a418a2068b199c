import { newId } from '../random.js';
import { resourceNotFound } from '../api-errors.js';
import { Collection } from './collection.js';
import type { CollectionContext } from './collection.js';
import type { LocalPermission, LocalRole, LocalRoleSet } from './organization-records.js';

const SYSTEM_PERMISSIONS = [
  ['org:sys_profile:manage', 'Manage organization'],
  ['org:sys_profile:delete', 'Delete organization'],
  ['org:sys_memberships:read', 'Read members'],
  ['org:sys_memberships:manage', 'Manage members'],
  ['org:sys_domains:read', 'Read domains'],
  ['org:sys_domains:manage', 'Manage domains'],
  ['org:sys_billing:read', 'Read billing'],
  ['org:sys_billing:manage', 'Manage billing'],
] as const;

const MEMBER_PERMISSIONS = ['org:sys_memberships:read', 'org:sys_billing:read'];

export const INITIAL_ROLE_SET_KEY = 'role_set:default';

/**
 * The roles, permissions and role sets of a local instance. A new instance has those of a new Clerk application.
 *
 * @see https://clerk.com/docs/guides/organizations/control-access/roles-and-permissions
 */
export class LocalRoles {
  readonly roles: Collection<LocalRole>;
  readonly permissions: Collection<LocalPermission>;
  readonly roleSets: Collection<LocalRoleSet>;

  constructor(context: CollectionContext) {
    this.roles = new Collection(context, {
      name: 'roles',
      kind: 'organization role',
      newId: () => newId('role'),
      unique: { key: ({ key }) => [key] },
    });
    this.permissions = new Collection(context, {
      name: 'permissions',
      kind: 'organization permission',
      newId: () => newId('perm'),
      unique: { key: ({ key }) => [key] },
    });
    this.roleSets = new Collection(context, {
      name: 'roleSets',
      kind: 'role set',
      newId: () => newId('rset'),
      unique: { key: ({ key }) => [key] },
    });
    this.#addInitial();
  }

  /** @throws {@link ClerkAPIResponseError} 404 if no role has that key */
  byKey(key: string): LocalRole {
    const role = this.roles.findBy('key', key);
    if (role === undefined) throw resourceNotFound('organization role', 'key', key);
    return role;
  }

  /** By its key or its id. @throws {@link ClerkAPIResponseError} 404 if no role set has it */
  roleSet(keyOrId: string): LocalRoleSet {
    const roleSet = this.roleSets.findBy('key', keyOrId) ?? this.roleSets.find(keyOrId);
    if (roleSet === undefined) throw resourceNotFound('role set', 'key or id', keyOrId);
    return roleSet;
  }

  nameOf(key: string): string {
    return this.roles.findBy('key', key)?.name ?? nameFrom(key);
  }

  /** The permissions of a membership: its own, or by default those of its role, with system permissions. */
  permissionsOf({ role, permissions }: { role: string; permissions: readonly string[] }): readonly string[] {
    if (permissions.length > 0) return permissions;
    const record = this.roles.findBy('key', role);
    return record?.permissionIds.map(id => this.permissions.get(id).key) ?? [];
  }

  /** Adds the role of a membership with its permissions, if it is missing. */
  ensure(key: string, permissions: readonly string[]): void {
    if (this.roles.findBy('key', key)) return;
    const permissionIds = permissions.map(permission => this.#ensurePermission(permission).id);
    this.#addRole(key, permissionIds, nameFrom(key), false);
  }

  #ensurePermission(key: string): LocalPermission {
    const known = this.permissions.findBy('key', key);
    return known ?? this.permissions.add({ key, name: nameFrom(key), description: '', type: 'user' });
  }

  #addInitial(): void {
    const system = SYSTEM_PERMISSIONS.map(([key, name]) =>
      this.permissions.add({ key, name, description: '', type: 'system' }),
    );
    const ofMembers = system.filter(({ key }) => MEMBER_PERMISSIONS.includes(key));
    this.#addRole('org:member', ids(ofMembers), 'Member', false);
    this.#addRole('org:admin', ids(system), 'Admin', true);
    this.roleSets.add({
      name: 'Default',
      key: INITIAL_ROLE_SET_KEY,
      description: null,
      type: 'initial',
      roleKeys: ['org:admin', 'org:member'],
      defaultRoleKey: 'org:member',
      creatorRoleKey: 'org:admin',
    });
  }

  #addRole(key: string, permissionIds: readonly string[], name: string, isCreatorEligible: boolean): void {
    this.roles.add({ key, name, description: null, isCreatorEligible, permissionIds });
  }
}

function ids(records: readonly { readonly id: string }[]): string[] {
  return records.map(({ id }) => id);
}

/** `org:billing_admin` → `Billing admin`. */
function nameFrom(key: string): string {
  const words = key.replace(/^org:/, '').replaceAll(/[_:-]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
