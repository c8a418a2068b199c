import { imageOf } from '../backend-api/views/user.js';
import type { LocalOrganizationInvitation } from '../store/invitation-records.js';
import type { LocalStore } from '../store/local-store.js';
import type { LocalMembership, LocalOrganization } from '../store/records.js';
import { memberPermissions } from './organization-member.js';
import { publicUserDataJson } from './public-user-data.js';

type Json = Record<string, unknown>;

/** An organization as the Frontend API answers it to members: without private metadata. */
export function clientOrganizationJson(organization: LocalOrganization, store: LocalStore): Json {
  const { id, name, slug, maxAllowedMemberships, adminDeleteEnabled } = organization;
  const invitations = store.records.organizationInvitations.by('organizations', id);
  return {
    object: 'organization',
    id,
    name,
    slug,
    image_url: organizationImageUrl(organization),
    has_image: organization.imageUrl !== null,
    members_count: store.memberships.list({ organizationId: id }).length,
    pending_invitations_count: invitations.filter(({ status }) => status === 'pending').length,
    max_allowed_memberships: maxAllowedMemberships,
    admin_delete_enabled: adminDeleteEnabled,
    public_metadata: organization.publicMetadata,
    created_at: organization.createdAt,
    updated_at: organization.updatedAt,
  };
}

/** An organization as users who are no members may see it. */
export function publicOrganizationDataJson(organization: LocalOrganization): Json {
  return {
    id: organization.id,
    name: organization.name,
    slug: organization.slug,
    image_url: organizationImageUrl(organization),
    has_image: organization.imageUrl !== null,
  };
}

/** A membership, with its organization and its user. */
export function clientMembershipJson(membership: LocalMembership, store: LocalStore): Json {
  const { id, role, publicMetadata, createdAt, updatedAt } = membership;
  return {
    object: 'organization_membership',
    id,
    role,
    role_name: store.roles.nameOf(role),
    permissions: memberPermissions(membership, store),
    public_metadata: publicMetadata,
    organization: clientOrganizationJson(store.organizations.get(membership.organizationId), store),
    public_user_data: publicUserDataJson(store.users.get(membership.userId)),
    created_at: createdAt,
    updated_at: updatedAt,
  };
}

/** An invitation. Its link is for the invited person alone. */
export function clientInvitationJson(invitation: LocalOrganizationInvitation, store: LocalStore): Json {
  const { organizationId } = invitation;
  return {
    object: 'organization_invitation',
    id: invitation.id,
    email_address: invitation.emailAddress,
    role: invitation.role,
    role_name: store.roles.nameOf(invitation.role),
    organization_id: organizationId,
    public_organization_data: publicOrganizationDataJson(store.organizations.get(organizationId)),
    status: invitation.status,
    public_metadata: invitation.publicMetadata,
    url: null,
    expires_at: invitation.expiresAt,
    created_at: invitation.createdAt,
    updated_at: invitation.updatedAt,
  };
}

function organizationImageUrl({ id, imageUrl: uploaded }: LocalOrganization): string {
  return uploaded ?? imageOf({ type: 'default', rid: id });
}
