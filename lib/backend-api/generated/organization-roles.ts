// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { decodeRole, type Role } from './models/role.js';
import type {
  AssignPermissionToOrganizationRoleParams,
  CreateOrganizationRoleParams,
  GetOrganizationRoleListParams,
  RemovePermissionFromOrganizationRoleParams,
  UpdateOrganizationRoleParams,
} from './organization-roles-params.js';

/**
 * The roles of organization members. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class OrganizationRoleAPI extends BackendApiResource {
  /**
   * Lists the roles: `GET /organization_roles`.
   *
   * @param params - `query`, `orderBy`, `limit`, `offset` (all optional)
   * @returns one page, and the number of all items
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-roles/GET/organization_roles
   */
  async getOrganizationRoleList(
    params: GetOrganizationRoleListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<Role[]>> {
    return this.transport.request(
      {
        operation: 'ListOrganizationRoles',
        method: 'GET',
        path: apiPath`/organization_roles`,
        query: params,
        decode: pageOf(decodeRole),
      },
      requestOptions,
    );
  }

  /**
   * Iterates over all items of {@link getOrganizationRoleList}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-roles/GET/organization_roles
   */
  iterateOrganizationRoleList(
    params: GetOrganizationRoleListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<Role, void, undefined> {
    return iteratePages(page => this.getOrganizationRoleList({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Creates a role: `POST /organization_roles`.
   *
   * @param params - `name`, `key`; optional: `description`, `permissions`, `includeInInitialRoleSet`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-roles/POST/organization_roles
   */
  async createOrganizationRole(
    params: CreateOrganizationRoleParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Role> {
    return this.transport.request(
      {
        operation: 'CreateOrganizationRole',
        method: 'POST',
        path: apiPath`/organization_roles`,
        body: params,
        decode: decodeRole,
      },
      requestOptions,
    );
  }

  /**
   * Returns a role: `GET /organization_roles/{organization_role_id}`.
   *
   * @param organizationRoleId - the ID of the organization role
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-roles/GET/organization_roles/{organization_role_id}
   */
  async getOrganizationRole(
    organizationRoleId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Role> {
    return this.transport.request(
      {
        operation: 'GetOrganizationRole',
        method: 'GET',
        path: apiPath`/organization_roles/${organizationRoleId}`,
        decode: decodeRole,
      },
      requestOptions,
    );
  }

  /**
   * Updates a role: `PATCH /organization_roles/{organization_role_id}`.
   *
   * @param params - `organizationRoleId`; optional: `name`, `key`, `description`, `permissions`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-roles/PATCH/organization_roles/{organization_role_id}
   */
  async updateOrganizationRole(
    { organizationRoleId, ...body }: UpdateOrganizationRoleParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Role> {
    return this.transport.request(
      {
        operation: 'UpdateOrganizationRole',
        method: 'PATCH',
        path: apiPath`/organization_roles/${organizationRoleId}`,
        body,
        decode: decodeRole,
      },
      requestOptions,
    );
  }

  /**
   * Deletes a role: `DELETE /organization_roles/{organization_role_id}`.
   *
   * @param organizationRoleId - the ID of the organization role
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-roles/DELETE/organization_roles/{organization_role_id}
   */
  async deleteOrganizationRole(
    organizationRoleId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<DeletedObject> {
    return this.transport.request(
      {
        operation: 'DeleteOrganizationRole',
        method: 'DELETE',
        path: apiPath`/organization_roles/${organizationRoleId}`,
        decode: decodeDeletedObject,
      },
      requestOptions,
    );
  }

  /**
   * Adds a permission to a role: `POST /organization_roles/{organization_role_id}/permissions/{permission_id}`.
   *
   * @param params - `organizationRoleId`, `permissionId`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-roles/POST/organization_roles/{organization_role_id}/permissions/{permission_id}
   */
  async assignPermissionToOrganizationRole(
    { organizationRoleId, permissionId }: AssignPermissionToOrganizationRoleParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Role> {
    return this.transport.request(
      {
        operation: 'AssignPermissionToOrganizationRole',
        method: 'POST',
        path: apiPath`/organization_roles/${organizationRoleId}/permissions/${permissionId}`,
        decode: decodeRole,
      },
      requestOptions,
    );
  }

  /**
   * Removes a permission from a role: `DELETE /organization_roles/{organization_role_id}/permissions/{permission_id}`.
   *
   * @param params - `organizationRoleId`, `permissionId`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-roles/DELETE/organization_roles/{organization_role_id}/permissions/{permission_id}
   */
  async removePermissionFromOrganizationRole(
    { organizationRoleId, permissionId }: RemovePermissionFromOrganizationRoleParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Role> {
    return this.transport.request(
      {
        operation: 'RemovePermissionFromOrganizationRole',
        method: 'DELETE',
        path: apiPath`/organization_roles/${organizationRoleId}/permissions/${permissionId}`,
        decode: decodeRole,
      },
      requestOptions,
    );
  }
}
