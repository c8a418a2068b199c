// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { BackendApiResource } from '../resource.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import {
  decodeEnterpriseConnection,
  decodeEnterpriseConnectionTestRun,
  decodeEnterpriseConnectionTestRunLink,
  type EnterpriseConnection,
  type EnterpriseConnectionTestRun,
  type EnterpriseConnectionTestRunLink,
} from './models/enterprise.js';
import type {
  CreateEnterpriseConnectionParams,
  GetEnterpriseConnectionListParams,
  GetEnterpriseConnectionTestRunListParams,
  UpdateEnterpriseConnectionParams,
} from './enterprise-connections-params.js';

/**
 * Single sign-on with a company's identity provider.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class EnterpriseConnectionAPI extends BackendApiResource {
  /**
   * Lists the enterprise connections.
   *
   * `GET /enterprise_connections`
   *
   * @param params - `limit`, `offset`, `organizationId`, `active`; may be left out
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @see https://clerk.com/docs/reference/backend-api/tag/enterprise-connections/GET/enterprise_connections
   */
  async getEnterpriseConnectionList(
    params: GetEnterpriseConnectionListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<EnterpriseConnection[]>> {
    return this.transport.request(
      {
        operation: 'ListEnterpriseConnections',
        method: 'GET',
        path: apiPath`/enterprise_connections`,
        query: params,
        decode: pageOf(decodeEnterpriseConnection),
      },
      requestOptions,
    );
  }

  /**
   * Goes through all that {@link getEnterpriseConnectionList} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /enterprise_connections`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/enterprise-connections/GET/enterprise_connections
   */
  iterateEnterpriseConnectionList(
    params: GetEnterpriseConnectionListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<EnterpriseConnection, void, undefined> {
    return iteratePages(
      page => this.getEnterpriseConnectionList({ ...params, ...page }, requestOptions),
      params,
    );
  }

  /**
   * Makes an enterprise connection.
   *
   * `POST /enterprise_connections`
   *
   * @param params - `name`, `provider`, `domains`; optionally `organizationId`, `allowOrganizationAccountLinking`, `active`, `saml`, `oidc`, …
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @see https://clerk.com/docs/reference/backend-api/tag/enterprise-connections/POST/enterprise_connections
   */
  async createEnterpriseConnection(
    params: CreateEnterpriseConnectionParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<EnterpriseConnection> {
    return this.transport.request(
      {
        operation: 'CreateEnterpriseConnection',
        method: 'POST',
        path: apiPath`/enterprise_connections`,
        body: params,
        nested: { saml: { attributeMapping: {}, loginHint: {} }, oidc: {}, customAttributes: {} },
        decode: decodeEnterpriseConnection,
      },
      requestOptions,
    );
  }

  /**
   * Gets one enterprise connection.
   *
   * `GET /enterprise_connections/{enterprise_connection_id}`
   *
   * @param enterpriseConnectionId - the id of the enterprise connection
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/enterprise-connections/GET/enterprise_connections/{enterprise_connection_id}
   */
  async getEnterpriseConnection(
    enterpriseConnectionId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<EnterpriseConnection> {
    return this.transport.request(
      {
        operation: 'GetEnterpriseConnection',
        method: 'GET',
        path: apiPath`/enterprise_connections/${enterpriseConnectionId}`,
        decode: decodeEnterpriseConnection,
      },
      requestOptions,
    );
  }

  /**
   * Changes an enterprise connection.
   *
   * `PATCH /enterprise_connections/{enterprise_connection_id}`
   *
   * @param enterpriseConnectionId - the id of the enterprise connection
   * @param params - `name`, `domains`, `active`, `syncUserAttributes`, `disableAdditionalIdentifications`, …
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/enterprise-connections/PATCH/enterprise_connections/{enterprise_connection_id}
   */
  async updateEnterpriseConnection(
    enterpriseConnectionId: string,
    params: UpdateEnterpriseConnectionParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<EnterpriseConnection> {
    return this.transport.request(
      {
        operation: 'UpdateEnterpriseConnection',
        method: 'PATCH',
        path: apiPath`/enterprise_connections/${enterpriseConnectionId}`,
        body: params,
        nested: { saml: { attributeMapping: {}, loginHint: {} }, oidc: {}, customAttributes: {} },
        decode: decodeEnterpriseConnection,
      },
      requestOptions,
    );
  }

  /**
   * Deletes an enterprise connection.
   *
   * `DELETE /enterprise_connections/{enterprise_connection_id}`
   *
   * @param enterpriseConnectionId - the id of the enterprise connection
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/enterprise-connections/DELETE/enterprise_connections/{enterprise_connection_id}
   */
  async deleteEnterpriseConnection(
    enterpriseConnectionId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<DeletedObject> {
    return this.transport.request(
      {
        operation: 'DeleteEnterpriseConnection',
        method: 'DELETE',
        path: apiPath`/enterprise_connections/${enterpriseConnectionId}`,
        decode: decodeDeletedObject,
      },
      requestOptions,
    );
  }

  /**
   * Lists the test runs of an enterprise connection.
   *
   * `GET /enterprise_connections/{enterprise_connection_id}/test_runs`
   *
   * @param enterpriseConnectionId - the id of the enterprise connection
   * @param params - `status`, `limit`, `offset`; may be left out
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/enterprise-connections/GET/enterprise_connections/{enterprise_connection_id}/test_runs
   */
  async getEnterpriseConnectionTestRunList(
    enterpriseConnectionId: string,
    params: GetEnterpriseConnectionTestRunListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<EnterpriseConnectionTestRun[]>> {
    return this.transport.request(
      {
        operation: 'ListEnterpriseConnectionTestRuns',
        method: 'GET',
        path: apiPath`/enterprise_connections/${enterpriseConnectionId}/test_runs`,
        query: params,
        decode: pageOf(decodeEnterpriseConnectionTestRun),
      },
      requestOptions,
    );
  }

  /**
   * Goes through all that {@link getEnterpriseConnectionTestRunList} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /enterprise_connections/{enterprise_connection_id}/test_runs`
   *
   * @param enterpriseConnectionId - the id of the enterprise connection
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/enterprise-connections/GET/enterprise_connections/{enterprise_connection_id}/test_runs
   */
  iterateEnterpriseConnectionTestRunList(
    enterpriseConnectionId: string,
    params: GetEnterpriseConnectionTestRunListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<EnterpriseConnectionTestRun, void, undefined> {
    return iteratePages(
      page =>
        this.getEnterpriseConnectionTestRunList(
          enterpriseConnectionId,
          { ...params, ...page },
          requestOptions,
        ),
      params,
    );
  }

  /**
   * Starts a test run of an enterprise connection.
   *
   * `POST /enterprise_connections/{enterprise_connection_id}/test_runs`
   *
   * @param enterpriseConnectionId - the id of the enterprise connection
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/enterprise-connections/POST/enterprise_connections/{enterprise_connection_id}/test_runs
   */
  async createEnterpriseConnectionTestRun(
    enterpriseConnectionId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<EnterpriseConnectionTestRunLink> {
    return this.transport.request(
      {
        operation: 'CreateEnterpriseConnectionTestRun',
        method: 'POST',
        path: apiPath`/enterprise_connections/${enterpriseConnectionId}/test_runs`,
        decode: decodeEnterpriseConnectionTestRunLink,
      },
      requestOptions,
    );
  }
}
