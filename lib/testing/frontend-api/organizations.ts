import { itemsOfPage } from '../backend-api/lists.js';
import type { OperationCall, OperationHandler } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import type { LocalMembership, LocalOrganization } from '../store/records.js';
import { page, wrapped } from './answers.js';
import { requireCaller } from './caller.js';
import type { Caller } from './caller.js';
import { operationDisabled, organizationNotFoundOrUnauthorized } from './errors.js';
import { requiredText, text } from './parameters.js';
import { clientMembershipJson, clientOrganizationJson } from './user-json.js';

/** What the creator of an organization may do in it, as with Clerk. */
const ADMIN_PERMISSIONS = [
  'org:sys_profile:manage',
  'org:sys_profile:delete',
  'org:sys_memberships:read',
  'org:sys_memberships:manage',
  'org:sys_domains:read',
  'org:sys_domains:manage',
];

/** Makes an organization with the caller as its administrator. */
export const createOrganization: OperationHandler = (call, instance) => {
  const caller = requireCaller(call, instance);
  if (!caller.user.createOrganizationEnabled) {
    throw operationDisabled('The user may not create organizations.');
  }
  const { organizations, memberships } = instance.store;
  const organization = organizations.create({
    name: requiredText(call.body, 'name'),
    slug: text(call.body, 'slug'),
  });
  memberships.create({
    organizationId: organization.id,
    userId: caller.user.id,
    role: 'org:admin',
    permissions: ADMIN_PERMISSIONS,
  });
  return wrapped(clientOrganizationJson(organization, instance.store), caller.browser, call, instance);
};

export const getOrganization: OperationHandler = (call, instance) => {
  const { browser, organization } = requireMember(call, instance);
  const members = instance.store.memberships.list({ organizationId: organization.id });
  return wrapped(
    clientOrganizationJson(organization, instance.store, members.length),
    browser,
    call,
    instance,
  );
};

export const listMemberships: OperationHandler = (call, instance) => {
  const { browser, organization } = requireMember(call, instance);
  const role = call.query.getAll('role').concat(call.query.getAll('role[]'));
  const memberships = instance.store.memberships
    .list({ organizationId: organization.id })
    .filter(membership => role.length === 0 || role.includes(membership.role));
  return wrapped(pageOfMemberships(memberships, call, instance), browser, call, instance);
};

export const listMyMemberships: OperationHandler = (call, instance) => {
  const { browser, user } = requireCaller(call, instance);
  const memberships = instance.store.memberships.list({ userId: user.id });
  return wrapped(pageOfMemberships(memberships, call, instance), browser, call, instance);
};

/** Answers a list that LocalClerk has nothing to put into. */
export const emptyListForCaller: OperationHandler = (call, instance) => {
  const { browser } = requireCaller(call, instance);
  return wrapped(page([], 0), browser, call, instance);
};

/** As {@link emptyListForCaller}, for members of the organization in the path. */
export const emptyListForMember: OperationHandler = (call, instance) => {
  const { browser } = requireMember(call, instance);
  return wrapped(page([], 0), browser, call, instance);
};

function pageOfMemberships(
  memberships: LocalMembership[],
  { query }: OperationCall,
  { store }: LocalInstance,
) {
  const data = itemsOfPage(memberships, query).map(membership => clientMembershipJson(membership, store));
  return page(data, memberships.length);
}

/** A caller who is a member of the organization in the path. */
export interface Member extends Caller {
  readonly organization: LocalOrganization;
  readonly membership: LocalMembership;
}

/** @throws {@link ClerkAPIResponseError} 401 for a caller who is not signed in, 404 for one who is not a member */
export function requireMember(call: OperationCall, instance: LocalInstance): Member {
  const caller = requireCaller(call, instance);
  const { organizations, memberships } = instance.store;
  const organization = organizations.find(call.pathParameters.organization_id ?? '');
  const membership = organization && memberships.find(organization.id, caller.user.id);
  if (!membership) throw organizationNotFoundOrUnauthorized();
  return { ...caller, organization, membership };
}
