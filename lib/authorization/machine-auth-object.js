/** Makes the auth object of a program whose token was verified. */
export function authenticatedMachineObject(tokenType, token, verified, debug) {
    const { id, subject, scopes, claims = null, name, clientId } = verified;
    const base = {
        id,
        subject,
        getToken: () => Promise.resolve(token),
        has: () => false,
        debug,
        isAuthenticated: true,
        scopes,
    };
    switch (tokenType) {
        case 'api_key':
            return {
                ...base,
                tokenType,
                name,
                claims,
                ...ownerOf(subject),
            };
        case 'm2m_token':
            return { ...base, tokenType, claims, machineId: subject };
        case 'oauth_token':
            return { ...base, tokenType, userId: subject, clientId: clientId };
    }
}
/** Makes the auth object of a program that is not, or not properly, there. */
export function unauthenticatedMachineObject(tokenType, debug) {
    return {
        id: null,
        subject: null,
        scopes: null,
        getToken: () => Promise.resolve(null),
        has: () => false,
        debug,
        isAuthenticated: false,
        tokenType,
        ...ABSENT_FIELDS[tokenType],
    };
}
/** Makes the auth object of a token of a kind that is not accepted. */
export function invalidTokenAuthObject() {
    return {
        isAuthenticated: false,
        tokenType: null,
        getToken: () => Promise.resolve(null),
        has: () => false,
        debug: () => ({}),
    };
}
const ABSENT_FIELDS = {
    api_key: { name: null, claims: null, userId: null, orgId: null },
    m2m_token: { claims: null, machineId: null },
    oauth_token: { userId: null, clientId: null },
};
function ownerOf(subject) {
    return {
        userId: subject.startsWith('user_') ? subject : null,
        orgId: subject.startsWith('org_') ? subject : null,
    };
}
