import { readCookies } from '../../authentication/request/cookies.js';
import type { OperationCall } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import type { LocalBrowser } from '../store/browsers.js';
import type { LocalSession, LocalUser } from '../store/records.js';
import { resourceNotFound } from '../api-errors.js';
import {
  authenticationInvalid,
  devBrowserUnauthenticated,
  sessionReverificationRequired,
  signedOut,
} from './errors.js';
import { firstFactorsOf } from './factors.js';

/** The cookie that identifies browsers in production; on the Frontend API's domain only. */
export const CLIENT_COOKIE = '__client';

const REVERIFICATION_AGE = 10 * 60 * 1000;

/** A signed-in caller. */
export interface Caller {
  readonly browser: LocalBrowser;
  readonly session: LocalSession;
  readonly user: LocalUser;
}

/**
 * The browser that sent a call. In development its token is in the query, because cookies of the Frontend API are
 * third-party cookies there; in production it is in a cookie of the Frontend API.
 */
export function findBrowser(call: OperationCall, instance: LocalInstance): LocalBrowser | undefined {
  const token = browserTokenOf(call, instance);
  const browser = token === undefined ? undefined : instance.store.browsers.find(token);
  browser?.recordUserAgent(call.header('user-agent'));
  return browser;
}

/**
 * The browser that sent a call. In production a new one is created if necessary, and the response sets its cookie.
 *
 * @throws {@link ClerkAPIResponseError} 401 `dev_browser_unauthenticated` in development, if it is unknown
 */
export function findOrCreateBrowser(call: OperationCall, instance: LocalInstance): LocalBrowser {
  const browser = findBrowser(call, instance);
  if (browser) return browser;
  if (instance.instanceType === 'development') throw devBrowserUnauthenticated();
  return instance.store.browsers.create();
}

/**
 * The user of a call that requires one, in the session of the query, or by default in the browser's active one.
 *
 * @throws {@link ClerkAPIResponseError} 401 if the browser is unknown or has no signed-in user
 */
export function requireCaller(call: OperationCall, instance: LocalInstance): Caller {
  const browser = requireBrowser(call, instance);
  const sessionId = call.query.get('_clerk_session_id');
  const session = sessionId ? browser.sessions.find(({ id }) => id === sessionId) : browser.session;
  if (!session) throw authenticationInvalid();
  return { browser, session, user: instance.store.users.get(session.userId) };
}

/**
 * As {@link requireCaller}, for an operation that changes how the user can be identified. As with Clerk, the last
 * verification of a factor must not be more than ten minutes ago.
 *
 * @throws {@link ClerkAPIResponseError} 403 `session_reverification_required`, at which ClerkJS asks for a factor
 * @see https://clerk.com/docs/guides/secure/reverification
 */
export function requireReverifiedCaller(call: OperationCall, instance: LocalInstance): Caller {
  const caller = requireCaller(call, instance);
  const { firstFactorVerifiedAt, secondFactorVerifiedAt } = caller.session;
  const verifiedAt = Math.max(firstFactorVerifiedAt, secondFactorVerifiedAt ?? 0);
  const isRecent = instance.store.now() - verifiedAt < REVERIFICATION_AGE;
  // A user without any factor could not verify one.
  if (!isRecent && firstFactorsOf(caller.user, { canReset: false }).length > 0) {
    throw sessionReverificationRequired();
  }
  return caller;
}

/**
 * The session in the path of a call, with its browser.
 *
 * @throws {@link ClerkAPIResponseError} 401 if no user is signed in, 404 for a session of another browser
 */
export function requireSession(call: OperationCall, instance: LocalInstance): Caller {
  const browser = requireBrowser(call, instance);
  if (!browser.session) throw signedOut();
  const sessionId = call.pathParameters.session_id ?? '';
  const session = browser.sessions.find(({ id }) => id === sessionId);
  if (!session) throw resourceNotFound('session', 'id', sessionId);
  return { browser, session, user: instance.store.users.get(session.userId) };
}

/** @throws {@link ClerkAPIResponseError} 401 for an unknown browser */
export function requireBrowser(call: OperationCall, instance: LocalInstance): LocalBrowser {
  const browser = findBrowser(call, instance);
  if (browser) return browser;
  throw instance.instanceType === 'development' ? devBrowserUnauthenticated() : signedOut();
}

/**
 * The origin of the page that sent a call, for the `azp` of its tokens. A page of the Frontend API's own origin sends
 * no `Origin` with a GET.
 */
export function originOf(call: OperationCall, instance: LocalInstance): string {
  const { header } = call;
  const origin = header('origin');
  if (origin !== undefined && origin !== 'null') return origin;
  const referrer = header('referer');
  if (referrer !== undefined && URL.canParse(referrer)) return new URL(referrer).origin;
  return new URL(ownUrl(call, instance)).origin;
}

/** The URL of the Frontend API for browsers: that of the proxy, if there is one. */
export function ownUrl({ header }: OperationCall, { issuer }: LocalInstance): string {
  const proxyUrl = header('clerk-proxy-url');
  if (proxyUrl !== undefined && URL.canParse(proxyUrl)) return proxyUrl.replace(/\/+$/, '');
  const host = header('x-forwarded-host') ?? header('host');
  const protocol = header('x-forwarded-proto') ?? 'http';
  const own = `${protocol}://${host}`;
  return host !== undefined && URL.canParse(own) ? new URL(own).origin : issuer;
}

/**
 * The `iss` for a call. In production every domain, satellites' too, has a Frontend API of its own; one that is proxied is
 * the primary one.
 */
export function issuerOf({ header }: OperationCall, { instanceType, issuer }: LocalInstance): string {
  const host = header('host');
  if (instanceType !== 'production' || !host?.startsWith('clerk.')) return issuer;
  const own = `https://${host}`;
  return URL.canParse(own) ? own : issuer;
}

function browserTokenOf(
  { query, header }: OperationCall,
  { instanceType, cookieNames }: LocalInstance,
): string | undefined {
  if (instanceType === 'production') {
    return readCookies(header('cookie'), [CLIENT_COOKIE])[0];
  }
  const { devBrowser, suffixedDevBrowser } = cookieNames;
  const [suffixed, plain] = readCookies(header('cookie'), [suffixedDevBrowser, devBrowser]);
  // The cookies are sent if the Frontend API is proxied, or is on the page's host.
  return query.get(devBrowser) ?? suffixed ?? plain;
}
