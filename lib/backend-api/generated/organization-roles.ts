// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { BackendApiResource } from '../resource.js';
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
 * The roles that members of organizations have.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class OrganizationRoleAPI extends BackendApiResource {
  /**
   * Lists the roles.
   *
   * `GET /organization_roles`
   *
   * @param params - `query`, `orderBy`, `limit`, `offset`; may be left out
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
   * Goes through all that {@link getOrganizationRoleList} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /organization_roles`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-roles/GET/organization_roles
   */
  iterateOrganizationRoleList(
    params: GetOrganizationRoleListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<Role, void, undefined> {
    return iteratePages(page => this.getOrganizationRoleList({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Makes a role.
   *
   * `POST /organization_roles`
   *
   * @param params - `name`, `key`; optionally `description`, `permissions`, `includeInInitialRoleSet`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
   * Gets one role.
   *
   * `GET /organization_roles/{organization_role_id}`
   *
   * @param organizationRoleId - the id of the organization role
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Changes a role.
   *
   * `PATCH /organization_roles/{organization_role_id}`
   *
   * @param params - `organizationRoleId`; optionally `name`, `key`, `description`, `permissions`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Deletes a role.
   *
   * `DELETE /organization_roles/{organization_role_id}`
   *
   * @param organizationRoleId - the id of the organization role
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Gives a role a permission.
   *
   * `POST /organization_roles/{organization_role_id}/permissions/{permission_id}`
   *
   * @param params - `organizationRoleId`, `permissionId`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Takes a permission from a role.
   *
   * `DELETE /organization_roles/{organization_role_id}/permissions/{permission_id}`
   *
   * @param params - `organizationRoleId`, `permissionId`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
