// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import type { PaginationParams } from '../transport/pagination.js';

/** The parameters of {@link ScimDirectoryAPI.list}. */
export type ScimDirectoryListParams = PaginationParams;

/** The parameters of {@link ScimDirectoryAPI.create}. */
export interface ScimDirectoryCreateParams {
  enterpriseConnectionId: string;
  name?: string;
  provider: string;
  groupRoleMappings?: {
    scimGroupId: string;
    /** At most 255 characters. */
    scimGroupDisplayName?: string;
    roleId: string;
    /** At least 1. */
    precedence?: number;
  }[];
}

/** The parameters of {@link ScimDirectoryAPI.update}. */
export interface ScimDirectoryUpdateParams {
  scimDirectoryId: string;
  name?: string;
  enabled?: boolean;
  provider?: string;
  attributeMapping?: Record<string, string | null>;
  groupRoleMappingEnabled?: boolean;
}

/** The parameters of {@link ScimDirectoryAPI.createGroupRoleMapping}. */
export interface ScimDirectoryCreateGroupRoleMappingParams {
  scimDirectoryId: string;
  scimGroupId: string;
  roleId: string;
  /** At least 1. */
  precedence?: number;
}

/** The parameters of {@link ScimDirectoryAPI.replaceGroupRoleMappings}. */
export interface ScimDirectoryReplaceGroupRoleMappingsParams {
  scimDirectoryId: string;
  mappings: { scimGroupId: string; roleId: string }[];
}

/** The parameters of {@link ScimDirectoryAPI.deleteGroupRoleMapping}. */
export interface ScimDirectoryDeleteGroupRoleMappingParams {
  scimDirectoryId: string;
  mappingId: string;
}
