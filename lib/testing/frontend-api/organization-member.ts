import type { OperationCall } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import type { LocalStore } from '../store/local-store.js';
import type { LocalMembership, LocalOrganization } from '../store/records.js';
import { requireCaller } from './caller.js';
import type { Caller } from './caller.js';
import { missingOrganizationPermission, organizationNotFoundOrUnauthorized } from './errors.js';

/** A caller who is a member of the organization in the path. */
export interface Member extends Caller {
  readonly organization: LocalOrganization;
  readonly membership: LocalMembership;
}

const SYSTEM_PERMISSION = 'org:sys_';

/**
 * The caller of an operation on an organization.
 *
 * @throws {@link ClerkAPIResponseError} 401 for a caller who is not signed in, 404 for one who is not a member
 */
export function requireMember(call: OperationCall, instance: LocalInstance): Member {
  const caller = requireCaller(call, instance);
  const { organizations, memberships } = instance.store;
  const organization = organizations.find(call.pathParameters.organization_id ?? '');
  const membership = organization && memberships.find(organization.id, caller.user.id);
  if (!membership) throw organizationNotFoundOrUnauthorized();
  return { ...caller, organization, membership };
}

/**
 * As {@link requireMember}, for an operation that needs one of some permissions.
 *
 * @throws {@link ClerkAPIResponseError} 403 `missing_organization_permission` for a member without them
 * @see https://clerk.com/docs/guides/organizations/control-access/roles-and-permissions
 */
export function requirePermission(
  call: OperationCall,
  instance: LocalInstance,
  ...permissions: readonly string[]
): Member {
  const member = requireMember(call, instance);
  const own = memberPermissions(member.membership, instance.store);
  if (!permissions.some(permission => own.includes(permission)))
    throw missingOrganizationPermission(permissions);
  return member;
}

/**
 * The permissions of a member. Those that were set on the membership itself are the application's own, so the system
 * permissions still come from the role.
 */
export function memberPermissions(membership: LocalMembership, { roles }: LocalStore): readonly string[] {
  const own = roles.permissionsOf(membership);
  if (own.some(permission => permission.startsWith(SYSTEM_PERMISSION))) return own;
  const ofRole = roles.permissionsOf({ role: membership.role, permissions: [] });
  return [...own, ...ofRole.filter(permission => permission.startsWith(SYSTEM_PERMISSION))];
}
