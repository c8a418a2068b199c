import { json } from '../http/api-answer.js';
import type { OperationCall, OperationHandler } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import { ownUrl } from './caller.js';
import { BUILT_IN_SCOPES } from './oauth/scopes.js';

/** The common fields of both documents. The issuer is the URL that the document is fetched from, as RFC 8414 requires. */
function serverOf(call: OperationCall, instance: LocalInstance) {
  const issuer = ownUrl(call, instance);
  return {
    issuer,
    authorization_endpoint: `${issuer}/oauth/authorize`,
    token_endpoint: `${issuer}/oauth/token`,
    revocation_endpoint: `${issuer}/oauth/token/revoke`,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
    scopes_supported: BUILT_IN_SCOPES,
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'email', 'name', 'org_id'],
    code_challenge_methods_supported: ['S256'],
  };
}

/**
 * Returns the metadata of the OAuth authorization server, with the fields of Clerk's.
 *
 * @see https://clerk.com/docs/guides/configure/auth-strategies/oauth/how-clerk-implements-oauth#authorization-server-metadata
 */
export const authorizationServerMetadata: OperationHandler = (call, instance) => {
  const server = serverOf(call, instance);
  return json({
    ...server,
    registration_endpoint: `${server.issuer}/oauth/register`,
    service_documentation: 'https://clerk.com/docs',
    ui_locales_supported: ['en'],
    op_tos_uri: 'https://clerk.com/legal/standard-terms',
    // LocalClerk fetches nothing, and so no metadata of a client.
    client_id_metadata_document_supported: false,
  });
};

/** Returns the metadata of the OpenID provider, with the fields of Clerk's. */
export const openIdConfiguration: OperationHandler = (call, instance) => {
  const server = serverOf(call, instance);
  return json({
    ...server,
    introspection_endpoint: `${server.issuer}/oauth/token_info`,
    userinfo_endpoint: `${server.issuer}/oauth/userinfo`,
    response_modes_supported: ['query'],
    backchannel_logout_supported: false,
    frontchannel_logout_supported: false,
  });
};
