import type { JwtPayload } from '../authorization/session-claims.js';
import { TokenVerificationError } from '../errors/token-verification-error.js';
import { copyOfClaims, isRejection } from '../tokens/jwt.js';
import { verifySessionJwt } from '../tokens/verify-session-jwt.js';
import { tokenVerifier } from '../instance/instance-core.js';
import type { TokenRequirements } from '../tokens/token-verifier.js';
import type { ClerkOptions } from '../instance/options.js';

/** The options of {@link verifyToken}. Nothing is read from the environment. */
export type VerifyTokenOptions = Pick<
  ClerkOptions,
  'secretKey' | 'jwtKey' | 'apiUrl' | 'apiVersion' | 'fetch'
> &
  TokenRequirements;

/**
 * Verifies one token: its signature, by `jwtKey` or by the instance's key set, and its claims.
 *
 * It verifies that Clerk issued the token and that it is valid now. It rejects M2M tokens, and accepts the JWT of a
 * template. To authenticate a request, use `authenticateRequest()` or the middleware.
 *
 * @param token - a compact JWT
 * @param options - either `jwtKey` or `secretKey` is required
 * @returns the claims
 * @throws {@link TokenVerificationError} (as a rejection) for a rejected token; `reason` says why
 * @throws {@link ClerkConfigurationError} (as a rejection) for an invalid `jwtKey`
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
  // Callers pass the value of a cookie or a header, which may be missing in spite of the types.
  const jwt = await verifySessionJwt(tokenVerifier(options), String(token ?? ''), options);
  if (isRejection(jwt)) throw new TokenVerificationError(jwt);
  return copyOfClaims(jwt) as JwtPayload;
}
