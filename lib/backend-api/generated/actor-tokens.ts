// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';
import { BackendApiResource } from '../resource.js';
import { type ActorToken, decodeActorToken } from './models/actor.js';
import type { ActorTokenCreateParams } from './actor-tokens-params.js';

/**
 * Tokens with which one person signs in as another.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class ActorTokenAPI extends BackendApiResource {
  /**
   * Makes a token with which one person signs in as another.
   *
   * `POST /actor_tokens`
   *
   * @param params - `userId`, `actor`; optionally `expiresInSeconds`, `sessionMaxDurationInSeconds`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
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
   * Revokes an actor token that was not used yet.
   *
   * `POST /actor_tokens/{actor_token_id}/revoke`
   *
   * @param actorTokenId - the id of the actor token
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
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
