// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { BackendApiResource } from '../resource.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { decodeRedirectUrl, type RedirectUrl } from './models/redirect.js';
import type { CreateRedirectUrlParams, GetRedirectUrlListParams } from './redirect-urls-params.js';

/**
 * Addresses that a native app may be sent back to.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class RedirectUrlAPI extends BackendApiResource {
  /**
   * Lists the redirect URLs.
   *
   * `GET /redirect_urls`
   *
   * @param params - `limit`, `offset`; may be left out
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @see https://clerk.com/docs/reference/backend-api/tag/redirect-urls/GET/redirect_urls
   */
  async getRedirectUrlList(
    params: GetRedirectUrlListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<RedirectUrl[]>> {
    return this.transport.request(
      {
        operation: 'ListRedirectURLs',
        method: 'GET',
        path: apiPath`/redirect_urls`,
        query: { ...params, paginated: true },
        decode: pageOf(decodeRedirectUrl),
      },
      requestOptions,
    );
  }

  /**
   * Goes through all that {@link getRedirectUrlList} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /redirect_urls`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/redirect-urls/GET/redirect_urls
   */
  iterateRedirectUrlList(
    params: GetRedirectUrlListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<RedirectUrl, void, undefined> {
    return iteratePages(page => this.getRedirectUrlList({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Adds a redirect URL.
   *
   * `POST /redirect_urls`
   *
   * @param params - `url`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @see https://clerk.com/docs/reference/backend-api/tag/redirect-urls/POST/redirect_urls
   */
  async createRedirectUrl(
    params: CreateRedirectUrlParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<RedirectUrl> {
    return this.transport.request(
      {
        operation: 'CreateRedirectURL',
        method: 'POST',
        path: apiPath`/redirect_urls`,
        body: params,
        decode: decodeRedirectUrl,
      },
      requestOptions,
    );
  }

  /**
   * Gets one redirect URL.
   *
   * `GET /redirect_urls/{id}`
   *
   * @param redirectUrlId - the id of the redirect URL
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/redirect-urls/GET/redirect_urls/{id}
   */
  async getRedirectUrl(
    redirectUrlId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<RedirectUrl> {
    return this.transport.request(
      {
        operation: 'GetRedirectURL',
        method: 'GET',
        path: apiPath`/redirect_urls/${redirectUrlId}`,
        decode: decodeRedirectUrl,
      },
      requestOptions,
    );
  }

  /**
   * Deletes a redirect URL.
   *
   * `DELETE /redirect_urls/{id}`
   *
   * @param redirectUrlId - the id of the redirect URL
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/redirect-urls/DELETE/redirect_urls/{id}
   */
  async deleteRedirectUrl(
    redirectUrlId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<DeletedObject> {
    return this.transport.request(
      {
        operation: 'DeleteRedirectURL',
        method: 'DELETE',
        path: apiPath`/redirect_urls/${redirectUrlId}`,
        decode: decodeDeletedObject,
      },
      requestOptions,
    );
  }
}
