import type { AuthObject } from '../authorization/auth-object.js';
import type { TokenType } from '../tokens/token-type.js';
import type { AuthReason } from './auth-reason.js';

/** The outcomes of authentication. `handshake` redirects the browser to the Frontend API for fresh cookies. */
export type AuthStatus = 'signed-in' | 'signed-out' | 'handshake';

/** Response headers in order; a name may occur several times. */
export type ResponseHeaders = readonly (readonly [name: string, value: string])[];

/** The options of `toAuth()` and `getAuth()`. */
export interface PendingSessionOptions {
  /** Whether a pending session (`sessionStatus: 'pending'`) counts as signed out. @defaultValue true */
  treatPendingAsSignedOut?: boolean;
}

/** What an OAuth access token says besides its auth object. */
export interface OAuthGrant {
  /** When the token expires, in Unix time in seconds; `undefined` if it is unknown. */
  readonly expiresAt: number | undefined;
  /** The resources that the token is for (`aud`); empty for any. */
  readonly audience: readonly string[];
}

/**
 * The result of authenticating a request: the state as plain data, and the headers to send to the client.
 */
export interface AuthenticationResult {
  readonly status: AuthStatus;
  readonly reason: AuthReason | null;
  readonly message: string | null;
  /** The type of the presented token; `null` if it is of no accepted type. */
  readonly tokenType: TokenType | null;
  readonly token: string | null;
  readonly headers: ResponseHeaders;
  /** For a verified OAuth access token. */
  readonly grant?: OAuthGrant | undefined;
  /** The auth object, created on first use and the same for the rest of the request. */
  toAuth(options?: PendingSessionOptions): AuthObject | null;
}
