import { cookieSuffix } from '../publishable-key.js';

/** The cookies of a Clerk application, plain and with the suffix of one instance. */
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
  /** All of them, for a single pass over a `Cookie` header. */
  readonly all: ReadonlySet<string>;
}

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
  return { ...names, all: new Set(Object.values(names)) };
}
