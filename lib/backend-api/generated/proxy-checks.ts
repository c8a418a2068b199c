// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';
import { decodeProxyCheck, type ProxyCheck } from './models/proxy-check.js';
import type { ProxyCheckVerifyParams } from './proxy-checks-params.js';

/**
 * Checks of proxies for the Frontend API. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class ProxyCheckAPI extends BackendApiResource {
  /**
   * Verifies that a proxy reaches the Frontend API: `POST /proxy_checks`.
   *
   * @param params - `domainId`, `proxyUrl`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/proxy-checks/POST/proxy_checks
   */
  async verify(
    params: ProxyCheckVerifyParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<ProxyCheck> {
    return this.transport.request(
      {
        operation: 'VerifyDomainProxy',
        method: 'POST',
        path: apiPath`/proxy_checks`,
        body: params,
        decode: decodeProxyCheck,
      },
      requestOptions,
    );
  }
}
