// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, ifPresent } from '../../transport/decode.js';
import { decodeRole, type Role, type RoleJSON } from './role.js';

/** A directory group role mapping, as the Backend API returns it. */
export interface DirectoryGroupRoleMapping {
  readonly object: 'directory_group_role_mapping';
  readonly id: string;
  readonly directoryId: string;
  readonly scimDirectoryId: string;
  readonly directoryGroupId: string;
  readonly scimGroupId: string;
  readonly directoryGroupDisplayName: string;
  readonly scimGroupDisplayName: string;
  readonly role?: Role;
  readonly precedence: number;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** The JSON of {@link DirectoryGroupRoleMapping}, with the names and values that the Backend API sends. */
export interface DirectoryGroupRoleMappingJSON {
  object: 'directory_group_role_mapping';
  id: string;
  directory_id: string;
  scim_directory_id: string;
  directory_group_id: string;
  scim_group_id: string;
  directory_group_display_name: string;
  scim_group_display_name: string;
  role?: RoleJSON;
  precedence: number;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
}

/** Decodes the JSON of the Backend API. */
export function decodeDirectoryGroupRoleMapping(json: unknown): DirectoryGroupRoleMapping {
  return decodeObject<DirectoryGroupRoleMapping>(json, DIRECTORY_GROUP_ROLE_MAPPING_FIELDS);
}

const DIRECTORY_GROUP_ROLE_MAPPING_FIELDS: FieldMap<DirectoryGroupRoleMapping> = {
  object: 'object',
  id: 'id',
  directoryId: 'directory_id',
  scimDirectoryId: 'scim_directory_id',
  directoryGroupId: 'directory_group_id',
  scimGroupId: 'scim_group_id',
  directoryGroupDisplayName: 'directory_group_display_name',
  scimGroupDisplayName: 'scim_group_display_name',
  role: ['role', ifPresent(decodeRole)],
  precedence: 'precedence',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
