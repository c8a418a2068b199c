// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { type BlocklistIdentifier, decodeBlocklistIdentifier } from './models/blocklist-identifier.js';
import type {
  CreateBlocklistIdentifierParams,
  GetBlocklistIdentifierListParams,
} from './blocklist-identifiers-params.js';

/**
 * Identifiers that cannot sign up. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class BlocklistIdentifierAPI extends BackendApiResource {
  /**
   * Lists the identifiers on the blocklist: `GET /blocklist_identifiers`.
   *
   * @param params - `limit`, `offset` (all optional)
   * @returns one page, and the number of all items
   *
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
   * Iterates over all items of {@link getBlocklistIdentifierList}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
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
   * Adds an identifier to the blocklist: `POST /blocklist_identifiers`.
   *
   * @param params - `identifier`
   *
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
   * Removes an identifier from the blocklist: `DELETE /blocklist_identifiers/{identifier_id}`.
   *
   * @param blocklistIdentifierId - the ID of the blocklist identifier
   *
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
