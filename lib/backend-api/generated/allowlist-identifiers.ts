// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { type AllowlistIdentifier, decodeAllowlistIdentifier } from './models/allowlist-identifier.js';
import type {
  CreateAllowlistIdentifierParams,
  GetAllowlistIdentifierListParams,
} from './allowlist-identifiers-params.js';

/**
 * Identifiers that can sign up. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class AllowlistIdentifierAPI extends BackendApiResource {
  /**
   * Lists the identifiers on the allowlist: `GET /allowlist_identifiers`.
   *
   * @param params - `limit`, `offset` (all optional)
   * @returns one page, and the number of all items
   *
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
   * Iterates over all items of {@link getAllowlistIdentifierList}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
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
   * Adds an identifier to the allowlist: `POST /allowlist_identifiers`.
   *
   * @param params - `identifier`; optional: `notify`
   *
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
   * Removes an identifier from the allowlist: `DELETE /allowlist_identifiers/{identifier_id}`.
   *
   * @param allowlistIdentifierId - the ID of the allowlist identifier
   *
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
