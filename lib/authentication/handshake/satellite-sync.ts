import type { AuthenticationResult } from '../authentication-result.js';
import { signedOut } from '../results.js';
import { handshakeOrSignedOut } from './handshake.js';
import type { RequestContext } from '../request/request-context.js';

/**
 * Lets a satellite domain learn from the primary one who is signed in, when a browser first comes to it.
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

/** In development the primary domain's own pages answer a satellite: the Frontend API has no cookies on either. */
function primarySignInUrl({ instance, url }: RequestContext): URL {
  const signInUrl = new URL(instance.signInUrl);
  signInUrl.searchParams.append('__clerk_redirect_url', url.href);
  return signInUrl;
}

/** The other end, on the primary domain of a development instance: sends the browser back with what stands for it. */
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
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
