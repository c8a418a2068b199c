// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { type Client, decodeClient } from './models/client.js';
import type { GetClientListParams } from './clients-params.js';

/**
 * Browsers and apps with their sessions. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class GeneratedClientAPI extends BackendApiResource {
  /**
   * Lists the clients: `GET /clients`.
   *
   * @param params - `limit`, `offset` (all optional)
   * @returns one page, and the number of all items
   * @deprecated Clerk deprecated this endpoint.
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/clients/GET/clients
   */
  async getClientList(
    params: GetClientListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<Client[]>> {
    return this.transport.request(
      {
        operation: 'GetClientList',
        method: 'GET',
        path: apiPath`/clients`,
        query: { ...params, paginated: true },
        decode: pageOf(decodeClient),
      },
      requestOptions,
    );
  }

  /**
   * Iterates over all items of {@link getClientList}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   * @deprecated Clerk deprecated this endpoint.
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/clients/GET/clients
   */
  iterateClientList(
    params: GetClientListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<Client, void, undefined> {
    return iteratePages(page => this.getClientList({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Returns a client: `GET /clients/{client_id}`.
   *
   * @param clientId - the ID of the client
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/clients/GET/clients/{client_id}
   */
  async getClient(clientId: string, requestOptions?: BackendApiRequestOptions): Promise<Client> {
    return this.transport.request(
      { operation: 'GetClient', method: 'GET', path: apiPath`/clients/${clientId}`, decode: decodeClient },
      requestOptions,
    );
  }

  /**
   * Returns the client of a session token: `POST /clients/verify`.
   *
   * @param token - the session token of the client
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/clients/POST/clients/verify
   */
  async verifyClient(token: string, requestOptions?: BackendApiRequestOptions): Promise<Client> {
    return this.transport.request(
      {
        operation: 'VerifyClient',
        method: 'POST',
        path: apiPath`/clients/verify`,
        body: { token },
        decode: decodeClient,
      },
      requestOptions,
    );
  }
}
