import {
  apiError,
  machineTokenNotFound,
  parameterError,
  parametersInvalid,
  resourceNotFound,
} from '../../api-errors.js';
import type { OperationCall } from '../../http/local-api.js';
import type { LocalInstance } from '../../local-instance.js';
import type { LocalMachine } from '../../store/instance-records.js';
import type { LocalApiKey, LocalM2MToken, LocalOAuthToken } from '../../store/machine-token-records.js';
import type { BackendApiHandlers } from '../handlers.js';
import { contains, pageOf } from '../lists.js';
import { UNDOCUMENTED } from '../shaping.js';
import { machineWithSecret } from './machines.js';

/** Claims that a JWT sets itself. */
const RESERVED_CLAIMS = ['exp', 'iat', 'iss', 'jti', 'nbf', 'sub'];

export const MACHINE_TOKENS: BackendApiHandlers = {
  getApiKeys: ({ query }, { store }) => {
    const isValid = (key: LocalApiKey): boolean => store.apiKeys.records.isValid(key);
    const keys = store.apiKeys.records
      .list(query.subject)
      .filter(({ type }) => type === query.type)
      .filter(key => query.includeInvalid === 'true' || isValid(key))
      .filter(({ id, name }) => id === query.query || contains([name], query.query));
    return pageOf(keys, query, key => apiKeyView(key, !isExpired(key, store.now())));
  },

  createApiKey: ({ body }, { store }) => {
    const { secondsUntilExpiration, scopes, claims, ...params } = body;
    rejectForeignId('subject', body.subject, ['user', 'org', 'mch', 'scim']);
    rejectForeignId('created_by', body.createdBy, ['user']);
    const key = store.apiKeys.create({
      ...params,
      type: body.type ?? 'api_key',
      scopes: scopes ?? [],
      claims: claims as Record<string, unknown> | null | undefined,
      secondsUntilExpiration,
    });
    return { ...apiKeyView(key, true), secret: key.secret };
  },

  getApiKey: ({ path }, { store }) => {
    const key = store.apiKeys.get(path.apiKeyID);
    return apiKeyView(key, !isExpired(key, store.now()));
  },

  updateApiKey: ({ path, body }, { store }) => {
    const { secondsUntilExpiration } = body;
    rejectForeignId('subject', body.subject, ['user', 'org', 'mch', 'scim']);
    const key = store.apiKeys.records.update(path.apiKeyID, {
      claims: body.claims as Record<string, unknown> | null | undefined,
      scopes: body.scopes ?? undefined,
      description: body.description,
      subject: body.subject ?? undefined,
      expiration: secondsUntilExpiration == null ? undefined : store.now() + secondsUntilExpiration * 1000,
    });
    return apiKeyView(key, !isExpired(key, store.now()));
  },

  deleteApiKey: ({ path }, { store }) => {
    const { id } = store.apiKeys.records.delete(path.apiKeyID);
    return { object: 'api_key', id, deleted: true };
  },

  getApiKeySecret: ({ path }, { store }) => ({ secret: store.apiKeys.records.secretOf(path.apiKeyID) }),

  revokeApiKey: ({ path, body }, { store }) => {
    const key = store.apiKeys.revoke(path.apiKeyID, body.revocationReason ?? null);
    return apiKeyView(key, !isExpired(key, store.now()));
  },

  verifyApiKey: ({ body }, { store }) => {
    const key = store.apiKeys.verify(body.secret);
    if (!key) throw machineTokenNotFound('API key');
    return apiKeyView(key, true);
  },

  /** A JWT is not listed, because Clerk does not store it. */
  getM2MTokens: ({ query, raw }, { store }) => {
    const machine = callingMachine(raw, store);
    if (machine && machine.id !== query.subject) throw authorizationInvalid();
    const tokens = store.m2mTokens.records
      .list(query.subject)
      .filter(({ id }) => !store.m2mTokens.records.secretOf(id).includes('.'))
      .filter(({ revoked }) => query.revoked === true || !revoked)
      .filter(token => query.expired === true || !isExpired(token, store.now()));
    return pageOf(tokens, query, token => m2mTokenView(token, !isExpired(token, store.now())));
  },

  createM2MToken: async ({ body, raw }, { store }) => {
    const machine = callingMachine(raw, store);
    if (!machine) throw authorizationInvalid();
    const claims = body.claims as Record<string, unknown> | null | undefined;
    rejectReservedClaims(claims);
    const reusable =
      body.minRemainingTtlSeconds == null
        ? undefined
        : reusableToken(machine.id, claims, body.minRemainingTtlSeconds, store);
    if (reusable)
      return { ...m2mTokenView(reusable, true), token: store.m2mTokens.records.secretOf(reusable.id) };
    const token = await store.m2mTokens.create({
      subject: machine.id,
      scopes: machine.scopedMachineIds,
      claims,
      tokenFormat: body.tokenFormat ?? 'opaque',
      secondsUntilExpiration: body.secondsUntilExpiration ?? machine.defaultTokenTtl,
    });
    return { ...m2mTokenView(token, true), token: token.token };
  },

  revokeM2MToken: ({ path, body, raw }, { store }) => {
    const machine = callingMachine(raw, store);
    const token = store.m2mTokens.get(path.m2mTokenId);
    if (machine && machine.id !== token.subject) throw resourceNotFound('M2M token', 'id', token.id);
    const revoked = store.m2mTokens.revoke(token.id, body.revocationReason ?? null);
    return m2mTokenView(revoked, !isExpired(revoked, store.now()));
  },

  /** With the secret key of a machine, only a token whose scopes include that machine. */
  verifyM2MToken: ({ body, raw }, { store }) => {
    const token = store.m2mTokens.verify(body.token, callingMachine(raw, store)?.id);
    if (!token) throw machineTokenNotFound('M2M token');
    return m2mTokenView(token, true);
  },

  verifyOAuthAccessToken: ({ body }, { store }) => {
    const accessToken = body.accessToken ?? body.secret ?? '';
    const found = store.oauthTokens.find(accessToken);
    if (found?.isValid) return oauthTokenView(found.record);
    // For a JWT the API reports with status 200 that it is no longer active.
    if (found && accessToken.includes('.')) return { active: false };
    throw machineTokenNotFound('OAuth access token');
  },
};

function callingMachine({ header }: OperationCall, store: LocalInstance['store']): LocalMachine | undefined {
  return machineWithSecret(header('authorization')?.replace(/^Bearer /, '') ?? '', store);
}

function authorizationInvalid(): Error {
  const longMessage = 'You are not authorized to perform this request';
  return apiError(403, 'authorization_invalid', 'Unauthorized request', longMessage);
}

/** The ids of a test may be shorter than Clerk's. */
function rejectForeignId(
  parameter: string,
  id: string | null | undefined,
  prefixes: readonly string[],
): void {
  if (id == null || prefixes.some(prefix => id.startsWith(`${prefix}_`))) return;
  const problem = `must be an id that starts with ${prefixes.map(prefix => `${prefix}_`).join(', ')}`;
  throw parametersInvalid(parameterError('form_param_format_invalid', parameter, problem));
}

function rejectReservedClaims(claims: Record<string, unknown> | null | undefined): void {
  const reserved = Object.keys(claims ?? {}).find(claim => RESERVED_CLAIMS.includes(claim));
  if (reserved === undefined) return;
  const longMessage = `You can't use the reserved claim: '${reserved}'`;
  throw apiError(400, 'machine_token_reserved_claim', 'reserved claim used', longMessage);
}

/** An opaque token of the machine with the same claims and a sufficient remaining lifetime. */
function reusableToken(
  machineId: string,
  claims: Record<string, unknown> | null | undefined,
  minRemainingSeconds: number,
  { m2mTokens, now }: LocalInstance['store'],
): LocalM2MToken | undefined {
  return m2mTokens.records
    .list(machineId)
    .filter(token => m2mTokens.records.isValid(token))
    .filter(({ id }) => !m2mTokens.records.secretOf(id).includes('.'))
    .filter(token => JSON.stringify(token.claims) === JSON.stringify(claims ?? null))
    .find(({ expiration }) => expiration === null || expiration - now() >= minRemainingSeconds * 1000);
}

function isExpired({ expiration }: { readonly expiration: number | null }, now: number): boolean {
  return expiration !== null && expiration <= now;
}

function apiKeyView(key: LocalApiKey, isCurrent: boolean): object {
  return { ...key, expired: !isCurrent, lastUsedAt: null };
}

function m2mTokenView(token: LocalM2MToken, isCurrent: boolean): object {
  return { ...token, object: 'machine_to_machine_token', expired: !isCurrent, lastUsedAt: null };
}

/** Unlike those of the other tokens, its times are in seconds. */
function oauthTokenView(token: LocalOAuthToken): object {
  const seconds = (time: number): number => Math.floor(time / 1000);
  return {
    ...token,
    object: 'clerk_idp_oauth_access_token',
    ...(token.audience.length > 0 && { [UNDOCUMENTED]: { aud: token.audience } }),
    expired: false,
    expiration: token.expiration === null ? null : seconds(token.expiration),
    createdAt: seconds(token.createdAt),
    updatedAt: seconds(token.updatedAt),
  };
}
