// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { PaginationParams } from '../transport/pagination.js';

/** What {@link DirectoryAPI.list} takes. */
export type DirectoryListParams = PaginationParams;

/** What {@link DirectoryAPI.create} takes. */
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

/** What {@link DirectoryAPI.update} takes. */
export interface DirectoryUpdateParams {
  directoryId: string;
  name?: string;
  enabled?: boolean;
  provider?: string;
  attributeMapping?: Record<string, string | null>;
  groupRoleMappingEnabled?: boolean;
}

/** What {@link DirectoryAPI.createGroupRoleMapping} takes. */
export interface CreateGroupRoleMappingParams {
  directoryId: string;
  directoryGroupId?: string;
  scimGroupId?: string;
  roleId: string;
  /** At least 1. */
  precedence?: number;
}

/** What {@link DirectoryAPI.replaceGroupRoleMappings} takes. */
export interface ReplaceGroupRoleMappingsParams {
  directoryId: string;
  mappings: { directoryGroupId?: string; scimGroupId?: string; roleId: string }[];
}

/** What {@link DirectoryAPI.deleteGroupRoleMapping} takes. */
export interface DeleteGroupRoleMappingParams {
  directoryId: string;
  mappingId: string;
}
