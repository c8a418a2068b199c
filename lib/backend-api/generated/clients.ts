// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { BackendApiResource } from '../resource.js';
import { type Client, decodeClient } from './models/client.js';
import type { GetClientListParams } from './clients-params.js';

/**
 * Browsers and apps with the sessions in them.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class ClientAPI extends BackendApiResource {
  /**
   * Lists the clients.
   *
   * `GET /clients`
   *
   * @param params - `limit`, `offset`; may be left out
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @deprecated Clerk has deprecated the endpoint.
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
   * Goes through all that {@link getClientList} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /clients`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @deprecated Clerk has deprecated the endpoint.
   * @see https://clerk.com/docs/reference/backend-api/tag/clients/GET/clients
   */
  iterateClientList(
    params: GetClientListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<Client, void, undefined> {
    return iteratePages(page => this.getClientList({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Gets one client.
   *
   * `GET /clients/{client_id}`
   *
   * @param clientId - the id of the client
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/clients/GET/clients/{client_id}
   */
  async getClient(clientId: string, requestOptions?: BackendApiRequestOptions): Promise<Client> {
    return this.transport.request(
      { operation: 'GetClient', method: 'GET', path: apiPath`/clients/${clientId}`, decode: decodeClient },
      requestOptions,
    );
  }

  /**
   * Gets the client that a token belongs to.
   *
   * `POST /clients/verify`
   *
   * @param token - the token to look at
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
