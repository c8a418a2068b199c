/**
 * Splits a compact claim of version 2, `fea` or `pla`, by the scope of its entries: `o:` for the organization, `u:` for
 * the user, `ou:` or `uo:` for both. Entries with any other scope are ignored.
 *
 * @throws TypeError when the claim is not a string or an entry has no scope
 */
export function splitByScope(claim: unknown): { org: string[]; user: string[] } {
  const org: string[] = [];
  const user: string[] = [];
  if (!claim) return { org, user };
  if (typeof claim !== 'string') throw new TypeError('A scoped claim is not a string.');

  for (const entry of claim.split(',')) {
    const [scope, name] = splitAtColon(entry.trim());
    const isOfBothScopes = scope === 'ou' || scope === 'uo';
    if (scope === 'o' || isOfBothScopes) org.push(name);
    if (scope === 'u' || isOfBothScopes) user.push(name);
  }
  return { org, user };
}

function splitAtColon(entry: string): [scope: string, name: string] {
  const colon = entry.indexOf(':');
  if (colon === -1) throw new TypeError('An entry of a scoped claim has no scope.');
  return [entry.slice(0, colon), entry.slice(colon + 1)];
}
