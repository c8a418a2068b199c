// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';
import { BackendApiResource } from '../resource.js';
import { decodeJwksJSON, type JwksJSON } from './models/jwks.js';

/**
 * The public keys of the instance.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class JwksAPI extends BackendApiResource {
  /**
   * Gets the public keys that tokens of the instance are verified with.
   *
   * `GET /jwks`
   *
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @see https://clerk.com/docs/reference/backend-api/tag/jwks/GET/jwks
   */
  async getJwks(requestOptions?: BackendApiRequestOptions): Promise<JwksJSON> {
    return this.transport.request(
      { operation: 'GetJWKS', method: 'GET', path: apiPath`/jwks`, decode: decodeJwksJSON },
      requestOptions,
    );
  }
}
