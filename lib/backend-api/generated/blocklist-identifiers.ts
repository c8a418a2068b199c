// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { BackendApiResource } from '../resource.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { type BlocklistIdentifier, decodeBlocklistIdentifier } from './models/blocklist.js';
import type {
  CreateBlocklistIdentifierParams,
  GetBlocklistIdentifierListParams,
} from './blocklist-identifiers-params.js';

/**
 * Who may not sign up.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class BlocklistIdentifierAPI extends BackendApiResource {
  /**
   * Lists the identifiers on the blocklist.
   *
   * `GET /blocklist_identifiers`
   *
   * @param params - `limit`, `offset`; may be left out
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @see https://clerk.com/docs/reference/backend-api/tag/allow-list-block-list/GET/blocklist_identifiers
   */
  async getBlocklistIdentifierList(
    params: GetBlocklistIdentifierListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<BlocklistIdentifier[]>> {
    return this.transport.request(
      {
        operation: 'ListBlocklistIdentifiers',
        method: 'GET',
        path: apiPath`/blocklist_identifiers`,
        query: params,
        decode: pageOf(decodeBlocklistIdentifier),
      },
      requestOptions,
    );
  }

  /**
   * Goes through all that {@link getBlocklistIdentifierList} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /blocklist_identifiers`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/allow-list-block-list/GET/blocklist_identifiers
   */
  iterateBlocklistIdentifierList(
    params: GetBlocklistIdentifierListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<BlocklistIdentifier, void, undefined> {
    return iteratePages(
      page => this.getBlocklistIdentifierList({ ...params, ...page }, requestOptions),
      params,
    );
  }

  /**
   * Puts an identifier on the blocklist.
   *
   * `POST /blocklist_identifiers`
   *
   * @param params - `identifier`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @see https://clerk.com/docs/reference/backend-api/tag/allow-list-block-list/POST/blocklist_identifiers
   */
  async createBlocklistIdentifier(
    params: CreateBlocklistIdentifierParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<BlocklistIdentifier> {
    return this.transport.request(
      {
        operation: 'CreateBlocklistIdentifier',
        method: 'POST',
        path: apiPath`/blocklist_identifiers`,
        body: params,
        decode: decodeBlocklistIdentifier,
      },
      requestOptions,
    );
  }

  /**
   * Takes an identifier off the blocklist.
   *
   * `DELETE /blocklist_identifiers/{identifier_id}`
   *
   * @param blocklistIdentifierId - the id of the blocklist identifier
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/allow-list-block-list/DELETE/blocklist_identifiers/{identifier_id}
   */
  async deleteBlocklistIdentifier(
    blocklistIdentifierId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<DeletedObject> {
    return this.transport.request(
      {
        operation: 'DeleteBlocklistIdentifier',
        method: 'DELETE',
        path: apiPath`/blocklist_identifiers/${blocklistIdentifierId}`,
        decode: decodeDeletedObject,
      },
      requestOptions,
    );
  }
}
