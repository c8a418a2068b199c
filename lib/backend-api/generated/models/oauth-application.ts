// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** An OAuth application, as the Backend API returns it. */
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
  /** @deprecated Clerk deprecated this field. */
  readonly callbackUrl: string;
  readonly authorizeUrl: string;
  readonly tokenFetchUrl: string;
  readonly userInfoUrl: string;
  readonly discoveryUrl: string;
  readonly tokenIntrospectionUrl: string;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
  readonly clientSecret?: string;
}

/** The JSON of {@link OAuthApplication}, with the names and values that the Backend API sends. */
export interface OAuthApplicationJSON {
  object: 'oauth_application';
  id: string;
  instance_id: string;
  name: string;
  client_id: string;
  client_uri: string | null;
  client_image_url: string | null;
  dynamically_registered: boolean;
  consent_screen_enabled: boolean;
  pkce_required: boolean;
  public: boolean;
  scopes: string;
  redirect_uris: string[];
  /** @deprecated Clerk deprecated this field. */
  callback_url: string;
  authorize_url: string;
  token_fetch_url: string;
  user_info_url: string;
  discovery_url: string;
  token_introspection_url: string;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
  client_secret?: string;
}

/** Decodes the JSON of the Backend API. */
export function decodeOAuthApplication(json: unknown): OAuthApplication {
  return decodeObject<OAuthApplication>(json, OAUTH_APPLICATION_FIELDS);
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
