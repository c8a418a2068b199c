// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { BackendApiResource } from '../resource.js';
import type { BackendApiRequestOptions } from '../transport/operation.js';
import { apiPath } from '../transport/path.js';
import { type AdminPortalLinkToken, decodeAdminPortalLinkToken } from './models/admin-portal-link-token.js';
import type {
  AdminPortalLinkTokenCreateParams,
  AdminPortalLinkTokenRevokeParams,
} from './admin-portal-link-tokens-params.js';

/**
 * Tokens for links to the admin portal. {@link BackendApiResource} says how the methods fail.
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export class AdminPortalLinkTokenAPI extends BackendApiResource {
  /**
   * Creates a token for a link to the admin portal: `POST /admin_portal_link_tokens`.
   *
   * @param params - `organizationId`, `itContactId`, `scopes`, `secondsUntilExpiration`
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/admin-portal-link-tokens/POST/admin_portal_link_tokens
   */
  async create(
    params: AdminPortalLinkTokenCreateParams,
    requestOptions?: BackendApiRequestOptions,
  ): Promise<AdminPortalLinkToken> {
    return this.transport.request(
      {
        operation: 'createAdminPortalLinkToken',
        method: 'POST',
        path: apiPath`/admin_portal_link_tokens`,
        body: params,
        decode: decodeAdminPortalLinkToken,
      },
      requestOptions,
    );
  }

  /**
   * Revokes a token for a link to the admin portal: `POST /admin_portal_link_tokens/{adminPortalLinkTokenID}/revoke`.
   *
   * @param adminPortalLinkTokenId - the ID of the admin portal link token
   * @param params - `revocationReason` (all optional)
   *
   * @see https://clerk.com/docs/reference/backend-api/tag/admin-portal-link-tokens/POST/admin_portal_link_tokens/{adminPortalLinkTokenID}/revoke
   */
  async revoke(
    adminPortalLinkTokenId: string,
    params: AdminPortalLinkTokenRevokeParams = {},
    requestOptions?: BackendApiRequestOptions,
  ): Promise<AdminPortalLinkToken> {
    return this.transport.request(
      {
        operation: 'revokeAdminPortalLinkToken',
        method: 'POST',
        path: apiPath`/admin_portal_link_tokens/${adminPortalLinkTokenId}/revoke`,
        body: params,
        decode: decodeAdminPortalLinkToken,
      },
      requestOptions,
    );
  }
}
