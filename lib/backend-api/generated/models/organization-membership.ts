// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, ifPresent, objectOrEmpty, withRaw } from '../../transport/decode.js';
// The global types that applications extend are loaded with the model.
import '../../metadata.js';
import { decodeOrganization, type Organization, type OrganizationJSON } from './organization.js';

/** An organization membership, as the Backend API returns it. */
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
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
  /** The JSON of the Backend API, unchanged. It is not enumerable: copies, logs and JSON do not have it. */
  readonly raw: OrganizationMembershipJSON;
}

/** The JSON of {@link OrganizationMembership}, with the names and values that the Backend API sends. */
export interface OrganizationMembershipJSON {
  id: string;
  object: 'organization_membership';
  role: string;
  role_name?: string;
  permissions: string[];
  public_metadata: OrganizationMembershipPublicMetadata;
  private_metadata?: OrganizationMembershipPrivateMetadata;
  organization: OrganizationJSON;
  public_user_data?: OrganizationMembershipPublicUserDataJSON;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
}

/** An organization membership public user data, as the Backend API returns it. */
export interface OrganizationMembershipPublicUserData {
  readonly userId: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** @deprecated Clerk deprecated this field. */
  readonly profileImageUrl: string | null;
  readonly imageUrl: string;
  readonly hasImage: boolean;
  readonly identifier: string;
  readonly username?: string | null;
  readonly banned?: boolean;
  readonly deprovisioned?: boolean;
}

/** The JSON of {@link OrganizationMembershipPublicUserData}, with the names and values that the Backend API sends. */
export interface OrganizationMembershipPublicUserDataJSON {
  user_id: string;
  first_name: string | null;
  last_name: string | null;
  /** @deprecated Clerk deprecated this field. */
  profile_image_url: string | null;
  image_url: string;
  has_image: boolean;
  identifier: string;
  username?: string | null;
  banned?: boolean;
  deprovisioned?: boolean;
}

/** Decodes the JSON of the Backend API. */
export function decodeOrganizationMembership(json: unknown): OrganizationMembership {
  return withRaw(decodeObject<OrganizationMembership, 'raw'>(json, ORGANIZATION_MEMBERSHIP_FIELDS), json);
}

/** Decodes the JSON of the Backend API. */
export function decodeOrganizationMembershipPublicUserData(
  json: unknown,
): OrganizationMembershipPublicUserData {
  return decodeObject<OrganizationMembershipPublicUserData>(
    json,
    ORGANIZATION_MEMBERSHIP_PUBLIC_USER_DATA_FIELDS,
  );
}

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
