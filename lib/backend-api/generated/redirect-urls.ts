// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { decodeRedirectUrl, type RedirectUrl } from './models/redirect-url.js';
import type { CreateRedirectUrlParams, GetRedirectUrlListParams } from './redirect-urls-params.js';

/**
 * URLs to which native apps redirect. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class RedirectUrlAPI extends BackendApiResource {
  /**
   * Lists the redirect URLs: `GET /redirect_urls`.
   *
   * @param params - `limit`, `offset` (all optional)
   * @returns one page, and the number of all items
   *
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
   * Iterates over all items of {@link getRedirectUrlList}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/redirect-urls/GET/redirect_urls
   */
  iterateRedirectUrlList(
    params: GetRedirectUrlListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<RedirectUrl, void, undefined> {
    return iteratePages(page => this.getRedirectUrlList({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Adds a redirect URL: `POST /redirect_urls`.
   *
   * @param params - `url`
   *
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
   * Returns a redirect URL: `GET /redirect_urls/{id}`.
   *
   * @param redirectUrlId - the ID of the redirect URL
   *
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
   * Deletes a redirect URL: `DELETE /redirect_urls/{id}`.
   *
   * @param redirectUrlId - the ID of the redirect URL
   *
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
