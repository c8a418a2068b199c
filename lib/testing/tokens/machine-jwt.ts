import type { SigningKeyPair } from '../signing-key-pair.js';

/** The signing key and the `iss`. */
export interface JwtIssuer {
  readonly issuer: string;
  readonly signingKey: SigningKeyPair;
}

/** The content of a machine token. Times are Unix time in milliseconds. */
export interface MachineJwtContent {
  readonly header: object;
  readonly claims: object;
  readonly issuedAt: number;
  readonly expiration: number | null;
}

/** How long `nbf` is before `iat`, for clocks that are slow. */
const ALLOWED_CLOCK_SKEW_SECONDS = 10;

/** Issues a machine token as a JWT, signed with the key of the instance like its session tokens. */
export function issueMachineJwt(
  { issuer, signingKey }: JwtIssuer,
  { header, claims, issuedAt, expiration }: MachineJwtContent,
): Promise<string> {
  const iat = Math.floor(issuedAt / 1000);
  return signingKey.sign(
    { alg: 'RS256', kid: signingKey.kid, ...header },
    {
      ...claims,
      iss: issuer,
      iat,
      nbf: iat - ALLOWED_CLOCK_SKEW_SECONDS,
      exp: expiration === null ? undefined : Math.floor(expiration / 1000),
    },
  );
}
