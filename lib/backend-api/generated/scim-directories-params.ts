// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { PaginationParams } from '../transport/pagination.js';

/** What {@link ScimDirectoryAPI.list} takes. */
export type ScimDirectoryListParams = PaginationParams;

/** What {@link ScimDirectoryAPI.create} takes. */
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

/** What {@link ScimDirectoryAPI.update} takes. */
export interface ScimDirectoryUpdateParams {
  scimDirectoryId: string;
  name?: string;
  enabled?: boolean;
  provider?: string;
  attributeMapping?: Record<string, string | null>;
  groupRoleMappingEnabled?: boolean;
}

/** What {@link ScimDirectoryAPI.createGroupRoleMapping} takes. */
export interface CreateGroupRoleMappingParams {
  scimDirectoryId: string;
  scimGroupId: string;
  roleId: string;
  /** At least 1. */
  precedence?: number;
}

/** What {@link ScimDirectoryAPI.replaceGroupRoleMappings} takes. */
export interface ReplaceGroupRoleMappingsParams {
  scimDirectoryId: string;
  mappings: { scimGroupId: string; roleId: string }[];
}

/** What {@link ScimDirectoryAPI.deleteGroupRoleMapping} takes. */
export interface DeleteGroupRoleMappingParams {
  scimDirectoryId: string;
  mappingId: string;
}
