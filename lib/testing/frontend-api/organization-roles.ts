import { resourceNotFound } from '../api-errors.js';
import { roleView } from '../backend-api/operations/roles.js';
import { shapedBy } from '../backend-api/wire.js';
import type { LocalStore } from '../store/local-store.js';
import type { LocalRole } from '../store/organization-records.js';
import type { LocalOrganization } from '../store/records.js';
import { INITIAL_ROLE_SET_KEY } from '../store/roles.js';

/** The roles that members of an organization can have: those of its role set, and those its members have already. */
export function rolesOf({ id, roleSetKey }: LocalOrganization, store: LocalStore): LocalRole[] {
  const { roles } = store;
  const ofSet = roles.roleSet(roleSetKey ?? INITIAL_ROLE_SET_KEY).roleKeys;
  const inUse = store.memberships.list({ organizationId: id }).map(({ role }) => role);
  return [...new Set([...ofSet, ...inUse])].flatMap(key => roles.roles.findBy('key', key) ?? []);
}

/** @throws {@link ClerkAPIResponseError} 404 for a role that members of the organization cannot have */
export function requireRole(key: string, organization: LocalOrganization, store: LocalStore): string {
  if (rolesOf(organization, store).some(role => role.key === key)) return key;
  throw resourceNotFound('organization role', 'key', key);
}

/** A role with its permissions. */
export function clientRoleJson(role: LocalRole, store: LocalStore): Record<string, unknown> {
  return { ...shapedBy('Role', roleView(role, store)), description: role.description ?? '' };
}
