// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';
import { decodeJwksJSON, type JwksJSON } from './models/jwks-json.js';

/**
 * The public keys of the instance. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class JwksAPI extends BackendApiResource {
  /**
   * Returns the public keys of the instance, which verify its tokens: `GET /jwks`.
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/jwks/GET/jwks
   */
  async getJwks(requestOptions?: BackendApiRequestOptions): Promise<JwksJSON> {
    return this.transport.request(
      { operation: 'GetJWKS', method: 'GET', path: apiPath`/jwks`, decode: decodeJwksJSON },
      requestOptions,
    );
  }
}
