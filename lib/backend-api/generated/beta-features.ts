// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';
import { decodeInstanceSettings, type InstanceSettings } from './models/instance-settings.js';
import type {
  UpdateInstanceSettingsParams,
  UpdateProductionInstanceDomainParams,
} from './beta-features-params.js';

/**
 * Settings in beta. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class GeneratedBetaFeaturesAPI extends BackendApiResource {
  /**
   * Updates the sign-up settings of the instance: `PATCH /beta_features/instance_settings`.
   *
   * @param params - `restrictedToAllowlist`, `fromEmailAddress`, `progressiveSignUp`, `testMode`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/beta-features/PATCH/beta_features/instance_settings
   */
  async updateInstanceSettings(
    params: UpdateInstanceSettingsParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<InstanceSettings> {
    return this.transport.request(
      {
        operation: 'UpdateInstanceAuthConfig',
        method: 'PATCH',
        path: apiPath`/beta_features/instance_settings`,
        body: params,
        decode: decodeInstanceSettings,
      },
      requestOptions,
    );
  }

  /**
   * Updates the domain of a production instance: `PUT /beta_features/domain`.
   *
   * @param params - `homeUrl`, `isSecondary`
   * @deprecated Use `instance.changeDomain`.
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/beta-features/PUT/beta_features/domain
   */
  async updateProductionInstanceDomain(
    params: UpdateProductionInstanceDomainParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<void> {
    return this.transport.request(
      {
        operation: 'UpdateProductionInstanceDomain',
        method: 'PUT',
        path: apiPath`/beta_features/domain`,
        body: params,
      },
      requestOptions,
    );
  }
}
