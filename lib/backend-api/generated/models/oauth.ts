// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** An oauth application, as the Backend API answers it. */
export interface OAuthApplication {
  readonly object: 'oauth_application';
  readonly id: string;
  readonly instanceId: string;
  readonly name: string;
  readonly clientId: string;
  readonly clientUri: string | null;
  readonly clientImageUrl: string | null;
  readonly dynamicallyRegistered: boolean;
  readonly consentScreenEnabled: boolean;
  readonly pkceRequired: boolean;
  readonly isPublic: boolean;
  readonly scopes: string;
  readonly redirectUris: string[];
  /** @deprecated Clerk has deprecated the field. */
  readonly callbackUrl: string;
  readonly authorizeUrl: string;
  readonly tokenFetchUrl: string;
  readonly userInfoUrl: string;
  readonly discoveryUrl: string;
  readonly tokenIntrospectionUrl: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  readonly clientSecret?: string;
}

/** An oauth application settings, as the Backend API answers it. */
export interface OAuthApplicationSettings {
  readonly object: 'oauth_application_settings';
  readonly dynamicOauthClientRegistration: boolean;
  readonly defaultScopes: string[] | null;
  readonly oauthJwtAccessTokens: boolean;
  readonly clientIdMetadataDocumentsAdvertised: boolean;
  readonly clientIdMetadataDocumentsOnlyAllowPreRegisteredClients: boolean;
  readonly clientIdMetadataDocumentsBlockImplicitlyAllowedClients: boolean;
}

/** Reads the API's JSON. */
export function decodeOAuthApplication(json: unknown): OAuthApplication {
  return decodeObject<OAuthApplication>(json, OAUTH_APPLICATION_FIELDS);
}

/** Reads the API's JSON. */
export function decodeOAuthApplicationSettings(json: unknown): OAuthApplicationSettings {
  return decodeObject<OAuthApplicationSettings>(json, OAUTH_APPLICATION_SETTINGS_FIELDS);
}

const OAUTH_APPLICATION_FIELDS: FieldMap<OAuthApplication> = {
  object: 'object',
  id: 'id',
  instanceId: 'instance_id',
  name: 'name',
  clientId: 'client_id',
  clientUri: 'client_uri',
  clientImageUrl: 'client_image_url',
  dynamicallyRegistered: 'dynamically_registered',
  consentScreenEnabled: 'consent_screen_enabled',
  pkceRequired: 'pkce_required',
  isPublic: 'public',
  scopes: 'scopes',
  redirectUris: 'redirect_uris',
  callbackUrl: 'callback_url',
  authorizeUrl: 'authorize_url',
  tokenFetchUrl: 'token_fetch_url',
  userInfoUrl: 'user_info_url',
  discoveryUrl: 'discovery_url',
  tokenIntrospectionUrl: 'token_introspection_url',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  clientSecret: 'client_secret',
};

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
