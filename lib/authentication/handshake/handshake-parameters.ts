/** The parameters that a handshake adds to the URL of a page. */
const HANDSHAKE_PARAMETERS = [
  '__clerk_handshake',
  '__clerk_help',
  '__clerk_db_jwt',
  '__clerk_handshake_nonce',
];

/** Removes the handshake parameters from the URL of a page, because they work only once. */
export function withoutHandshakeParameters(url: URL): URL {
  const clean = new URL(url);
  for (const name of HANDSHAKE_PARAMETERS) clean.searchParams.delete(name);
  return clean;
}

/**
 * The return URL for a sign-in page. On a satellite it has a parameter that makes the satellite fetch the session of
 * the primary domain.
 */
export function returnAddress(page: URL, isSatellite: boolean): URL {
  const hasParameters = page.search !== '' && HANDSHAKE_PARAMETERS.some(name => page.searchParams.has(name));
  if (!hasParameters && !isSatellite) return page;
  const address = hasParameters ? withoutHandshakeParameters(page) : new URL(page);
  if (isSatellite) address.searchParams.set('__clerk_synced', 'false');
  return address;
}
