import { isTokenTypeAccepted } from '../authorization/accepted-token.js';
import { isRejection } from '../tokens/jwt.js';
import { machineJwtType, opaqueMachineTokenType } from '../tokens/machine-token.js';
import type { AcceptedTokens, TokenType } from '../tokens/token-type.js';
import type { MaybePromise } from '../helpers/maybe-promise.js';
import type { AuthenticationResult } from './authentication-result.js';
import { handshakeOrSignedOut } from './handshake/handshake.js';
import { signedInOrUnreadable, signedOut, signedOutInvalidToken } from './results.js';
import { authenticateMachineToken } from './machine/machine-authentication.js';
import type { RequestContext } from './request/request-context.js';
import { authenticateSessionToken } from './session/session-authentication.js';
import type { SessionOutcomes } from './session/session-authentication.js';

const HEADER_OUTCOMES: SessionOutcomes = {
  carrier: 'header',
  accept: signedInOrUnreadable,
  handleStale: handshakeOrSignedOut,
};

/** Authenticates by the token of the `Authorization` header, of any type. */
export function authenticateByHeader(
  context: RequestContext,
  token: string,
  acceptsToken: AcceptedTokens,
): MaybePromise<AuthenticationResult> {
  const tokenType = presentedTokenType(context, token, acceptsToken);
  if (!isTokenTypeAccepted(tokenType, acceptsToken)) return rejectTokenType(context, acceptsToken);
  return tokenType === 'session_token'
    ? authenticateSessionToken(context, token, HEADER_OUTCOMES)
    : authenticateMachineToken(context, tokenType, token);
}

/** The type that the token claims to have. If only sessions are accepted, an opaque token is just not a JWT. */
function presentedTokenType(context: RequestContext, token: string, acceptsToken: AcceptedTokens): TokenType {
  const opaqueType = acceptsToken === 'session_token' ? undefined : opaqueMachineTokenType(token);
  if (opaqueType) return opaqueType;

  const candidate = context.decode(token);
  return (isRejection(candidate) ? undefined : machineJwtType(candidate.jwt)) ?? 'session_token';
}

function rejectTokenType(context: RequestContext, acceptsToken: AcceptedTokens): AuthenticationResult {
  return typeof acceptsToken === 'string' && acceptsToken !== 'any'
    ? signedOut(context, 'token-type-mismatch', '', { tokenType: acceptsToken })
    : signedOutInvalidToken();
}
