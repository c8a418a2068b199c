// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import type { PaginationParams } from '../transport/pagination.js';

/** The parameters of {@link OrganizationRoleAPI.getOrganizationRoleList}. */
export interface GetOrganizationRoleListParams extends PaginationParams {
  query?: string;
  /** By default `'-created_at'`. */
  orderBy?: string;
}

/** The parameters of {@link OrganizationRoleAPI.createOrganizationRole}. */
export interface CreateOrganizationRoleParams {
  name: string;
  key: string;
  description?: string | null;
  permissions?: string[] | null;
  includeInInitialRoleSet?: boolean | null;
}

/** The parameters of {@link OrganizationRoleAPI.updateOrganizationRole}. */
export interface UpdateOrganizationRoleParams {
  organizationRoleId: string;
  name?: string | null;
  key?: string | null;
  description?: string | null;
  permissions?: string[] | null;
}

/** The parameters of {@link OrganizationRoleAPI.assignPermissionToOrganizationRole}. */
export interface AssignPermissionToOrganizationRoleParams {
  organizationRoleId: string;
  permissionId: string;
}

/** The parameters of {@link OrganizationRoleAPI.removePermissionFromOrganizationRole}. */
export interface RemovePermissionFromOrganizationRoleParams {
  organizationRoleId: string;
  permissionId: string;
}
