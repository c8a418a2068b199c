// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { BackendApiResource } from '../resource.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { decodeSamlConnection, type SamlConnection } from './models/saml.js';
import type {
  CreateSamlConnectionParams,
  GetSamlConnectionListParams,
  UpdateSamlConnectionParams,
} from './saml-connections-params.js';

/**
 * SAML connections.
 *
 * @deprecated Use `enterpriseConnections`.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class SamlConnectionAPI extends BackendApiResource {
  /**
   * Lists the SAML connections.
   *
   * `GET /saml_connections`
   *
   * @param params - `limit`, `offset`, `query`, `orderBy`, `organizationId`; may be left out
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @see https://clerk.com/docs/reference/backend-api/tag/saml-connections/GET/saml_connections
   */
  async getSamlConnectionList(
    params: GetSamlConnectionListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<SamlConnection[]>> {
    return this.transport.request(
      {
        operation: 'ListSAMLConnections',
        method: 'GET',
        path: apiPath`/saml_connections`,
        query: params,
        decode: pageOf(decodeSamlConnection),
      },
      requestOptions,
    );
  }

  /**
   * Goes through all that {@link getSamlConnectionList} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /saml_connections`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/saml-connections/GET/saml_connections
   */
  iterateSamlConnectionList(
    params: GetSamlConnectionListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<SamlConnection, void, undefined> {
    return iteratePages(page => this.getSamlConnectionList({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Makes a SAML connection.
   *
   * `POST /saml_connections`
   *
   * @param params - `name`, `provider`; optionally `domain`, `domains`, `idpEntityId`, `idpSsoUrl`, `idpCertificate`, …
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @see https://clerk.com/docs/reference/backend-api/tag/saml-connections/POST/saml_connections
   */
  async createSamlConnection(
    params: CreateSamlConnectionParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<SamlConnection> {
    return this.transport.request(
      {
        operation: 'CreateSAMLConnection',
        method: 'POST',
        path: apiPath`/saml_connections`,
        body: params,
        nested: { attributeMapping: {}, loginHint: {} },
        decode: decodeSamlConnection,
      },
      requestOptions,
    );
  }

  /**
   * Gets one SAML connection.
   *
   * `GET /saml_connections/{saml_connection_id}`
   *
   * @param samlConnectionId - the id of the SAML connection
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/saml-connections/GET/saml_connections/{saml_connection_id}
   */
  async getSamlConnection(
    samlConnectionId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<SamlConnection> {
    return this.transport.request(
      {
        operation: 'GetSAMLConnection',
        method: 'GET',
        path: apiPath`/saml_connections/${samlConnectionId}`,
        decode: decodeSamlConnection,
      },
      requestOptions,
    );
  }

  /**
   * Changes a SAML connection.
   *
   * `PATCH /saml_connections/{saml_connection_id}`
   *
   * @param samlConnectionId - the id of the SAML connection
   * @param params - `name`, `domain`, `domains`, `idpEntityId`, `idpSsoUrl`, …; may be left out
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/saml-connections/PATCH/saml_connections/{saml_connection_id}
   */
  async updateSamlConnection(
    samlConnectionId: string,
    params: UpdateSamlConnectionParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<SamlConnection> {
    return this.transport.request(
      {
        operation: 'UpdateSAMLConnection',
        method: 'PATCH',
        path: apiPath`/saml_connections/${samlConnectionId}`,
        body: params,
        nested: { attributeMapping: {}, loginHint: {} },
        decode: decodeSamlConnection,
      },
      requestOptions,
    );
  }

  /**
   * Deletes a SAML connection.
   *
   * `DELETE /saml_connections/{saml_connection_id}`
   *
   * @param samlConnectionId - the id of the SAML connection
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/saml-connections/DELETE/saml_connections/{saml_connection_id}
   */
  async deleteSamlConnection(
    samlConnectionId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<DeletedObject> {
    return this.transport.request(
      {
        operation: 'DeleteSAMLConnection',
        method: 'DELETE',
        path: apiPath`/saml_connections/${samlConnectionId}`,
        decode: decodeDeletedObject,
      },
      requestOptions,
    );
  }
}
