// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { BackendApiResource } from '../resource.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { decodePermission, type Permission } from './models/permission.js';
import type {
  CreateOrganizationPermissionParams,
  GetOrganizationPermissionListParams,
  UpdateOrganizationPermissionParams,
} from './organization-permissions-params.js';

/**
 * What a role may allow.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class OrganizationPermissionAPI extends BackendApiResource {
  /**
   * Lists the permissions.
   *
   * `GET /organization_permissions`
   *
   * @param params - `query`, `orderBy`, `limit`, `offset`; may be left out
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-permissions/GET/organization_permissions
   */
  async getOrganizationPermissionList(
    params: GetOrganizationPermissionListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<Permission[]>> {
    return this.transport.request(
      {
        operation: 'ListOrganizationPermissions',
        method: 'GET',
        path: apiPath`/organization_permissions`,
        query: params,
        decode: pageOf(decodePermission),
      },
      requestOptions,
    );
  }

  /**
   * Goes through all that {@link getOrganizationPermissionList} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /organization_permissions`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-permissions/GET/organization_permissions
   */
  iterateOrganizationPermissionList(
    params: GetOrganizationPermissionListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<Permission, void, undefined> {
    return iteratePages(
      page => this.getOrganizationPermissionList({ ...params, ...page }, requestOptions),
      params,
    );
  }

  /**
   * Makes a permission.
   *
   * `POST /organization_permissions`
   *
   * @param params - `name`, `key`; optionally `description`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-permissions/POST/organization_permissions
   */
  async createOrganizationPermission(
    params: CreateOrganizationPermissionParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Permission> {
    return this.transport.request(
      {
        operation: 'CreateOrganizationPermission',
        method: 'POST',
        path: apiPath`/organization_permissions`,
        body: params,
        decode: decodePermission,
      },
      requestOptions,
    );
  }

  /**
   * Gets one permission.
   *
   * `GET /organization_permissions/{permission_id}`
   *
   * @param permissionId - the id of the permission
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-permissions/GET/organization_permissions/{permission_id}
   */
  async getOrganizationPermission(
    permissionId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Permission> {
    return this.transport.request(
      {
        operation: 'GetOrganizationPermission',
        method: 'GET',
        path: apiPath`/organization_permissions/${permissionId}`,
        decode: decodePermission,
      },
      requestOptions,
    );
  }

  /**
   * Changes a permission.
   *
   * `PATCH /organization_permissions/{permission_id}`
   *
   * @param params - `permissionId`; optionally `name`, `key`, `description`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-permissions/PATCH/organization_permissions/{permission_id}
   */
  async updateOrganizationPermission(
    { permissionId, ...body }: UpdateOrganizationPermissionParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Permission> {
    return this.transport.request(
      {
        operation: 'UpdateOrganizationPermission',
        method: 'PATCH',
        path: apiPath`/organization_permissions/${permissionId}`,
        body,
        decode: decodePermission,
      },
      requestOptions,
    );
  }

  /**
   * Deletes a permission.
   *
   * `DELETE /organization_permissions/{permission_id}`
   *
   * @param permissionId - the id of the permission
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/organization-permissions/DELETE/organization_permissions/{permission_id}
   */
  async deleteOrganizationPermission(
    permissionId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<DeletedObject> {
    return this.transport.request(
      {
        operation: 'DeleteOrganizationPermission',
        method: 'DELETE',
        path: apiPath`/organization_permissions/${permissionId}`,
        decode: decodeDeletedObject,
      },
      requestOptions,
    );
  }
}
