import { GeneratedBetaFeaturesAPI } from '../generated/beta-features.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';

/** What {@link BetaFeaturesAPI.changeDomain} takes. */
export interface ChangeDomainParams {
  /** The new home URL of the production instance, such as `https://www.example.com`. */
  homeUrl?: string;
  /** Whether a subdomain in it counts, because several applications share the registrable domain. */
  isSecondary?: boolean;
}

/** Settings that are not final: the generated methods, and one that Clerk's document has elsewhere. */
export class BetaFeaturesAPI extends GeneratedBetaFeaturesAPI {
  /**
   * Changes the domain of a production instance: `POST /beta_features/change_domain`. Everyone is signed out by it.
   *
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @deprecated Use `instance.changeDomain`.
   */
  async changeDomain(params: ChangeDomainParams, requestOptions?: BackendApiRequestOptions): Promise<void> {
    return this.transport.request<void>(
      {
        operation: 'ChangeDomain',
        method: 'POST',
        path: apiPath`/beta_features/change_domain`,
        body: params,
      },
      requestOptions,
    );
  }
}
