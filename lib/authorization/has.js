import { splitByScope } from './scoped-claim.js';
const CHECKS = new Map([
    ['role', hasRole],
    ['permission', hasPermission],
    ['feature', (asked, facts) => isInScopedClaim(asked, facts.features)],
    ['plan', (asked, facts) => isInScopedClaim(asked, facts.plans)],
    ['reverification', isVerifiedFreshly],
]);
/** Makes the `has()` of a session. A requirement that it does not know is one that it cannot vouch for. */
export function createCheckAuthorization(facts) {
    return params => {
        if (!facts.userId || typeof params !== 'object' || params === null)
            return false;
        const asked = Object.entries(params).filter(([, value]) => value !== undefined);
        return asked.length > 0 && asked.every(([name, value]) => CHECKS.get(name)?.(value, facts) ?? false);
    };
}
function hasRole(asked, { orgId, orgRole }) {
    if (typeof asked !== 'string' || !orgId || typeof orgRole !== 'string' || orgRole === '')
        return false;
    return withOrgPrefix(orgRole) === withOrgPrefix(asked);
}
function hasPermission(asked, { orgId, orgPermissions }) {
    if (typeof asked !== 'string' || !orgId || !Array.isArray(orgPermissions))
        return false;
    return orgPermissions.includes(withOrgPrefix(asked));
}
function withOrgPrefix(key) {
    return key.replace(/^(org:)*/, 'org:');
}
const ORGANIZATION_SCOPES = ['o', 'org', 'organization'];
const USER_SCOPES = ['u', 'user'];
function isInScopedClaim(asked, claim) {
    if (typeof asked !== 'string' || typeof claim !== 'string')
        return false;
    const [scope, name] = asked.split(':');
    try {
        const { org, user } = splitByScope(claim);
        if (name === undefined)
            return org.includes(asked) || user.includes(asked);
        const wanted = name || scope;
        if (ORGANIZATION_SCOPES.includes(scope))
            return org.includes(wanted);
        return USER_SCOPES.includes(scope) && user.includes(wanted);
    }
    catch {
        return false;
    }
}
const NAMED_REVERIFICATIONS = {
    strict_mfa: { level: 'multi_factor', afterMinutes: 10 },
    strict: { level: 'second_factor', afterMinutes: 10 },
    moderate: { level: 'second_factor', afterMinutes: 60 },
    lax: { level: 'second_factor', afterMinutes: 1440 },
};
const NOT_SET_UP = -1;
function isVerifiedFreshly(asked, { factorVerificationAge: ages }) {
    const requirement = readReverification(asked);
    if (!requirement || !Array.isArray(ages) || ages.length !== 2 || !ages.every(isFactorAge))
        return false;
    const [first, second] = ages;
    const isFresh = (age) => age !== NOT_SET_UP && age < requirement.afterMinutes;
    switch (requirement.level) {
        case 'first_factor':
            return isFresh(first);
        case 'second_factor':
            return isFresh(second === NOT_SET_UP ? first : second);
        case 'multi_factor':
            return isFresh(first) && (second === NOT_SET_UP || isFresh(second));
        default:
            return false;
    }
}
function isFactorAge(age) {
    return typeof age === 'number' && Number.isFinite(age) && (age >= 0 || age === NOT_SET_UP);
}
function readReverification(asked) {
    const requirement = typeof asked === 'string' && Object.hasOwn(NAMED_REVERIFICATIONS, asked)
        ? NAMED_REVERIFICATIONS[asked]
        : asked;
    if (typeof requirement !== 'object' || requirement === null)
        return undefined;
    const { level, afterMinutes } = requirement;
    return typeof afterMinutes === 'number' && afterMinutes > 0 ? { level, afterMinutes } : undefined;
}
