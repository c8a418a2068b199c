import type { LocalMembership, LocalOrganization, LocalUser } from '../store/records.js';
import { imageUrl } from './user-json.js';

/** An organization as the Backend API answers it. @see https://clerk.com/docs/reference/backend-api/model/organization */
export function organizationJson(
  organization: LocalOrganization,
  membersCount?: number,
): Record<string, unknown> {
  return {
    object: 'organization',
    id: organization.id,
    name: organization.name,
    slug: organization.slug,
    image_url: '',
    has_image: false,
    ...(membersCount !== undefined && { members_count: membersCount }),
    max_allowed_memberships: 5,
    admin_delete_enabled: true,
    public_metadata: organization.publicMetadata,
    private_metadata: organization.privateMetadata,
    created_at: organization.createdAt,
    updated_at: organization.updatedAt,
  };
}

/** A membership as the Backend API answers it, with its organization and its member. */
export function membershipJson(
  { id, role, permissions, createdAt, updatedAt }: LocalMembership,
  organization: LocalOrganization,
  user: LocalUser,
): Record<string, unknown> {
  return {
    object: 'organization_membership',
    id,
    role,
    role_name: role.replace(/^org:/, ''),
    permissions,
    public_metadata: {},
    private_metadata: {},
    organization: organizationJson(organization),
    public_user_data: {
      user_id: user.id,
      first_name: user.firstName,
      last_name: user.lastName,
      profile_image_url: imageUrl(user),
      image_url: imageUrl(user),
      has_image: false,
      identifier: user.emailAddresses[0]?.emailAddress ?? null,
      username: user.username,
      banned: user.banned,
      deprovisioned: false,
    },
    created_at: createdAt,
    updated_at: updatedAt,
  };
}
