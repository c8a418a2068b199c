// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { decodeJwtTemplate, type JwtTemplate } from './models/jwt-template.js';
import type {
  JwtTemplatesCreateParams,
  JwtTemplatesListParams,
  JwtTemplatesUpdateParams,
} from './jwt-templates-params.js';

/**
 * Templates of tokens with custom claims. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class JwtTemplatesApi extends BackendApiResource {
  /**
   * Lists the JWT templates: `GET /jwt_templates`.
   *
   * @param params - `limit`, `offset` (all optional)
   * @returns one page, and the number of all items
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/jwt-templates/GET/jwt_templates
   */
  async list(
    params: JwtTemplatesListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<JwtTemplate[]>> {
    return this.transport.request(
      {
        operation: 'ListJWTTemplates',
        method: 'GET',
        path: apiPath`/jwt_templates`,
        query: { ...params, paginated: true },
        decode: pageOf(decodeJwtTemplate),
      },
      requestOptions,
    );
  }

  /**
   * Iterates over all items of {@link list}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/jwt-templates/GET/jwt_templates
   */
  iterateList(
    params: JwtTemplatesListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<JwtTemplate, void, undefined> {
    return iteratePages(page => this.list({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Creates a JWT template: `POST /jwt_templates`.
   *
   * @param params - `name`, `claims`; optional: `lifetime`, `allowedClockSkew`, `customSigningKey`, `signingAlgorithm`, `signingKey`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/jwt-templates/POST/jwt_templates
   */
  async create(
    params: JwtTemplatesCreateParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<JwtTemplate> {
    return this.transport.request(
      {
        operation: 'CreateJWTTemplate',
        method: 'POST',
        path: apiPath`/jwt_templates`,
        body: params,
        decode: decodeJwtTemplate,
      },
      requestOptions,
    );
  }

  /**
   * Returns a JWT template: `GET /jwt_templates/{template_id}`.
   *
   * @param templateId - the ID of the template
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/jwt-templates/GET/jwt_templates/{template_id}
   */
  async get(templateId: string, requestOptions?: BackendApiRequestOptions): Promise<JwtTemplate> {
    return this.transport.request(
      {
        operation: 'GetJWTTemplate',
        method: 'GET',
        path: apiPath`/jwt_templates/${templateId}`,
        decode: decodeJwtTemplate,
      },
      requestOptions,
    );
  }

  /**
   * Updates a JWT template: `PATCH /jwt_templates/{template_id}`.
   *
   * @param params - `templateId`, `name`, `claims`; optional: `lifetime`, `allowedClockSkew`, `customSigningKey`, `signingAlgorithm`, `signingKey`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/jwt-templates/PATCH/jwt_templates/{template_id}
   */
  async update(
    { templateId, ...body }: JwtTemplatesUpdateParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<JwtTemplate> {
    return this.transport.request(
      {
        operation: 'UpdateJWTTemplate',
        method: 'PATCH',
        path: apiPath`/jwt_templates/${templateId}`,
        body,
        decode: decodeJwtTemplate,
      },
      requestOptions,
    );
  }

  /**
   * Deletes a JWT template: `DELETE /jwt_templates/{template_id}`.
   *
   * @param templateId - the ID of the template
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/jwt-templates/DELETE/jwt_templates/{template_id}
   */
  async delete(templateId: string, requestOptions?: BackendApiRequestOptions): Promise<DeletedObject> {
    return this.transport.request(
      {
        operation: 'DeleteJWTTemplate',
        method: 'DELETE',
        path: apiPath`/jwt_templates/${templateId}`,
        decode: decodeDeletedObject,
      },
      requestOptions,
    );
  }
}
