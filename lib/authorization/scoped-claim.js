/**
 * Splits a compact claim of version 2, `fea` or `pla`, by the scope of its entries: `o:` for the organization, `u:`
 * for the user, `ou:` or `uo:` for both. Entries of any other scope count for neither.
 *
 * @throws TypeError when the claim is not a string or an entry has no scope
 */
export function splitByScope(claim) {
    const org = [];
    const user = [];
    if (!claim)
        return { org, user };
    if (typeof claim !== 'string')
        throw new TypeError('A scoped claim is not a string.');
    for (const entry of claim.split(',')) {
        const [scope, name] = splitAtColon(entry.trim());
        const isForBoth = scope === 'ou' || scope === 'uo';
        if (scope === 'o' || isForBoth)
            org.push(name);
        if (scope === 'u' || isForBoth)
            user.push(name);
    }
    return { org, user };
}
function splitAtColon(entry) {
    const colon = entry.indexOf(':');
    if (colon === -1)
        throw new TypeError('An entry of a scoped claim has no scope.');
    return [entry.slice(0, colon), entry.slice(colon + 1)];
}
