import { json } from '../http/api-answer.js';
import type { OperationHandler } from '../http/local-api.js';
import { machineTokenNotFound } from '../api-errors.js';
import type { LocalApiKey, LocalM2MToken, LocalOAuthToken } from '../store/machine-token-records.js';
import { readBodyParameters } from './parameters.js';

export const verifyApiKey: OperationHandler = (call, { store }) => {
  const { secret } = readBodyParameters(call, { secret: 'string' } as const);
  const key = store.apiKeys.verify(secret ?? '');
  if (!key) throw machineTokenNotFound('API key');
  return json(apiKeyJson(key));
};

/** By the secret of a machine, only what is meant for that machine. */
export const verifyM2MToken: OperationHandler = (call, { store, machineId, machineSecretKey }) => {
  const { token } = readBodyParameters(call, { token: 'string' } as const);
  const isMachine = call.header('authorization') === `Bearer ${machineSecretKey}`;
  const record = store.m2mTokens.verify(token ?? '', isMachine ? machineId : undefined);
  if (!record) throw machineTokenNotFound('M2M token');
  return json(m2mTokenJson(record));
};

export const verifyOAuthAccessToken: OperationHandler = (call, { store }) => {
  const { accessToken } = readBodyParameters(call, { access_token: 'string' } as const);
  const found = store.oauthTokens.find(accessToken ?? '');
  if (found?.isValid) return json(oauthTokenJson(found.record));
  // Of a JWT the API says that it is not active any more, with a good status.
  if (found && accessToken?.includes('.')) return json({ active: false });
  throw machineTokenNotFound('OAuth access token');
};

function apiKeyJson(key: LocalApiKey): Record<string, unknown> {
  return {
    object: 'api_key',
    type: 'api_key',
    ...commonJson(key),
    name: key.name,
    description: key.description,
    claims: key.claims,
    created_by: key.createdBy,
    expiration: key.expiration,
    last_used_at: null,
    created_at: key.createdAt,
    updated_at: key.updatedAt,
  };
}

function m2mTokenJson(token: LocalM2MToken): Record<string, unknown> {
  return {
    object: 'machine_to_machine_token',
    ...commonJson(token),
    claims: token.claims,
    expiration: token.expiration,
    last_used_at: null,
    created_at: token.createdAt,
    updated_at: token.updatedAt,
  };
}

/** Other than those of its siblings, its times are in seconds. */
function oauthTokenJson(token: LocalOAuthToken): Record<string, unknown> {
  return {
    object: 'clerk_idp_oauth_access_token',
    type: 'oauth:access_token',
    ...commonJson(token),
    client_id: token.clientId,
    ...(token.audience.length > 0 && { aud: token.audience }),
    expiration: token.expiration === null ? null : Math.floor(token.expiration / 1000),
    created_at: Math.floor(token.createdAt / 1000),
    updated_at: Math.floor(token.updatedAt / 1000),
  };
}

/** Only a token that is in force is answered at all. */
function commonJson({ id, subject, scopes }: LocalApiKey | LocalM2MToken | LocalOAuthToken) {
  return { id, subject, scopes, revoked: false, revocation_reason: null, expired: false };
}
