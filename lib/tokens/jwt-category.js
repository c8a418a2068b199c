/**
 * Clerk signs every kind of JWT with the same key and tells them apart by `cat` in the protected header.
 * Without the check a JWT-template token would pass for a session, and outlive the session that made it.
 */
export const JwtCategory = {
    SessionToken: 'cl_B7d4PD111AAA',
    JwtTemplate: 'cl_B7d4PD222AAA',
    M2MToken: 'cl_B7d4PD333AAA',
    /** Stamped on every kind by instances that opted out, so it tells nothing. */
    Undifferentiated: 'cl_I7d4PD111III',
};
/** Whether the header says outright that this is no session token. Tokens from before the categories say nothing. */
export function isOtherThanSessionToken(jwt) {
    const category = jwt.header.cat;
    return (category !== undefined &&
        category !== JwtCategory.SessionToken &&
        category !== JwtCategory.Undifferentiated);
}
/** Whether the header says outright that this is no machine-to-machine token. */
export function isOtherThanM2MToken(jwt) {
    return jwt.header.cat !== undefined && jwt.header.cat !== JwtCategory.M2MToken;
}
