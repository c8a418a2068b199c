/** Parameters that a handshake leaves in the URL of a page. */
const HANDSHAKE_PARAMETERS = [
  '__clerk_handshake',
  '__clerk_help',
  '__clerk_db_jwt',
  '__clerk_handshake_nonce',
];

/** The URL of a page without what a handshake brought: it works only once. */
export function withoutHandshakeParameters(url: URL): URL {
  const clean = new URL(url);
  for (const name of HANDSHAKE_PARAMETERS) clean.searchParams.delete(name);
  return clean;
}

/**
 * The address that a sign-in page sends the browser back to. On a satellite it says that the session of the primary
 * domain has to be fetched.
 */
export function returnAddress(page: URL, isSatellite: boolean): URL {
  const hasParameters = page.search.includes('__clerk_');
  if (!hasParameters && !isSatellite) return page;
  const address = hasParameters ? withoutHandshakeParameters(page) : new URL(page);
  if (isSatellite) address.searchParams.set('__clerk_synced', 'false');
  return address;
}
