import { decodeFields, type FieldMap, isRecord, listOf, requiredText } from '../transport/decode.js';

/** An API key that the Backend API has verified. Times are milliseconds since 1970. */
export interface APIKey {
  id: string;
  /** Always `'api_key'` so far. */
  type: string;
  name: string;
  /** Whose key it is: the id of a user or an organization. */
  subject: string;
  scopes: string[];
  claims: Record<string, unknown> | null;
  revoked: boolean;
  revocationReason: string | null;
  expired: boolean;
  /** `null` for never. */
  expiration: number | null;
  /** The id of the user who made it. */
  createdBy: string | null;
  description: string | null;
  lastUsedAt: number | null;
  createdAt: number;
  updatedAt: number;
  /** The key itself; only in the answer that makes it. */
  secret?: string;
}

/** A machine-to-machine token that the Backend API has verified. Times are milliseconds since 1970. */
export interface M2MToken {
  id: string;
  /** The id of the machine that it was made for. */
  subject: string;
  /** The ids of the machines that it may talk to. */
  scopes: string[];
  claims: Record<string, unknown> | null;
  revoked: boolean;
  revocationReason: string | null;
  expired: boolean;
  /** `null` for never. */
  expiration: number | null;
  createdAt: number;
  updatedAt: number;
  /** The token itself; only in the answer that makes it. */
  token?: string;
}

/** An OAuth access token, issued by the instance as identity provider, that the Backend API has verified. */
export interface IdPOAuthAccessToken {
  id: string;
  clientId: string;
  type: string;
  /** The id of the user who gave consent. */
  subject: string;
  scopes: string[];
  revoked: boolean;
  revocationReason: string | null;
  expired: boolean;
  /** As the API sends it: seconds since 1970, `null` for never. */
  expiration: number | null;
  /** As the API sends it: seconds since 1970. */
  createdAt: number;
  /** As the API sends it: seconds since 1970. */
  updatedAt: number;
  /** Whom the token is meant for. */
  aud?: string[];
  /** Who acts for the subject, in a token that was exchanged (RFC 8693 §4.1). */
  act?: OAuthActor;
}

/** One link of the chain of actors in an exchanged token. */
export interface OAuthActor {
  iss?: string;
  sub: string;
  act?: OAuthActor;
}

/** Reads the API's JSON. */
export function decodeAPIKey(json: unknown): APIKey {
  return decodeFields({} as APIKey, json, API_KEY_FIELDS);
}

/** Reads the API's JSON. */
export function decodeM2MToken(json: unknown): M2MToken {
  return decodeFields({} as M2MToken, json, M2M_TOKEN_FIELDS);
}

/** Reads the API's JSON. */
export function decodeOAuthAccessToken(json: unknown): IdPOAuthAccessToken {
  return decodeFields({} as IdPOAuthAccessToken, json, OAUTH_ACCESS_TOKEN_FIELDS);
}

const scopes = listOf(requiredText);

/** Without an id and a subject there is nobody to be authenticated: such an answer is an error, not a token. */
const IDENTITY = {
  id: ['id', requiredText],
  subject: ['subject', requiredText],
  scopes: ['scopes', scopes],
} as const;

const API_KEY_FIELDS: FieldMap<APIKey> = {
  ...IDENTITY,
  type: 'type',
  name: 'name',
  claims: 'claims',
  revoked: 'revoked',
  revocationReason: 'revocation_reason',
  expired: 'expired',
  expiration: 'expiration',
  createdBy: 'created_by',
  description: 'description',
  lastUsedAt: 'last_used_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  secret: 'secret',
};

const M2M_TOKEN_FIELDS: FieldMap<M2MToken> = {
  ...IDENTITY,
  claims: 'claims',
  revoked: 'revoked',
  revocationReason: 'revocation_reason',
  expired: 'expired',
  expiration: 'expiration',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  token: 'token',
};

const OAUTH_ACCESS_TOKEN_FIELDS: FieldMap<IdPOAuthAccessToken> = {
  ...IDENTITY,
  clientId: 'client_id',
  type: 'type',
  revoked: 'revoked',
  revocationReason: 'revocation_reason',
  expired: 'expired',
  expiration: 'expiration',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  aud: 'aud',
  act: ['act', json => toActor(json, 1)],
};

/** Keeps of an actor what RFC 8693 defines, and one more level below, which is as deep as Clerk's exchange goes. */
function toActor(json: unknown, levelsBelow: number): OAuthActor | undefined {
  if (!isRecord(json) || typeof json.sub !== 'string') return undefined;
  const below = levelsBelow > 0 ? toActor(json.act, levelsBelow - 1) : undefined;
  return {
    ...(typeof json.iss === 'string' ? { iss: json.iss } : undefined),
    sub: json.sub,
    ...(below ? { act: below } : undefined),
  };
}
