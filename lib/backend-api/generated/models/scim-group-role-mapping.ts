// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, ifPresent } from '../../transport/decode.js';
import { decodeRole, type Role, type RoleJSON } from './role.js';

/** A SCIM group role mapping, as the Backend API returns it. */
export interface ScimGroupRoleMapping {
  readonly object: 'scim_group_role_mapping';
  readonly id: string;
  readonly scimDirectoryId: string;
  readonly directoryId: string;
  readonly scimGroupId: string;
  readonly directoryGroupId: string;
  readonly scimGroupDisplayName: string;
  readonly directoryGroupDisplayName: string;
  readonly role?: Role;
  readonly precedence: number;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** The JSON of {@link ScimGroupRoleMapping}, with the names and values that the Backend API sends. */
export interface ScimGroupRoleMappingJSON {
  object: 'scim_group_role_mapping';
  id: string;
  scim_directory_id: string;
  directory_id: string;
  scim_group_id: string;
  directory_group_id: string;
  scim_group_display_name: string;
  directory_group_display_name: string;
  role?: RoleJSON;
  precedence: number;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
}

/** Decodes the JSON of the Backend API. */
export function decodeScimGroupRoleMapping(json: unknown): ScimGroupRoleMapping {
  return decodeObject<ScimGroupRoleMapping>(json, SCIM_GROUP_ROLE_MAPPING_FIELDS);
}

const SCIM_GROUP_ROLE_MAPPING_FIELDS: FieldMap<ScimGroupRoleMapping> = {
  object: 'object',
  id: 'id',
  scimDirectoryId: 'scim_directory_id',
  directoryId: 'directory_id',
  scimGroupId: 'scim_group_id',
  directoryGroupId: 'directory_group_id',
  scimGroupDisplayName: 'scim_group_display_name',
  directoryGroupDisplayName: 'directory_group_display_name',
  role: ['role', ifPresent(decodeRole)],
  precedence: 'precedence',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
