import { cookieSuffix } from '../publishable-key.js';

/** The names of the cookies of a Clerk application, plain and with the suffix of one instance. */
export interface CookieNames {
  readonly session: string;
  readonly suffixedSession: string;
  readonly clientUat: string;
  readonly suffixedClientUat: string;
  readonly devBrowser: string;
  readonly suffixedDevBrowser: string;
  readonly suffixedRefresh: string;
  readonly handshake: string;
  readonly handshakeNonce: string;
  readonly redirectCount: string;
  /** All of them, in the order of {@link CookiePosition}, for a single pass over a `Cookie` header. */
  readonly all: readonly string[];
}

/** The position of each cookie in {@link CookieNames.all}. */
export const CookiePosition = {
  session: 0,
  suffixedSession: 1,
  clientUat: 2,
  suffixedClientUat: 3,
  devBrowser: 4,
  suffixedDevBrowser: 5,
  suffixedRefresh: 6,
  handshake: 7,
  handshakeNonce: 8,
  redirectCount: 9,
} as const satisfies Record<keyof Omit<CookieNames, 'all'>, number>;

/** The names of the cookies that belong to the instance of a publishable key. */
export function cookieNames(publishableKey: string): CookieNames {
  const suffix = cookieSuffix(publishableKey);
  const names = {
    session: '__session',
    suffixedSession: `__session_${suffix}`,
    clientUat: '__client_uat',
    suffixedClientUat: `__client_uat_${suffix}`,
    devBrowser: '__clerk_db_jwt',
    suffixedDevBrowser: `__clerk_db_jwt_${suffix}`,
    suffixedRefresh: `__refresh_${suffix}`,
    handshake: '__clerk_handshake',
    handshakeNonce: '__clerk_handshake_nonce',
    redirectCount: '__clerk_redirect_count',
  };
  const all: string[] = [];
  for (const [cookie, position] of Object.entries(CookiePosition))
    all[position] = names[cookie as keyof typeof names];
  return { ...names, all };
}
