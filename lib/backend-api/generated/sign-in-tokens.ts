// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';
import { decodeSignInToken, type SignInToken } from './models/sign-in-token.js';
import type { CreateSignInTokenParams } from './sign-in-tokens-params.js';

/**
 * Tokens with which users sign in without a password or a code. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class SignInTokenAPI extends BackendApiResource {
  /**
   * Creates a token with which a user signs in: `POST /sign_in_tokens`.
   *
   * @param params - `userId`; optional: `orgId`, `expiresInSeconds`
   *
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
   * Revokes a sign-in token that was not used: `POST /sign_in_tokens/{sign_in_token_id}/revoke`.
   *
   * @param signInTokenId - the ID of the sign-in token
   *
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
