// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import {
  decodeObject,
  type FieldMap,
  ifPresent,
  nullable,
  objectOrEmpty,
  textOrEmpty,
  withRaw,
  withWireNames,
} from '../../transport/decode.js';
// The global types that an application augments come with the model.
import '../../metadata.js';

/** An organization, as the Backend API answers it. */
export interface Organization {
  readonly object: 'organization';
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly imageUrl: string;
  readonly hasImage: boolean;
  readonly membersCount?: number;
  readonly missingMemberWithElevatedPermissions?: boolean;
  readonly pendingInvitationsCount?: number;
  readonly maxAllowedMemberships: number;
  readonly adminDeleteEnabled: boolean;
  readonly publicMetadata: OrganizationPublicMetadata;
  readonly privateMetadata: OrganizationPrivateMetadata;
  readonly createdBy?: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  /** Milliseconds since 1970. */
  readonly lastActiveAt?: number;
  readonly roleSetKey?: string | null;
  /** @deprecated Clerk has deprecated the field. */
  readonly logoUrl?: string;
  /** The API's JSON as it came. */
  readonly raw: OrganizationJSON;
}

/** An organization domain, as the Backend API answers it. */
export interface OrganizationDomain {
  readonly object: 'organization_domain';
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly enrollmentMode: 'manual_invitation' | 'automatic_invitation' | 'automatic_suggestion';
  readonly affiliationEmailAddress: string | null;
  readonly affiliationVerification: OrganizationDomainVerification | null;
  readonly ownershipVerification: OrganizationDomainVerification | null;
  /** @deprecated Clerk has deprecated the field. */
  readonly verification: OrganizationDomainVerification | null;
  readonly totalPendingInvitations: number;
  readonly totalPendingSuggestions: number;
  readonly publicOrganizationData?: OrganizationInvitationPublicOrganizationData | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** An organization domain verification, as the Backend API answers it. */
export interface OrganizationDomainVerification {
  readonly status: string;
  readonly strategy: string;
  readonly attempts: number | null;
  /** Milliseconds since 1970. */
  readonly expireAt: number | null;
  /** Milliseconds since 1970. */
  readonly verifiedAt: number | null;
}

/** An organization invitation, as the Backend API answers it. */
export interface OrganizationInvitation {
  readonly object?: 'organization_invitation';
  readonly id: string;
  readonly emailAddress: string;
  readonly role: string;
  readonly roleName: string;
  readonly organizationId: string;
  readonly inviterId?: string | null;
  readonly publicInviterData?: OrganizationInvitationPublicUserData | null;
  readonly status?: 'pending' | 'accepted' | 'revoked' | 'expired';
  readonly publicMetadata: OrganizationInvitationPublicMetadata;
  readonly privateMetadata: OrganizationInvitationPrivateMetadata;
  readonly url: string | null;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  readonly publicOrganizationData?: OrganizationInvitationPublicOrganizationData;
  /** The API's JSON as it came. */
  readonly raw: OrganizationInvitationJSON;
}

/** An organization invitation public organization data, as the Backend API answers it. */
export interface OrganizationInvitationPublicOrganizationData {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly imageUrl?: string;
  readonly hasImage: boolean;
  readonly image_url: string | undefined;
  readonly has_image: boolean;
}

/** An organization invitation public user data, as the Backend API answers it. */
export interface OrganizationInvitationPublicUserData {
  readonly userId: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly imageUrl: string;
  readonly hasImage: boolean;
  readonly identifier: string;
}

/** An organization membership, as the Backend API answers it. */
export interface OrganizationMembership {
  readonly id: string;
  readonly object: 'organization_membership';
  readonly role: string;
  readonly roleName?: string;
  readonly permissions: string[];
  readonly publicMetadata: OrganizationMembershipPublicMetadata;
  readonly privateMetadata: OrganizationMembershipPrivateMetadata;
  readonly organization: Organization;
  readonly publicUserData?: OrganizationMembershipPublicUserData;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  /** The API's JSON as it came. */
  readonly raw: OrganizationMembershipJSON;
}

/** An organization membership public user data, as the Backend API answers it. */
export interface OrganizationMembershipPublicUserData {
  readonly userId: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** @deprecated Clerk has deprecated the field. */
  readonly profileImageUrl: string | null;
  readonly imageUrl: string;
  readonly hasImage: boolean;
  readonly identifier: string;
  readonly username?: string | null;
  readonly banned?: boolean;
  readonly deprovisioned?: boolean;
}

/** An organization settings, as the Backend API answers it. */
export interface OrganizationSettings {
  readonly object: 'organization_settings';
  readonly enabled: boolean;
  readonly maxAllowedMemberships: number;
  readonly maxAllowedRoles: number;
  readonly maxRoleSetsAllowed?: number;
  readonly maxAllowedDomains: number;
  /** @deprecated Clerk has deprecated the field. */
  readonly maxAllowedPermissions: number;
  readonly creatorRole: string;
  readonly adminDeleteEnabled: boolean;
  readonly domainsEnabled: boolean;
  readonly slugDisabled: boolean;
  readonly domainsEnrollmentModes: ('manual_invitation' | 'automatic_invitation' | 'automatic_suggestion')[];
  readonly domainsDefaultRole: string;
  readonly initialRoleSetKey?: string | null;
}

/** An organization as the Backend API sends it. */
export interface OrganizationJSON {
  object: 'organization';
  id: string;
  name: string;
  slug: string;
  image_url?: string;
  has_image: boolean;
  members_count?: number;
  missing_member_with_elevated_permissions?: boolean;
  pending_invitations_count?: number;
  max_allowed_memberships: number;
  admin_delete_enabled: boolean;
  public_metadata: OrganizationPublicMetadata;
  private_metadata?: OrganizationPrivateMetadata;
  created_by?: string;
  created_at: number;
  updated_at: number;
  last_active_at?: number;
  role_set_key?: string | null;
  logo_url?: string;
}

/** An organization invitation as the Backend API sends it. */
export interface OrganizationInvitationJSON {
  object?: 'organization_invitation';
  id: string;
  email_address: string;
  role: string;
  role_name: string;
  organization_id: string;
  inviter_id?: string | null;
  public_inviter_data?: Record<string, unknown> | null;
  status?: 'pending' | 'accepted' | 'revoked' | 'expired';
  public_metadata?: OrganizationInvitationPublicMetadata;
  private_metadata?: OrganizationInvitationPrivateMetadata;
  url: string | null;
  expires_at: number | null;
  created_at: number;
  updated_at: number;
  public_organization_data?: Record<string, unknown>;
}

/** An organization membership as the Backend API sends it. */
export interface OrganizationMembershipJSON {
  id: string;
  object: 'organization_membership';
  role: string;
  role_name?: string;
  permissions: string[];
  public_metadata: OrganizationMembershipPublicMetadata;
  private_metadata?: OrganizationMembershipPrivateMetadata;
  organization: OrganizationJSON;
  public_user_data?: Record<string, unknown>;
  created_at: number;
  updated_at: number;
}

/** Reads the API's JSON. */
export function decodeOrganization(json: unknown): Organization {
  return withRaw(decodeObject<Organization, 'raw'>(json, ORGANIZATION_FIELDS), json);
}

/** Reads the API's JSON. */
export function decodeOrganizationDomain(json: unknown): OrganizationDomain {
  return withWireNames(decodeObject<OrganizationDomain>(json, ORGANIZATION_DOMAIN_FIELDS), json);
}

/** Reads the API's JSON. */
export function decodeOrganizationDomainVerification(json: unknown): OrganizationDomainVerification {
  return withWireNames(
    decodeObject<OrganizationDomainVerification>(json, ORGANIZATION_DOMAIN_VERIFICATION_FIELDS),
    json,
  );
}

/** Reads the API's JSON. */
export function decodeOrganizationInvitation(json: unknown): OrganizationInvitation {
  return withRaw(decodeObject<OrganizationInvitation, 'raw'>(json, ORGANIZATION_INVITATION_FIELDS), json);
}

/** Reads the API's JSON. */
export function decodeOrganizationInvitationPublicOrganizationData(
  json: unknown,
): OrganizationInvitationPublicOrganizationData {
  return withWireNames(
    decodeObject<OrganizationInvitationPublicOrganizationData>(
      json,
      ORGANIZATION_INVITATION_PUBLIC_ORGANIZATION_DATA_FIELDS,
    ),
    json,
  );
}

/** Reads the API's JSON. */
export function decodeOrganizationInvitationPublicUserData(
  json: unknown,
): OrganizationInvitationPublicUserData {
  return decodeObject<OrganizationInvitationPublicUserData>(
    json,
    ORGANIZATION_INVITATION_PUBLIC_USER_DATA_FIELDS,
  );
}

/** Reads the API's JSON. */
export function decodeOrganizationMembership(json: unknown): OrganizationMembership {
  return withRaw(decodeObject<OrganizationMembership, 'raw'>(json, ORGANIZATION_MEMBERSHIP_FIELDS), json);
}

/** Reads the API's JSON. */
export function decodeOrganizationMembershipPublicUserData(
  json: unknown,
): OrganizationMembershipPublicUserData {
  return decodeObject<OrganizationMembershipPublicUserData>(
    json,
    ORGANIZATION_MEMBERSHIP_PUBLIC_USER_DATA_FIELDS,
  );
}

/** Reads the API's JSON. */
export function decodeOrganizationSettings(json: unknown): OrganizationSettings {
  return decodeObject<OrganizationSettings>(json, ORGANIZATION_SETTINGS_FIELDS);
}

const ORGANIZATION_FIELDS: FieldMap<Organization, 'raw'> = {
  object: 'object',
  id: 'id',
  name: 'name',
  slug: 'slug',
  imageUrl: ['image_url', textOrEmpty],
  hasImage: 'has_image',
  membersCount: 'members_count',
  missingMemberWithElevatedPermissions: 'missing_member_with_elevated_permissions',
  pendingInvitationsCount: 'pending_invitations_count',
  maxAllowedMemberships: 'max_allowed_memberships',
  adminDeleteEnabled: 'admin_delete_enabled',
  publicMetadata: ['public_metadata', objectOrEmpty],
  privateMetadata: ['private_metadata', objectOrEmpty],
  createdBy: 'created_by',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  lastActiveAt: 'last_active_at',
  roleSetKey: 'role_set_key',
  logoUrl: 'logo_url',
};

const ORGANIZATION_DOMAIN_FIELDS: FieldMap<OrganizationDomain> = {
  object: 'object',
  id: 'id',
  organizationId: 'organization_id',
  name: 'name',
  enrollmentMode: 'enrollment_mode',
  affiliationEmailAddress: 'affiliation_email_address',
  affiliationVerification: ['affiliation_verification', nullable(decodeOrganizationDomainVerification)],
  ownershipVerification: ['ownership_verification', nullable(decodeOrganizationDomainVerification)],
  verification: ['verification', nullable(decodeOrganizationDomainVerification)],
  totalPendingInvitations: 'total_pending_invitations',
  totalPendingSuggestions: 'total_pending_suggestions',
  publicOrganizationData: [
    'public_organization_data',
    ifPresent(decodeOrganizationInvitationPublicOrganizationData),
  ],
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};

const ORGANIZATION_DOMAIN_VERIFICATION_FIELDS: FieldMap<OrganizationDomainVerification> = {
  status: 'status',
  strategy: 'strategy',
  attempts: 'attempts',
  expireAt: 'expire_at',
  verifiedAt: 'verified_at',
};

const ORGANIZATION_INVITATION_FIELDS: FieldMap<OrganizationInvitation, 'raw'> = {
  object: 'object',
  id: 'id',
  emailAddress: 'email_address',
  role: 'role',
  roleName: 'role_name',
  organizationId: 'organization_id',
  inviterId: 'inviter_id',
  publicInviterData: ['public_inviter_data', ifPresent(decodeOrganizationInvitationPublicUserData)],
  status: 'status',
  publicMetadata: ['public_metadata', objectOrEmpty],
  privateMetadata: ['private_metadata', objectOrEmpty],
  url: 'url',
  expiresAt: 'expires_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  publicOrganizationData: [
    'public_organization_data',
    ifPresent(decodeOrganizationInvitationPublicOrganizationData),
  ],
};

const ORGANIZATION_INVITATION_PUBLIC_ORGANIZATION_DATA_FIELDS: FieldMap<OrganizationInvitationPublicOrganizationData> =
  {
    id: 'id',
    name: 'name',
    slug: 'slug',
    imageUrl: 'image_url',
    hasImage: 'has_image',
    image_url: 'image_url',
    has_image: 'has_image',
  };

const ORGANIZATION_INVITATION_PUBLIC_USER_DATA_FIELDS: FieldMap<OrganizationInvitationPublicUserData> = {
  userId: 'user_id',
  firstName: 'first_name',
  lastName: 'last_name',
  imageUrl: 'image_url',
  hasImage: 'has_image',
  identifier: 'identifier',
};

const ORGANIZATION_MEMBERSHIP_FIELDS: FieldMap<OrganizationMembership, 'raw'> = {
  id: 'id',
  object: 'object',
  role: 'role',
  roleName: 'role_name',
  permissions: 'permissions',
  publicMetadata: ['public_metadata', objectOrEmpty],
  privateMetadata: ['private_metadata', objectOrEmpty],
  organization: ['organization', ifPresent(decodeOrganization)],
  publicUserData: ['public_user_data', ifPresent(decodeOrganizationMembershipPublicUserData)],
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};

const ORGANIZATION_MEMBERSHIP_PUBLIC_USER_DATA_FIELDS: FieldMap<OrganizationMembershipPublicUserData> = {
  userId: 'user_id',
  firstName: 'first_name',
  lastName: 'last_name',
  profileImageUrl: 'profile_image_url',
  imageUrl: 'image_url',
  hasImage: 'has_image',
  identifier: 'identifier',
  username: 'username',
  banned: 'banned',
  deprovisioned: 'deprovisioned',
};

const ORGANIZATION_SETTINGS_FIELDS: FieldMap<OrganizationSettings> = {
  object: 'object',
  enabled: 'enabled',
  maxAllowedMemberships: 'max_allowed_memberships',
  maxAllowedRoles: 'max_allowed_roles',
  maxRoleSetsAllowed: 'max_role_sets_allowed',
  maxAllowedDomains: 'max_allowed_domains',
  maxAllowedPermissions: 'max_allowed_permissions',
  creatorRole: 'creator_role',
  adminDeleteEnabled: 'admin_delete_enabled',
  domainsEnabled: 'domains_enabled',
  slugDisabled: 'slug_disabled',
  domainsEnrollmentModes: 'domains_enrollment_modes',
  domainsDefaultRole: 'domains_default_role',
  initialRoleSetKey: 'initial_role_set_key',
};
