// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** An OAuth application settings, as the Backend API returns it. */
export interface OAuthApplicationSettings {
  readonly object: 'oauth_application_settings';
  readonly dynamicOauthClientRegistration: boolean;
  readonly defaultScopes: string[] | null;
  readonly oauthJwtAccessTokens: boolean;
  readonly clientIdMetadataDocumentsAdvertised: boolean;
  readonly clientIdMetadataDocumentsOnlyAllowPreRegisteredClients: boolean;
  readonly clientIdMetadataDocumentsBlockImplicitlyAllowedClients: boolean;
}

/** The JSON of {@link OAuthApplicationSettings}, with the names and values that the Backend API sends. */
export interface OAuthApplicationSettingsJSON {
  object: 'oauth_application_settings';
  dynamic_oauth_client_registration: boolean;
  default_scopes: string[] | null;
  oauth_jwt_access_tokens: boolean;
  client_id_metadata_documents_advertised: boolean;
  client_id_metadata_documents_only_allow_pre_registered_clients: boolean;
  client_id_metadata_documents_block_implicitly_allowed_clients: boolean;
}

/** Decodes the JSON of the Backend API. */
export function decodeOAuthApplicationSettings(json: unknown): OAuthApplicationSettings {
  return decodeObject<OAuthApplicationSettings>(json, OAUTH_APPLICATION_SETTINGS_FIELDS);
}

const OAUTH_APPLICATION_SETTINGS_FIELDS: FieldMap<OAuthApplicationSettings> = {
  object: 'object',
  dynamicOauthClientRegistration: 'dynamic_oauth_client_registration',
  defaultScopes: 'default_scopes',
  oauthJwtAccessTokens: 'oauth_jwt_access_tokens',
  clientIdMetadataDocumentsAdvertised: 'client_id_metadata_documents_advertised',
  clientIdMetadataDocumentsOnlyAllowPreRegisteredClients:
    'client_id_metadata_documents_only_allow_pre_registered_clients',
  clientIdMetadataDocumentsBlockImplicitlyAllowedClients:
    'client_id_metadata_documents_block_implicitly_allowed_clients',
};
