import type { VerifiedMachineToken } from '../authorization/machine-auth-object.js';
import type { CreateSessionToken } from '../authorization/session-auth-object.js';

/** What the Backend API wants to know to refresh a session, under its own names. */
export interface RefreshSessionParams {
  format: 'cookie';
  suffixed_cookies: boolean;
  expired_token: string;
  refresh_token: string;
  request_origin: string;
  request_headers: Record<string, string[]>;
}

/**
 * The calls of the Backend API that authentication needs. They are passed in, so that this folder stays below
 * `backend-api/`.
 *
 * Each rejects with a `ClerkAPIResponseError` when the API does not do what is asked.
 */
export interface RemoteCalls {
  /** Trades a refresh token for a new session: gives `Set-Cookie` lines. */
  refreshSession(sessionId: string, params: RefreshSessionParams): Promise<{ cookies: string[] }>;
  /** Trades the nonce of a handshake for its `Set-Cookie` lines. */
  getHandshakePayload(nonce: string): Promise<{ directives: string[] }>;
  verifyApiKey(secret: string): Promise<VerifiedMachineToken>;
  verifyM2MToken(token: string): Promise<VerifiedMachineToken>;
  verifyOAuthToken(token: string): Promise<VerifiedMachineToken & { aud?: unknown }>;
  createSessionToken: CreateSessionToken;
}
