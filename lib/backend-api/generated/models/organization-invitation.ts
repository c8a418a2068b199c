// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, ifPresent, objectOrEmpty, withRaw } from '../../transport/decode.js';
// The global types that applications extend are loaded with the model.
import '../../metadata.js';
import {
  decodeOrganizationInvitationPublicOrganizationData,
  type OrganizationInvitationPublicOrganizationData,
  type PublicOrganizationDataJSON,
} from './organization-invitation-public-organization-data.js';

/** An organization invitation, as the Backend API returns it. */
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
  /** Unix time in milliseconds. */
  readonly expiresAt: number;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
  readonly publicOrganizationData?: OrganizationInvitationPublicOrganizationData;
  /** The JSON of the Backend API, unchanged. It is not enumerable: copies, logs and JSON do not have it. */
  readonly raw: OrganizationInvitationJSON;
}

/** The JSON of {@link OrganizationInvitation}, with the names and values that the Backend API sends. */
export interface OrganizationInvitationJSON {
  object?: 'organization_invitation';
  id: string;
  email_address: string;
  role: string;
  role_name: string;
  organization_id: string;
  inviter_id?: string | null;
  public_inviter_data?: OrganizationInvitationPublicUserDataJSON | null;
  status?: 'pending' | 'accepted' | 'revoked' | 'expired';
  public_metadata?: OrganizationInvitationPublicMetadata;
  private_metadata?: OrganizationInvitationPrivateMetadata;
  url: string | null;
  /** Unix time in milliseconds. */
  expires_at: number;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
  public_organization_data?: PublicOrganizationDataJSON;
}

/** An organization invitation public user data, as the Backend API returns it. */
export interface OrganizationInvitationPublicUserData {
  readonly userId: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly imageUrl: string;
  readonly hasImage: boolean;
  readonly identifier: string;
}

/** The JSON of {@link OrganizationInvitationPublicUserData}, with the names and values that the Backend API sends. */
export interface OrganizationInvitationPublicUserDataJSON {
  user_id: string;
  first_name: string | null;
  last_name: string | null;
  image_url: string;
  has_image: boolean;
  identifier: string;
}

/** Decodes the JSON of the Backend API. */
export function decodeOrganizationInvitation(json: unknown): OrganizationInvitation {
  return withRaw(decodeObject<OrganizationInvitation, 'raw'>(json, ORGANIZATION_INVITATION_FIELDS), json);
}

/** Decodes the JSON of the Backend API. */
export function decodeOrganizationInvitationPublicUserData(
  json: unknown,
): OrganizationInvitationPublicUserData {
  return decodeObject<OrganizationInvitationPublicUserData>(
    json,
    ORGANIZATION_INVITATION_PUBLIC_USER_DATA_FIELDS,
  );
}

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

const ORGANIZATION_INVITATION_PUBLIC_USER_DATA_FIELDS: FieldMap<OrganizationInvitationPublicUserData> = {
  userId: 'user_id',
  firstName: 'first_name',
  lastName: 'last_name',
  imageUrl: 'image_url',
  hasImage: 'has_image',
  identifier: 'identifier',
};
