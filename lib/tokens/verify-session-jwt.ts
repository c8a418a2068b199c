import type { TokenRejection } from '../errors/token-verification-error.js';
import { isRejection } from './jwt.js';
import type { DecodedJwt } from './jwt.js';
import { JwtCategory } from './jwt-category.js';
import type { TokenRequirements, TokenVerifier } from './token-verifier.js';

const MACHINE_TOKEN_REJECTION: TokenRejection = {
  reason: 'token-invalid',
  message: 'The token is a machine-to-machine token, not a session token.',
};

/**
 * Verifies a JWT that did not arrive as the session token of a request, but is used as one: from a handshake, a
 * refresh, or an application. One whose header says that it is a machine token is rejected first.
 *
 * This does not prove that it is a session token: the JWT of a template is accepted too, as in `@clerk/backend`.
 */
export async function verifySessionJwt(
  verifier: TokenVerifier,
  token: string,
  requirements: TokenRequirements,
): Promise<DecodedJwt | TokenRejection> {
  const candidate = verifier.decode(token);
  if (isRejection(candidate)) return candidate;
  if (candidate.jwt.header.cat === JwtCategory.M2MToken) return MACHINE_TOKEN_REJECTION;
  return verifier.verify(candidate, requirements);
}
