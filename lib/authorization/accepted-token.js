import { invalidTokenAuthObject, unauthenticatedMachineObject } from './machine-auth-object.js';
import { signedOutAuthObject } from './session-auth-object.js';
/** Whether a caller accepts tokens of this kind. */
export function isTokenTypeAccepted(tokenType, acceptsToken) {
    if (tokenType === null)
        return false;
    if (acceptsToken === 'any')
        return true;
    return typeof acceptsToken === 'string' ? tokenType === acceptsToken : acceptsToken.includes(tokenType);
}
/** Whether one kind of machine token, and nothing else, is accepted. */
export function isMachineTokenType(acceptsToken) {
    return acceptsToken === 'api_key' || acceptsToken === 'm2m_token' || acceptsToken === 'oauth_token';
}
/**
 * Narrows an auth object to what a caller accepts: another kind of token is as good as none.
 *
 * @returns the same object where it is of an accepted kind, otherwise one that is not authenticated and has the
 *   fields of the one kind that is accepted, or of none where several are
 */
export function authObjectForAcceptedToken(auth, acceptsToken) {
    if (acceptsToken === 'any' || isTokenTypeAccepted(auth.tokenType, acceptsToken))
        return auth;
    if (typeof acceptsToken !== 'string')
        return invalidTokenAuthObject();
    if (isMachineTokenType(acceptsToken))
        return unauthenticatedMachineObject(acceptsToken, auth.debug);
    return signedOutAuthObject(auth.debug);
}
