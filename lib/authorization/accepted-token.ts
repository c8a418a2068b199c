import type { AcceptedTokens, MachineTokenType, TokenType } from '../tokens/token-type.js';
import type { AuthObject } from './auth-object.js';
import { invalidTokenAuthObject, unauthenticatedMachineObject } from './machine-auth-object.js';
import { signedOutAuthObject } from './session-auth-object.js';

/** Whether a caller accepts tokens of this type. */
export function isTokenTypeAccepted(tokenType: TokenType | null, acceptsToken: AcceptedTokens): boolean {
  if (tokenType === null) return false;
  if (acceptsToken === 'any') return true;
  return typeof acceptsToken === 'string' ? tokenType === acceptsToken : acceptsToken.includes(tokenType);
}

/** Whether exactly one type of machine token is accepted. */
export function isMachineTokenType(acceptsToken: AcceptedTokens): acceptsToken is MachineTokenType {
  return acceptsToken === 'api_key' || acceptsToken === 'm2m_token' || acceptsToken === 'oauth_token';
}

/**
 * Narrows an auth object to the accepted types: a token of another type counts as missing.
 *
 * @returns the same object if its type is accepted, otherwise an unauthenticated one with the fields of the single
 *   accepted type, or without fields if several are accepted
 */
export function authObjectForAcceptedToken(auth: AuthObject, acceptsToken: AcceptedTokens): AuthObject {
  if (acceptsToken === 'any' || isTokenTypeAccepted(auth.tokenType, acceptsToken)) return auth;
  if (typeof acceptsToken !== 'string') return invalidTokenAuthObject();
  if (isMachineTokenType(acceptsToken)) return unauthenticatedMachineObject(acceptsToken, auth.debug);
  return signedOutAuthObject(auth.debug);
}
