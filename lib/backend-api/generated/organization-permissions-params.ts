// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import type { PaginationParams } from '../transport/pagination.js';

/** The parameters of {@link OrganizationPermissionAPI.getOrganizationPermissionList}. */
export interface GetOrganizationPermissionListParams extends PaginationParams {
  query?: string;
  orderBy?: string;
}

/** The parameters of {@link OrganizationPermissionAPI.createOrganizationPermission}. */
export interface CreateOrganizationPermissionParams {
  name: string;
  key: string;
  description?: string;
}

/** The parameters of {@link OrganizationPermissionAPI.updateOrganizationPermission}. */
export interface UpdateOrganizationPermissionParams {
  permissionId: string;
  name?: string;
  key?: string;
  description?: string;
}
