import { splitByScope } from './scoped-claim.js';
/**
 * Reads the claims of a session token.
 *
 * @param claims - verified claims; only `sub` is known to have its type
 * @throws TypeError when the compact claims of version 2 do not have the documented form
 *
 * @see https://clerk.com/docs/guides/sessions/session-tokens
 */
export function sessionProperties(claims) {
    return {
        sessionId: claims.sid,
        sessionStatus: claims.sts ?? null,
        actor: claims.act,
        userId: claims.sub,
        ...(claims.v === 2 ? organizationV2(claims) : organizationV1(claims)),
        factorVerificationAge: claims.fva ?? null,
    };
}
function organizationV1(claims) {
    return {
        orgId: claims.org_id,
        orgRole: claims.org_role,
        orgSlug: claims.org_slug,
        orgPermissions: claims.org_permissions,
    };
}
function organizationV2(claims) {
    if (!claims.o)
        return { orgId: undefined, orgRole: undefined, orgSlug: undefined, orgPermissions: undefined };
    const { id, rol, slg, per, fpm } = claims.o;
    return {
        orgId: id,
        orgRole: rol ? `org:${rol}` : undefined,
        orgSlug: slg,
        orgPermissions: permissionsFromBitMaps(splitByScope(claims.fea).org, per, fpm),
    };
}
/**
 * Unfolds the permission names: the n-th number of `fpm` belongs to the n-th organization feature of `fea`, and its
 * bit k (least significant first) says whether the k-th name of `per` holds for that feature.
 */
function permissionsFromBitMaps(features, per, fpm) {
    if (!per || !fpm)
        return [];
    const names = commaSeparated(per);
    const bitMaps = commaSeparated(fpm).map(bitMap => (/^\d+$/.test(bitMap) ? BigInt(bitMap) : 0n));
    return features.flatMap((feature, index) => {
        const bitMap = bitMaps[index] ?? 0n;
        return names.flatMap((name, bit) => ((bitMap >> BigInt(bit)) & 1n ? [`org:${feature}:${name}`] : []));
    });
}
function commaSeparated(list) {
    if (typeof list !== 'string')
        throw new TypeError('A compact claim is not a string.');
    return list.split(',').map(entry => entry.trim());
}
