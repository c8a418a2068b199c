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
};
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
    /** Stable name of the refusal; one of {@link TokenVerificationErrorReason}. */
    reason;
    /** What to do about it, if there is anything to do. */
    action;
    /** Where the token came from, when it was read from a request. */
    tokenCarrier;
    constructor(rejection, tokenCarrier) {
        super(rejection.reason, rejection.message);
        this.reason = rejection.reason;
        this.action = rejection.action;
        this.tokenCarrier = tokenCarrier;
    }
    /** The message, the advice and the reason in one line. */
    getFullMessage() {
        return describeRejection(this, this.tokenCarrier);
    }
}
/** The one-line form of a refusal that `x-clerk-auth-message` and logs carry. */
export function describeRejection(rejection, tokenCarrier) {
    const text = rejection.action ? `${rejection.message} ${rejection.action}` : rejection.message;
    return `${text} (reason=${rejection.reason}, token-carrier=${tokenCarrier})`;
}
