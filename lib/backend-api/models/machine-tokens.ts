import { decodeFields, type FieldMap, isRecord, listOf, requiredString } from '../transport/decode.js';

/** An API key. Times are Unix times in milliseconds. */
export interface APIKey {
  id: string;
  /** `'api_key'` */
  type: string;
  name: string;
  /** The ID of the user or the organization that the key belongs to. */
  subject: string;
  scopes: string[];
  claims: Record<string, unknown> | null;
  revoked: boolean;
  revocationReason: string | null;
  expired: boolean;
  /** `null` if it does not expire. */
  expiration: number | null;
  /** The ID of the user who created it. */
  createdBy: string | null;
  description: string | null;
  lastUsedAt: number | null;
  createdAt: number;
  updatedAt: number;
  /** The secret of the key; only the answer that creates the key has it. */
  secret?: string;
}

/** A machine-to-machine token. Times are Unix times in milliseconds. */
export interface M2MToken {
  id: string;
  /** The ID of the machine that the token authenticates. */
  subject: string;
  /** The IDs of the machines that accept the token. */
  scopes: string[];
  claims: Record<string, unknown> | null;
  revoked: boolean;
  revocationReason: string | null;
  expired: boolean;
  /** `null` if it does not expire. */
  expiration: number | null;
  createdAt: number;
  updatedAt: number;
  /** The token; only the answer that creates it has it. */
  token?: string;
}

/** An OAuth access token that the instance issued as an identity provider. */
export interface IdPOAuthAccessToken {
  id: string;
  clientId: string;
  type: string;
  /** The ID of the user who gave consent. */
  subject: string;
  scopes: string[];
  revoked: boolean;
  revocationReason: string | null;
  expired: boolean;
  /** Unix time in seconds, as the Backend API sends it; `null` if it does not expire. */
  expiration: number | null;
  /** Unix time in seconds, as the Backend API sends it. */
  createdAt: number;
  /** Unix time in seconds, as the Backend API sends it. */
  updatedAt: number;
  /** The audience of the token. */
  aud?: string[];
  /** The actor, in a token from a token exchange (RFC 8693 §4.1). */
  act?: OAuthActor;
}

/** An actor in a token from a token exchange (RFC 8693 §4.1). */
export interface OAuthActor {
  iss?: string;
  sub: string;
  act?: OAuthActor;
}

/** Decodes the JSON of the Backend API. */
export function decodeAPIKey(json: unknown): APIKey {
  return decodeFields({} as APIKey, json, API_KEY_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeM2MToken(json: unknown): M2MToken {
  return decodeFields({} as M2MToken, json, M2M_TOKEN_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeOAuthAccessToken(json: unknown): IdPOAuthAccessToken {
  return decodeFields({} as IdPOAuthAccessToken, json, OAUTH_ACCESS_TOKEN_FIELDS);
}

const scopes = listOf(requiredString);

/** A token without ID or subject authenticates nothing, so an answer without them is an error. */
const IDENTITY = {
  id: ['id', requiredString],
  subject: ['subject', requiredString],
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

/** Keeps the claims that RFC 8693 defines, on two levels: Clerk's token exchange does not nest deeper. */
function toActor(json: unknown, levelsBelow: number): OAuthActor | undefined {
  if (!isRecord(json) || typeof json.sub !== 'string') return undefined;
  const below = levelsBelow > 0 ? toActor(json.act, levelsBelow - 1) : undefined;
  return {
    ...(typeof json.iss === 'string' ? { iss: json.iss } : undefined),
    sub: json.sub,
    ...(below ? { act: below } : undefined),
  };
}
