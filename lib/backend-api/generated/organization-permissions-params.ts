// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { PaginationParams } from '../transport/pagination.js';

/** What {@link OrganizationPermissionAPI.getOrganizationPermissionList} takes. */
export interface GetOrganizationPermissionListParams extends PaginationParams {
  query?: string;
  orderBy?: string;
}

/** What {@link OrganizationPermissionAPI.createOrganizationPermission} takes. */
export interface CreateOrganizationPermissionParams {
  name: string;
  key: string;
  description?: string;
}

/** What {@link OrganizationPermissionAPI.updateOrganizationPermission} takes. */
export interface UpdateOrganizationPermissionParams {
  permissionId: string;
  name?: string;
  key?: string;
  description?: string;
}
