import { ClerkError } from './clerk-error.js';

/**
 * Why a token was not accepted, with the values that `@clerk/backend` uses.
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

/** Where a token was read from. */
export type TokenCarrier = 'header' | 'cookie';

/**
 * A rejection as plain data, as the verifier returns it on the request path, where an `Error` with its stack
 * trace would cost more than the check itself.
 */
export interface TokenRejection {
  readonly reason: TokenVerificationErrorReason;
  /** What is wrong with the token, in words; never the token itself. */
  readonly message: string;
  /** What to do about it, if there is anything to do. */
  readonly action?: string;
}

/**
 * Thrown by `verifyToken()` when a token is not accepted.
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
  /** What to do about it, if there is anything to do. */
  readonly action: string | undefined;
  /** Where the token came from, when it was read from a request. */
  readonly tokenCarrier: TokenCarrier | undefined;

  constructor(rejection: TokenRejection, tokenCarrier?: TokenCarrier) {
    super(rejection.reason, rejection.message);
    this.reason = rejection.reason;
    this.action = rejection.action;
    this.tokenCarrier = tokenCarrier;
  }

  /** The message, the advice and the reason in one line. */
  getFullMessage(): string {
    return describeRejection(this, this.tokenCarrier);
  }
}

/** The one-line form of a rejection that `x-clerk-auth-message` and logs carry. */
export function describeRejection(rejection: TokenRejection, tokenCarrier?: TokenCarrier): string {
  const text = rejection.action ? `${rejection.message} ${rejection.action}` : rejection.message;
  return `${text} (reason=${rejection.reason}, token-carrier=${tokenCarrier})`;
}
