import { json } from '../http/api-answer.js';
import type { OperationCall, OperationHandler } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import { resourceNotFound } from '../api-errors.js';
import type { LocalMembership, LocalOrganization } from '../store/records.js';
import { membershipJson, organizationJson } from './organization-json.js';
import { pageOf } from './parameters.js';

type Store = LocalInstance['store'];

export const getOrganization: OperationHandler = (call, { store }) => {
  const organization = organizationOf(call, store);
  const isCounted = call.query.get('include_members_count') === 'true';
  const members = store.memberships.list({ organizationId: organization.id });
  return json(organizationJson(organization, isCounted ? members.length : undefined));
};

export const listOrganizationMemberships: OperationHandler = (call, { store }) => {
  const { id: organizationId } = organizationOf(call, store);
  return pageOfMemberships(store.memberships.list({ organizationId }), call, store);
};

export const getUserMemberships: OperationHandler = (call, { store }) => {
  const { id: userId } = store.users.get(call.pathParameters.user_id ?? '');
  return pageOfMemberships(store.memberships.list({ userId }), call, store);
};

function pageOfMemberships(memberships: LocalMembership[], { query }: OperationCall, store: Store) {
  const data = pageOf(memberships, query).map(membership =>
    membershipJson(
      membership,
      store.organizations.get(membership.organizationId),
      store.users.get(membership.userId),
    ),
  );
  return json({ data, total_count: memberships.length });
}

/** In the path, a slug does as well as an id. */
function organizationOf({ pathParameters }: OperationCall, { organizations }: Store): LocalOrganization {
  const idOrSlug = pathParameters.organization_id ?? '';
  const found =
    organizations.find(idOrSlug) ?? organizations.list().find(organization => organization.slug === idOrSlug);
  if (!found) throw resourceNotFound('organization', 'id', idOrSlug);
  return found;
}
