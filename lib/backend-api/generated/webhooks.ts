// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';
import { decodeSvixURL, type SvixURL } from './models/svix-url.js';

/**
 * The Svix application that delivers webhooks. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class WebhookAPI extends BackendApiResource {
  /**
   * Creates the Svix application of the instance: `POST /webhooks/svix`.
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/webhooks/POST/webhooks/svix
   */
  async createSvixApp(requestOptions?: BackendApiRequestOptions): Promise<SvixURL> {
    return this.transport.request(
      { operation: 'CreateSvixApp', method: 'POST', path: apiPath`/webhooks/svix`, decode: decodeSvixURL },
      requestOptions,
    );
  }

  /**
   * Deletes the Svix application of the instance: `DELETE /webhooks/svix`.
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/webhooks/DELETE/webhooks/svix
   */
  async deleteSvixApp(requestOptions?: BackendApiRequestOptions): Promise<void> {
    return this.transport.request(
      { operation: 'DeleteSvixApp', method: 'DELETE', path: apiPath`/webhooks/svix` },
      requestOptions,
    );
  }

  /**
   * Creates a URL that signs in to the Svix dashboard: `POST /webhooks/svix_url`.
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/webhooks/POST/webhooks/svix_url
   */
  async generateSvixAuthURL(requestOptions?: BackendApiRequestOptions): Promise<SvixURL> {
    return this.transport.request(
      {
        operation: 'GenerateSvixAuthURL',
        method: 'POST',
        path: apiPath`/webhooks/svix_url`,
        decode: decodeSvixURL,
      },
      requestOptions,
    );
  }
}
