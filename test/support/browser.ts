import type { OutgoingHttpHeaders } from 'node:http';

/** The headers of a browser that loads a page. */
export const PAGE_LOAD: OutgoingHttpHeaders = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'sec-fetch-dest': 'document',
  'sec-fetch-mode': 'navigate',
};

/** Cookies of a browser that a development instance knows, without a signed-in user: no handshake follows. */
export const KNOWN_BROWSER = '__clerk_db_jwt=dvb_1; __client_uat=0';

/** A known browser that loads a page, signed out. */
export const SIGNED_OUT_PAGE_LOAD: OutgoingHttpHeaders = { ...PAGE_LOAD, cookie: KNOWN_BROWSER };

/** The target of a redirect, with its parsed query. */
export function redirectTarget(location: string | undefined): {
  address: string;
  query: Record<string, string>;
} {
  if (location === undefined) throw new Error('There is no Location.');
  const [address = '', query = ''] = location.split('?');
  return { address, query: Object.fromEntries(new URLSearchParams(query)) };
}
