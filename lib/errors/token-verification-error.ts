import { ClerkError } from './clerk-error.js';

/**
 * The reasons why a token is rejected, with the values of `@clerk/backend`.
 *
 * @see https://clerk.com/docs/reference/backend/verify-token
 */
export const TokenVerificationErrorReason = {
  TokenExpired: 'token-expired',
  TokenInvalid: 'token-invalid',
  TokenInvalidAlgorithm: 'token-invalid-algorithm',
  TokenInvalidAuthorizedParties: 'token-invalid-authorized-parties',
  TokenInvalidIssuer: 'token-invalid-issuer',
  TokenInvalidSignature: 'token-invalid-signature',
  TokenNotActiveYet: 'token-not-active-yet',
  TokenIatInTheFuture: 'token-iat-in-the-future',
  TokenVerificationFailed: 'token-verification-failed',
  InvalidSecretKey: 'secret-key-invalid',
  LocalJWKMissing: 'jwk-local-missing',
  RemoteJWKFailedToLoad: 'jwk-remote-failed-to-load',
  RemoteJWKInvalid: 'jwk-remote-invalid',
  RemoteJWKMissing: 'jwk-remote-missing',
  JWKFailedToResolve: 'jwk-failed-to-resolve',
  JWKKidMismatch: 'jwk-kid-mismatch',
} as const;

/** One of the values of {@link TokenVerificationErrorReason}. */
export type TokenVerificationErrorReason =
  (typeof TokenVerificationErrorReason)[keyof typeof TokenVerificationErrorReason];

/** The place that a token was read from. */
export type TokenCarrier = 'header' | 'cookie';

/**
 * A rejection as plain data. The verifier returns it on the request path, where an `Error` with its stack trace would
 * cost more than the check itself.
 */
export interface TokenRejection {
  readonly reason: TokenVerificationErrorReason;
  /** A description of the problem; never the token itself. */
  readonly message: string;
  /** The remedy, if there is one. */
  readonly action?: string;
}

/**
 * Thrown by `verifyToken()` for a rejected token.
 *
 * @example
 * ```ts
 * try {
 *   const claims = await verifyToken(token, { jwtKey });
 * } catch (error) {
 *   if (error instanceof TokenVerificationError && error.reason === 'token-expired') {
 *     // ask the client for a fresh one
 *   }
 * }
 * ```
 */
export class TokenVerificationError extends ClerkError {
  /** Stable name of the rejection; one of {@link TokenVerificationErrorReason}. */
  readonly reason: TokenVerificationErrorReason;
  /** The remedy, if there is one. */
  readonly action: string | undefined;
  /** The place that the token was read from, if it belongs to a request. */
  readonly tokenCarrier: TokenCarrier | undefined;

  constructor(rejection: TokenRejection, tokenCarrier?: TokenCarrier) {
    super(rejection.reason, rejection.message);
    this.reason = rejection.reason;
    this.action = rejection.action;
    this.tokenCarrier = tokenCarrier;
  }

  /** The message, the remedy and the reason in one line. */
  getFullMessage(): string {
    return describeRejection(this, this.tokenCarrier);
  }
}

/** The one-line form of a rejection for `x-clerk-auth-message` and logs. */
export function describeRejection(rejection: TokenRejection, tokenCarrier?: TokenCarrier): string {
  const text = rejection.action ? `${rejection.message} ${rejection.action}` : rejection.message;
  return `${text} (reason=${rejection.reason}, token-carrier=${tokenCarrier})`;
}
