import { CLERK_API_VERSION } from '../../helpers/clerk-api-version.js';
import type { AuthReason } from '../auth-reason.js';
import type { AuthenticationResult, ResponseHeaders } from '../authentication-result.js';
import { handshake, signedOut } from '../results.js';
import type { OrganizationTarget } from './organization-matcher.js';
import type { RequestContext } from '../request/request-context.js';
import { canParseUrl } from '../../helpers/can-parse-url.js';

/** After this number of redirects within two seconds, another one would not help. */
const MAX_REDIRECTS = 3;

/**
 * Redirects a browser that loads a page, so that it returns with fresh cookies. Any other client is signed out.
 *
 * @param location - the target, if it is not the handshake of the Frontend API
 */
export function handshakeOrSignedOut(
  context: RequestContext,
  reason: AuthReason,
  message = '',
  location?: URL,
): AuthenticationResult {
  if (!context.instance.handshake || !isEligibleForHandshake(context))
    return signedOut(context, reason, message);
  if (context.redirectCount === MAX_REDIRECTS) {
    context.instance.warn(redirectLoopWarning(reason), `redirect-loop ${reason}`);
    return signedOut(context, reason, message);
  }
  const target = location ?? handshakeUrl(context, reason);
  if (!target) return signedOut(context, reason, message);
  return handshake(reason, message, redirectHeaders(context, target));
}

/**
 * Whether a browser loads a page, so that it can follow a redirect and return.
 *
 * Only GET: a form sent by POST is a document request too, but the Frontend API accepts no other method.
 */
function isEligibleForHandshake({ request }: RequestContext): boolean {
  if (request.method !== 'GET') return false;
  const destination = request.header('sec-fetch-dest');
  if (destination) return destination === 'document' || destination === 'iframe';
  return request.header('accept')?.startsWith('text/html') ?? false;
}

function redirectHeaders(context: RequestContext, location: URL): ResponseHeaders {
  return [
    ['location', location.href],
    // Chrome caches redirects of inactive tabs, and would loop without another request.
    ['cache-control', 'no-store'],
    ['set-cookie', `__clerk_redirect_count=${context.redirectCount + 1}; SameSite=Lax; HttpOnly; Max-Age=2`],
  ];
}

/** The URL at which a browser gets fresh cookies; `undefined` if the host of the request makes no valid URL. */
function handshakeUrl(context: RequestContext, reason: AuthReason): URL | undefined {
  const { instance } = context;
  const address = `${context.frontendApiUrl}/v1/client/handshake`;
  if (!canParseUrl(address)) return undefined;

  const url = new URL(address);
  url.searchParams.append('redirect_url', withoutDevBrowser(context.url).href);
  url.searchParams.append('__clerk_api_version', CLERK_API_VERSION);
  url.searchParams.append('suffixed_cookies', String(context.trustsSuffixedCookies));
  url.searchParams.append('__clerk_hs_reason', reason);
  url.searchParams.append('format', 'nonce');

  const sessionToken = context.sessionTokenInCookie ?? context.tokenInHeader;
  if (sessionToken) url.searchParams.append('__session', sessionToken);
  if (instance.instanceType === 'development' && context.devBrowserToken) {
    url.searchParams.append('__clerk_db_jwt', context.devBrowserToken);
  }
  const organization = instance.organizationMatcher?.(context.url.pathname);
  if (organization) url.searchParams.append('organization_id', idOrSlug(organization));
  return url;
}

/** The Frontend API accepts both; an empty string is the personal account. */
function idOrSlug(target: OrganizationTarget): string {
  if (target.type === 'personalAccount') return '';
  return 'id' in target ? target.id : target.slug;
}

function withoutDevBrowser(url: URL): URL {
  const clean = new URL(url);
  clean.searchParams.delete('__clerk_db_jwt');
  clean.searchParams.delete('__dev_session');
  return clean;
}

function redirectLoopWarning(reason: AuthReason): string {
  return reason === 'satellite-needs-syncing'
    ? 'Signing in on a satellite domain went round in circles. Check that this domain is the primary domain or a satellite domain of the production instance.'
    : 'Refreshing a session went round in circles, which mostly means that the publishable key and the secret key are of different instances: copy both from the API keys page of the Clerk Dashboard.';
}
