import type { VerifiedMachineToken } from '../authorization/machine-auth-object.js';
import type { CreateSessionToken } from '../authorization/session-auth-object.js';

/** The parameters for refreshing a session, with the names of the Backend API. */
export interface RefreshSessionParams {
  format: 'cookie';
  suffixed_cookies: boolean;
  expired_token: string;
  refresh_token: string;
  request_origin: string;
  request_headers: Record<string, string[]>;
}

/**
 * The Backend API calls that authentication needs. They are passed in, so that this folder stays below `backend-api/`.
 *
 * Each rejects with a `ClerkAPIResponseError` if the call fails.
 */
export interface RemoteCalls {
  /** Exchanges a refresh token for a new session: returns `Set-Cookie` lines. */
  refreshSession(sessionId: string, params: RefreshSessionParams): Promise<{ cookies: string[] }>;
  /** Exchanges the nonce of a handshake for its `Set-Cookie` lines. */
  getHandshakePayload(nonce: string): Promise<{ directives: string[] }>;
  verifyApiKey(secret: string): Promise<VerifiedMachineToken>;
  verifyM2MToken(token: string): Promise<VerifiedMachineToken>;
  verifyOAuthToken(token: string): Promise<VerifiedMachineToken>;
  createSessionToken: CreateSessionToken;
}
