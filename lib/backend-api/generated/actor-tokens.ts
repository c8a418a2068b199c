// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';
import { type ActorToken, decodeActorToken } from './models/actor-token.js';
import type { ActorTokenCreateParams } from './actor-tokens-params.js';

/**
 * Tokens with which one user impersonates another. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class ActorTokenAPI extends BackendApiResource {
  /**
   * Creates a token with which one user impersonates another: `POST /actor_tokens`.
   *
   * @param params - `userId`, `actor`; optional: `expiresInSeconds`, `sessionMaxDurationInSeconds`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/actor-tokens/POST/actor_tokens
   */
  async create(
    params: ActorTokenCreateParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<ActorToken> {
    return this.transport.request(
      {
        operation: 'CreateActorToken',
        method: 'POST',
        path: apiPath`/actor_tokens`,
        body: params,
        decode: decodeActorToken,
      },
      requestOptions,
    );
  }

  /**
   * Revokes an actor token that was not used: `POST /actor_tokens/{actor_token_id}/revoke`.
   *
   * @param actorTokenId - the ID of the actor token
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/actor-tokens/POST/actor_tokens/{actor_token_id}/revoke
   */
  async revoke(actorTokenId: string, requestOptions?: BackendApiRequestOptions): Promise<ActorToken> {
    return this.transport.request(
      {
        operation: 'RevokeActorToken',
        method: 'POST',
        path: apiPath`/actor_tokens/${actorTokenId}/revoke`,
        decode: decodeActorToken,
      },
      requestOptions,
    );
  }
}
