// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import type { OneOf } from '../one-of.js';
import type { PaginationParams } from '../transport/pagination.js';
// The global types that applications extend are loaded with the parameters.
import '../metadata.js';

/** The parameters of {@link OrganizationAPI.getOrganizationList}. */
export interface GetOrganizationListParams extends PaginationParams {
  includeMembersCount?: boolean;
  includeMissingMemberWithElevatedPermissions?: boolean;
  query?: string;
  userId?: string[];
  organizationId?: string[];
  /** By default `'-created_at'`. */
  orderBy?: string;
}

/** The parameters of {@link OrganizationAPI.createOrganization}. */
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

/** The parameters of {@link OrganizationAPI.updateOrganizationMetadata}. */
export interface UpdateOrganizationMetadataParams {
  publicMetadata?: OrganizationPublicMetadata;
  privateMetadata?: OrganizationPrivateMetadata;
}

/** The parameters of {@link OrganizationAPI.replaceOrganizationMetadata}. */
export interface ReplaceOrganizationMetadataParams {
  publicMetadata?: OrganizationPublicMetadata;
  privateMetadata?: OrganizationPrivateMetadata;
}

/** The parameters of {@link OrganizationAPI.updateOrganizationLogo}. */
export interface UpdateOrganizationLogoParams {
  uploaderUserId?: string;
  file: Blob;
}

/** The parameters of {@link OrganizationAPI.createOrganizationInvitation}. */
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

/** The parameters of {@link OrganizationAPI.getOrganizationInvitationList}. */
export interface OrganizationGetOrganizationInvitationListParams extends PaginationParams {
  organizationId: string;
  status?:
    | OneOf<'pending' | 'accepted' | 'revoked' | 'expired'>
    | OneOf<'pending' | 'accepted' | 'revoked' | 'expired'>[];
  emailAddress?: string;
  /** By default `'-created_at'`. */
  orderBy?: string;
}

/** The parameters of {@link OrganizationAPI.createOrganizationInvitationBulk}. */
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

/** The parameters of {@link OrganizationAPI.getPendingOrganizationInvitationList}. */
export interface GetPendingOrganizationInvitationListParams extends PaginationParams {
  organizationId: string;
}

/** The parameters of {@link OrganizationAPI.getOrganizationInvitation}. */
export interface GetOrganizationInvitationParams {
  organizationId: string;
  invitationId: string;
}

/** The parameters of {@link OrganizationAPI.revokeOrganizationInvitation}. */
export interface RevokeOrganizationInvitationParams {
  organizationId: string;
  invitationId: string;
  requestingUserId?: string | null;
}

/** The parameters of {@link OrganizationAPI.getInstanceOrganizationInvitationList}. */
export interface GetInstanceOrganizationInvitationListParams extends PaginationParams {
  /** By default `'-created_at'`. */
  orderBy?: string;
  status?: OneOf<'pending' | 'accepted' | 'revoked' | 'expired'>;
  query?: string;
}

/** The parameters of {@link OrganizationAPI.createOrganizationMembership}. */
export interface CreateOrganizationMembershipParams {
  organizationId: string;
  userId: string;
  role: string;
  publicMetadata?: OrganizationMembershipPublicMetadata | null;
  privateMetadata?: OrganizationMembershipPrivateMetadata | null;
}

/** The parameters of {@link OrganizationAPI.getOrganizationMembershipList}. */
export interface OrganizationGetOrganizationMembershipListParams extends PaginationParams {
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
  /** Unix time in milliseconds, or a `Date`. */
  lastActiveAtBefore?: Date | number;
  /** Unix time in milliseconds, or a `Date`. */
  lastActiveAtAfter?: Date | number;
  /** Unix time in milliseconds, or a `Date`. */
  createdAtBefore?: Date | number;
  /** Unix time in milliseconds, or a `Date`. */
  createdAtAfter?: Date | number;
}

/** The parameters of {@link OrganizationAPI.updateOrganizationMembership}. */
export interface UpdateOrganizationMembershipParams {
  organizationId: string;
  userId: string;
  role: string;
}

/** The parameters of {@link OrganizationAPI.deleteOrganizationMembership}. */
export interface DeleteOrganizationMembershipParams {
  organizationId: string;
  userId: string;
}

/** The parameters of {@link OrganizationAPI.updateOrganizationMembershipMetadata}. */
export interface UpdateOrganizationMembershipMetadataParams {
  organizationId: string;
  userId: string;
  publicMetadata?: OrganizationMembershipPublicMetadata;
  privateMetadata?: OrganizationMembershipPrivateMetadata;
}

/** The parameters of {@link OrganizationAPI.getInstanceOrganizationMembershipList}. */
export interface GetInstanceOrganizationMembershipListParams extends PaginationParams {
  orderBy?: string;
}

/** The parameters of {@link OrganizationAPI.createOrganizationDomain}. */
export interface CreateOrganizationDomainParams {
  organizationId: string;
  name?: string;
  enrollmentMode?: string;
  verified?: boolean | null;
}

/** The parameters of {@link OrganizationAPI.getOrganizationDomainList}. */
export interface GetOrganizationDomainListParams extends PaginationParams {
  organizationId: string;
  verified?: string;
  enrollmentMode?: string;
}

/** The parameters of {@link OrganizationAPI.updateOrganizationDomain}. */
export interface UpdateOrganizationDomainParams {
  organizationId: string;
  domainId: string;
  enrollmentMode?: string | null;
  verified?: boolean | null;
}

/** The parameters of {@link OrganizationAPI.deleteOrganizationDomain}. */
export interface DeleteOrganizationDomainParams {
  organizationId: string;
  domainId: string;
}

/** The parameters of {@link OrganizationAPI.verifyOrganizationDomainOwnership}. */
export interface VerifyOrganizationDomainOwnershipParams {
  organizationId: string;
  domainId: string;
}

/** The parameters of {@link OrganizationAPI.getInstanceOrganizationDomainList}. */
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
