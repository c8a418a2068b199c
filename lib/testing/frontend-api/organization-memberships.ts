import { resourceNotFound } from '../api-errors.js';
import { contains } from '../backend-api/lists.js';
import { rejectFull, rejectLastAdmin } from '../backend-api/operations/memberships.js';
import type { OperationCall } from '../http/local-api.js';
import type { LocalStore } from '../store/local-store.js';
import type { LocalMembership } from '../store/records.js';
import { filterOf, listFor, wrapped } from './answers.js';
import { requireCaller } from './caller.js';
import { organizationNotFoundOrUnauthorized } from './errors.js';
import type { FrontendApiHandlers } from './handlers.js';
import { clientMembershipJson } from './organization-json.js';
import { requireMember, requirePermission } from './organization-member.js';
import type { Member } from './organization-member.js';
import { requireRole } from './organization-roles.js';
import { requiredText } from './parameters.js';

/** The members of an organization. */
export const ORGANIZATION_MEMBERSHIPS: FrontendApiHandlers = {
  ListOrganizationMemberships: (call, instance) => {
    const { store } = instance;
    const needed = ['org:sys_memberships:read', 'org:sys_memberships:manage'];
    const { browser, organization } = requirePermission(call, instance, ...needed);
    const roles = filterOf(call.query, 'role');
    const memberships = store.memberships
      .list({ organizationId: organization.id })
      .filter(({ role }) => roles.length === 0 || roles.includes(role))
      .filter(({ userId }) => matches(userId, call.query.get('query') ?? undefined, store));
    return wrapped(listFor(memberships, call.query, viewIn(store)), browser, call, instance);
  },

  CreateOrganizationMembership: (call, instance) => {
    const { store } = instance;
    const { browser, organization } = requirePermission(call, instance, 'org:sys_memberships:manage');
    const role = requireRole(requiredText(call.body, 'role'), organization, store);
    const { id: userId } = store.users.get(requiredText(call.body, 'user_id'));
    rejectFull(organization, store);
    const membership = store.memberships.create({ organizationId: organization.id, userId, role });
    return wrapped(clientMembershipJson(membership, store), browser, call, instance);
  },

  UpdateOrganizationMembership: (call, instance) => {
    const { store } = instance;
    const member = requirePermission(call, instance, 'org:sys_memberships:manage');
    const { id, role: current, ...membership } = membershipInPath(member, call, store);
    const role = requireRole(requiredText(call.body, 'role'), member.organization, store);
    if (role !== 'org:admin') rejectLastAdmin({ id, role: current, ...membership }, store);
    // The permissions are those of the new role.
    const changes = role === current ? {} : { role, permissions: [] };
    const updated = store.memberships.records.update(id, changes);
    return wrapped(clientMembershipJson(updated, store), member.browser, call, instance);
  },

  removeOrganizationMember: (call, instance) => {
    const { store } = instance;
    const isOwn = requireCaller(call, instance).user.id === call.pathParameters.user_id;
    const member = isOwn
      ? requireMember(call, instance)
      : requirePermission(call, instance, 'org:sys_memberships:manage');
    const membership = membershipInPath(member, call, store);
    rejectLastAdmin(membership, store);
    const response = clientMembershipJson(membership, store);
    store.memberships.records.delete(membership.id);
    return wrapped(response, member.browser, call, instance);
  },

  getOrganizationMemberships: (call, instance) => {
    const { store } = instance;
    const { browser, user } = requireCaller(call, instance);
    const memberships = store.memberships.list({ userId: user.id });
    return wrapped(listFor(memberships, call.query, viewIn(store)), browser, call, instance);
  },

  /** The caller leaves an organization. */
  deleteOrganizationMemberships: (call, instance) => {
    const { store } = instance;
    const { browser, user } = requireCaller(call, instance);
    const membership = store.memberships.find(call.pathParameters.organization_id ?? '', user.id);
    if (!membership) throw organizationNotFoundOrUnauthorized();
    rejectLastAdmin(membership, store);
    const { id } = store.memberships.records.delete(membership.id);
    return wrapped({ object: 'organization_membership', id, deleted: true }, browser, call, instance);
  },
};

function membershipInPath(
  { organization }: Member,
  { pathParameters: { user_id: userId = '' } }: OperationCall,
  { memberships }: LocalStore,
): LocalMembership {
  const membership = memberships.find(organization.id, userId);
  if (!membership) throw resourceNotFound('organization membership', 'user_id', userId);
  return membership;
}

function matches(userId: string, query: string | undefined, { users }: LocalStore): boolean {
  const { id, firstName, lastName, username, emailAddresses, phoneNumbers } = users.get(userId);
  const addresses = emailAddresses.map(({ emailAddress }) => emailAddress);
  const numbers = phoneNumbers.map(({ phoneNumber }) => phoneNumber);
  const name = [firstName, lastName].filter(part => part !== null).join(' ');
  return contains([id, name, username, ...addresses, ...numbers], query);
}

function viewIn(store: LocalStore): (membership: LocalMembership) => unknown {
  return membership => clientMembershipJson(membership, store);
}
