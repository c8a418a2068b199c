import type { TokenVerificationErrorReason } from '../errors/token-verification-error.js';

/**
 * The reasons why a request is not signed in, besides those of rejected tokens, with the values of `@clerk/backend`.
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

/**
 * The reasons why an expired session could not be refreshed, which end the reason `session-token-expired-refresh-…`.
 */
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

/** One of the values of {@link RefreshErrorReason}, or the code of the Backend API's error. */
export type RefreshErrorReason = (typeof RefreshErrorReason)[keyof typeof RefreshErrorReason] | (string & {});

/** Every possible value of `reason` and `x-clerk-auth-reason`. */
export type AuthReason =
  | AuthErrorReason
  | TokenVerificationErrorReason
  | `${typeof AuthErrorReason.SessionTokenExpired}-refresh-${RefreshErrorReason}`
  | 'No token in header'
  /** The path is excluded, or the guard runs without the middleware. */
  | 'request-not-authenticated'
  /** The Backend API, which must verify the token, does not respond. Not the client's fault: respond 503. */
  | 'backend-api-unavailable'
  /** The connection has tried too many machine tokens. */
  | 'too-many-attempts'
  /** `requestOptions` returned no keys for the request, and the module has none. */
  | 'unknown-instance'
  /** A page of another origin opened the WebSocket with cookies. */
  | 'cross-origin-connection'
  /** The new token of a connection belongs to another user. */
  | 'subject-mismatch';
