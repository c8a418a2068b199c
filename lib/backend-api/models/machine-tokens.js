import { decodeFields, isRecord, listOf, requiredText } from '../decode.js';
/** Reads the API's JSON. */
export function decodeAPIKey(json) {
  return decodeFields({}, json, API_KEY_FIELDS);
}
/** Reads the API's JSON. */
export function decodeM2MToken(json) {
  return decodeFields({}, json, M2M_TOKEN_FIELDS);
}
/** Reads the API's JSON. */
export function decodeOAuthAccessToken(json) {
  return decodeFields({}, json, OAUTH_ACCESS_TOKEN_FIELDS);
}
const scopes = listOf(requiredText);
/** Without an id and a subject there is nobody to be authenticated: such an answer is an error, not a token. */
const IDENTITY = {
  id: ['id', requiredText],
  subject: ['subject', requiredText],
  scopes: ['scopes', scopes],
};
const API_KEY_FIELDS = {
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
const M2M_TOKEN_FIELDS = {
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
const OAUTH_ACCESS_TOKEN_FIELDS = {
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
function toActor(json, levelsBelow) {
  if (!isRecord(json) || typeof json.sub !== 'string') return undefined;
  const below = levelsBelow > 0 ? toActor(json.act, levelsBelow - 1) : undefined;
  return {
    ...(typeof json.iss === 'string' ? { iss: json.iss } : undefined),
    sub: json.sub,
    ...(below ? { act: below } : undefined),
  };
}
