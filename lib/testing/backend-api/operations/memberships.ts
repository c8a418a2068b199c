import { apiError, resourceNotFound } from '../../api-errors.js';
import type { BackendApiCalls } from '../../generated/calls.js';
import type { LocalStore } from '../../store/local-store.js';
import { mergeMetadata } from '../../store/metadata.js';
import type { LocalMembership, LocalOrganization } from '../../store/records.js';
import type { BackendApiHandlers } from '../handlers.js';
import { isWithin, pageOf, passes, sorted } from '../lists.js';
import type { Orders } from '../lists.js';
import { membershipView } from '../views/organization.js';
import { organizationOf } from './organizations.js';
import { matchesProfile, PROFILE_ORDERS } from './user-filters.js';

type MembershipQuery = BackendApiCalls['ListOrganizationMemberships']['query'];

export const MEMBERSHIPS: BackendApiHandlers = {
  ListOrganizationMemberships: ({ path, query }, { store }) => {
    const { id: organizationId } = organizationOf(path.organizationId, store);
    const memberships = store.memberships
      .list({ organizationId })
      .filter(membership => matches(membership, query, store));
    return pageOf(sorted(memberships, ordersIn(store), query.orderBy), query, membership =>
      membershipView(membership, store),
    );
  },

  InstanceGetOrganizationMemberships: ({ query }, { store }) =>
    pageOf(sorted(store.memberships.list(), ordersIn(store), query.orderBy), query, membership =>
      membershipView(membership, store),
    ),

  UsersGetOrganizationMemberships: ({ path, query }, { store }) => {
    const { id: userId } = store.users.get(path.userId);
    return pageOf(store.memberships.list({ userId }), query, membership => membershipView(membership, store));
  },

  CreateOrganizationMembership: ({ path, body }, { store }) => {
    const organization = organizationOf(path.organizationId, store);
    store.roles.byKey(body.role);
    store.users.get(body.userId);
    rejectFull(organization, store);
    const membership = store.memberships.create({
      organizationId: organization.id,
      userId: body.userId,
      role: body.role,
      publicMetadata: body.publicMetadata ?? undefined,
      privateMetadata: body.privateMetadata ?? undefined,
    });
    return membershipView(membership, store);
  },

  UpdateOrganizationMembership: ({ path, body }, { store }) => {
    const membership = membershipOf(path, store);
    store.roles.byKey(body.role);
    if (body.role !== 'org:admin') rejectLastAdmin(membership, store);
    // The permissions are those of the new role.
    const changes = body.role === membership.role ? {} : { role: body.role, permissions: [] };
    return membershipView(store.memberships.records.update(membership.id, changes), store);
  },

  DeleteOrganizationMembership: ({ path }, { store }) => {
    const membership = membershipOf(path, store);
    rejectLastAdmin(membership, store);
    const view = membershipView(membership, store);
    store.memberships.records.delete(membership.id);
    return view;
  },

  UpdateOrganizationMembershipMetadata: ({ path, body }, { store }) => {
    const membership = membershipOf(path, store);
    const { publicMetadata, privateMetadata } = membership;
    const updated = store.memberships.records.update(membership.id, {
      publicMetadata: body.publicMetadata ? mergeMetadata(publicMetadata, body.publicMetadata) : undefined,
      privateMetadata: body.privateMetadata
        ? mergeMetadata(privateMetadata, body.privateMetadata)
        : undefined,
    });
    return membershipView(updated, store);
  },
};

/**
 * @param added - how many members are to be added
 * @throws {@link ClerkAPIResponseError} 403 when the organization cannot have so many more, invited ones included
 */
export function rejectFull(
  { id, maxAllowedMemberships }: LocalOrganization,
  store: LocalStore,
  added = 1,
): void {
  if (maxAllowedMemberships === 0) return;
  const invitations = store.records.organizationInvitations.by('organizations', id);
  const pending = invitations.filter(({ status }) => status === 'pending').length;
  if (store.memberships.list({ organizationId: id }).length + pending + added <= maxAllowedMemberships)
    return;
  const longMessage = `You have reached your limit of ${maxAllowedMemberships} organization memberships, including outstanding invitations.`;
  throw apiError(
    403,
    'organization_membership_quota_exceeded',
    'organization membership quota exceeded',
    longMessage,
  );
}

function membershipOf(
  { organizationId, userId }: { readonly organizationId: string; readonly userId: string },
  store: LocalStore,
): LocalMembership {
  const organization = organizationOf(organizationId, store);
  const membership = store.memberships.find(organization.id, userId);
  if (!membership) throw resourceNotFound('organization membership', 'user_id', userId);
  return membership;
}

export function rejectLastAdmin({ role, organizationId, id }: LocalMembership, store: LocalStore): void {
  if (role !== 'org:admin') return;
  const others = store.memberships.list({ organizationId }).filter(other => other.id !== id);
  // An organization without any member is being deleted, or is empty on purpose.
  if (others.length === 0 || others.some(other => other.role === 'org:admin')) return;
  throw apiError(
    400,
    'organization_minimum_permissions_needed',
    'minimum organization permissions needed',
    'There has to be at least one organization member with the minimum required permissions',
  );
}

function matches(membership: LocalMembership, query: MembershipQuery, { users }: LocalStore): boolean {
  return (
    passes(query.role, [membership.role]) &&
    isWithin(membership.createdAt, { after: query.createdAtAfter, before: query.createdAtBefore }) &&
    matchesProfile(users.get(membership.userId), query)
  );
}

function ordersIn({ users }: LocalStore): Orders<LocalMembership> {
  const byProfile: Orders<LocalMembership> = Object.fromEntries(
    Object.entries(PROFILE_ORDERS).map(([name, valueOf]) => [
      name,
      ({ userId }) => valueOf(users.get(userId)),
    ]),
  );
  return { ...byProfile, created_at: ({ createdAt }) => createdAt };
}
