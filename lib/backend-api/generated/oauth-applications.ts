// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { BackendApiResource } from '../resource.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { decodeOAuthApplication, type OAuthApplication } from './models/oauth.js';
import type {
  OAuthApplicationsCreateParams,
  OAuthApplicationsListParams,
  OAuthApplicationsUpdateParams,
  RevokeTokenParams,
  UploadLogoParams,
} from './oauth-applications-params.js';

/**
 * Applications that sign users in through the instance.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class OAuthApplicationsApi extends BackendApiResource {
  /**
   * Lists the OAuth applications.
   *
   * `GET /oauth_applications`
   *
   * @param params - `limit`, `offset`, `orderBy`, `nameQuery`; may be left out
   * @param requestOptions - for this call only
   * @returns a part of the list, and how many items there are in all
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @see https://clerk.com/docs/reference/backend-api/tag/oauth-applications/GET/oauth_applications
   */
  async list(
    params: OAuthApplicationsListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<OAuthApplication[]>> {
    return this.transport.request(
      {
        operation: 'ListOAuthApplications',
        method: 'GET',
        path: apiPath`/oauth_applications`,
        query: params,
        decode: pageOf(decodeOAuthApplication),
      },
      requestOptions,
    );
  }

  /**
   * Goes through all that {@link list} lists, one after the other; a page is fetched when it is reached.
   *
   * `GET /oauth_applications`
   *
   * @param params - which; `limit` is the size of a page, 100 by default
   * @param requestOptions - for each call
   * @throws {@link ClerkAPIResponseError} from the loop, when a call fails
   * @see https://clerk.com/docs/reference/backend-api/tag/oauth-applications/GET/oauth_applications
   */
  iterateList(
    params: OAuthApplicationsListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<OAuthApplication, void, undefined> {
    return iteratePages(page => this.list({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Makes an OAuth application; only this answer holds its client secret.
   *
   * `POST /oauth_applications`
   *
   * @param params - `name`; optionally `redirectUris`, `callbackUrl`, `scopes`, `consentScreenEnabled`, `pkceRequired`, …
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @see https://clerk.com/docs/reference/backend-api/tag/oauth-applications/POST/oauth_applications
   */
  async create(
    params: OAuthApplicationsCreateParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<OAuthApplication> {
    return this.transport.request(
      {
        operation: 'CreateOAuthApplication',
        method: 'POST',
        path: apiPath`/oauth_applications`,
        body: params,
        decode: decodeOAuthApplication,
      },
      requestOptions,
    );
  }

  /**
   * Gets one OAuth application.
   *
   * `GET /oauth_applications/{oauth_application_id}`
   *
   * @param oauthApplicationId - the id of the OAuth application
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/oauth-applications/GET/oauth_applications/{oauth_application_id}
   */
  async get(
    oauthApplicationId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<OAuthApplication> {
    return this.transport.request(
      {
        operation: 'GetOAuthApplication',
        method: 'GET',
        path: apiPath`/oauth_applications/${oauthApplicationId}`,
        decode: decodeOAuthApplication,
      },
      requestOptions,
    );
  }

  /**
   * Changes an OAuth application.
   *
   * `PATCH /oauth_applications/{oauth_application_id}`
   *
   * @param params - `oauthApplicationId`; optionally `name`, `redirectUris`, `callbackUrl`, `scopes`, `consentScreenEnabled`, …
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/oauth-applications/PATCH/oauth_applications/{oauth_application_id}
   */
  async update(
    { oauthApplicationId, ...body }: OAuthApplicationsUpdateParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<OAuthApplication> {
    return this.transport.request(
      {
        operation: 'UpdateOAuthApplication',
        method: 'PATCH',
        path: apiPath`/oauth_applications/${oauthApplicationId}`,
        body,
        decode: decodeOAuthApplication,
      },
      requestOptions,
    );
  }

  /**
   * Deletes an OAuth application.
   *
   * `DELETE /oauth_applications/{oauth_application_id}`
   *
   * @param oauthApplicationId - the id of the OAuth application
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/oauth-applications/DELETE/oauth_applications/{oauth_application_id}
   */
  async delete(
    oauthApplicationId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<DeletedObject> {
    return this.transport.request(
      {
        operation: 'DeleteOAuthApplication',
        method: 'DELETE',
        path: apiPath`/oauth_applications/${oauthApplicationId}`,
        decode: decodeDeletedObject,
      },
      requestOptions,
    );
  }

  /**
   * Gives an OAuth application a logo.
   *
   * `PUT /oauth_applications/{oauth_application_id}/logo`
   *
   * @param params - `oauthApplicationId`, `file`; optionally `uploaderUserId`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/oauth-applications/PUT/oauth_applications/{oauth_application_id}/logo
   */
  async uploadLogo(
    { oauthApplicationId, ...body }: UploadLogoParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<OAuthApplication> {
    return this.transport.request(
      {
        operation: 'UploadOAuthApplicationLogo',
        method: 'PUT',
        path: apiPath`/oauth_applications/${oauthApplicationId}/logo`,
        form: body,
        decode: decodeOAuthApplication,
      },
      requestOptions,
    );
  }

  /**
   * Gives an OAuth application a new client secret.
   *
   * `POST /oauth_applications/{oauth_application_id}/rotate_secret`
   *
   * @param oauthApplicationId - the id of the OAuth application
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/oauth-applications/POST/oauth_applications/{oauth_application_id}/rotate_secret
   */
  async rotateSecret(
    oauthApplicationId: string,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<OAuthApplication> {
    return this.transport.request(
      {
        operation: 'RotateOAuthApplicationSecret',
        method: 'POST',
        path: apiPath`/oauth_applications/${oauthApplicationId}/rotate_secret`,
        decode: decodeOAuthApplication,
      },
      requestOptions,
    );
  }

  /**
   * Revokes an access or refresh token that an OAuth application got.
   *
   * `POST /oauth_applications/{oauth_application_id}/revoke_token`
   *
   * @param params - `oauthApplicationId`, `token`
   * @param requestOptions - for this call only
   * @throws {@link ClerkAPIResponseError} when the API refuses or cannot be reached
   * @throws {@link ClerkError} `resource_id_invalid`, before any request, when an id cannot be one
   * @see https://clerk.com/docs/reference/backend-api/tag/oauth-applications/POST/oauth_applications/{oauth_application_id}/revoke_token
   */
  async revokeToken(
    { oauthApplicationId, ...body }: RevokeTokenParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<void> {
    return this.transport.request(
      {
        operation: 'RevokeOAuthApplicationToken',
        method: 'POST',
        path: apiPath`/oauth_applications/${oauthApplicationId}/revoke_token`,
        body,
      },
      requestOptions,
    );
  }
}
