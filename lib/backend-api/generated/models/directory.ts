// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, ifPresent, listOf } from '../../transport/decode.js';

/** A directory, as the Backend API returns it. */
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
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** The JSON of {@link Directory}, with the names and values that the Backend API sends. */
export interface DirectoryJSON {
  object: 'directory';
  id: string;
  name: string;
  enterprise_connection_id?: string | null;
  endpoint_url: string;
  provider: string;
  enabled: boolean;
  group_role_mapping_enabled: boolean;
  attribute_mapping: Record<string, string>;
  custom_attributes?: DirectoryCustomAttributeJSON[];
  api_key?: string | null;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
}

/** A directory custom attribute, as the Backend API returns it. */
export interface DirectoryCustomAttribute {
  readonly name?: string;
  readonly key?: string;
  readonly ssoPath?: string;
  readonly scimPath?: string;
  readonly directoryPath?: string;
  readonly multiValued?: boolean;
}

/** The JSON of {@link DirectoryCustomAttribute}, with the names and values that the Backend API sends. */
export interface DirectoryCustomAttributeJSON {
  name?: string;
  key?: string;
  sso_path?: string;
  scim_path?: string;
  directory_path?: string;
  multi_valued?: boolean;
}

/** Decodes the JSON of the Backend API. */
export function decodeDirectory(json: unknown): Directory {
  return decodeObject<Directory>(json, DIRECTORY_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeDirectoryCustomAttribute(json: unknown): DirectoryCustomAttribute {
  return decodeObject<DirectoryCustomAttribute>(json, DIRECTORY_CUSTOM_ATTRIBUTE_FIELDS);
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
