import { decodeObject, type FieldMap, withDefault } from '../transport/decode.js';

/**
 * An access token that a user has at an OAuth provider.
 *
 * @see https://clerk.com/docs/reference/backend/types/backend-oauth-access-token
 */
export interface OauthAccessToken {
  /** The ID of the external account that the token belongs to. */
  readonly externalAccountId: string;
  /** The user's ID at the provider. */
  readonly providerUserId: string;
  /** The provider with the prefix, for example `oauth_google`. */
  readonly provider: string;
  readonly token: string;
  readonly publicMetadata: Record<string, unknown>;
  /** Distinguishes several accounts at one provider; an empty string if there is no label. */
  readonly label: string;
  readonly scopes: string[] | undefined;
  /** The token secret of OAuth 1.0. */
  readonly tokenSecret: string | undefined;
  /** Unix time in milliseconds. */
  readonly expiresAt: number | undefined;
  readonly idToken: string | undefined;
}

/** The JSON of {@link OauthAccessToken}. */
export interface OauthAccessTokenJSON {
  object: 'oauth_access_token';
  external_account_id: string;
  provider_user_id?: string;
  token: string;
  provider: string;
  public_metadata: Record<string, unknown>;
  label: string | null;
  scopes?: string[];
  token_secret?: string;
  expires_at?: number;
  id_token?: string;
}

/** Decodes the JSON of the Backend API. */
export function decodeOauthAccessToken(json: unknown): OauthAccessToken {
  return decodeObject<OauthAccessToken>(json, OAUTH_ACCESS_TOKEN_FIELDS);
}

const OAUTH_ACCESS_TOKEN_FIELDS: FieldMap<OauthAccessToken> = {
  externalAccountId: 'external_account_id',
  providerUserId: 'provider_user_id',
  provider: 'provider',
  token: 'token',
  publicMetadata: ['public_metadata', withDefault<Record<string, unknown>>(() => ({}))],
  label: ['label', json => (json as string | null | undefined) || ''],
  scopes: 'scopes',
  tokenSecret: 'token_secret',
  expiresAt: 'expires_at',
  idToken: 'id_token',
};
