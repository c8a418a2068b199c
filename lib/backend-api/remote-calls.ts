import { isClerkAPIResponseError } from '../errors/clerk-api-response-error.js';
import { TokenVerificationError } from '../errors/token-verification-error.js';
import { isRecord, listOf, requiredText } from './transport/decode.js';
import {
  type APIKey,
  decodeAPIKey,
  decodeM2MToken,
  decodeOAuthAccessToken,
  type IdPOAuthAccessToken,
  type M2MToken,
} from './models/machine-tokens.js';
import type { BackendApiRequestOptions } from './transport/operation.js';
import { apiPath } from './transport/path.js';
import type { BackendApiTransport } from './transport/backend-api-transport.js';

/** A public key of the instance, with the id that tokens name it by. */
export interface JsonWebKeyWithKid {
  kid: string;
  kty?: string;
  alg?: string;
  use?: string;
  n?: string;
  e?: string;
}

/** What the API wants to know to renew a session token; the names are the API's. */
export interface RefreshSessionParams {
  /** The session token that ran out. */
  expired_token: string;
  /** The value of the `__refresh` cookie. */
  refresh_token: string;
  /** The origin that the request was made to. */
  request_origin: string;
  /** The request's headers, each with its values. */
  request_headers?: Record<string, string[]>;
  request_originating_ip?: string;
  /** `'cookie'`: answer with the cookies to set. */
  format: 'cookie';
  /** Whether the cookies carry the instance's suffix. */
  suffixed_cookies?: boolean;
}

/** What authentication asks of the Backend API. Every call may throw a `ClerkAPIResponseError`. */
export interface RemoteCalls {
  /** The instance's public keys; entries without a `kid` are left out. */
  fetchJwks(): Promise<{ keys: JsonWebKeyWithKid[] }>;
  /** Renews a session token. The cookies are whole `Set-Cookie` values. */
  refreshSession(sessionId: string, params: RefreshSessionParams): Promise<{ cookies: string[] }>;
  /** Fetches what a handshake nonce stands for: whole `Set-Cookie` values. */
  getHandshakePayload(nonce: string): Promise<{ directives: string[] }>;
  verifyApiKey(secret: string): Promise<APIKey>;
  /** @param machineSecretKey - in place of the transport's */
  verifyM2MToken(token: string, machineSecretKey?: string): Promise<M2MToken>;
  /**
   * @param options - `audience`: one of these must be in the token's `aud`; not looked at when left out or empty
   * @throws TokenVerificationError when the token has run out, or is meant for someone else
   */
  verifyOAuthToken(token: string, options?: { audience?: string | string[] }): Promise<IdPOAuthAccessToken>;
}

/**
 * Requests wait for these calls, and anybody can cause them: one attempt, so that a Backend API that is slow or asks for
 * fewer calls gets no more of them.
 */
const ONE_SHORT_ATTEMPT = { timeoutMs: 5_000, retries: 0 };
/** Of a key set even more wait, and it is tried twice. */
const JWKS_TIMEOUT_MS = 3_000;

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
export function createRemoteCalls(transport: BackendApiTransport): RemoteCalls {
  return {
    fetchJwks: () => fetchJwks(transport).catch((error: unknown) => fetchJwksAgain(transport, error)),

    refreshSession: (sessionId, { suffixed_cookies, ...body }) =>
      transport.request(
        {
          operation: 'RefreshSession',
          method: 'POST',
          path: apiPath`/sessions/${sessionId}/refresh`,
          query: { suffixed_cookies },
          body,
          decode: json => ({ cookies: textsOf(json, 'cookies') }),
        },
        ONE_SHORT_ATTEMPT,
      ),

    getHandshakePayload: nonce =>
      transport.request(
        {
          operation: 'GetHandshakePayload',
          method: 'GET',
          path: apiPath`/clients/handshake_payload`,
          query: { nonce },
          decode: json => ({ directives: textsOf(json, 'directives') }),
        },
        ONE_SHORT_ATTEMPT,
      ),

    verifyApiKey: secret =>
      transport.request(
        {
          operation: 'verifyApiKey',
          method: 'POST',
          path: apiPath`/api_keys/verify`,
          unversioned: true,
          body: { secret },
          decode: decodeAPIKey,
        },
        ONE_SHORT_ATTEMPT,
      ),

    verifyM2MToken: (token, machineSecretKey) =>
      verifyM2MToken(transport, token, { ...ONE_SHORT_ATTEMPT, secretKey: machineSecretKey || undefined }),

    verifyOAuthToken: (token, options = {}) => verifyOAuthToken(transport, token, options, ONE_SHORT_ATTEMPT),
  };
}

/** Verifies an opaque M2M token; see {@link RemoteCalls.verifyM2MToken}. */
export function verifyM2MToken(
  transport: BackendApiTransport,
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
 * Verifies an OAuth access token; see {@link RemoteCalls.verifyOAuthToken}.
 *
 * @throws TokenVerificationError when the token has run out, or is meant for someone else
 */
export async function verifyOAuthToken(
  transport: BackendApiTransport,
  token: string,
  { audience }: { audience?: string | string[] },
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
  if (!verified) throw refused('token-expired', 'The OAuth access token is no longer active.');
  assertMeantFor(audience, verified.aud);
  return verified;
}

function fetchJwks(transport: BackendApiTransport): Promise<{ keys: JsonWebKeyWithKid[] }> {
  return transport.request(
    { operation: 'GetJWKS', method: 'GET', path: apiPath`/jwks`, decode: decodeJwks },
    { timeoutMs: JWKS_TIMEOUT_MS, retries: 0 },
  );
}

/** One lost connection is no outage. Whatever was answered stands. */
function fetchJwksAgain(transport: BackendApiTransport, error: unknown): ReturnType<typeof fetchJwks> {
  if (isClerkAPIResponseError(error) && error.status === 0) return fetchJwks(transport);
  throw error;
}

function decodeJwks(json: unknown): { keys: JsonWebKeyWithKid[] } {
  const keys: unknown = isRecord(json) ? json.keys : undefined;
  if (!Array.isArray(keys)) throw new TypeError('Expected a key set.');
  return {
    keys: keys.filter((key): key is JsonWebKeyWithKid => isRecord(key) && typeof key.kid === 'string'),
  };
}

function textsOf(json: unknown, field: string): string[] {
  if (!isRecord(json)) throw new TypeError('Expected an object.');
  return listOf(requiredText)(json[field]);
}

/** `{ "active": false }` is how the API answers for a JWT that has run out: a good status without a token. */
function isInactive(json: unknown): boolean {
  return isRecord(json) && json.active === false;
}

function assertMeantFor(audience: string | string[] | undefined, aud: unknown): void {
  const accepted = [audience ?? []].flat().filter(Boolean);
  if (accepted.length === 0) return;
  const named: unknown[] = [aud ?? []].flat();
  const wellFormed = named.every(name => typeof name === 'string' && name !== '');
  if (!wellFormed || !named.some(name => accepted.includes(name as string))) {
    throw refused(
      'token-verification-failed',
      'The OAuth access token is not meant for the expected audience (aud).',
    );
  }
}

function refused(
  reason: 'token-expired' | 'token-verification-failed',
  message: string,
): TokenVerificationError {
  return new TokenVerificationError({ reason, message });
}
