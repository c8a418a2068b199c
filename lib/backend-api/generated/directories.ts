// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import {
  iterateOnce,
  iteratePages,
  pageOf,
  type PaginatedResourceResponse,
} from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { decodeDirectory, type Directory } from './models/directory.js';
import {
  decodeDirectoryGroupRoleMapping,
  type DirectoryGroupRoleMapping,
} from './models/directory-group-role-mapping.js';
import type {
  DirectoryCreateGroupRoleMappingParams,
  DirectoryCreateParams,
  DirectoryDeleteGroupRoleMappingParams,
  DirectoryListParams,
  DirectoryReplaceGroupRoleMappingsParams,
  DirectoryUpdateParams,
} from './directories-params.js';

/**
 * Enterprise directories that provision users. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class DirectoryAPI extends BackendApiResource {
  /**
   * Lists the directories: `GET /directories`.
   *
   * @param params - `limit`, `offset` (all optional)
   * @returns one page, and the number of all items
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/directories/GET/directories
   */
  async list(
    params: DirectoryListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<Directory[]>> {
    return this.transport.request(
      {
        operation: 'ListDirectories',
        method: 'GET',
        path: apiPath`/directories`,
        query: params,
        decode: pageOf(decodeDirectory),
      },
      requestOptions,
    );
  }

  /**
   * Iterates over all items of {@link list}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/directories/GET/directories
   */
  iterateList(
    params: DirectoryListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<Directory, void, undefined> {
    return iteratePages(page => this.list({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Creates a directory for an enterprise connection: `POST /directories`.
   *
   * @param params - `enterpriseConnectionId`, `provider`; optional: `name`, `groupRoleMappings`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/directories/POST/directories
   */
  async create(params: DirectoryCreateParams, requestOptions?: BackendApiRequestOptions): Promise<Directory> {
    return this.transport.request(
      {
        operation: 'CreateDirectory',
        method: 'POST',
        path: apiPath`/directories`,
        body: params,
        nested: { groupRoleMappings: {} },
        decode: decodeDirectory,
      },
      requestOptions,
    );
  }

  /**
   * Returns a directory: `GET /directories/{directory_id}`.
   *
   * @param directoryId - the ID of the directory
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/directories/GET/directories/{directory_id}
   */
  async get(directoryId: string, requestOptions?: BackendApiRequestOptions): Promise<Directory> {
    return this.transport.request(
      {
        operation: 'GetDirectory',
        method: 'GET',
        path: apiPath`/directories/${directoryId}`,
        decode: decodeDirectory,
      },
      requestOptions,
    );
  }

  /**
   * Updates a directory: `PATCH /directories/{directory_id}`.
   *
   * @param params - `directoryId`; optional: `name`, `enabled`, `provider`, `attributeMapping`, `groupRoleMappingEnabled`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/directories/PATCH/directories/{directory_id}
   */
  async update(
    { directoryId, ...body }: DirectoryUpdateParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Directory> {
    return this.transport.request(
      {
        operation: 'UpdateDirectory',
        method: 'PATCH',
        path: apiPath`/directories/${directoryId}`,
        body,
        decode: decodeDirectory,
      },
      requestOptions,
    );
  }

  /**
   * Deletes a directory: `DELETE /directories/{directory_id}`.
   *
   * @param directoryId - the ID of the directory
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/directories/DELETE/directories/{directory_id}
   */
  async delete(directoryId: string, requestOptions?: BackendApiRequestOptions): Promise<DeletedObject> {
    return this.transport.request(
      {
        operation: 'DeleteDirectory',
        method: 'DELETE',
        path: apiPath`/directories/${directoryId}`,
        decode: decodeDeletedObject,
      },
      requestOptions,
    );
  }

  /**
   * Replaces the API key of a directory: `POST /directories/{directory_id}/rotate_api_key`.
   *
   * @param directoryId - the ID of the directory
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/directories/POST/directories/{directory_id}/rotate_api_key
   */
  async rotateApiKey(directoryId: string, requestOptions?: BackendApiRequestOptions): Promise<Directory> {
    return this.transport.request(
      {
        operation: 'RotateDirectoryAPIKey',
        method: 'POST',
        path: apiPath`/directories/${directoryId}/rotate_api_key`,
        decode: decodeDirectory,
      },
      requestOptions,
    );
  }

  /**
   * Lists the role mappings of the groups of a directory: `GET /directories/{directory_id}/group_role_mappings`.
   *
   * @param directoryId - the ID of the directory
   * @returns one page, and the number of all items
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/directories/GET/directories/{directory_id}/group_role_mappings
   */
  async getGroupRoleMappingList(
    directoryId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<DirectoryGroupRoleMapping[]>> {
    return this.transport.request(
      {
        operation: 'ListDirectoryGroupRoleMappings',
        method: 'GET',
        path: apiPath`/directories/${directoryId}/group_role_mappings`,
        decode: pageOf(decodeDirectoryGroupRoleMapping),
      },
      requestOptions,
    );
  }

  /**
   * Iterates over all items of {@link getGroupRoleMappingList}.
   *
   * @param directoryId - the ID of the directory
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/directories/GET/directories/{directory_id}/group_role_mappings
   */
  iterateGroupRoleMappingList(
    directoryId: string,
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<DirectoryGroupRoleMapping, void, undefined> {
    return iterateOnce(() => this.getGroupRoleMappingList(directoryId, requestOptions));
  }

  /**
   * Maps a group of a directory to a role: `POST /directories/{directory_id}/group_role_mappings`.
   *
   * @param params - `directoryId`, `roleId`; optional: `directoryGroupId`, `scimGroupId`, `precedence`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/directories/POST/directories/{directory_id}/group_role_mappings
   */
  async createGroupRoleMapping(
    { directoryId, ...body }: DirectoryCreateGroupRoleMappingParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<DirectoryGroupRoleMapping> {
    return this.transport.request(
      {
        operation: 'CreateDirectoryGroupRoleMapping',
        method: 'POST',
        path: apiPath`/directories/${directoryId}/group_role_mappings`,
        body,
        decode: decodeDirectoryGroupRoleMapping,
      },
      requestOptions,
    );
  }

  /**
   * Replaces the role mappings of the groups of a directory: `PUT /directories/{directory_id}/group_role_mappings`.
   *
   * @param params - `directoryId`, `mappings`
   * @returns one page, and the number of all items
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/directories/PUT/directories/{directory_id}/group_role_mappings
   */
  async replaceGroupRoleMappings(
    { directoryId, ...body }: DirectoryReplaceGroupRoleMappingsParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<DirectoryGroupRoleMapping[]>> {
    return this.transport.request(
      {
        operation: 'ReplaceDirectoryGroupRoleMappings',
        method: 'PUT',
        path: apiPath`/directories/${directoryId}/group_role_mappings`,
        body,
        nested: { mappings: {} },
        decode: pageOf(decodeDirectoryGroupRoleMapping),
      },
      requestOptions,
    );
  }

  /**
   * Deletes the role mapping of a group of a directory: `DELETE /directories/{directory_id}/group_role_mappings/{mapping_id}`.
   *
   * @param params - `directoryId`, `mappingId`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/directories/DELETE/directories/{directory_id}/group_role_mappings/{mapping_id}
   */
  async deleteGroupRoleMapping(
    { directoryId, mappingId }: DirectoryDeleteGroupRoleMappingParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<DeletedObject> {
    return this.transport.request(
      {
        operation: 'DeleteDirectoryGroupRoleMapping',
        method: 'DELETE',
        path: apiPath`/directories/${directoryId}/group_role_mappings/${mappingId}`,
        decode: decodeDeletedObject,
      },
      requestOptions,
    );
  }
}
