// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { decodeRoleSet, type RoleSet } from './models/role-set.js';
import type {
  AddRolesToRoleSetParams,
  CreateRoleSetParams,
  GetRoleSetListParams,
  ReplaceRoleInRoleSetParams,
  ReplaceRoleSetParams,
  UpdateRoleSetParams,
} from './role-sets-params.js';

/**
 * The sets of roles of organizations. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class RoleSetAPI extends BackendApiResource {
  /**
   * Lists the role sets: `GET /role_sets`.
   *
   * @param params - `query`, `orderBy`, `limit`, `offset` (all optional)
   * @returns one page, and the number of all items
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/role-sets/GET/role_sets
   */
  async getRoleSetList(
    params: GetRoleSetListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<RoleSet[]>> {
    return this.transport.request(
      {
        operation: 'ListRoleSets',
        method: 'GET',
        path: apiPath`/role_sets`,
        query: params,
        decode: pageOf(decodeRoleSet),
      },
      requestOptions,
    );
  }

  /**
   * Iterates over all items of {@link getRoleSetList}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/role-sets/GET/role_sets
   */
  iterateRoleSetList(
    params: GetRoleSetListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<RoleSet, void, undefined> {
    return iteratePages(page => this.getRoleSetList({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Creates a role set: `POST /role_sets`.
   *
   * @param params - `name`, `defaultRoleKey`, `creatorRoleKey`, `roles`; optional: `key`, `description`, `type`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/role-sets/POST/role_sets
   */
  async createRoleSet(
    params: CreateRoleSetParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<RoleSet> {
    return this.transport.request(
      {
        operation: 'CreateRoleSet',
        method: 'POST',
        path: apiPath`/role_sets`,
        body: params,
        decode: decodeRoleSet,
      },
      requestOptions,
    );
  }

  /**
   * Returns a role set by key or ID: `GET /role_sets/{role_set_key_or_id}`.
   *
   * @param roleSetKeyOrId - the key or the ID of the role set
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/role-sets/GET/role_sets/{role_set_key_or_id}
   */
  async getRoleSet(roleSetKeyOrId: string, requestOptions?: BackendApiRequestOptions): Promise<RoleSet> {
    return this.transport.request(
      {
        operation: 'GetRoleSet',
        method: 'GET',
        path: apiPath`/role_sets/${roleSetKeyOrId}`,
        decode: decodeRoleSet,
      },
      requestOptions,
    );
  }

  /**
   * Updates a role set: `PATCH /role_sets/{role_set_key_or_id}`.
   *
   * @param params - `roleSetKeyOrId`; optional: `name`, `key`, `description`, `type`, `defaultRoleKey`, …
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/role-sets/PATCH/role_sets/{role_set_key_or_id}
   */
  async updateRoleSet(
    { roleSetKeyOrId, ...body }: UpdateRoleSetParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<RoleSet> {
    return this.transport.request(
      {
        operation: 'UpdateRoleSet',
        method: 'PATCH',
        path: apiPath`/role_sets/${roleSetKeyOrId}`,
        body,
        decode: decodeRoleSet,
      },
      requestOptions,
    );
  }

  /**
   * Replaces a role set by another one, and deletes it: `POST /role_sets/{role_set_key_or_id}/replace`.
   *
   * @param params - `roleSetKeyOrId`, `destRoleSetKey`; optional: `reassignmentMappings`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/role-sets/POST/role_sets/{role_set_key_or_id}/replace
   */
  async replaceRoleSet(
    { roleSetKeyOrId, ...body }: ReplaceRoleSetParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<DeletedObject> {
    return this.transport.request(
      {
        operation: 'ReplaceRoleSet',
        method: 'POST',
        path: apiPath`/role_sets/${roleSetKeyOrId}/replace`,
        body,
        decode: decodeDeletedObject,
      },
      requestOptions,
    );
  }

  /**
   * Adds roles to a role set: `POST /role_sets/{role_set_key_or_id}/roles`.
   *
   * @param params - `roleSetKeyOrId`, `roleKeys`; optional: `defaultRoleKey`, `creatorRoleKey`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/role-sets/POST/role_sets/{role_set_key_or_id}/roles
   */
  async addRolesToRoleSet(
    { roleSetKeyOrId, ...body }: AddRolesToRoleSetParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<RoleSet> {
    return this.transport.request(
      {
        operation: 'AddRolesToRoleSet',
        method: 'POST',
        path: apiPath`/role_sets/${roleSetKeyOrId}/roles`,
        body,
        decode: decodeRoleSet,
      },
      requestOptions,
    );
  }

  /**
   * Replaces a role in a role set by another one, also for its members: `POST /role_sets/{role_set_key_or_id}/roles/replace`.
   *
   * @param params - `roleSetKeyOrId`, `roleKey`, `toRoleKey`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/role-sets/POST/role_sets/{role_set_key_or_id}/roles/replace
   */
  async replaceRoleInRoleSet(
    { roleSetKeyOrId, ...body }: ReplaceRoleInRoleSetParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<RoleSet> {
    return this.transport.request(
      {
        operation: 'ReplaceRoleInRoleSet',
        method: 'POST',
        path: apiPath`/role_sets/${roleSetKeyOrId}/roles/replace`,
        body,
        decode: decodeRoleSet,
      },
      requestOptions,
    );
  }
}
