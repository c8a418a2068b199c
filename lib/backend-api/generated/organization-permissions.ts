// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { decodePermission, type Permission } from './models/permission.js';
import type {
  CreateOrganizationPermissionParams,
  GetOrganizationPermissionListParams,
  UpdateOrganizationPermissionParams,
} from './organization-permissions-params.js';

/**
 * The permissions of roles. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class OrganizationPermissionAPI extends BackendApiResource {
  /**
   * Lists the permissions: `GET /organization_permissions`.
   *
   * @param params - `query`, `orderBy`, `limit`, `offset` (all optional)
   * @returns one page, and the number of all items
   *
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
   * Iterates over all items of {@link getOrganizationPermissionList}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
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
   * Creates a permission: `POST /organization_permissions`.
   *
   * @param params - `name`, `key`; optional: `description`
   *
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
   * Returns a permission: `GET /organization_permissions/{permission_id}`.
   *
   * @param permissionId - the ID of the permission
   *
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
   * Updates a permission: `PATCH /organization_permissions/{permission_id}`.
   *
   * @param params - `permissionId`; optional: `name`, `key`, `description`
   *
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
   * Deletes a permission: `DELETE /organization_permissions/{permission_id}`.
   *
   * @param permissionId - the ID of the permission
   *
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
