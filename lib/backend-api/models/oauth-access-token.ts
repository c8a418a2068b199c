import { decodeObject, type FieldMap, withDefault } from '../transport/decode.js';

/**
 * An access token that a user has at an OAuth provider.
 *
 * @see https://clerk.com/docs/reference/backend/types/backend-oauth-access-token
 */
export interface OauthAccessToken {
  /** The external account that it belongs to. */
  readonly externalAccountId: string;
  /** The user's id at the provider. */
  readonly providerUserId: string;
  /** With its prefix, such as `oauth_google`. */
  readonly provider: string;
  readonly token: string;
  readonly publicMetadata: Record<string, unknown>;
  /** Tells several accounts at one provider apart; empty when there is none. */
  readonly label: string;
  readonly scopes: string[] | undefined;
  /** For OAuth 1.0 only. */
  readonly tokenSecret: string | undefined;
  /** Milliseconds since 1970. */
  readonly expiresAt: number | undefined;
  readonly idToken: string | undefined;
}

/** Reads the API's JSON. */
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
