// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { BackendApiResource } from '../resource.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { decodeJwtTemplate, type JwtTemplate } from './models/jwt.js';
import type {
  JwtTemplatesCreateParams,
  JwtTemplatesListParams,
  JwtTemplatesUpdateParams,
} from './jwt-templates-params.js';

/**
 * Templates for tokens with claims of one's own.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class JwtTemplatesApi extends BackendApiResource {
  /**
   * Lists the JWT templates.
   *
   * `GET /jwt_templates`
   *
   * @param params - `limit`, `offset`; may be left out
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
   * Goes through all that {@link list} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /jwt_templates`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/jwt-templates/GET/jwt_templates
   */
  iterateList(
    params: JwtTemplatesListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<JwtTemplate, void, undefined> {
    return iteratePages(page => this.list({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Makes a JWT template.
   *
   * `POST /jwt_templates`
   *
   * @param params - `name`, `claims`; optionally `lifetime`, `allowedClockSkew`, `customSigningKey`, `signingAlgorithm`, `signingKey`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
   * Gets one JWT template.
   *
   * `GET /jwt_templates/{template_id}`
   *
   * @param templateId - the id of the template
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Changes a JWT template.
   *
   * `PATCH /jwt_templates/{template_id}`
   *
   * @param params - `templateId`, `name`, `claims`; optionally `lifetime`, `allowedClockSkew`, `customSigningKey`, `signingAlgorithm`, `signingKey`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
   * Deletes a JWT template.
   *
   * `DELETE /jwt_templates/{template_id}`
   *
   * @param templateId - the id of the template
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
