// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import {
  decodeObject,
  type FieldMap,
  objectOrEmpty,
  stringOrEmpty,
  withRaw,
} from '../../transport/decode.js';
// The global types that applications extend are loaded with the model.
import '../../metadata.js';

/** An organization, as the Backend API returns it. */
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
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
  /** Unix time in milliseconds. */
  readonly lastActiveAt?: number;
  readonly roleSetKey?: string | null;
  /** @deprecated Clerk deprecated this field. */
  readonly logoUrl?: string;
  /** The JSON of the Backend API, unchanged. It is not enumerable: copies, logs and JSON do not have it. */
  readonly raw: OrganizationJSON;
}

/** The JSON of {@link Organization}, with the names and values that the Backend API sends. */
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
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
  /** Unix time in milliseconds. */
  last_active_at?: number;
  role_set_key?: string | null;
  /** @deprecated Clerk deprecated this field. */
  logo_url?: string;
}

/** Decodes the JSON of the Backend API. */
export function decodeOrganization(json: unknown): Organization {
  return withRaw(decodeObject<Organization, 'raw'>(json, ORGANIZATION_FIELDS), json);
}

const ORGANIZATION_FIELDS: FieldMap<Organization, 'raw'> = {
  object: 'object',
  id: 'id',
  name: 'name',
  slug: 'slug',
  imageUrl: ['image_url', stringOrEmpty],
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
