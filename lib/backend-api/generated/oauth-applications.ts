// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { decodeOAuthApplication, type OAuthApplication } from './models/oauth-application.js';
import type {
  OAuthApplicationsCreateParams,
  OAuthApplicationsListParams,
  OAuthApplicationsRevokeTokenParams,
  OAuthApplicationsUpdateParams,
  UploadLogoParams,
} from './oauth-applications-params.js';

/**
 * Applications that use the instance as their identity provider. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class OAuthApplicationsApi extends BackendApiResource {
  /**
   * Lists the OAuth applications: `GET /oauth_applications`.
   *
   * @param params - `limit`, `offset`, `orderBy`, `nameQuery` (all optional)
   * @returns one page, and the number of all items
   *
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
   * Iterates over all items of {@link list}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/oauth-applications/GET/oauth_applications
   */
  iterateList(
    params: OAuthApplicationsListParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<OAuthApplication, void, undefined> {
    return iteratePages(page => this.list({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Creates an OAuth application; only this answer has its client secret: `POST /oauth_applications`.
   *
   * @param params - `name`; optional: `redirectUris`, `callbackUrl`, `scopes`, `consentScreenEnabled`, `pkceRequired`, …
   *
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
   * Returns an OAuth application: `GET /oauth_applications/{oauth_application_id}`.
   *
   * @param oauthApplicationId - the ID of the OAuth application
   *
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
   * Updates an OAuth application: `PATCH /oauth_applications/{oauth_application_id}`.
   *
   * @param params - `oauthApplicationId`; optional: `name`, `redirectUris`, `callbackUrl`, `scopes`, `consentScreenEnabled`, …
   *
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
   * Deletes an OAuth application: `DELETE /oauth_applications/{oauth_application_id}`.
   *
   * @param oauthApplicationId - the ID of the OAuth application
   *
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
   * Uploads the logo of an OAuth application: `PUT /oauth_applications/{oauth_application_id}/logo`.
   *
   * @param params - `oauthApplicationId`, `file`; optional: `uploaderUserId`
   *
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
   * Replaces the client secret of an OAuth application: `POST /oauth_applications/{oauth_application_id}/rotate_secret`.
   *
   * @param oauthApplicationId - the ID of the OAuth application
   *
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
   * Revokes an access token or refresh token of an OAuth application: `POST /oauth_applications/{oauth_application_id}/revoke_token`.
   *
   * @param params - `oauthApplicationId`, `token`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/oauth-applications/POST/oauth_applications/{oauth_application_id}/revoke_token
   */
  async revokeToken(
    { oauthApplicationId, ...body }: OAuthApplicationsRevokeTokenParams,
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
