import type { LocalStore } from '../../store/local-store.js';
import type { LocalMembership, LocalOrganization, LocalUser } from '../../store/records.js';
import { imageOf, imageUrl } from './user.js';

/** The fields of an organization that are returned on request only. */
export interface OrganizationCounts {
  readonly includeMembersCount?: boolean | undefined;
  readonly includeMissingMemberWithElevatedPermissions?: boolean | undefined;
}

/** The Backend API's JSON of an organization. @see https://clerk.com/docs/reference/backend-api/model/organization */
export function organizationView(
  organization: LocalOrganization,
  store: LocalStore,
  counts: OrganizationCounts = {},
): object {
  const members = store.memberships.list({ organizationId: organization.id });
  return {
    ...organization,
    createdBy: organization.createdBy ?? undefined,
    imageUrl: organizationImageUrl(organization),
    logoUrl: organization.imageUrl ?? undefined,
    hasImage: organization.imageUrl !== null,
    ...(counts.includeMembersCount === true && { membersCount: members.length }),
    ...(counts.includeMissingMemberWithElevatedPermissions === true && {
      missingMemberWithElevatedPermissions: !members.some(({ role }) => role === 'org:admin'),
    }),
  };
}

/** The Backend API's JSON of a membership, with its organization and its member. */
export function membershipView(membership: LocalMembership, store: LocalStore): object {
  const { organizationId, userId, role } = membership;
  return {
    ...membership,
    roleName: store.roles.nameOf(role),
    permissions: store.roles.permissionsOf(membership),
    organization: organizationView(store.organizations.get(organizationId), store),
    publicUserData: publicUserData(store.users.get(userId)),
  };
}

/** The fields of a user that other members of an organization see. */
export function publicUserData(user: LocalUser): object {
  return {
    ...user,
    userId: user.id,
    profileImageUrl: imageUrl(user),
    imageUrl: imageUrl(user),
    hasImage: user.profileImageUrl !== null,
    identifier:
      user.emailAddresses[0]?.emailAddress ?? user.username ?? user.phoneNumbers[0]?.phoneNumber ?? '',
    deprovisioned: false,
  };
}

export function publicOrganizationData(organization: LocalOrganization): object {
  return {
    ...organization,
    imageUrl: organizationImageUrl(organization),
    hasImage: organization.imageUrl !== null,
  };
}

function organizationImageUrl({ id, imageUrl: uploaded }: LocalOrganization): string {
  return uploaded ?? imageOf({ type: 'default', rid: id });
}
