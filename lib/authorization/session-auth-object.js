import { createCheckAuthorization } from './has.js';
import { sessionProperties } from './session-properties.js';
const readOnce = new WeakMap();
/**
 * The properties of a verified session token, read once however often the token is used.
 *
 * @throws TypeError when the compact claims of version 2 do not have the documented form
 */
export function propertiesOf(jwt) {
    let properties = readOnce.get(jwt);
    if (!properties) {
        properties = sessionProperties(jwt.claims);
        readOnce.set(jwt, properties);
    }
    return properties;
}
/** Makes the auth object of a verified session token. Every call gives a new one, with nothing shared in it. */
export function signedInAuthObject(session, debug) {
    const { token, jwt, createSessionToken } = session;
    const properties = propertiesOf(jwt);
    // The decoded claims are shared by all requests with this token: a handler that changed them would change the next
    // request's.
    const sessionClaims = JSON.parse(jwt.claimsJson);
    return {
        tokenType: 'session_token',
        isAuthenticated: true,
        sessionClaims,
        ...sessionProperties(sessionClaims),
        getToken: async ({ template, expiresInSeconds } = {}) => {
            if (!properties.sessionId)
                return null;
            if (!template && expiresInSeconds === undefined)
                return token;
            return createSessionToken(properties.sessionId, template, expiresInSeconds);
        },
        has: createCheckAuthorization({
            ...properties,
            features: jwt.claims.fea,
            plans: jwt.claims.pla,
        }),
        debug,
    };
}
/** Makes the auth object of nobody. @param sessionStatus - set when somebody is there, but has a task to finish first */
export function signedOutAuthObject(debug, sessionStatus = null) {
    return {
        tokenType: 'session_token',
        isAuthenticated: false,
        sessionClaims: null,
        sessionId: null,
        sessionStatus,
        actor: null,
        userId: null,
        orgId: null,
        orgRole: null,
        orgSlug: null,
        orgPermissions: null,
        factorVerificationAge: null,
        getToken: () => Promise.resolve(null),
        has: () => false,
        debug,
    };
}
