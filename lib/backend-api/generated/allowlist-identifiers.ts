// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { BackendApiResource } from '../resource.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { type AllowlistIdentifier, decodeAllowlistIdentifier } from './models/allowlist.js';
import type {
  CreateAllowlistIdentifierParams,
  GetAllowlistIdentifierListParams,
} from './allowlist-identifiers-params.js';

/**
 * Who may sign up.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class AllowlistIdentifierAPI extends BackendApiResource {
  /**
   * Lists the identifiers on the allowlist.
   *
   * `GET /allowlist_identifiers`
   *
   * @param params - `limit`, `offset`; may be left out
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @see https://clerk.com/docs/reference/backend-api/tag/allow-list-block-list/GET/allowlist_identifiers
   */
  async getAllowlistIdentifierList(
    params: GetAllowlistIdentifierListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<AllowlistIdentifier[]>> {
    return this.transport.request(
      {
        operation: 'ListAllowlistIdentifiers',
        method: 'GET',
        path: apiPath`/allowlist_identifiers`,
        query: { ...params, paginated: true },
        decode: pageOf(decodeAllowlistIdentifier),
      },
      requestOptions,
    );
  }

  /**
   * Goes through all that {@link getAllowlistIdentifierList} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /allowlist_identifiers`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/allow-list-block-list/GET/allowlist_identifiers
   */
  iterateAllowlistIdentifierList(
    params: GetAllowlistIdentifierListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<AllowlistIdentifier, void, undefined> {
    return iteratePages(
      page => this.getAllowlistIdentifierList({ ...params, ...page }, requestOptions),
      params,
    );
  }

  /**
   * Puts an identifier on the allowlist.
   *
   * `POST /allowlist_identifiers`
   *
   * @param params - `identifier`; optionally `notify`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @see https://clerk.com/docs/reference/backend-api/tag/allow-list-block-list/POST/allowlist_identifiers
   */
  async createAllowlistIdentifier(
    params: CreateAllowlistIdentifierParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<AllowlistIdentifier> {
    return this.transport.request(
      {
        operation: 'CreateAllowlistIdentifier',
        method: 'POST',
        path: apiPath`/allowlist_identifiers`,
        body: params,
        decode: decodeAllowlistIdentifier,
      },
      requestOptions,
    );
  }

  /**
   * Takes an identifier off the allowlist.
   *
   * `DELETE /allowlist_identifiers/{identifier_id}`
   *
   * @param allowlistIdentifierId - the id of the allowlist identifier
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/allow-list-block-list/DELETE/allowlist_identifiers/{identifier_id}
   */
  async deleteAllowlistIdentifier(
    allowlistIdentifierId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<DeletedObject> {
    return this.transport.request(
      {
        operation: 'DeleteAllowlistIdentifier',
        method: 'DELETE',
        path: apiPath`/allowlist_identifiers/${allowlistIdentifierId}`,
        decode: decodeDeletedObject,
      },
      requestOptions,
    );
  }
}
