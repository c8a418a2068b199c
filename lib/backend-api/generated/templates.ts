// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { decodeTemplate, type Template } from './models/template.js';
import type {
  GetTemplateListParams,
  PreviewTemplateParams,
  ToggleTemplateDeliveryParams,
  UpsertTemplateParams,
} from './templates-params.js';

/**
 * Templates of emails and text messages. {@link BackendApiResource} says how the methods fail.
 *
 * @deprecated Clerk deprecated these endpoints.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class TemplateAPI extends BackendApiResource {
  /**
   * Lists the templates of one kind: `GET /templates/{template_type}`.
   *
   * @param templateType - `email` or `sms`
   * @param params - `limit`, `offset` (all optional)
   * @returns one page, and the number of all items
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/email-sms-templates/GET/templates/{template_type}
   */
  async getTemplateList(
    templateType: string,
    params: GetTemplateListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<Template[]>> {
    return this.transport.request(
      {
        operation: 'GetTemplateList',
        method: 'GET',
        path: apiPath`/templates/${templateType}`,
        query: { ...params, paginated: true },
        decode: pageOf(decodeTemplate),
      },
      requestOptions,
    );
  }

  /**
   * Iterates over all items of {@link getTemplateList}, and fetches a page when its first item is needed.
   *
   * @param templateType - `email` or `sms`
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/email-sms-templates/GET/templates/{template_type}
   */
  iterateTemplateList(
    templateType: string,
    params: GetTemplateListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<Template, void, undefined> {
    return iteratePages(
      page => this.getTemplateList(templateType, { ...params, ...page }, requestOptions),
      params,
    );
  }

  /**
   * Returns a template: `GET /templates/{template_type}/{slug}`.
   *
   * @param templateType - `email` or `sms`
   * @param slug - the slug of the template, such as `invitation`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/email-sms-templates/GET/templates/{template_type}/{slug}
   */
  async getTemplate(
    templateType: string,
    slug: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Template> {
    return this.transport.request(
      {
        operation: 'GetTemplate',
        method: 'GET',
        path: apiPath`/templates/${templateType}/${slug}`,
        decode: decodeTemplate,
      },
      requestOptions,
    );
  }

  /**
   * Creates or updates a template: `PUT /templates/{template_type}/{slug}`.
   *
   * @param templateType - `email` or `sms`
   * @param slug - the slug of the template, such as `invitation`
   * @param params - `name`, `subject`, `markup`, `body`, `deliveredByClerk`, …
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/email-sms-templates/PUT/templates/{template_type}/{slug}
   */
  async upsertTemplate(
    templateType: string,
    slug: string,
    params: UpsertTemplateParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Template> {
    return this.transport.request(
      {
        operation: 'UpsertTemplate',
        method: 'PUT',
        path: apiPath`/templates/${templateType}/${slug}`,
        body: params,
        decode: decodeTemplate,
      },
      requestOptions,
    );
  }

  /**
   * Resets a template to Clerk's default: `POST /templates/{template_type}/{slug}/revert`.
   *
   * @param templateType - `email` or `sms`
   * @param slug - the slug of the template, such as `invitation`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/email-sms-templates/POST/templates/{template_type}/{slug}/revert
   */
  async revertTemplate(
    templateType: string,
    slug: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Template> {
    return this.transport.request(
      {
        operation: 'RevertTemplate',
        method: 'POST',
        path: apiPath`/templates/${templateType}/${slug}/revert`,
        decode: decodeTemplate,
      },
      requestOptions,
    );
  }

  /**
   * Renders a preview of a template: `POST /templates/{template_type}/{slug}/preview`.
   *
   * @param templateType - `email` or `sms`
   * @param slug - the slug of the template, such as `invitation`
   * @param params - `subject`, `body`, `fromEmailName`, `replyToEmailName`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/email-sms-templates/POST/templates/{template_type}/{slug}/preview
   */
  async previewTemplate(
    templateType: string,
    slug: string,
    params: PreviewTemplateParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Record<string, unknown>> {
    return this.transport.request<Record<string, unknown>>(
      {
        operation: 'PreviewTemplate',
        method: 'POST',
        path: apiPath`/templates/${templateType}/${slug}/preview`,
        body: params,
      },
      requestOptions,
    );
  }

  /**
   * Sets whether Clerk or the application delivers the messages of a template: `POST /templates/{template_type}/{slug}/toggle_delivery`.
   *
   * @param templateType - `email` or `sms`
   * @param slug - the slug of the template, such as `invitation`
   * @param params - `deliveredByClerk`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/email-sms-templates/POST/templates/{template_type}/{slug}/toggle_delivery
   */
  async toggleTemplateDelivery(
    templateType: string,
    slug: string,
    params: ToggleTemplateDeliveryParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<Template> {
    return this.transport.request(
      {
        operation: 'ToggleTemplateDelivery',
        method: 'POST',
        path: apiPath`/templates/${templateType}/${slug}/toggle_delivery`,
        body: params,
        decode: decodeTemplate,
      },
      requestOptions,
    );
  }
}
