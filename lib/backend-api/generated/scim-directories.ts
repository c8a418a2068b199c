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
  decodeScimDirectory,
  decodeScimGroupRoleMapping,
  type ScimDirectory,
  type ScimGroupRoleMapping,
} from './models/scim.js';
import type {
  CreateGroupRoleMappingParams,
  DeleteGroupRoleMappingParams,
  ReplaceGroupRoleMappingsParams,
  ScimDirectoryCreateParams,
  ScimDirectoryListParams,
  ScimDirectoryUpdateParams,
} from './scim-directories-params.js';

/**
 * SCIM directories that users are provisioned from.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class ScimDirectoryAPI extends BackendApiResource {
  /**
   * Lists the SCIM directories.
   *
   * `GET /scim_directories`
   *
   * @param params - `limit`, `offset`; may be left out
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @see https://clerk.com/docs/reference/backend-api/tag/scim-directories/GET/scim_directories
   */
  async list(
    params: ScimDirectoryListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<ScimDirectory[]>> {
    return this.transport.request(
      {
        operation: 'ListSCIMDirectories',
        method: 'GET',
        path: apiPath`/scim_directories`,
        query: params,
        decode: pageOf(decodeScimDirectory),
      },
      requestOptions,
    );
  }

  /**
   * Goes through all that {@link list} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /scim_directories`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/scim-directories/GET/scim_directories
   */
  iterateList(
    params: ScimDirectoryListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<ScimDirectory, void, undefined> {
    return iteratePages(page => this.list({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Makes a SCIM directory for an enterprise connection.
   *
   * `POST /scim_directories`
   *
   * @param params - `enterpriseConnectionId`, `provider`; optionally `name`, `groupRoleMappings`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @see https://clerk.com/docs/reference/backend-api/tag/scim-directories/POST/scim_directories
   */
  async create(
    params: ScimDirectoryCreateParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<ScimDirectory> {
    return this.transport.request(
      {
        operation: 'CreateSCIMDirectory',
        method: 'POST',
        path: apiPath`/scim_directories`,
        body: params,
        nested: { groupRoleMappings: {} },
        decode: decodeScimDirectory,
      },
      requestOptions,
    );
  }

  /**
   * Gets one SCIM directory.
   *
   * `GET /scim_directories/{scim_directory_id}`
   *
   * @param scimDirectoryId - the id of the SCIM directory
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/scim-directories/GET/scim_directories/{scim_directory_id}
   */
  async get(scimDirectoryId: string, requestOptions?: BackendApiRequestOptions): Promise<ScimDirectory> {
    return this.transport.request(
      {
        operation: 'GetSCIMDirectory',
        method: 'GET',
        path: apiPath`/scim_directories/${scimDirectoryId}`,
        decode: decodeScimDirectory,
      },
      requestOptions,
    );
  }

  /**
   * Changes a SCIM directory.
   *
   * `PATCH /scim_directories/{scim_directory_id}`
   *
   * @param params - `scimDirectoryId`; optionally `name`, `enabled`, `provider`, `attributeMapping`, `groupRoleMappingEnabled`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/scim-directories/PATCH/scim_directories/{scim_directory_id}
   */
  async update(
    { scimDirectoryId, ...body }: ScimDirectoryUpdateParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<ScimDirectory> {
    return this.transport.request(
      {
        operation: 'UpdateSCIMDirectory',
        method: 'PATCH',
        path: apiPath`/scim_directories/${scimDirectoryId}`,
        body,
        decode: decodeScimDirectory,
      },
      requestOptions,
    );
  }

  /**
   * Deletes a SCIM directory.
   *
   * `DELETE /scim_directories/{scim_directory_id}`
   *
   * @param scimDirectoryId - the id of the SCIM directory
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/scim-directories/DELETE/scim_directories/{scim_directory_id}
   */
  async delete(scimDirectoryId: string, requestOptions?: BackendApiRequestOptions): Promise<DeletedObject> {
    return this.transport.request(
      {
        operation: 'DeleteSCIMDirectory',
        method: 'DELETE',
        path: apiPath`/scim_directories/${scimDirectoryId}`,
        decode: decodeDeletedObject,
      },
      requestOptions,
    );
  }

  /**
   * Gives a SCIM directory a new API key.
   *
   * `POST /scim_directories/{scim_directory_id}/rotate_api_key`
   *
   * @param scimDirectoryId - the id of the SCIM directory
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/scim-directories/POST/scim_directories/{scim_directory_id}/rotate_api_key
   */
  async rotateApiKey(
    scimDirectoryId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<ScimDirectory> {
    return this.transport.request(
      {
        operation: 'RotateSCIMDirectoryAPIKey',
        method: 'POST',
        path: apiPath`/scim_directories/${scimDirectoryId}/rotate_api_key`,
        decode: decodeScimDirectory,
      },
      requestOptions,
    );
  }

  /**
   * Lists which groups of a SCIM directory have which roles.
   *
   * `GET /scim_directories/{scim_directory_id}/group_role_mappings`
   *
   * @param scimDirectoryId - the id of the SCIM directory
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/scim-directories/GET/scim_directories/{scim_directory_id}/group_role_mappings
   */
  async getGroupRoleMappingList(
    scimDirectoryId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<ScimGroupRoleMapping[]>> {
    return this.transport.request(
      {
        operation: 'ListSCIMGroupRoleMappings',
        method: 'GET',
        path: apiPath`/scim_directories/${scimDirectoryId}/group_role_mappings`,
        decode: pageOf(decodeScimGroupRoleMapping),
      },
      requestOptions,
    );
  }

  /**
   * Goes through all that {@link getGroupRoleMappingList} lists, one after the other.
   *
   * `GET /scim_directories/{scim_directory_id}/group_role_mappings`
   *
   * @param scimDirectoryId - the id of the SCIM directory
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/scim-directories/GET/scim_directories/{scim_directory_id}/group_role_mappings
   */
  iterateGroupRoleMappingList(
    scimDirectoryId: string,
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<ScimGroupRoleMapping, void, undefined> {
    return iterateOnce(() => this.getGroupRoleMappingList(scimDirectoryId, requestOptions));
  }

  /**
   * Gives a group of a SCIM directory a role.
   *
   * `POST /scim_directories/{scim_directory_id}/group_role_mappings`
   *
   * @param params - `scimDirectoryId`, `scimGroupId`, `roleId`; optionally `precedence`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/scim-directories/POST/scim_directories/{scim_directory_id}/group_role_mappings
   */
  async createGroupRoleMapping(
    { scimDirectoryId, ...body }: CreateGroupRoleMappingParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<ScimGroupRoleMapping> {
    return this.transport.request(
      {
        operation: 'CreateSCIMGroupRoleMapping',
        method: 'POST',
        path: apiPath`/scim_directories/${scimDirectoryId}/group_role_mappings`,
        body,
        decode: decodeScimGroupRoleMapping,
      },
      requestOptions,
    );
  }

  /**
   * Sets anew which groups of a SCIM directory have which roles.
   *
   * `PUT /scim_directories/{scim_directory_id}/group_role_mappings`
   *
   * @param params - `scimDirectoryId`, `mappings`
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/scim-directories/PUT/scim_directories/{scim_directory_id}/group_role_mappings
   */
  async replaceGroupRoleMappings(
    { scimDirectoryId, ...body }: ReplaceGroupRoleMappingsParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<ScimGroupRoleMapping[]>> {
    return this.transport.request(
      {
        operation: 'ReplaceSCIMGroupRoleMappings',
        method: 'PUT',
        path: apiPath`/scim_directories/${scimDirectoryId}/group_role_mappings`,
        body,
        nested: { mappings: {} },
        decode: pageOf(decodeScimGroupRoleMapping),
      },
      requestOptions,
    );
  }

  /**
   * Takes the role from a group of a SCIM directory.
   *
   * `DELETE /scim_directories/{scim_directory_id}/group_role_mappings/{mapping_id}`
   *
   * @param params - `scimDirectoryId`, `mappingId`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/scim-directories/DELETE/scim_directories/{scim_directory_id}/group_role_mappings/{mapping_id}
   */
  async deleteGroupRoleMapping(
    { scimDirectoryId, mappingId }: DeleteGroupRoleMappingParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<DeletedObject> {
    return this.transport.request(
      {
        operation: 'DeleteSCIMGroupRoleMapping',
        method: 'DELETE',
        path: apiPath`/scim_directories/${scimDirectoryId}/group_role_mappings/${mappingId}`,
        decode: decodeDeletedObject,
      },
      requestOptions,
    );
  }
}
