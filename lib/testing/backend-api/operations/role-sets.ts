import { apiError, parameterError, parametersInvalid } from '../../api-errors.js';
import type { LocalStore } from '../../store/local-store.js';
import type { LocalRoleSet } from '../../store/organization-records.js';
import type { BackendApiHandlers } from '../handlers.js';
import { pageOf, sorted } from '../lists.js';
import { BY_NAME, checkedKey, matchesName } from './roles.js';

const KEY = /^role_set:[a-z0-9_]+$/;

export const ROLE_SETS: BackendApiHandlers = {
  ListRoleSets: ({ query }, { store }) => {
    const roleSets = store.roles.roleSets.list(roleSet => matchesName(roleSet, query.query));
    return pageOf(sorted(roleSets, BY_NAME, query.orderBy), query, roleSet => roleSetView(roleSet, store));
  },

  CreateRoleSet: ({ body }, { store }) => {
    if (body.roles.length === 0) {
      throw parametersInvalid(parameterError('form_param_missing', 'roles', 'must have at least one item'));
    }
    for (const key of body.roles) store.roles.byKey(key);
    rejectOutside(body.roles, body.defaultRoleKey, 'default_role_key');
    rejectOutside(body.roles, body.creatorRoleKey, 'creator_role_key');
    const roleSet = store.roles.roleSets.add({
      name: body.name,
      key: checkedKey(
        body.key ?? `role_set:${body.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')}`,
        KEY,
        'role_set:',
      ),
      description: body.description ?? null,
      type: body.type ?? 'custom',
      roleKeys: [...body.roles],
      defaultRoleKey: body.defaultRoleKey,
      creatorRoleKey: body.creatorRoleKey,
    });
    return roleSetView(roleSet, store);
  },

  GetRoleSet: ({ path }, { store }) => roleSetView(store.roles.roleSet(path.roleSetKeyOrId), store),

  UpdateRoleSet: ({ path, body }, { store }) => {
    const { id, roleKeys, key } = store.roles.roleSet(path.roleSetKeyOrId);
    rejectOutside(roleKeys, body.defaultRoleKey, 'default_role_key');
    rejectOutside(roleKeys, body.creatorRoleKey, 'creator_role_key');
    const newKey = body.key == null ? undefined : checkedKey(body.key, KEY, 'role_set:');
    const updated = store.roles.roleSets.update(id, {
      name: body.name ?? undefined,
      key: newKey,
      description: body.description,
      type: body.type ?? undefined,
      defaultRoleKey: body.defaultRoleKey ?? undefined,
      creatorRoleKey: body.creatorRoleKey ?? undefined,
    });
    if (newKey !== undefined) moveOrganizations(key, newKey, store);
    return roleSetView(updated, store);
  },

  ReplaceRoleSet: ({ path, body }, { store }) => {
    const source = store.roles.roleSet(path.roleSetKeyOrId);
    const destination = store.roles.roleSet(body.destRoleSetKey);
    reassignMembers(source, destination, (body.reassignmentMappings ?? {}) as Record<string, unknown>, store);
    moveOrganizations(source.key, destination.key, store);
    store.roles.roleSets.delete(source.id);
    return { object: 'role_set', id: source.id, deleted: true };
  },

  AddRolesToRoleSet: ({ path, body }, { store }) => {
    const { id, roleKeys } = store.roles.roleSet(path.roleSetKeyOrId);
    for (const key of body.roleKeys) store.roles.byKey(key);
    const all = [...new Set([...roleKeys, ...body.roleKeys])];
    rejectOutside(all, body.defaultRoleKey, 'default_role_key');
    rejectOutside(all, body.creatorRoleKey, 'creator_role_key');
    const updated = store.roles.roleSets.update(id, {
      roleKeys: all,
      defaultRoleKey: body.defaultRoleKey ?? undefined,
      creatorRoleKey: body.creatorRoleKey ?? undefined,
    });
    return roleSetView(updated, store);
  },

  ReplaceRoleInRoleSet: ({ path, body }, { store }) => {
    const roleSet = store.roles.roleSet(path.roleSetKeyOrId);
    rejectOutside(roleSet.roleKeys, body.roleKey, 'role_key');
    store.roles.byKey(body.toRoleKey);
    const replace = (key: string | null): string | null => (key === body.roleKey ? body.toRoleKey : key);
    const updated = store.roles.roleSets.update(roleSet.id, {
      roleKeys: [...new Set(roleSet.roleKeys.map(key => replace(key) ?? key))],
      defaultRoleKey: replace(roleSet.defaultRoleKey),
      creatorRoleKey: replace(roleSet.creatorRoleKey),
    });
    changeRole(roleSet, body.roleKey, body.toRoleKey, store);
    return roleSetView(updated, store);
  },
};

function roleSetView(roleSet: LocalRoleSet, store: LocalStore): object {
  const item = (key: string | null): object | null => {
    const role = key === null ? undefined : store.roles.roles.findBy('key', key);
    if (!role) return null;
    const members = membersWith(roleSet, role.key, store);
    return { ...role, membersCount: members.length, hasMembers: members.length > 0 };
  };
  return {
    ...roleSet,
    roles: roleSet.roleKeys.map(item).filter(role => role !== null),
    defaultRole: item(roleSet.defaultRoleKey),
    creatorRole: item(roleSet.creatorRoleKey),
    roleSetMigration: null,
  };
}

/** Organizations without a role set have the initial one. */
function organizationsWith({ key, type }: LocalRoleSet, { organizations }: LocalStore): Set<string> {
  const isUsed = (roleSetKey: string | null): boolean =>
    roleSetKey === key || (roleSetKey === null && type === 'initial');
  return new Set(
    organizations
      .list()
      .filter(organization => isUsed(organization.roleSetKey))
      .map(({ id }) => id),
  );
}

function membersWith(roleSet: LocalRoleSet, role: string, store: LocalStore) {
  const organizationIds = organizationsWith(roleSet, store);
  return store.memberships
    .list()
    .filter(membership => membership.role === role && organizationIds.has(membership.organizationId));
}

function changeRole(roleSet: LocalRoleSet, from: string, to: string, store: LocalStore): void {
  for (const { id } of membersWith(roleSet, from, store)) {
    store.memberships.records.update(id, { role: to, permissions: [] });
  }
}

function reassignMembers(
  source: LocalRoleSet,
  destination: LocalRoleSet,
  mappings: Readonly<Record<string, unknown>>,
  store: LocalStore,
): void {
  const used = source.roleKeys.filter(key => membersWith(source, key, store).length > 0);
  const targetOf = (key: string): unknown =>
    mappings[key] ?? (destination.roleKeys.includes(key) ? key : undefined);
  const unmapped = used.filter(key => targetOf(key) === undefined);
  if (unmapped.length > 0) {
    const longMessage = `The following roles are missing from the reassignment mappings: ${unmapped.join(', ')}`;
    throw apiError(
      422,
      'organization_role_set_reassignment_mappings_missing',
      'reassignment mappings missing',
      longMessage,
    );
  }
  const invalid = used.find(key => !destination.roleKeys.includes(String(targetOf(key))));
  if (invalid !== undefined) {
    const longMessage = `The role ${invalid} is invalid in the reassignment mappings. It must be present in the new role set.`;
    throw apiError(
      422,
      'organization_role_set_reassignment_mappings_invalid',
      'reassignment mappings invalid',
      longMessage,
    );
  }
  for (const key of used) if (targetOf(key) !== key) changeRole(source, key, String(targetOf(key)), store);
}

function moveOrganizations(from: string, to: string, { organizations }: LocalStore): void {
  for (const { id } of organizations.list().filter(({ roleSetKey }) => roleSetKey === from)) {
    organizations.records.update(id, { roleSetKey: to });
  }
}

function rejectOutside(roleKeys: readonly string[], key: string | null | undefined, parameter: string): void {
  if (key == null || roleKeys.includes(key)) return;
  const problem = 'must be a role of the role set';
  throw parametersInvalid(parameterError('form_param_value_invalid', parameter, problem));
}
