import { GeneratedBetaFeaturesAPI } from '../generated/beta-features.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';

/** The parameters of {@link BetaFeaturesAPI.changeDomain}. */
export interface BetaFeaturesChangeDomainParams {
  /** The new home URL of the production instance, such as `https://www.example.com`. */
  homeUrl?: string;
  /** Whether several applications share the registrable domain, so that the subdomain matters. */
  isSecondary?: boolean;
}

/** Settings in beta: the generated methods, and a method that Clerk's document has elsewhere. */
export class BetaFeaturesAPI extends GeneratedBetaFeaturesAPI {
  /**
   * Changes the domain of a production instance: `POST /beta_features/change_domain`. It signs out all users.
   *
   * @deprecated Use `instance.changeDomain`.
   */
  async changeDomain(
    params: BetaFeaturesChangeDomainParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<void> {
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
