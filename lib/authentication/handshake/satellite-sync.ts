import type { AuthenticationResult } from '../authentication-result.js';
import { signedOut } from '../results.js';
import { handshakeOrSignedOut } from './handshake.js';
import type { RequestContext } from '../request/request-context.js';
import { canParseUrl } from '../../helpers/can-parse-url.js';

/**
 * Lets a satellite domain fetch the session of the primary domain when a browser first loads one of its pages.
 *
 * @see https://clerk.com/docs/guides/dashboard/dns-domains/satellite-domains
 */
export function syncSatellite(context: RequestContext): AuthenticationResult | undefined {
  const { request, instance } = context;
  if (
    request.method !== 'GET' ||
    request.header('sec-fetch-dest') !== 'document' ||
    !context.site.isSatellite
  ) {
    return undefined;
  }
  const synced = context.queryParameter('__clerk_synced');
  if (synced === 'true') return undefined;

  const isSyncRequested = synced === 'false';
  const hasCookies = context.sessionTokenInCookie !== undefined || context.clientUat !== 0;
  if (hasCookies && !isSyncRequested) return undefined;
  if (!isSyncRequested && !instance.satelliteAutoSync)
    return signedOut(context, 'session-token-and-uat-missing');
  return handshakeOrSignedOut(
    context,
    'satellite-needs-syncing',
    '',
    instance.instanceType === 'development' ? primarySignInUrl(context) : undefined,
  );
}

/**
 * In development the pages of the primary domain answer a satellite, because the Frontend API has no cookies on either
 * domain.
 */
function primarySignInUrl({ instance, url }: RequestContext): URL {
  const signInUrl = new URL(instance.signInUrl);
  signInUrl.searchParams.append('__clerk_redirect_url', url.href);
  return signInUrl;
}

/** The primary domain of a development instance: redirects the browser back with its dev browser token. */
export function answerSatellite(context: RequestContext): AuthenticationResult | undefined {
  if (context.instance.instanceType !== 'development') return undefined;
  const redirectUrl = context.queryParameter('__clerk_redirect_url');
  if (!redirectUrl || context.site.isSatellite || !isWebAddress(redirectUrl)) return undefined;

  const satelliteUrl = new URL(redirectUrl);
  if (context.devBrowserToken) satelliteUrl.searchParams.append('__clerk_db_jwt', context.devBrowserToken);
  satelliteUrl.searchParams.set('__clerk_synced', 'true');
  return handshakeOrSignedOut(context, 'primary-responds-to-syncing', '', satelliteUrl);
}

function isWebAddress(text: string): boolean {
  return canParseUrl(text) && /^https?:$/.test(new URL(text).protocol);
}
