import { TokenType } from './token-type.js';
/** `typ` of a JWT that is an OAuth access token. @see https://www.rfc-editor.org/rfc/rfc9068#section-2.1 */
export const OAUTH_ACCESS_TOKEN_TYPES = ['at+jwt', 'application/at+jwt'];
const M2M_SUBJECT_PREFIX = 'mch_';
/** Padding is no part of a JWT; what has some is left to the signature check to refuse. */
const UNPADDED_JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;
/** The kind of an opaque machine token, which only the Backend API can verify; `undefined` for anything else. */
export function opaqueMachineTokenType(token) {
    if (token.startsWith('mt_'))
        return TokenType.M2MToken;
    if (token.startsWith('oat_'))
        return TokenType.OAuthToken;
    if (token.startsWith('ak_'))
        return TokenType.ApiKey;
    return undefined;
}
/** The kind of machine token that a JWT says it is; `undefined` for anything else, session tokens included. */
export function machineJwtType(token, jwt) {
    const { sub } = jwt.claims;
    const isM2M = typeof sub === 'string' && sub.startsWith(M2M_SUBJECT_PREFIX);
    const isOAuth = OAUTH_ACCESS_TOKEN_TYPES.includes(jwt.header.typ);
    if ((!isM2M && !isOAuth) || !UNPADDED_JWT.test(token))
        return undefined;
    return isM2M ? TokenType.M2MToken : TokenType.OAuthToken;
}
