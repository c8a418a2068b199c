// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap, ifPresent, listOf } from '../../transport/decode.js';
import { decodeRole, type Role } from './role.js';

/** A scim directory, as the Backend API answers it. */
export interface ScimDirectory {
  readonly object: 'scim_directory';
  readonly id: string;
  readonly name: string;
  readonly enterpriseConnectionId?: string | null;
  readonly endpointUrl: string;
  readonly provider: string;
  readonly enabled: boolean;
  readonly groupRoleMappingEnabled: boolean;
  readonly attributeMapping: Record<string, string>;
  readonly customAttributes?: ScimDirectoryCustomAttribute[];
  readonly apiKey?: string | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** A scim directory custom attribute, as the Backend API answers it. */
export interface ScimDirectoryCustomAttribute {
  readonly name?: string;
  readonly key?: string;
  readonly ssoPath?: string;
  readonly scimPath?: string;
  readonly directoryPath?: string;
  readonly multiValued?: boolean;
}

/** A scim group role mapping, as the Backend API answers it. */
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
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** A scim user metadata, as the Backend API answers it. */
export interface ScimUserMetadata {
  readonly directoryId: string;
  readonly directoryEnabled?: boolean;
  readonly externalId: string | null;
}

/** Reads the API's JSON. */
export function decodeScimDirectory(json: unknown): ScimDirectory {
  return decodeObject<ScimDirectory>(json, SCIM_DIRECTORY_FIELDS);
}

/** Reads the API's JSON. */
export function decodeScimDirectoryCustomAttribute(json: unknown): ScimDirectoryCustomAttribute {
  return decodeObject<ScimDirectoryCustomAttribute>(json, SCIM_DIRECTORY_CUSTOM_ATTRIBUTE_FIELDS);
}

/** Reads the API's JSON. */
export function decodeScimGroupRoleMapping(json: unknown): ScimGroupRoleMapping {
  return decodeObject<ScimGroupRoleMapping>(json, SCIM_GROUP_ROLE_MAPPING_FIELDS);
}

/** Reads the API's JSON. */
export function decodeScimUserMetadata(json: unknown): ScimUserMetadata {
  return decodeObject<ScimUserMetadata>(json, SCIM_USER_METADATA_FIELDS);
}

const SCIM_DIRECTORY_FIELDS: FieldMap<ScimDirectory> = {
  object: 'object',
  id: 'id',
  name: 'name',
  enterpriseConnectionId: 'enterprise_connection_id',
  endpointUrl: 'endpoint_url',
  provider: 'provider',
  enabled: 'enabled',
  groupRoleMappingEnabled: 'group_role_mapping_enabled',
  attributeMapping: 'attribute_mapping',
  customAttributes: ['custom_attributes', ifPresent(listOf(decodeScimDirectoryCustomAttribute))],
  apiKey: 'api_key',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};

const SCIM_DIRECTORY_CUSTOM_ATTRIBUTE_FIELDS: FieldMap<ScimDirectoryCustomAttribute> = {
  name: 'name',
  key: 'key',
  ssoPath: 'sso_path',
  scimPath: 'scim_path',
  directoryPath: 'directory_path',
  multiValued: 'multi_valued',
};

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

const SCIM_USER_METADATA_FIELDS: FieldMap<ScimUserMetadata> = {
  directoryId: 'directory_id',
  directoryEnabled: 'directory_enabled',
  externalId: 'external_id',
};
