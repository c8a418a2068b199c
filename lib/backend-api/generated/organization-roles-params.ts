// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { PaginationParams } from '../transport/pagination.js';

/** What {@link OrganizationRoleAPI.getOrganizationRoleList} takes. */
export interface GetOrganizationRoleListParams extends PaginationParams {
  query?: string;
  /** By default `'-created_at'`. */
  orderBy?: string;
}

/** What {@link OrganizationRoleAPI.createOrganizationRole} takes. */
export interface CreateOrganizationRoleParams {
  name: string;
  key: string;
  description?: string | null;
  permissions?: string[] | null;
  includeInInitialRoleSet?: boolean | null;
}

/** What {@link OrganizationRoleAPI.updateOrganizationRole} takes. */
export interface UpdateOrganizationRoleParams {
  organizationRoleId: string;
  name?: string | null;
  key?: string | null;
  description?: string | null;
  permissions?: string[] | null;
}

/** What {@link OrganizationRoleAPI.assignPermissionToOrganizationRole} takes. */
export interface AssignPermissionToOrganizationRoleParams {
  organizationRoleId: string;
  permissionId: string;
}

/** What {@link OrganizationRoleAPI.removePermissionFromOrganizationRole} takes. */
export interface RemovePermissionFromOrganizationRoleParams {
  organizationRoleId: string;
  permissionId: string;
}
