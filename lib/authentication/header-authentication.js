import { isTokenTypeAccepted } from '../authorization/accepted-token.js';
import { isRejection } from '../tokens/jwt.js';
import { machineJwtType, opaqueMachineTokenType } from '../tokens/machine-token.js';
import { signedOut, signedOutInvalidToken } from './authentication-result.js';
import { authenticateMachineToken } from './machine-authentication.js';
import { authenticateSessionToken, signedInOrUnreadable } from './session-authentication.js';
/** Decides by the token of the `Authorization` header, of whatever kind it is. */
export function authenticateByHeader(context, token, acceptsToken) {
  const tokenType = presentedTokenType(context, token, acceptsToken);
  if (!isTokenTypeAccepted(tokenType, acceptsToken)) return refuseTokenType(context, acceptsToken);
  return tokenType === 'session_token'
    ? authenticateSessionToken(context, token, 'header', signedInOrUnreadable)
    : authenticateMachineToken(context, tokenType, token);
}
/** What kind of token this says it is. Where only sessions count, an opaque token is simply not a JWT. */
function presentedTokenType(context, token, acceptsToken) {
  const opaqueType = acceptsToken === 'session_token' ? undefined : opaqueMachineTokenType(token);
  if (opaqueType) return opaqueType;
  const candidate = context.decode(token);
  return (isRejection(candidate) ? undefined : machineJwtType(token, candidate.jwt)) ?? 'session_token';
}
function refuseTokenType(context, acceptsToken) {
  return typeof acceptsToken === 'string' && acceptsToken !== 'any'
    ? signedOut(context, 'token-type-mismatch', '', { tokenType: acceptsToken })
    : signedOutInvalidToken();
}
