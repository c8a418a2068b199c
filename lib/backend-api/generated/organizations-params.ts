// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { OneOf } from '../one-of.js';
import type { PaginationParams } from '../transport/pagination.js';
// The global types that an application augments come with the parameters.
import '../metadata.js';

/** What {@link OrganizationAPI.getOrganizationList} takes. */
export interface GetOrganizationListParams extends PaginationParams {
  includeMembersCount?: boolean;
  includeMissingMemberWithElevatedPermissions?: boolean;
  query?: string;
  userId?: string[];
  organizationId?: string[];
  /** By default `'-created_at'`. */
  orderBy?: string;
}

/** What {@link OrganizationAPI.createOrganization} takes. */
export interface CreateOrganizationParams {
  name: string;
  createdBy?: string | null;
  privateMetadata?: OrganizationPrivateMetadata | null;
  publicMetadata?: OrganizationPublicMetadata | null;
  slug?: string | null;
  /** At least 0. */
  maxAllowedMemberships?: number | null;
  createdAt?: Date | string | null;
  roleSetKey?: string | null;
}

/** What {@link OrganizationAPI.updateOrganizationMetadata} takes. */
export interface UpdateOrganizationMetadataParams {
  publicMetadata?: OrganizationPublicMetadata;
  privateMetadata?: OrganizationPrivateMetadata;
}

/** What {@link OrganizationAPI.replaceOrganizationMetadata} takes. */
export interface ReplaceOrganizationMetadataParams {
  publicMetadata?: OrganizationPublicMetadata;
  privateMetadata?: OrganizationPrivateMetadata;
}

/** What {@link OrganizationAPI.updateOrganizationLogo} takes. */
export interface UpdateOrganizationLogoParams {
  uploaderUserId?: string;
  file: Blob;
}

/** What {@link OrganizationAPI.createOrganizationInvitation} takes. */
export interface CreateOrganizationInvitationParams {
  organizationId: string;
  emailAddress: string;
  inviterUserId?: string | null;
  role: string;
  publicMetadata?: OrganizationInvitationPublicMetadata | null;
  privateMetadata?: OrganizationInvitationPrivateMetadata | null;
  redirectUrl?: string | null;
  /** From 1 to 365. */
  expiresInDays?: number | null;
  /** By default `true`. */
  notify?: boolean | null;
}

/** What {@link OrganizationAPI.getOrganizationInvitationList} takes. */
export interface GetOrganizationInvitationListParams extends PaginationParams {
  organizationId: string;
  status?:
    | OneOf<'pending' | 'accepted' | 'revoked' | 'expired'>
    | OneOf<'pending' | 'accepted' | 'revoked' | 'expired'>[];
  emailAddress?: string;
  /** By default `'-created_at'`. */
  orderBy?: string;
}

/** What {@link OrganizationAPI.createOrganizationInvitationBulk} takes. */
export interface CreateOrganizationInvitationBulkParams {
  emailAddress: string;
  inviterUserId?: string | null;
  role: string;
  publicMetadata?: OrganizationInvitationPublicMetadata | null;
  privateMetadata?: OrganizationInvitationPrivateMetadata | null;
  redirectUrl?: string | null;
  /** From 1 to 365. */
  expiresInDays?: number | null;
  /** By default `true`. */
  notify?: boolean | null;
}

/** What {@link OrganizationAPI.getPendingOrganizationInvitationList} takes. */
export interface GetPendingOrganizationInvitationListParams extends PaginationParams {
  organizationId: string;
}

/** What {@link OrganizationAPI.getOrganizationInvitation} takes. */
export interface GetOrganizationInvitationParams {
  organizationId: string;
  invitationId: string;
}

/** What {@link OrganizationAPI.revokeOrganizationInvitation} takes. */
export interface RevokeOrganizationInvitationParams {
  organizationId: string;
  invitationId: string;
  requestingUserId?: string | null;
}

/** What {@link OrganizationAPI.getInstanceOrganizationInvitationList} takes. */
export interface GetInstanceOrganizationInvitationListParams extends PaginationParams {
  /** By default `'-created_at'`. */
  orderBy?: string;
  status?: OneOf<'pending' | 'accepted' | 'revoked' | 'expired'>;
  query?: string;
}

/** What {@link OrganizationAPI.createOrganizationMembership} takes. */
export interface CreateOrganizationMembershipParams {
  organizationId: string;
  userId: string;
  role: string;
  publicMetadata?: OrganizationMembershipPublicMetadata | null;
  privateMetadata?: OrganizationMembershipPrivateMetadata | null;
}

/** What {@link OrganizationAPI.getOrganizationMembershipList} takes. */
export interface GetOrganizationMembershipListParams extends PaginationParams {
  organizationId: string;
  orderBy?: string;
  userId?: string[];
  emailAddress?: string[];
  phoneNumber?: string[];
  username?: string[];
  web3Wallet?: string[];
  role?: string[];
  query?: string;
  emailAddressQuery?: string;
  phoneNumberQuery?: string;
  usernameQuery?: string;
  nameQuery?: string;
  /** Milliseconds since 1970, or a `Date`. */
  lastActiveAtBefore?: Date | number;
  /** Milliseconds since 1970, or a `Date`. */
  lastActiveAtAfter?: Date | number;
  /** Milliseconds since 1970, or a `Date`. */
  createdAtBefore?: Date | number;
  /** Milliseconds since 1970, or a `Date`. */
  createdAtAfter?: Date | number;
}

/** What {@link OrganizationAPI.updateOrganizationMembership} takes. */
export interface UpdateOrganizationMembershipParams {
  organizationId: string;
  userId: string;
  role: string;
}

/** What {@link OrganizationAPI.deleteOrganizationMembership} takes. */
export interface DeleteOrganizationMembershipParams {
  organizationId: string;
  userId: string;
}

/** What {@link OrganizationAPI.updateOrganizationMembershipMetadata} takes. */
export interface UpdateOrganizationMembershipMetadataParams {
  organizationId: string;
  userId: string;
  publicMetadata?: OrganizationMembershipPublicMetadata;
  privateMetadata?: OrganizationMembershipPrivateMetadata;
}

/** What {@link OrganizationAPI.getInstanceOrganizationMembershipList} takes. */
export interface GetInstanceOrganizationMembershipListParams extends PaginationParams {
  orderBy?: string;
}

/** What {@link OrganizationAPI.createOrganizationDomain} takes. */
export interface CreateOrganizationDomainParams {
  organizationId: string;
  name?: string;
  enrollmentMode?: string;
  verified?: boolean | null;
}

/** What {@link OrganizationAPI.getOrganizationDomainList} takes. */
export interface GetOrganizationDomainListParams extends PaginationParams {
  organizationId: string;
  verified?: string;
  enrollmentMode?: string;
}

/** What {@link OrganizationAPI.updateOrganizationDomain} takes. */
export interface UpdateOrganizationDomainParams {
  organizationId: string;
  domainId: string;
  enrollmentMode?: string | null;
  verified?: boolean | null;
}

/** What {@link OrganizationAPI.deleteOrganizationDomain} takes. */
export interface DeleteOrganizationDomainParams {
  organizationId: string;
  domainId: string;
}

/** What {@link OrganizationAPI.verifyOrganizationDomainOwnership} takes. */
export interface VerifyOrganizationDomainOwnershipParams {
  organizationId: string;
  domainId: string;
}

/** What {@link OrganizationAPI.getInstanceOrganizationDomainList} takes. */
export interface GetInstanceOrganizationDomainListParams extends PaginationParams {
  organizationId?: string;
  verified?: OneOf<'true' | 'false'>;
  enrollmentMode?: OneOf<
    | 'manual_invitation'
    | 'automatic_invitation'
    | 'automatic_suggestion'
    | 'enterprise_sso'
    | '-manual_invitation'
    | '-automatic_invitation'
    | '-automatic_suggestion'
    | '-enterprise_sso'
  >[];
  query?: string;
  domains?: string[];
  /** By default `'-created_at'`. */
  orderBy?: string;
}
