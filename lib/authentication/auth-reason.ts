import type { TokenVerificationErrorReason } from '../errors/token-verification-error.js';

/**
 * Why a request is not signed in, besides a token that was rejected, with the values that `@clerk/backend` uses.
 *
 * @see https://clerk.com/docs/reference/backend/authenticate-request
 */
export const AuthErrorReason = {
  ClientUATWithoutSessionToken: 'client-uat-but-no-session-token',
  DevBrowserMissing: 'dev-browser-missing',
  DevBrowserSync: 'dev-browser-sync',
  PrimaryRespondsToSyncing: 'primary-responds-to-syncing',
  PrimaryDomainCrossOriginSync: 'primary-domain-cross-origin-sync',
  SatelliteCookieNeedsSyncing: 'satellite-needs-syncing',
  SessionTokenAndUATMissing: 'session-token-and-uat-missing',
  SessionTokenMissing: 'session-token-missing',
  SessionTokenExpired: 'session-token-expired',
  SessionTokenIATBeforeClientUAT: 'session-token-iat-before-client-uat',
  SessionTokenNBF: 'session-token-nbf',
  SessionTokenIatInTheFuture: 'session-token-iat-in-the-future',
  SessionTokenWithoutClientUAT: 'session-token-but-no-client-uat',
  ActiveOrganizationMismatch: 'active-organization-mismatch',
  TokenTypeMismatch: 'token-type-mismatch',
  UnexpectedError: 'unexpected-error',
} as const;

/** One of the values of {@link AuthErrorReason}. */
export type AuthErrorReason = (typeof AuthErrorReason)[keyof typeof AuthErrorReason];

/** Why an expired session could not be refreshed; it ends the reason `session-token-expired-refresh-…`. */
export const RefreshErrorReason = {
  NonEligibleNoCookie: 'non-eligible-no-refresh-cookie',
  NonEligibleNonGet: 'non-eligible-non-get',
  InvalidSessionToken: 'invalid-session-token',
  MissingSessionToken: 'missing-session-token',
  ExpiredSessionTokenDecodeFailed: 'expired-session-token-decode-failed',
  ExpiredSessionTokenMissingSidClaim: 'expired-session-token-missing-sid-claim',
  FetchError: 'fetch-error',
  UnexpectedSDKError: 'unexpected-sdk-error',
  UnexpectedBAPIError: 'unexpected-bapi-error',
} as const;

/** One of the values of {@link RefreshErrorReason}, or the code of the error that the Backend API answered. */
export type RefreshErrorReason = (typeof RefreshErrorReason)[keyof typeof RefreshErrorReason] | (string & {});

/** Everything that can stand in `reason` and in `x-clerk-auth-reason`. */
export type AuthReason =
  | AuthErrorReason
  | TokenVerificationErrorReason
  | `${typeof AuthErrorReason.SessionTokenExpired}-refresh-${RefreshErrorReason}`
  | 'No token in header'
  /** The path is excluded, or the guard runs where no middleware ran. */
  | 'request-not-authenticated'
  /** The Backend API, which has to verify the token, does not answer. Not the client's fault: answer 503. */
  | 'backend-api-unavailable'
  /** A connection tried too many machine tokens. */
  | 'too-many-attempts'
  /** `requestOptions` chose no keys for the request, and the module has none. */
  | 'unknown-instance'
  /** A WebSocket was opened with cookies by a page of another origin, which may not even know whose they are. */
  | 'cross-origin-connection'
  /** A connection was to go on with a token of another user than it was opened by. */
  | 'subject-mismatch';
