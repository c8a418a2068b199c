// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { decodeEnterpriseConnection, type EnterpriseConnection } from './models/enterprise-connection.js';
import {
  decodeEnterpriseConnectionTestRun,
  type EnterpriseConnectionTestRun,
} from './models/enterprise-connection-test-run.js';
import {
  decodeEnterpriseConnectionTestRunLink,
  type EnterpriseConnectionTestRunLink,
} from './models/enterprise-connection-test-run-link.js';
import type {
  CreateEnterpriseConnectionParams,
  GetEnterpriseConnectionListParams,
  GetEnterpriseConnectionTestRunListParams,
  UpdateEnterpriseConnectionParams,
} from './enterprise-connections-params.js';

/**
 * Single sign-on with enterprise identity providers. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class EnterpriseConnectionAPI extends BackendApiResource {
  /**
   * Lists the enterprise connections: `GET /enterprise_connections`.
   *
   * @param params - `limit`, `offset`, `organizationId`, `active` (all optional)
   * @returns one page, and the number of all items
   *
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
   * Iterates over all items of {@link getEnterpriseConnectionList}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
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
   * Creates an enterprise connection: `POST /enterprise_connections`.
   *
   * @param params - `name`, `provider`, `domains`; optional: `organizationId`, `allowOrganizationAccountLinking`, `active`, `saml`, `oidc`, …
   *
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
   * Returns an enterprise connection: `GET /enterprise_connections/{enterprise_connection_id}`.
   *
   * @param enterpriseConnectionId - the ID of the enterprise connection
   *
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
   * Updates an enterprise connection: `PATCH /enterprise_connections/{enterprise_connection_id}`.
   *
   * @param enterpriseConnectionId - the ID of the enterprise connection
   * @param params - `name`, `domains`, `active`, `syncUserAttributes`, `disableAdditionalIdentifications`, …
   *
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
   * Deletes an enterprise connection: `DELETE /enterprise_connections/{enterprise_connection_id}`.
   *
   * @param enterpriseConnectionId - the ID of the enterprise connection
   *
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
   * Lists the test runs of an enterprise connection: `GET /enterprise_connections/{enterprise_connection_id}/test_runs`.
   *
   * @param enterpriseConnectionId - the ID of the enterprise connection
   * @param params - `status`, `limit`, `offset` (all optional)
   * @returns one page, and the number of all items
   *
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
   * Iterates over all items of {@link getEnterpriseConnectionTestRunList}, and fetches a page when its first item is needed.
   *
   * @param enterpriseConnectionId - the ID of the enterprise connection
   * @param params - the filter; `limit` is the page size, 100 by default
   *
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
   * Starts a test run of an enterprise connection: `POST /enterprise_connections/{enterprise_connection_id}/test_runs`.
   *
   * @param enterpriseConnectionId - the ID of the enterprise connection
   *
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
