// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';
import { BackendApiResource } from '../resource.js';
import { decodeSignInToken, type SignInToken } from './models/sign.js';
import type { CreateSignInTokenParams } from './sign-in-tokens-params.js';

/**
 * Tokens with which a user signs in without a factor.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class SignInTokenAPI extends BackendApiResource {
  /**
   * Makes a token with which a user signs in.
   *
   * `POST /sign_in_tokens`
   *
   * @param params - `userId`; optionally `orgId`, `expiresInSeconds`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @see https://clerk.com/docs/reference/backend-api/tag/sign-in-tokens/POST/sign_in_tokens
   */
  async createSignInToken(
    params: CreateSignInTokenParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<SignInToken> {
    return this.transport.request(
      {
        operation: 'CreateSignInToken',
        method: 'POST',
        path: apiPath`/sign_in_tokens`,
        body: params,
        decode: decodeSignInToken,
      },
      requestOptions,
    );
  }

  /**
   * Revokes a sign-in token that was not used yet.
   *
   * `POST /sign_in_tokens/{sign_in_token_id}/revoke`
   *
   * @param signInTokenId - the id of the sign in token
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/sign-in-tokens/POST/sign_in_tokens/{sign_in_token_id}/revoke
   */
  async revokeSignInToken(
    signInTokenId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<SignInToken> {
    return this.transport.request(
      {
        operation: 'RevokeSignInToken',
        method: 'POST',
        path: apiPath`/sign_in_tokens/${signInTokenId}/revoke`,
        decode: decodeSignInToken,
      },
      requestOptions,
    );
  }
}
