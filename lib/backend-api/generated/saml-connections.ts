// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { decodeSamlConnection, type SamlConnection } from './models/saml-connection.js';
import type {
  CreateSamlConnectionParams,
  GetSamlConnectionListParams,
  UpdateSamlConnectionParams,
} from './saml-connections-params.js';

/**
 * SAML connections. {@link BackendApiResource} says how the methods fail.
 *
 * @deprecated Use `enterpriseConnections`.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class SamlConnectionAPI extends BackendApiResource {
  /**
   * Lists the SAML connections: `GET /saml_connections`.
   *
   * @param params - `limit`, `offset`, `query`, `orderBy`, `organizationId` (all optional)
   * @returns one page, and the number of all items
   *
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
   * Iterates over all items of {@link getSamlConnectionList}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/saml-connections/GET/saml_connections
   */
  iterateSamlConnectionList(
    params: GetSamlConnectionListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<SamlConnection, void, undefined> {
    return iteratePages(page => this.getSamlConnectionList({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Creates a SAML connection: `POST /saml_connections`.
   *
   * @param params - `name`, `provider`; optional: `domain`, `domains`, `idpEntityId`, `idpSsoUrl`, `idpCertificate`, …
   *
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
   * Returns a SAML connection: `GET /saml_connections/{saml_connection_id}`.
   *
   * @param samlConnectionId - the ID of the SAML connection
   *
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
   * Updates a SAML connection: `PATCH /saml_connections/{saml_connection_id}`.
   *
   * @param samlConnectionId - the ID of the SAML connection
   * @param params - `name`, `domain`, `domains`, `idpEntityId`, `idpSsoUrl`, … (all optional)
   *
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
   * Deletes a SAML connection: `DELETE /saml_connections/{saml_connection_id}`.
   *
   * @param samlConnectionId - the ID of the SAML connection
   *
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
