import type { IdPOAuthAccessToken } from '../models/machine-tokens.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { verifyOAuthToken } from '../remote-calls.js';
import { BackendApiResource } from '../resource.js';

/** Access tokens that the instance issued as an identity provider. */
export class IdPOAuthAccessTokenApi extends BackendApiResource {
  /**
   * Verifies an access token: `POST /oauth_applications/access_tokens/verify`.
   *
   * @param accessToken - the token, opaque or a JWT
   * @param options - `audience`: the accepted audiences: the token's `aud` must contain one of them. Not checked if missing
   * @throws {@link ClerkAPIResponseError} if the token is unknown, or the API cannot be reached
   * @throws {@link TokenVerificationError} if the token has expired, or has another audience
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/oauth-access-tokens/POST/oauth_applications/access_tokens/verify
   */
  async verify(
    accessToken: string,
    options: { audience?: string | string[] } = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<IdPOAuthAccessToken> {
    return verifyOAuthToken(this.transport, accessToken, options, requestOptions);
  }
}
