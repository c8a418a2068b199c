import { json } from '../http/api-answer.js';
import type { OperationHandler } from '../http/local-api.js';

/**
 * Returns the metadata of the OAuth authorization server, with the fields of Clerk's. Its endpoints do not work:
 * `local.oauthTokens.create()` creates tokens.
 *
 * @see https://clerk.com/docs/guides/configure/auth-strategies/oauth/how-clerk-implements-oauth#authorization-server-metadata
 */
export const authorizationServerMetadata: OperationHandler = (_call, { issuer }) =>
  json({
    issuer,
    authorization_endpoint: `${issuer}/oauth/authorize`,
    token_endpoint: `${issuer}/oauth/token`,
    revocation_endpoint: `${issuer}/oauth/token/revoke`,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    registration_endpoint: `${issuer}/oauth/register`,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
    scopes_supported: [
      'openid',
      'profile',
      'email',
      'public_metadata',
      'private_metadata',
      'offline_access',
      'user:org:read',
    ],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'email', 'name', 'org_id'],
    service_documentation: 'https://clerk.com/docs',
    ui_locales_supported: ['en'],
    op_tos_uri: 'https://clerk.com/legal/standard-terms',
    code_challenge_methods_supported: ['S256'],
    client_id_metadata_document_supported: true,
  });
