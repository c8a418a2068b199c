import type { AuthObject } from '../authorization/auth-object.js';
import type { TokenType } from '../tokens/token-type.js';
import type { AuthReason } from './auth-reason.js';

/** The outcomes of authentication. `handshake` redirects the browser to the Frontend API for fresh cookies. */
export type AuthStatus = 'signed-in' | 'signed-out' | 'handshake';

/** Headers for the response, in order; a name may come several times. */
export type ResponseHeaders = readonly (readonly [name: string, value: string])[];

/** What `toAuth()` and `getAuth()` take. */
export interface PendingSessionOptions {
  /** Whether a session with a task to finish (`sessionStatus: 'pending'`) counts as signed out. @defaultValue true */
  treatPendingAsSignedOut?: boolean;
}

/**
 * What came of looking at a request: a state as plain data, and what is to be told to the client as headers that
 * another user sends.
 */
export interface AuthenticationResult {
  readonly status: AuthStatus;
  readonly reason: AuthReason | null;
  readonly message: string | null;
  /** The kind of token that was presented; `null` when it was of none of the accepted kinds. */
  readonly tokenType: TokenType | null;
  readonly token: string | null;
  readonly headers: ResponseHeaders;
  /** The auth object, made when it is first asked for and the same for the rest of the request. */
  toAuth(options?: PendingSessionOptions): AuthObject | null;
}
