import { createHash } from 'node:crypto';

import { settingsOf } from '../../backend-api/operations/settings.js';
import { json } from '../../http/api-answer.js';
import type { ApiAnswer } from '../../http/api-answer.js';
import type { OperationCall, OperationHandler } from '../../http/local-api.js';
import type { LocalInstance } from '../../local-instance.js';
import type { LocalOAuthApplication } from '../../store/instance-records.js';
import type { LocalAuthorization, LocalOAuthGrant } from '../../store/oauth-grants.js';
import { ownUrl } from '../caller.js';
import { text } from '../parameters.js';
import { requiredParameter, resourcesIn } from './authorization-request.js';
import { requireClient } from './clients.js';
import { idToken } from './id-token.js';
import { invalidGrant, OAuthEndpointError, oauthErrorAnswer, withoutStore } from './oauth-error.js';
import { scopesIn } from './scopes.js';

const ACCESS_TOKEN_LIFETIME_SECONDS = 24 * 60 * 60;

/**
 * Exchanges an authorization code or a refresh token for tokens.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3
 */
export const getOAuthToken: OperationHandler = (call, instance) =>
  answering(async () => {
    const client = requireClient(call, instance);
    switch (requiredParameter(call.body, 'grant_type')) {
      case 'authorization_code':
        return exchangeCode(call, client, instance);
      case 'refresh_token':
        return refresh(call, client, instance);
      default:
        throw new OAuthEndpointError(
          400,
          'unsupported_grant_type',
          'The grant types are authorization_code and refresh_token.',
        );
    }
  });

/**
 * Revokes an access or a refresh token. A token of another client, or an unknown one, is not an error.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7009#section-2.2
 */
export const revokeOAuthToken: OperationHandler = (call, instance) =>
  answering(async () => {
    const { clientId } = requireClient(call, instance);
    const { oauthTokens, oauthGrants } = instance.store;
    const token = requiredParameter(call.body, 'token');
    const found = oauthTokens.find(token);
    if (found?.record.clientId === clientId) {
      if (token.includes('.')) {
        throw new OAuthEndpointError(400, 'unsupported_token_type', 'JWT access tokens cannot be revoked.');
      }
      oauthTokens.revoke(found.record.id);
    }
    if (oauthGrants.findRefreshToken(token)?.clientId === clientId) oauthGrants.revokeRefreshToken(token);
    return { status: 200, headers: [], body: null };
  });

/**
 * Describes a token to its client.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7662
 */
export const getOAuthTokenInfo: OperationHandler = (call, instance) =>
  answering(async () => {
    const { clientId } = requireClient(call, instance);
    const { oauthTokens, oauthGrants } = instance.store;
    const token = requiredParameter(call.body, 'token');
    const access = oauthTokens.find(token);
    if (access?.isValid && access.record.clientId === clientId) {
      const { scopes, subject, createdAt } = access.record;
      return json(tokenInfo({ clientId, scopes, subject, iat: Math.floor(createdAt / 1000) }));
    }
    const refreshed = oauthGrants.findRefreshToken(token);
    if (refreshed?.clientId !== clientId) return json({ active: false });
    return json(tokenInfo({ clientId, scopes: refreshed.scopes, subject: refreshed.userId }));
  });

function tokenInfo({
  clientId,
  scopes,
  subject,
  iat,
}: {
  clientId: string;
  scopes: readonly string[];
  subject: string;
  iat?: number;
}): object {
  return { active: true, client_id: clientId, scope: scopes.join(' '), sub: subject, iat };
}

async function answering(act: () => Promise<ApiAnswer>): Promise<ApiAnswer> {
  try {
    return withoutStore(await act());
  } catch (error) {
    return oauthErrorAnswer(error);
  }
}

async function exchangeCode(
  call: OperationCall,
  client: LocalOAuthApplication,
  instance: LocalInstance,
): Promise<ApiAnswer> {
  const { body } = call;
  const { store } = instance;
  const authorization = store.oauthGrants.authorizations.take(requiredParameter(body, 'code'));
  if (authorization?.clientId !== client.clientId || authorization.expiresAt <= store.now()) {
    throw invalidGrant('The code was never issued, was used before, or has expired.');
  }
  if (requiredParameter(body, 'redirect_uri') !== authorization.redirectUri) {
    throw invalidGrant('The redirect_uri is not that of the authorization request.');
  }
  assertVerifier(text(body, 'code_verifier'), authorization);
  const resources = narrowedResources(body, authorization);
  const { scopes, nonce } = authorization;
  const hasIdToken = scopes.includes('openid');
  const issuer = ownUrl(call, instance);
  return tokenAnswer({ ...authorization, resources }, instance, {
    // The refresh token keeps all resources of the grant.
    ...(scopes.includes('offline_access') && {
      refresh_token: store.oauthGrants.addRefreshToken(authorization),
    }),
    ...(hasIdToken && { id_token: await idToken({ ...authorization, nonce, issuer }, instance) }),
  });
}

async function refresh(
  { body }: OperationCall,
  client: LocalOAuthApplication,
  instance: LocalInstance,
): Promise<ApiAnswer> {
  const grant = instance.store.oauthGrants.findRefreshToken(requiredParameter(body, 'refresh_token'));
  if (grant?.clientId !== client.clientId) {
    throw invalidGrant('The refresh token was never issued to the client, or was revoked.');
  }
  const scopes = scopesIn(text(body, 'scope')) ?? grant.scopes;
  if (!scopes.every(scope => grant.scopes.includes(scope))) {
    throw new OAuthEndpointError(400, 'invalid_scope', 'The user has not granted one of the scopes.');
  }
  return tokenAnswer({ ...grant, scopes, resources: narrowedResources(body, grant) }, instance, {
    refresh_token: text(body, 'refresh_token'),
  });
}

/** @see https://www.rfc-editor.org/rfc/rfc7636#section-4.6 */
function assertVerifier(verifier: string | undefined, { codeChallenge }: LocalAuthorization): void {
  if (codeChallenge === undefined && verifier === undefined) return;
  const challenge = createHash('sha256')
    .update(verifier ?? '')
    .digest('base64url');
  if (challenge !== codeChallenge) throw invalidGrant('The code_verifier does not match the code_challenge.');
}

/** A token request may name a part of the resources of the grant (RFC 8707, section 2.2). */
function narrowedResources(body: OperationCall['body'], { resources }: LocalOAuthGrant): readonly string[] {
  const named = resourcesIn(body);
  if (named.length === 0) return resources;
  if (named.every(resource => resources.includes(resource))) return named;
  throw new OAuthEndpointError(400, 'invalid_target', 'The grant is for other resources.');
}

async function tokenAnswer(
  { clientId, userId, scopes, resources }: LocalOAuthGrant,
  { store }: LocalInstance,
  others: object,
): Promise<ApiAnswer> {
  const { oauthJwtAccessTokens } = settingsOf(store, 'oauthApplication');
  const { token } = await store.oauthTokens.create({
    subject: userId,
    clientId,
    scopes,
    audience: resources,
    tokenFormat: oauthJwtAccessTokens === true ? 'jwt' : 'opaque',
    secondsUntilExpiration: ACCESS_TOKEN_LIFETIME_SECONDS,
  });
  return json({
    access_token: token,
    token_type: 'Bearer',
    expires_in: ACCESS_TOKEN_LIFETIME_SECONDS,
    scope: scopes.join(' '),
    ...others,
  });
}
