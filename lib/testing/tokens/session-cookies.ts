import type { LocalInstance } from '../local-instance.js';
import type { LocalBrowser } from '../store/browsers.js';
import type { LocalSession } from '../store/records.js';
import { issueSessionToken } from './session-token.js';

/** The options of the cookies. */
export interface CookieOptions {
  /** Whether to set the suffixed cookies too, besides the plain ones. */
  readonly suffixed: boolean;
  /** The origin of the page, for the `azp` of the token. */
  readonly origin: string;
  /** The `iss` of the token: each domain of an instance has a Frontend API of its own. */
  readonly issuer: string;
  /** The domain that the Frontend API shares with the application; `undefined` without one. */
  readonly domain?: string;
}

/** The lifetime and the domain of a cookie. */
interface CookieScope {
  readonly maxAge?: number;
  /** The domain whose hosts receive the cookie. Default: only the host that sets it. */
  readonly domain?: string;
}

const YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

/** The cookies, as `Set-Cookie` lines, of a refreshed session. */
export async function refreshedCookies(
  instance: LocalInstance,
  session: LocalSession,
  { suffixed, origin, issuer }: CookieOptions,
): Promise<string[]> {
  const { session: plain, suffixedSession } = instance.cookieNames;
  const token = await issueSessionToken(instance, {
    userId: session.userId,
    sessionId: session.id,
    authorizedParty: origin,
    claims: { iss: issuer },
  });
  return namesOf(plain, suffixedSession, suffixed).map(name => cookie(instance, name, token));
}

/** The `Set-Cookie` lines that tell a browser which user is signed in, if any. */
export async function handshakeCookies(
  instance: LocalInstance,
  browser: LocalBrowser,
  wishes: CookieOptions,
): Promise<string[]> {
  return [
    ...(instance.instanceType === 'production'
      ? removalOfHandshake(instance, wishes)
      : cookiesOfDevBrowser(instance, browser, wishes)),
    ...cookiesOfClient(instance, browser, wishes),
    ...(browser.session
      ? await cookiesOfSession(instance, browser.session, wishes)
      : removalOfSession(instance)),
  ];
}

/**
 * The domain that the application shares with its Frontend API: `example.com` for the Frontend API at
 * `clerk.example.com`; `undefined` without one.
 */
export function sharedDomain(issuer: string, hostname: string): string | undefined {
  const domain = new URL(issuer).hostname.replace(/^clerk\./, '');
  return hostname === domain || hostname.endsWith(`.${domain}`) ? domain : undefined;
}

/** One `Set-Cookie` line. */
export function cookie(
  { instanceType }: LocalInstance,
  name: string,
  value: string,
  { maxAge = YEAR_IN_SECONDS, domain }: CookieScope = {},
): string {
  const secure = instanceType === 'production' ? '; Secure' : '';
  return `${name}=${value}; Path=/${domainAttribute(domain)}; Max-Age=${maxAge}; SameSite=Lax${secure}`;
}

/** In production the handshake itself is in a cookie, which every later request would otherwise redeem again. */
function removalOfHandshake({ cookieNames }: LocalInstance, { domain }: CookieOptions): string[] {
  return [cookieNames.handshake, cookieNames.handshakeNonce].map(name => removal(name, domain));
}

function cookiesOfDevBrowser(
  instance: LocalInstance,
  { token }: LocalBrowser,
  { suffixed }: CookieOptions,
): string[] {
  const { devBrowser, suffixedDevBrowser } = instance.cookieNames;
  return namesOf(devBrowser, suffixedDevBrowser, suffixed).map(name => cookie(instance, name, token));
}

/** A cookie of the host would be sent together with that of the domain, and might be read first. */
function cookiesOfClient(
  instance: LocalInstance,
  { clientUat }: LocalBrowser,
  { suffixed, domain }: CookieOptions,
): string[] {
  const { clientUat: plain, suffixedClientUat } = instance.cookieNames;
  return namesOf(plain, suffixedClientUat, suffixed).flatMap(name => [
    ...(domain === undefined ? [] : [removal(name)]),
    cookie(instance, name, String(clientUat), { domain }),
  ]);
}

async function cookiesOfSession(
  instance: LocalInstance,
  session: LocalSession,
  wishes: CookieOptions,
): Promise<string[]> {
  const refreshToken = instance.store.sessions.issueRefreshToken(session.id);
  return [
    ...(await refreshedCookies(instance, session, wishes)),
    `${cookie(instance, instance.cookieNames.suffixedRefresh, refreshToken)}; HttpOnly`,
  ];
}

function removalOfSession({ cookieNames }: LocalInstance): string[] {
  const { session, suffixedSession, suffixedRefresh } = cookieNames;
  return [session, suffixedSession, suffixedRefresh].map(name => removal(name));
}

function namesOf(plain: string, withSuffix: string, suffixed: boolean): string[] {
  return suffixed ? [plain, withSuffix] : [plain];
}

function removal(name: string, domain?: string): string {
  return `${name}=; Path=/${domainAttribute(domain)}; Expires=Thu, 01 Jan 1970 00:00:00 GMT`;
}

function domainAttribute(domain: string | undefined): string {
  return domain === undefined ? '' : `; Domain=${domain}`;
}
