// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iterateOnce, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { decodeDomain, type Domain } from './models/domain.js';
import type { DomainAddParams, DomainUpdateParams } from './domains-params.js';

/**
 * The domains of the instance. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class GeneratedDomainAPI extends BackendApiResource {
  /**
   * Lists the domains of the instance: `GET /domains`.
   *
   * @returns one page, and the number of all items
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/domains/GET/domains
   */
  async list(requestOptions?: BackendApiRequestOptions): Promise<PaginatedResourceResponse<Domain[]>> {
    return this.transport.request(
      { operation: 'ListDomains', method: 'GET', path: apiPath`/domains`, decode: pageOf(decodeDomain) },
      requestOptions,
    );
  }

  /**
   * Iterates over all items of {@link list}.
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/domains/GET/domains
   */
  iterateList(requestOptions?: BackendApiRequestOptions): AsyncGenerator<Domain, void, undefined> {
    return iterateOnce(() => this.list(requestOptions));
  }

  /**
   * Adds a satellite domain: `POST /domains`.
   *
   * @param params - `name`, `is_satellite`; optional: `proxy_url`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/domains/POST/domains
   */
  async add(params: DomainAddParams, requestOptions?: BackendApiRequestOptions): Promise<Domain> {
    return this.transport.request(
      { operation: 'AddDomain', method: 'POST', path: apiPath`/domains`, body: params, decode: decodeDomain },
      requestOptions,
    );
  }

  /**
   * Updates a domain: `PATCH /domains/{domain_id}`.
   *
   * @param params - `domainId`; optional: `name`, `proxy_url`, `is_secondary`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/domains/PATCH/domains/{domain_id}
   */
  async update(
    { domainId, ...body }: DomainUpdateParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Domain> {
    return this.transport.request(
      {
        operation: 'UpdateDomain',
        method: 'PATCH',
        path: apiPath`/domains/${domainId}`,
        body,
        decode: decodeDomain,
      },
      requestOptions,
    );
  }

  /**
   * Deletes a satellite domain: `DELETE /domains/{domain_id}`.
   *
   * @param domainId - the ID of the domain
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/domains/DELETE/domains/{domain_id}
   */
  async delete(domainId: string, requestOptions?: BackendApiRequestOptions): Promise<DeletedObject> {
    return this.transport.request(
      {
        operation: 'DeleteDomain',
        method: 'DELETE',
        path: apiPath`/domains/${domainId}`,
        decode: decodeDeletedObject,
      },
      requestOptions,
    );
  }
}
