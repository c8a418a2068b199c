// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap, ifPresent, listOf } from '../../transport/decode.js';
import { decodeRole, type Role } from './role.js';

/** A directory, as the Backend API answers it. */
export interface Directory {
  readonly object: 'directory';
  readonly id: string;
  readonly name: string;
  readonly enterpriseConnectionId?: string | null;
  readonly endpointUrl: string;
  readonly provider: string;
  readonly enabled: boolean;
  readonly groupRoleMappingEnabled: boolean;
  readonly attributeMapping: Record<string, string>;
  readonly customAttributes?: DirectoryCustomAttribute[];
  readonly apiKey?: string | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** A directory custom attribute, as the Backend API answers it. */
export interface DirectoryCustomAttribute {
  readonly name?: string;
  readonly key?: string;
  readonly ssoPath?: string;
  readonly scimPath?: string;
  readonly directoryPath?: string;
  readonly multiValued?: boolean;
}

/** A directory group role mapping, as the Backend API answers it. */
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
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** Reads the API's JSON. */
export function decodeDirectory(json: unknown): Directory {
  return decodeObject<Directory>(json, DIRECTORY_FIELDS);
}

/** Reads the API's JSON. */
export function decodeDirectoryCustomAttribute(json: unknown): DirectoryCustomAttribute {
  return decodeObject<DirectoryCustomAttribute>(json, DIRECTORY_CUSTOM_ATTRIBUTE_FIELDS);
}

/** Reads the API's JSON. */
export function decodeDirectoryGroupRoleMapping(json: unknown): DirectoryGroupRoleMapping {
  return decodeObject<DirectoryGroupRoleMapping>(json, DIRECTORY_GROUP_ROLE_MAPPING_FIELDS);
}

const DIRECTORY_FIELDS: FieldMap<Directory> = {
  object: 'object',
  id: 'id',
  name: 'name',
  enterpriseConnectionId: 'enterprise_connection_id',
  endpointUrl: 'endpoint_url',
  provider: 'provider',
  enabled: 'enabled',
  groupRoleMappingEnabled: 'group_role_mapping_enabled',
  attributeMapping: 'attribute_mapping',
  customAttributes: ['custom_attributes', ifPresent(listOf(decodeDirectoryCustomAttribute))],
  apiKey: 'api_key',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};

const DIRECTORY_CUSTOM_ATTRIBUTE_FIELDS: FieldMap<DirectoryCustomAttribute> = {
  name: 'name',
  key: 'key',
  ssoPath: 'sso_path',
  scimPath: 'scim_path',
  directoryPath: 'directory_path',
  multiValued: 'multi_valued',
};

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
