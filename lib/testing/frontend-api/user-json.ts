import { userJson } from '../backend-api/wire.js';
import type { LocalInstance } from '../local-instance.js';
import type { LocalUser } from '../store/records.js';
import { clientMembershipJson } from './organization-json.js';

type Json = Record<string, unknown>;

/** The Frontend API's JSON of the caller: without private metadata, with memberships. */
export function clientUserJson(user: LocalUser, { store }: LocalInstance): Json {
  const { private_metadata: _private, create_organizations_limit: limit, ...shared } = userJson(user, store);
  return {
    ...shared,
    ...(limit != null && { create_organizations_limit: limit }),
    organization_memberships: store.memberships
      .list({ userId: user.id })
      .map(membership => clientMembershipJson(membership, store)),
  };
}
