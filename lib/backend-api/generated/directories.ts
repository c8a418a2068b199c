// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { BackendApiRequestOptions } from '../transport/operation.js';
import {
  iterateOnce,
  iteratePages,
  pageOf,
  type PaginatedResourceResponse,
} from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { BackendApiResource } from '../resource.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import {
  decodeDirectory,
  decodeDirectoryGroupRoleMapping,
  type Directory,
  type DirectoryGroupRoleMapping,
} from './models/directory.js';
import type {
  CreateGroupRoleMappingParams,
  DeleteGroupRoleMappingParams,
  DirectoryCreateParams,
  DirectoryListParams,
  DirectoryUpdateParams,
  ReplaceGroupRoleMappingsParams,
} from './directories-params.js';

/**
 * Company directories that users are provisioned from.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class DirectoryAPI extends BackendApiResource {
  /**
   * Lists the directories.
   *
   * `GET /directories`
   *
   * @param params - `limit`, `offset`; may be left out
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
   * Goes through all that {@link list} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /directories`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/directories/GET/directories
   */
  iterateList(
    params: DirectoryListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<Directory, void, undefined> {
    return iteratePages(page => this.list({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Makes a directory for an enterprise connection.
   *
   * `POST /directories`
   *
   * @param params - `enterpriseConnectionId`, `provider`; optionally `name`, `groupRoleMappings`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
   * Gets one directory.
   *
   * `GET /directories/{directory_id}`
   *
   * @param directoryId - the id of the directory
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Changes a directory.
   *
   * `PATCH /directories/{directory_id}`
   *
   * @param params - `directoryId`; optionally `name`, `enabled`, `provider`, `attributeMapping`, `groupRoleMappingEnabled`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Deletes a directory.
   *
   * `DELETE /directories/{directory_id}`
   *
   * @param directoryId - the id of the directory
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Gives a directory a new API key.
   *
   * `POST /directories/{directory_id}/rotate_api_key`
   *
   * @param directoryId - the id of the directory
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Lists which groups of a directory have which roles.
   *
   * `GET /directories/{directory_id}/group_role_mappings`
   *
   * @param directoryId - the id of the directory
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Goes through all that {@link getGroupRoleMappingList} lists, one after the other.
   *
   * `GET /directories/{directory_id}/group_role_mappings`
   *
   * @param directoryId - the id of the directory
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/directories/GET/directories/{directory_id}/group_role_mappings
   */
  iterateGroupRoleMappingList(
    directoryId: string,
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<DirectoryGroupRoleMapping, void, undefined> {
    return iterateOnce(() => this.getGroupRoleMappingList(directoryId, requestOptions));
  }

  /**
   * Gives a group of a directory a role.
   *
   * `POST /directories/{directory_id}/group_role_mappings`
   *
   * @param params - `directoryId`, `roleId`; optionally `directoryGroupId`, `scimGroupId`, `precedence`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/directories/POST/directories/{directory_id}/group_role_mappings
   */
  async createGroupRoleMapping(
    { directoryId, ...body }: CreateGroupRoleMappingParams,
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
   * Sets anew which groups of a directory have which roles.
   *
   * `PUT /directories/{directory_id}/group_role_mappings`
   *
   * @param params - `directoryId`, `mappings`
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/directories/PUT/directories/{directory_id}/group_role_mappings
   */
  async replaceGroupRoleMappings(
    { directoryId, ...body }: ReplaceGroupRoleMappingsParams,
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
   * Takes the role from a group of a directory.
   *
   * `DELETE /directories/{directory_id}/group_role_mappings/{mapping_id}`
   *
   * @param params - `directoryId`, `mappingId`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/directories/DELETE/directories/{directory_id}/group_role_mappings/{mapping_id}
   */
  async deleteGroupRoleMapping(
    { directoryId, mappingId }: DeleteGroupRoleMappingParams,
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
