import { checkOAuthAudience } from '../tokens/claim-checks.js';
import { isRejection } from '../tokens/jwt.js';
import { isOtherThanM2MToken } from '../tokens/jwt-category.js';
import { OAUTH_ACCESS_TOKEN_TYPES } from '../tokens/machine-token.js';
/** Verifies a machine token that is a JWT of the instance: no call is made but for the keys. */
export async function verifyMachineJwt(context, tokenType, token) {
  const candidate = context.decode(token);
  if (isRejection(candidate)) return candidate;
  if (tokenType === 'm2m_token' && isOtherThanM2MToken(candidate.jwt)) return OTHER_CATEGORY;
  const { requirements, verifier } = context.instance;
  const jwt = await verifier.verify(candidate, machineRequirements(tokenType, requirements));
  if (isRejection(jwt)) return { ...jwt, reason: 'token-verification-failed' };
  if (tokenType === 'm2m_token') return m2mToken(jwt.claims);
  return checkOAuthAudience(jwt.claims.aud, requirements.audience) ?? oauthToken(jwt.claims);
}
const OTHER_CATEGORY = {
  reason: 'token-invalid',
  message: 'The token is of another category than machine-to-machine tokens.',
};
/** Whom a session token may have been issued for does not matter here: machines have no origin. */
function machineRequirements(tokenType, { audience, clockSkewInMs }) {
  return tokenType === 'm2m_token'
    ? { audience, clockSkewInMs }
    : { clockSkewInMs, headerType: OAUTH_ACCESS_TOKEN_TYPES };
}
const STRUCTURAL_CLAIMS = new Set(['iss', 'sub', 'exp', 'nbf', 'iat', 'jti']);
function m2mToken(claims) {
  const custom = Object.entries(claims).filter(([name]) => !STRUCTURAL_CLAIMS.has(name));
  return {
    id: stringOr('', claims.jti),
    subject: claims.sub,
    scopes: typeof claims.scopes === 'string' ? claims.scopes.split(' ') : stringsOf(claims.aud),
    claims: custom.length > 0 ? structuredClone(Object.fromEntries(custom)) : null,
  };
}
function oauthToken(claims) {
  const scopes = typeof claims.scope === 'string' ? claims.scope.split(' ') : [];
  return {
    id: stringOr('', claims.jti),
    subject: claims.sub,
    scopes: Array.isArray(claims.scp) ? stringsOf(claims.scp) : scopes,
    clientId: stringOr('', claims.client_id),
  };
}
function stringOr(fallback, value) {
  return typeof value === 'string' ? value : fallback;
}
function stringsOf(value) {
  return [value].flat().filter(entry => typeof entry === 'string');
}
