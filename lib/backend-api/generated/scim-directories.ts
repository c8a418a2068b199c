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
import { decodeScimDirectory, type ScimDirectory } from './models/scim-directory.js';
import { decodeScimGroupRoleMapping, type ScimGroupRoleMapping } from './models/scim-group-role-mapping.js';
import type {
  ScimDirectoryCreateGroupRoleMappingParams,
  ScimDirectoryCreateParams,
  ScimDirectoryDeleteGroupRoleMappingParams,
  ScimDirectoryListParams,
  ScimDirectoryReplaceGroupRoleMappingsParams,
  ScimDirectoryUpdateParams,
} from './scim-directories-params.js';

/**
 * SCIM directories that provision users. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class ScimDirectoryAPI extends BackendApiResource {
  /**
   * Lists the SCIM directories: `GET /scim_directories`.
   *
   * @param params - `limit`, `offset` (all optional)
   * @returns one page, and the number of all items
   *
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
   * Iterates over all items of {@link list}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/scim-directories/GET/scim_directories
   */
  iterateList(
    params: ScimDirectoryListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<ScimDirectory, void, undefined> {
    return iteratePages(page => this.list({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Creates a SCIM directory for an enterprise connection: `POST /scim_directories`.
   *
   * @param params - `enterpriseConnectionId`, `provider`; optional: `name`, `groupRoleMappings`
   *
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
   * Returns a SCIM directory: `GET /scim_directories/{scim_directory_id}`.
   *
   * @param scimDirectoryId - the ID of the SCIM directory
   *
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
   * Updates a SCIM directory: `PATCH /scim_directories/{scim_directory_id}`.
   *
   * @param params - `scimDirectoryId`; optional: `name`, `enabled`, `provider`, `attributeMapping`, `groupRoleMappingEnabled`
   *
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
   * Deletes a SCIM directory: `DELETE /scim_directories/{scim_directory_id}`.
   *
   * @param scimDirectoryId - the ID of the SCIM directory
   *
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
   * Replaces the API key of a SCIM directory: `POST /scim_directories/{scim_directory_id}/rotate_api_key`.
   *
   * @param scimDirectoryId - the ID of the SCIM directory
   *
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
   * Lists the role mappings of the groups of a SCIM directory: `GET /scim_directories/{scim_directory_id}/group_role_mappings`.
   *
   * @param scimDirectoryId - the ID of the SCIM directory
   * @returns one page, and the number of all items
   *
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
   * Iterates over all items of {@link getGroupRoleMappingList}.
   *
   * @param scimDirectoryId - the ID of the SCIM directory
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/scim-directories/GET/scim_directories/{scim_directory_id}/group_role_mappings
   */
  iterateGroupRoleMappingList(
    scimDirectoryId: string,
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<ScimGroupRoleMapping, void, undefined> {
    return iterateOnce(() => this.getGroupRoleMappingList(scimDirectoryId, requestOptions));
  }

  /**
   * Maps a group of a SCIM directory to a role: `POST /scim_directories/{scim_directory_id}/group_role_mappings`.
   *
   * @param params - `scimDirectoryId`, `scimGroupId`, `roleId`; optional: `precedence`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/scim-directories/POST/scim_directories/{scim_directory_id}/group_role_mappings
   */
  async createGroupRoleMapping(
    { scimDirectoryId, ...body }: ScimDirectoryCreateGroupRoleMappingParams,
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
   * Replaces the role mappings of the groups of a SCIM directory: `PUT /scim_directories/{scim_directory_id}/group_role_mappings`.
   *
   * @param params - `scimDirectoryId`, `mappings`
   * @returns one page, and the number of all items
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/scim-directories/PUT/scim_directories/{scim_directory_id}/group_role_mappings
   */
  async replaceGroupRoleMappings(
    { scimDirectoryId, ...body }: ScimDirectoryReplaceGroupRoleMappingsParams,
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
   * Deletes the role mapping of a group of a SCIM directory: `DELETE /scim_directories/{scim_directory_id}/group_role_mappings/{mapping_id}`.
   *
   * @param params - `scimDirectoryId`, `mappingId`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/scim-directories/DELETE/scim_directories/{scim_directory_id}/group_role_mappings/{mapping_id}
   */
  async deleteGroupRoleMapping(
    { scimDirectoryId, mappingId }: ScimDirectoryDeleteGroupRoleMappingParams,
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
