import { userJson } from '../backend-api/wire.js';
import type { LocalInstance } from '../local-instance.js';
import type { LocalUser } from '../store/records.js';
import { clientMembershipJson } from './organization-json.js';

type Json = Record<string, unknown>;

/** A user as the Frontend API answers them to themselves: without private metadata, with memberships. */
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
