import type { VerifiedMachineToken } from '../../authorization/machine-auth-object.js';
import type { TokenRejection } from '../../errors/token-verification-error.js';
import { checkOAuthAudience } from '../../tokens/claim-checks.js';
import { isRejection } from '../../tokens/jwt.js';
import type { UnverifiedClaims } from '../../tokens/jwt.js';
import { isOtherThanM2MToken } from '../../tokens/jwt-category.js';
import { OAUTH_ACCESS_TOKEN_TYPES } from '../../tokens/machine-token.js';
import type { MachineTokenType } from '../../tokens/token-type.js';
import type { TokenRequirements } from '../../tokens/token-verifier.js';
import type { RequestContext } from '../request/request-context.js';

/** The reason why a machine token was rejected. */
export interface MachineTokenRejection extends Omit<TokenRejection, 'reason'> {
  readonly reason: TokenRejection['reason'] | 'unexpected-error' | 'backend-api-unavailable';
}

/** Verifies a machine token that is a JWT of the instance, with no other call than that for the keys. */
export async function verifyMachineJwt(
  context: RequestContext,
  tokenType: MachineTokenType,
  token: string,
): Promise<VerifiedMachineToken | MachineTokenRejection> {
  const candidate = context.decode(token);
  if (isRejection(candidate)) return candidate;
  if (tokenType === 'm2m_token' && isOtherThanM2MToken(candidate.jwt)) return OTHER_CATEGORY;

  const { requirements, verifier, setup } = context.instance;
  const jwt = await verifier.verify(candidate, machineRequirements(tokenType, requirements));
  if (isRejection(jwt)) {
    setup.rejectedJwt(jwt, candidate.jwt, tokenType, requirements);
    // Not the client's doing: the keys could not be fetched.
    if (jwt.reason === 'jwk-remote-failed-to-load') return { ...jwt, reason: 'backend-api-unavailable' };
    return { ...jwt, reason: 'token-verification-failed' };
  }
  if (tokenType === 'm2m_token') return m2mToken(jwt.claims);
  return checkOAuthAudience(jwt.claims.aud, requirements) ?? oauthToken(jwt.claims);
}

const OTHER_CATEGORY: TokenRejection = {
  reason: 'token-invalid',
  message: 'The token is of another category than machine-to-machine tokens.',
};

/** `authorizedParties` does not apply, because machines have no origin. */
function machineRequirements(
  tokenType: MachineTokenType,
  { audience, clockSkewInMs, now }: TokenRequirements,
): TokenRequirements {
  return tokenType === 'm2m_token'
    ? { audience, clockSkewInMs, now }
    : { clockSkewInMs, now, headerType: OAUTH_ACCESS_TOKEN_TYPES };
}

/** Claims with a defined meaning; `__proto__` would be dangerous in code that merges the others into an object. */
const NOT_CUSTOM_CLAIMS = new Set(['iss', 'sub', 'exp', 'nbf', 'iat', 'jti', '__proto__']);

/** The data in the verified claims of an M2M token. */
export function m2mToken(
  claims: UnverifiedClaims,
): VerifiedMachineToken & { claims: Record<string, unknown> | null } {
  const custom = Object.entries(claims).filter(([name]) => !NOT_CUSTOM_CLAIMS.has(name));
  return {
    id: stringOr('', claims.jti),
    subject: claims.sub as string,
    scopes: typeof claims.scopes === 'string' ? claims.scopes.split(' ') : stringsOf(claims.aud),
    claims: custom.length > 0 ? structuredClone(Object.fromEntries(custom)) : null,
  };
}

function oauthToken(claims: UnverifiedClaims): VerifiedMachineToken {
  const scopes = typeof claims.scope === 'string' ? claims.scope.split(' ') : [];
  return {
    id: stringOr('', claims.jti),
    subject: claims.sub as string,
    scopes: Array.isArray(claims.scp) ? stringsOf(claims.scp) : scopes,
    clientId: stringOr('', claims.client_id),
    expiration: typeof claims.exp === 'number' ? claims.exp : null,
    aud: claims.aud,
  };
}

function stringOr(fallback: string, value: unknown): string {
  return typeof value === 'string' ? value : fallback;
}

function stringsOf(value: unknown): string[] {
  return [value].flat().filter((entry): entry is string => typeof entry === 'string');
}
