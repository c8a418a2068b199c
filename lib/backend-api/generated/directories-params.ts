// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import type { PaginationParams } from '../transport/pagination.js';

/** The parameters of {@link DirectoryAPI.list}. */
export type DirectoryListParams = PaginationParams;

/** The parameters of {@link DirectoryAPI.create}. */
export interface DirectoryCreateParams {
  enterpriseConnectionId: string;
  name?: string;
  provider: string;
  groupRoleMappings?: {
    directoryGroupId?: string;
    scimGroupId?: string;
    /** At most 255 characters. */
    directoryGroupDisplayName?: string;
    /** At most 255 characters. */
    scimGroupDisplayName?: string;
    roleId: string;
    /** At least 1. */
    precedence?: number;
  }[];
}

/** The parameters of {@link DirectoryAPI.update}. */
export interface DirectoryUpdateParams {
  directoryId: string;
  name?: string;
  enabled?: boolean;
  provider?: string;
  attributeMapping?: Record<string, string | null>;
  groupRoleMappingEnabled?: boolean;
}

/** The parameters of {@link DirectoryAPI.createGroupRoleMapping}. */
export interface DirectoryCreateGroupRoleMappingParams {
  directoryId: string;
  directoryGroupId?: string;
  scimGroupId?: string;
  roleId: string;
  /** At least 1. */
  precedence?: number;
}

/** The parameters of {@link DirectoryAPI.replaceGroupRoleMappings}. */
export interface DirectoryReplaceGroupRoleMappingsParams {
  directoryId: string;
  mappings: { directoryGroupId?: string; scimGroupId?: string; roleId: string }[];
}

/** The parameters of {@link DirectoryAPI.deleteGroupRoleMapping}. */
export interface DirectoryDeleteGroupRoleMappingParams {
  directoryId: string;
  mappingId: string;
}
