import type { M2MToken } from '../backend-api/models/machine-tokens.js';
import type { VerifyM2MJwt } from '../backend-api/resource.js';
import { m2mToken } from '../authentication/machine/machine-jwt.js';
import { TokenVerificationError } from '../errors/token-verification-error.js';
import { isRejection } from '../tokens/jwt.js';
import type { UnverifiedClaims } from '../tokens/jwt.js';
import { isOtherThanM2MToken } from '../tokens/jwt-category.js';
import { machineJwtType } from '../tokens/machine-token.js';
import { TokenType } from '../tokens/token-type.js';
import { tokenVerifier } from './instance-core.js';
import type { ClerkOptions } from './options.js';

/** Creates the verifier of M2M tokens that are JWTs, by `jwtKey` or by the instance's key set. */
export function m2mJwtVerifier(options: ClerkOptions): VerifyM2MJwt {
  return async token => {
    if (token.split('.').length !== 3) return undefined;
    const verifier = tokenVerifier(options);
    const candidate = verifier.decode(token);
    if (isRejection(candidate) || machineJwtType(candidate.jwt) !== TokenType.M2MToken) return undefined;
    if (isOtherThanM2MToken(candidate.jwt)) throw otherCategory();

    const { clockSkewInMs, now } = options;
    const jwt = await verifier.verify(candidate, { clockSkewInMs, now });
    if (isRejection(jwt)) throw new TokenVerificationError(jwt);
    return toM2MToken(jwt.claims);
  };
}

function otherCategory(): TokenVerificationError {
  return new TokenVerificationError({
    reason: 'token-invalid',
    message: 'The token is of another category than machine-to-machine tokens.',
  });
}

/** A JWT has no record at Clerk: it cannot be revoked, and it never changes. */
function toM2MToken(claims: UnverifiedClaims): M2MToken {
  const issuedAt = inMilliseconds(claims.iat);
  return {
    ...m2mToken(claims),
    revoked: false,
    revocationReason: null,
    expired: false,
    expiration: inMilliseconds(claims.exp),
    createdAt: issuedAt,
    updatedAt: issuedAt,
  };
}

function inMilliseconds(seconds: unknown): number {
  return (seconds as number) * 1000;
}
