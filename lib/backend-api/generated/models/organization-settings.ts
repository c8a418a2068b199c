// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** An organization settings, as the Backend API returns it. */
export interface OrganizationSettings {
  readonly object: 'organization_settings';
  readonly enabled: boolean;
  readonly maxAllowedMemberships: number;
  readonly maxAllowedRoles: number;
  readonly maxRoleSetsAllowed?: number;
  readonly maxAllowedDomains: number;
  /** @deprecated Clerk deprecated this field. */
  readonly maxAllowedPermissions: number;
  readonly creatorRole: string;
  readonly adminDeleteEnabled: boolean;
  readonly domainsEnabled: boolean;
  readonly slugDisabled: boolean;
  readonly domainsEnrollmentModes: ('manual_invitation' | 'automatic_invitation' | 'automatic_suggestion')[];
  readonly domainsDefaultRole: string;
  readonly initialRoleSetKey?: string | null;
}

/** The JSON of {@link OrganizationSettings}, with the names and values that the Backend API sends. */
export interface OrganizationSettingsJSON {
  object: 'organization_settings';
  enabled: boolean;
  max_allowed_memberships: number;
  max_allowed_roles: number;
  max_role_sets_allowed?: number;
  max_allowed_domains: number;
  /** @deprecated Clerk deprecated this field. */
  max_allowed_permissions: number;
  creator_role: string;
  admin_delete_enabled: boolean;
  domains_enabled: boolean;
  slug_disabled: boolean;
  domains_enrollment_modes: ('manual_invitation' | 'automatic_invitation' | 'automatic_suggestion')[];
  domains_default_role: string;
  initial_role_set_key?: string | null;
}

/** Decodes the JSON of the Backend API. */
export function decodeOrganizationSettings(json: unknown): OrganizationSettings {
  return decodeObject<OrganizationSettings>(json, ORGANIZATION_SETTINGS_FIELDS);
}

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
