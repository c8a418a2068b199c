import { apiError, parameterError, parametersInvalid } from '../../api-errors.js';
import type { LocalStore } from '../../store/local-store.js';
import type { LocalPermission, LocalRole } from '../../store/organization-records.js';
import { INITIAL_ROLE_SET_KEY } from '../../store/roles.js';
import type { BackendApiHandlers } from '../handlers.js';
import { BY_CREATION, contains, pageOf, sorted } from '../lists.js';
import { settingsOf } from './settings.js';

interface Named {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly createdAt: number;
}

/** The orders of roles, permissions and role sets. */
export const BY_NAME = {
  ...BY_CREATION,
  name: ({ name }: Named) => name,
  key: ({ key }: Named) => key,
};

export const ROLES: BackendApiHandlers = {
  ListOrganizationRoles: ({ query }, { store }) => {
    const roles = store.roles.roles.list(role => matchesName(role, query.query));
    return pageOf(sorted(roles, BY_NAME, query.orderBy), query, role => roleView(role, store));
  },

  CreateOrganizationRole: ({ body }, { store }) => {
    const role = store.roles.roles.add({
      name: body.name,
      key: checkedKey(body.key, /^org:[a-z0-9_]+$/, 'org:'),
      description: body.description ?? null,
      isCreatorEligible: false,
      permissionIds: permissionIdsOf(body.permissions ?? [], store),
    });
    if (body.includeInInitialRoleSet === true) {
      const { id, roleKeys } = store.roles.roleSet(INITIAL_ROLE_SET_KEY);
      store.roles.roleSets.update(id, { roleKeys: [...roleKeys, role.key] });
    }
    return roleView(role, store);
  },

  GetOrganizationRole: ({ path }, { store }) =>
    roleView(store.roles.roles.get(path.organizationRoleId), store),

  UpdateOrganizationRole: ({ path, body }, { store }) => {
    const role = store.roles.roles.get(path.organizationRoleId);
    const key = body.key == null ? undefined : checkedKey(body.key, /^org:[a-z0-9_]+$/, 'org:');
    const updated = store.roles.roles.update(role.id, {
      name: body.name ?? undefined,
      key,
      description: body.description,
      permissionIds: body.permissions ? permissionIdsOf(body.permissions, store) : undefined,
    });
    if (key !== undefined) renameInMemberships(role.key, key, store);
    return roleView(updated, store);
  },

  DeleteOrganizationRole: ({ path }, { store }) => {
    const role = store.roles.roles.get(path.organizationRoleId);
    rejectUsed(role, store);
    store.roles.roles.delete(role.id);
    for (const { id, roleKeys } of store.roles.roleSets.list()) {
      if (roleKeys.includes(role.key)) {
        store.roles.roleSets.update(id, { roleKeys: roleKeys.filter(key => key !== role.key) });
      }
    }
    return { object: 'role', id: role.id, deleted: true };
  },

  AssignPermissionToOrganizationRole: ({ path }, { store }) => {
    const { id, permissionIds } = store.roles.roles.get(path.organizationRoleId);
    const permission = store.roles.permissions.get(path.permissionId);
    if (permissionIds.includes(permission.id)) {
      const longMessage = 'This organization permission is already associated to this organization role.';
      throw apiError(
        409,
        'organization_role_permission_association_exists',
        'permission already assigned to role',
        longMessage,
      );
    }
    return roleView(
      store.roles.roles.update(id, { permissionIds: [...permissionIds, permission.id] }),
      store,
    );
  },

  RemovePermissionFromOrganizationRole: ({ path }, { store }) => {
    const { id, permissionIds } = store.roles.roles.get(path.organizationRoleId);
    if (!permissionIds.includes(path.permissionId)) {
      const longMessage = 'The organization permission is not associated with the organization role.';
      throw apiError(
        404,
        'organization_role_permission_association_not_found',
        'permission not assigned to role',
        longMessage,
      );
    }
    const left = permissionIds.filter(permissionId => permissionId !== path.permissionId);
    return roleView(store.roles.roles.update(id, { permissionIds: left }), store);
  },

  ListOrganizationPermissions: ({ query }, { store }) => {
    const permissions = store.roles.permissions.list(permission => matchesName(permission, query.query));
    return pageOf(sorted(permissions, BY_NAME, query.orderBy), query);
  },

  CreateOrganizationPermission: ({ body }, { store }) =>
    store.roles.permissions.add({
      name: body.name,
      key: checkedKey(body.key, /^org:[a-z0-9_]+:[a-z0-9_]+$/, 'org:<feature>:'),
      description: body.description ?? '',
      type: 'user',
    }),

  GetOrganizationPermission: ({ path }, { store }) => store.roles.permissions.get(path.permissionId),

  UpdateOrganizationPermission: ({ path, body }, { store }) => {
    const { id } = changeable(store.roles.permissions.get(path.permissionId));
    return store.roles.permissions.update(id, {
      name: body.name ?? undefined,
      key:
        body.key == null ? undefined : checkedKey(body.key, /^org:[a-z0-9_]+:[a-z0-9_]+$/, 'org:<feature>:'),
      description: body.description ?? undefined,
    });
  },

  DeleteOrganizationPermission: ({ path }, { store }) => {
    const { id } = changeable(store.roles.permissions.get(path.permissionId));
    for (const role of store.roles.roles.list(({ permissionIds }) => permissionIds.includes(id))) {
      const permissionIds = role.permissionIds.filter(permissionId => permissionId !== id);
      store.roles.roles.update(role.id, { permissionIds });
    }
    store.roles.permissions.delete(id);
    return { object: 'permission', id, deleted: true };
  },
};

/** The Backend API's JSON of a role, with its permissions. */
export function roleView(role: LocalRole, { roles }: LocalStore): object {
  return { ...role, permissions: role.permissionIds.map(id => roles.permissions.get(id)) };
}

/** By the exact id, or by a part of name or key. */
export function matchesName({ id, name, key }: Named, query: string | undefined): boolean {
  return id === query || contains([name, key], query);
}

/** @throws {@link ClerkAPIResponseError} 422 for a malformed key */
export function checkedKey(key: string, form: RegExp, prefix: string): string {
  if (form.test(key)) return key;
  const problem = `must start with ${prefix}, followed by small letters, digits and underscores`;
  throw parametersInvalid(parameterError('form_param_format_invalid', 'key', problem));
}

/** The ids of permissions, from their ids or their keys. */
function permissionIdsOf(idsOrKeys: readonly string[], { roles }: LocalStore): string[] {
  return idsOrKeys.map(
    idOrKey => (roles.permissions.findBy('key', idOrKey) ?? roles.permissions.get(idOrKey)).id,
  );
}

function changeable(permission: LocalPermission): LocalPermission {
  if (permission.type === 'user') return permission;
  throw apiError(
    403,
    'organization_system_permission_not_modifiable',
    'organization system permission cannot be modified',
    'This organization permission cannot be modified because it is a system permission.',
  );
}

function renameInMemberships(from: string, to: string, { memberships }: LocalStore): void {
  for (const { id } of memberships.list().filter(({ role }) => role === from)) {
    memberships.records.touch(id, { role: to });
  }
}

function rejectUsed({ key }: LocalRole, store: LocalStore): void {
  const { creatorRole, domainsDefaultRole } = settingsOf(store, 'organization');
  const inUse = (code: string, what: string): Error =>
    apiError(422, code, `role is ${what}`, `The organization role cannot be deleted as it is ${what}.`);
  if (creatorRole === key) throw inUse('organization_role_default_creator_role', 'used as the creator role');
  if (domainsDefaultRole === key) {
    throw inUse('organization_role_domain_default_role', 'used as the domain default role');
  }
  if (store.memberships.list().some(({ role }) => role === key)) {
    throw inUse('organization_role_assigned_members', 'assigned to organization members');
  }
  const { organizationInvitations } = store.records;
  if (organizationInvitations.list(({ role, status }) => role === key && status === 'pending').length > 0) {
    throw inUse('organization_role_exists_in_invitations', 'in pending organization invitations');
  }
}
