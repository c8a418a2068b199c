import type { JwtPayload } from '../authorization/session-claims.js';
import { TokenVerificationError } from '../errors/token-verification-error.js';
import { copyOfClaims, isRejection } from '../tokens/jwt.js';
import { verifySessionJwt } from '../tokens/verify-session-jwt.js';
import { tokenVerifier } from '../instance/instance-core.js';
import type { TokenRequirements } from '../tokens/token-verifier.js';
import type { ClerkOptions } from '../instance/options.js';

/** What {@link verifyToken} takes. Nothing is read from the environment. */
export type VerifyTokenOptions = Pick<
  ClerkOptions,
  'secretKey' | 'jwtKey' | 'apiUrl' | 'apiVersion' | 'fetch'
> &
  TokenRequirements;

/**
 * Verifies one token: its signature, by `jwtKey` or by the instance's key set, and its claims.
 *
 * It tells whether Clerk issued the token and whether it is valid now, and not what kind of token it is besides not
 * being an M2M token: a JWT made from a template passes too. To authenticate a request, use `authenticateRequest()` or the
 * middleware.
 *
 * @param token - a compact JWT
 * @param options - either `jwtKey` or `secretKey` is needed
 * @returns the claims
 * @throws {@link TokenVerificationError} (as a rejection) when the token is not accepted; `reason` says why
 * @throws {@link ClerkConfigurationError} (as a rejection) for a `jwtKey` that is no key
 *
 * @example
 * ```ts
 * const { sub } = await verifyToken(token, {
 *   jwtKey: process.env.CLERK_JWT_KEY,
 *   authorizedParties: ['https://example.com'],
 * });
 * ```
 *
 * @see https://clerk.com/docs/reference/backend/verify-token
 */
export async function verifyToken(token: string, options: VerifyTokenOptions): Promise<JwtPayload> {
  if (!options.jwtKey && !options.secretKey) {
    throw new TokenVerificationError({
      reason: 'jwk-failed-to-resolve',
      message: 'There is no key to verify the token with.',
      action: 'Pass `jwtKey` or `secretKey`.',
    });
  }
  // Callers pass on what a cookie or a header held, which may be nothing, whatever the types say.
  const jwt = await verifySessionJwt(tokenVerifier(options), String(token ?? ''), options);
  if (isRejection(jwt)) throw new TokenVerificationError(jwt);
  return copyOfClaims(jwt) as JwtPayload;
}
