import { imageUrl } from '../backend-api/views/user.js';
import { organizationView } from '../backend-api/views/organization.js';
import { shapedBy, userJson } from '../backend-api/wire.js';
import type { LocalInstance } from '../local-instance.js';
import type { LocalStore } from '../store/local-store.js';
import type { LocalMembership, LocalOrganization, LocalUser } from '../store/records.js';

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

/** A user as other users may see them. */
export function publicUserDataJson(user: LocalUser): Json {
  return {
    user_id: user.id,
    first_name: user.firstName,
    last_name: user.lastName,
    image_url: imageUrl(user),
    has_image: false,
    identifier: identifierOf(user),
    username: user.username,
    banned: user.banned,
    deprovisioned: false,
  };
}

/** What a user is best known by. */
export function identifierOf(user: LocalUser): string {
  const primaryEmailAddress =
    user.emailAddresses.find(({ id }) => id === user.primaryEmailAddressId) ?? user.emailAddresses[0];
  const primaryPhoneNumber =
    user.phoneNumbers.find(({ id }) => id === user.primaryPhoneNumberId) ?? user.phoneNumbers[0];
  return primaryEmailAddress?.emailAddress ?? user.username ?? primaryPhoneNumber?.phoneNumber ?? user.id;
}

/** An organization as the Frontend API answers it: without private metadata. */
export function clientOrganizationJson(
  organization: LocalOrganization,
  store: LocalStore,
  membersCount?: number,
): Json {
  const view = { ...organizationView(organization, store), membersCount };
  const { private_metadata: _private, ...shared } = shapedBy('Organization', view);
  return shared;
}

/** A membership as the Frontend API answers it. */
export function clientMembershipJson(membership: LocalMembership, store: LocalStore): Json {
  const { id, role, publicMetadata, createdAt, updatedAt } = membership;
  return {
    object: 'organization_membership',
    id,
    role,
    role_name: store.roles.nameOf(role),
    permissions: store.roles.permissionsOf(membership),
    public_metadata: publicMetadata,
    organization: clientOrganizationJson(store.organizations.get(membership.organizationId), store),
    public_user_data: publicUserDataJson(store.users.get(membership.userId)),
    created_at: createdAt,
    updated_at: updatedAt,
  };
}
