import { TokenVerificationError } from '../errors/token-verification-error.js';
import { isRecord, listOf, requiredText } from './decode.js';
import { decodeAPIKey, decodeM2MToken, decodeOAuthAccessToken } from './models/machine-tokens.js';
import { apiPath } from './path.js';
/** A key set is small, and a request may be waiting for it. */
const JWKS_TIMEOUT_MS = 5_000;
/**
 * Makes the calls that authentication needs.
 *
 * @example
 * ```ts
 * const { keys } = await createRemoteCalls(transport).fetchJwks();
 * ```
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export function createRemoteCalls(transport) {
  return {
    fetchJwks: () =>
      transport.request(
        { operation: 'GetJWKS', method: 'GET', path: apiPath`/jwks`, decode: decodeJwks },
        { timeoutMs: JWKS_TIMEOUT_MS },
      ),
    refreshSession: (sessionId, { suffixed_cookies, ...body }) =>
      transport.request({
        operation: 'RefreshSession',
        method: 'POST',
        path: apiPath`/sessions/${sessionId}/refresh`,
        query: { suffixed_cookies },
        body,
        decode: json => ({ cookies: textsOf(json, 'cookies') }),
      }),
    getHandshakePayload: nonce =>
      transport.request({
        operation: 'GetHandshakePayload',
        method: 'GET',
        path: apiPath`/clients/handshake_payload`,
        query: { nonce },
        decode: json => ({ directives: textsOf(json, 'directives') }),
      }),
    verifyApiKey: secret =>
      transport.request({
        operation: 'verifyApiKey',
        method: 'POST',
        path: apiPath`/api_keys/verify`,
        unversioned: true,
        body: { secret },
        decode: decodeAPIKey,
      }),
    verifyM2MToken: (token, machineSecretKey) =>
      transport.request(
        {
          operation: 'verifyM2MToken',
          method: 'POST',
          path: apiPath`/m2m_tokens/verify`,
          unversioned: true,
          auth: 'machine',
          body: { token },
          decode: decodeM2MToken,
        },
        { secretKey: machineSecretKey || undefined },
      ),
    verifyOAuthToken: async (token, { audience } = {}) => {
      const verified = await transport.request({
        operation: 'verifyOAuthAccessToken',
        method: 'POST',
        path: apiPath`/oauth_applications/access_tokens/verify`,
        unversioned: true,
        body: { access_token: token },
        decode: json => (isInactive(json) ? undefined : decodeOAuthAccessToken(json)),
      });
      if (!verified) throw refused('token-expired', 'The OAuth access token is no longer active.');
      assertMeantFor(audience, verified.aud);
      return verified;
    },
  };
}
function decodeJwks(json) {
  const keys = isRecord(json) ? json.keys : undefined;
  if (!Array.isArray(keys)) throw new TypeError('Expected a key set.');
  return {
    keys: keys.filter(key => isRecord(key) && typeof key.kid === 'string'),
  };
}
function textsOf(json, field) {
  if (!isRecord(json)) throw new TypeError('Expected an object.');
  return listOf(requiredText)(json[field]);
}
/** `{ "active": false }` is how the API answers for a JWT that has run out: a good status without a token. */
function isInactive(json) {
  return isRecord(json) && json.active === false;
}
function assertMeantFor(audience, aud) {
  const accepted = [audience ?? []].flat().filter(Boolean);
  if (accepted.length === 0) return;
  const named = [aud ?? []].flat();
  if (named.length === 0 || !named.every(name => typeof name === 'string' && name !== '')) {
    throw refused(
      'token-verification-failed',
      'The OAuth access token does not say whom it is meant for (aud).',
    );
  }
  if (!named.some(name => accepted.includes(name))) {
    throw refused('token-verification-failed', 'The OAuth access token is meant for someone else (aud).');
  }
}
function refused(reason, message) {
  return new TokenVerificationError({ reason, message });
}
