import { isClerkAPIResponseError } from '../errors/clerk-api-response-error.js';
import { TokenVerificationError } from '../errors/token-verification-error.js';
import type { RefreshTokenParams } from './composed/sessions.js';
import type { JwksJSON } from './generated/models/jwks-json.js';
import { isRecord, listOf, requiredString } from './transport/decode.js';
import {
  decodeAPIKey,
  decodeM2MToken,
  decodeOAuthAccessToken,
  type IdPOAuthAccessToken,
  type M2MToken,
} from './models/machine-tokens.js';
import { ApplicationClosedError } from './transport/open-calls.js';
import type { BackendApiRequestOptions } from './transport/operation.js';
import { apiPath } from './transport/path.js';
import type { RequestSender } from './transport/backend-api-transport.js';

type KeySet = { keys: ({ kid: string } & Partial<Omit<NonNullable<JwksJSON['keys']>[number], 'kid'>>)[] };

/** The options of {@link verifyOAuthToken}. */
export interface OAuthTokenOptions {
  /** The accepted audiences: the token's `aud` must contain one of them. Not checked if missing or empty. */
  audience?: string | string[];
}

/** Far above a key set or a token, so that no answer can take much memory. */
const MAX_RESPONSE_BYTES = 1024 * 1024;
/**
 * Requests wait for these calls, and strangers can cause them. One attempt, so that a slow or overloaded Backend API does
 * not get more calls.
 */
const ONE_SHORT_ATTEMPT = { timeoutMs: 5_000, retries: 0, maxResponseBytes: MAX_RESPONSE_BYTES };
/** Shorter, because more requests wait for a key set, and it is fetched twice if necessary. */
const JWKS_TIMEOUT_MS = 3_000;
/** A second attempt within less time would not get an answer. */
const MIN_JWKS_TIMEOUT_MS = 100;

/**
 * The calls that authentication needs. Each rejects with a `ClerkAPIResponseError` if the API rejects it or does not
 * answer.
 *
 * @param timeoutMs - the time limit of each call, retries included, if it is less than the call's own limit
 *
 * @see https://clerk.com/docs/reference/backend-api
 */
export function createRemoteCalls(transport: RequestSender, timeoutMs = Number.POSITIVE_INFINITY) {
  const oneAttempt = { ...ONE_SHORT_ATTEMPT, timeoutMs: Math.min(ONE_SHORT_ATTEMPT.timeoutMs, timeoutMs) };
  return {
    /** Fetches the public keys of the instance. Keys without `kid` are left out. */
    fetchJwks: (): Promise<KeySet> => fetchJwksTwice(transport, timeoutMs),

    /** Refreshes a session token. The cookies are complete `Set-Cookie` values. */
    refreshSession: (
      sessionId: string,
      { suffixed_cookies, ...body }: RefreshTokenParams & { format: 'cookie' },
    ) =>
      transport.request(
        {
          operation: 'RefreshSession',
          method: 'POST',
          path: apiPath`/sessions/${sessionId}/refresh`,
          query: { suffixed_cookies },
          body,
          decode: json => ({ cookies: stringsOf(json, 'cookies') }),
        },
        oneAttempt,
      ),

    /** Fetches the payload of a handshake nonce: complete `Set-Cookie` values. */
    getHandshakePayload: (nonce: string) =>
      transport.request(
        {
          operation: 'GetHandshakePayload',
          method: 'GET',
          path: apiPath`/clients/handshake_payload`,
          query: { nonce },
          decode: json => ({ directives: stringsOf(json, 'directives') }),
        },
        oneAttempt,
      ),

    verifyApiKey: (secret: string) =>
      transport.request(
        {
          operation: 'verifyApiKey',
          method: 'POST',
          path: apiPath`/api_keys/verify`,
          unversioned: true,
          body: { secret },
          decode: decodeAPIKey,
        },
        oneAttempt,
      ),

    /** @param machineSecretKey - instead of the transport's */
    verifyM2MToken: (token: string, machineSecretKey?: string) =>
      verifyM2MToken(transport, token, { ...oneAttempt, secretKey: machineSecretKey || undefined }),

    verifyOAuthToken: (token: string, options: OAuthTokenOptions = {}) =>
      verifyOAuthToken(transport, token, options, oneAttempt),
  };
}

/** Verifies an opaque M2M token. */
export function verifyM2MToken(
  transport: RequestSender,
  token: string,
  requestOptions?: BackendApiRequestOptions,
): Promise<M2MToken> {
  return transport.request(
    {
      operation: 'verifyM2MToken',
      method: 'POST',
      path: apiPath`/m2m_tokens/verify`,
      unversioned: true,
      auth: 'machine',
      body: { token },
      decode: decodeM2MToken,
    },
    requestOptions,
  );
}

/**
 * Verifies an OAuth access token.
 *
 * @throws TokenVerificationError if the token has expired, or has another audience
 */
export async function verifyOAuthToken(
  transport: RequestSender,
  token: string,
  { audience }: OAuthTokenOptions,
  requestOptions?: BackendApiRequestOptions,
): Promise<IdPOAuthAccessToken> {
  const verified = await transport.request(
    {
      operation: 'verifyOAuthAccessToken',
      method: 'POST',
      path: apiPath`/oauth_applications/access_tokens/verify`,
      unversioned: true,
      body: { access_token: token },
      decode: json => (isInactive(json) ? undefined : decodeOAuthAccessToken(json)),
    },
    requestOptions,
  );
  if (!verified) throw rejected('token-expired', 'The OAuth access token is no longer active.');
  assertAudience(audience, verified.aud);
  return verified;
}

/** Retries after a lost connection, if there is time left. An answer is never retried. */
async function fetchJwksTwice(transport: RequestSender, timeoutMs: number): Promise<KeySet> {
  const startedAt = performance.now();
  try {
    return await fetchJwks(transport, timeoutMs);
  } catch (error) {
    const left = timeoutMs - (performance.now() - startedAt);
    if (!isConnectionLost(error) || left < MIN_JWKS_TIMEOUT_MS) throw error;
    return fetchJwks(transport, left);
  }
}

function isConnectionLost(error: unknown): boolean {
  if (!isClerkAPIResponseError(error) || error.status !== 0) return false;
  return !(error.cause instanceof ApplicationClosedError);
}

function fetchJwks(transport: RequestSender, timeoutMs: number): Promise<KeySet> {
  return transport.request(
    { operation: 'GetJWKS', method: 'GET', path: apiPath`/jwks`, decode: decodeJwks },
    { ...ONE_SHORT_ATTEMPT, timeoutMs: Math.ceil(Math.min(JWKS_TIMEOUT_MS, timeoutMs)) },
  );
}

function decodeJwks(json: unknown): KeySet {
  const keys: unknown = isRecord(json) ? json.keys : undefined;
  if (!Array.isArray(keys)) throw new TypeError('Expected a key set.');
  return {
    keys: keys.filter((key): key is KeySet['keys'][number] => isRecord(key) && typeof key.kid === 'string'),
  };
}

function stringsOf(json: unknown, field: string): string[] {
  if (!isRecord(json)) throw new TypeError('Expected an object.');
  return listOf(requiredString)(json[field]);
}

/** For an expired JWT the API answers `{ "active": false }`, with status 200 and without a token. */
function isInactive(json: unknown): boolean {
  return isRecord(json) && json.active === false;
}

function assertAudience(audience: string | string[] | undefined, aud: unknown): void {
  const accepted = [audience ?? []].flat().filter(Boolean);
  if (accepted.length === 0) return;
  const audiences: unknown[] = [aud ?? []].flat();
  const wellFormed = audiences.every(name => typeof name === 'string' && name !== '');
  if (!wellFormed || !audiences.some(name => accepted.includes(name as string))) {
    throw rejected(
      'token-verification-failed',
      'The audience (aud) of the OAuth access token is not the expected one.',
    );
  }
}

function rejected(
  reason: 'token-expired' | 'token-verification-failed',
  message: string,
): TokenVerificationError {
  return new TokenVerificationError({ reason, message });
}
