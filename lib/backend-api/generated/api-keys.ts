// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { iteratePages, pageOf, type PaginatedResourceResponse } from '../transport/pagination.js';
import { apiPath } from '../transport/path.js';
import { decodeDeletedObject, type DeletedObject } from '../models/deleted-object.js';
import { type APIKey, decodeAPIKey } from '../models/machine-tokens.js';
import { type APIKeySecret, decodeAPIKeySecret } from './models/api-key-secret.js';
import type {
  APIKeysCreateParams,
  APIKeysListParams,
  APIKeysRevokeParams,
  APIKeysUpdateParams,
} from './api-keys-params.js';

/**
 * API keys of users and organizations. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class APIKeysAPI extends BackendApiResource {
  /**
   * Lists the API keys of a user or an organization: `GET /api_keys`.
   *
   * @param params - `subject`; optional: `type`, `includeInvalid`, `limit`, `offset`, `query`
   * @returns one page, and the number of all items
   *
   * @example
   * ```ts
   * const { data } = await clerk.apiKeys.list({ subject: 'org_2abc' });
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/api-keys/GET/api_keys
   */
  async list(
    params: APIKeysListParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<PaginatedResourceResponse<APIKey[]>> {
    return this.transport.request(
      {
        operation: 'getApiKeys',
        method: 'GET',
        path: apiPath`/api_keys`,
        unversioned: true,
        query: params,
        decode: pageOf(decodeAPIKey),
      },
      requestOptions,
    );
  }

  /**
   * Iterates over all items of {@link list}, and fetches a page when its first item is needed.
   *
   * @param params - the filter; `limit` is the page size, 100 by default
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/api-keys/GET/api_keys
   */
  iterateList(
    params: APIKeysListParams,
    requestOptions?: BackendApiRequestOptions,
  ): AsyncGenerator<APIKey, void, undefined> {
    return iteratePages(page => this.list({ ...params, ...page }, requestOptions), params);
  }

  /**
   * Creates an API key; only this answer has its secret: `POST /api_keys`.
   *
   * @param params - `name`, `subject`; optional: `type`, `description`, `claims`, `scopes`, `createdBy`, …
   *
   * @example
   * ```ts
   * const { id, secret } = await clerk.apiKeys.create({ name: 'CI', subject: 'user_2abc', scopes: ['deploy'] });
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/api-keys/POST/api_keys
   */
  async create(params: APIKeysCreateParams, requestOptions?: BackendApiRequestOptions): Promise<APIKey> {
    return this.transport.request(
      {
        operation: 'createApiKey',
        method: 'POST',
        path: apiPath`/api_keys`,
        unversioned: true,
        body: params,
        decode: decodeAPIKey,
      },
      requestOptions,
    );
  }

  /**
   * Returns an API key: `GET /api_keys/{apiKeyID}`.
   *
   * @param apiKeyId - the ID of the API key
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/api-keys/GET/api_keys/{apiKeyID}
   */
  async get(apiKeyId: string, requestOptions?: BackendApiRequestOptions): Promise<APIKey> {
    return this.transport.request(
      {
        operation: 'getApiKey',
        method: 'GET',
        path: apiPath`/api_keys/${apiKeyId}`,
        unversioned: true,
        decode: decodeAPIKey,
      },
      requestOptions,
    );
  }

  /**
   * Updates an API key: `PATCH /api_keys/{apiKeyID}`.
   *
   * @param params - `apiKeyId`; optional: `claims`, `scopes`, `description`, `subject`, `secondsUntilExpiration`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/api-keys/PATCH/api_keys/{apiKeyID}
   */
  async update(
    { apiKeyId, ...body }: APIKeysUpdateParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<APIKey> {
    return this.transport.request(
      {
        operation: 'updateApiKey',
        method: 'PATCH',
        path: apiPath`/api_keys/${apiKeyId}`,
        unversioned: true,
        body,
        decode: decodeAPIKey,
      },
      requestOptions,
    );
  }

  /**
   * Deletes an API key: `DELETE /api_keys/{apiKeyID}`.
   *
   * @param apiKeyId - the ID of the API key
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/api-keys/DELETE/api_keys/{apiKeyID}
   */
  async delete(apiKeyId: string, requestOptions?: BackendApiRequestOptions): Promise<DeletedObject> {
    return this.transport.request(
      {
        operation: 'deleteApiKey',
        method: 'DELETE',
        path: apiPath`/api_keys/${apiKeyId}`,
        unversioned: true,
        decode: decodeDeletedObject,
      },
      requestOptions,
    );
  }

  /**
   * Revokes an API key: `POST /api_keys/{apiKeyID}/revoke`.
   *
   * @param params - `apiKeyId`; optional: `revocationReason`
   *
   * @example
   * ```ts
   * await clerk.apiKeys.revoke({ apiKeyId: 'ak_2abc', revocationReason: 'leaked' });
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/api-keys/POST/api_keys/{apiKeyID}/revoke
   */
  async revoke(
    { apiKeyId, revocationReason = null, ...body }: APIKeysRevokeParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<APIKey> {
    return this.transport.request(
      {
        operation: 'revokeApiKey',
        method: 'POST',
        path: apiPath`/api_keys/${apiKeyId}/revoke`,
        unversioned: true,
        body: { ...body, revocationReason },
        decode: decodeAPIKey,
      },
      requestOptions,
    );
  }

  /**
   * Returns the secret of an API key: `GET /api_keys/{apiKeyID}/secret`.
   *
   * @param apiKeyId - the ID of the API key
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/api-keys/GET/api_keys/{apiKeyID}/secret
   */
  async getSecret(apiKeyId: string, requestOptions?: BackendApiRequestOptions): Promise<APIKeySecret> {
    return this.transport.request(
      {
        operation: 'getApiKeySecret',
        method: 'GET',
        path: apiPath`/api_keys/${apiKeyId}/secret`,
        unversioned: true,
        decode: decodeAPIKeySecret,
      },
      requestOptions,
    );
  }

  /**
   * Verifies the secret of an API key: `POST /api_keys/verify`.
   *
   * @param secret - the secret of the API key
   * @throws {@link ClerkAPIResponseError} if the key is unknown, revoked or expired
   *
   * @example
   * ```ts
   * const { subject, scopes } = await clerk.apiKeys.verify(secret);
   * ```
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/api-keys/POST/api_keys/verify
   */
  async verify(secret: string, requestOptions?: BackendApiRequestOptions): Promise<APIKey> {
    return this.transport.request(
      {
        operation: 'verifyApiKey',
        method: 'POST',
        path: apiPath`/api_keys/verify`,
        unversioned: true,
        body: { secret },
        decode: decodeAPIKey,
      },
      requestOptions,
    );
  }
}
