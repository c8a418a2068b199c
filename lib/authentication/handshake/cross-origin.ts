import type { RequestContext } from '../request/request-context.js';
import { canParseUrl } from '../../helpers/can-parse-url.js';

/**
 * Whether a browser comes to the primary domain from a page of another domain, which may be a satellite on which the
 * session has changed.
 */
export function comesFromSatellite(context: RequestContext): boolean {
  const { request } = context;
  if (request.method !== 'GET' || request.header('sec-fetch-dest') !== 'document') return false;
  const referrer = parseUrl(request.header('referer'));
  return (
    referrer !== undefined &&
    referrer.origin !== context.url.origin &&
    context.redirectCount === 0 &&
    !context.site.isSatellite &&
    !belongsToClerk(context, referrer)
  );
}

/** Whether a page belongs to the Frontend API or to an account portal of this instance, which cause no change. */
function belongsToClerk(context: RequestContext, referrer: URL): boolean {
  const { frontendApi, instance } = context;
  const host = frontendApi.startsWith('http') ? parseUrl(frontendApi)?.hostname : frontendApi;
  if (referrer.hostname === host) return true;

  // Anyone can have such a domain, so it is not trusted in production.
  if (instance.instanceType !== 'production' && isDevelopmentAccountPortal(referrer.hostname)) return true;
  return referrer.origin === parseUrl(accountPortalOf(frontendApi))?.origin;
}

const LEGACY_DEVELOPMENT_DOMAINS = ['.lcl.dev', '.lclstage.dev', '.lclclerk.com'];
const DEVELOPMENT_DOMAINS = ['.accounts.dev', '.accountsstage.dev', '.accounts.lclclerk.com'];

function isDevelopmentAccountPortal(host: string): boolean {
  return (
    (host.startsWith('accounts.') && LEGACY_DEVELOPMENT_DOMAINS.some(domain => host.endsWith(domain))) ||
    DEVELOPMENT_DOMAINS.some(domain => host.endsWith(domain) && !host.endsWith(`.clerk${domain}`))
  );
}

function accountPortalOf(frontendApi: string): string {
  const host = frontendApi
    .replace(/clerk\.accountsstage\./, 'accountsstage.')
    .replace(/clerk\.accounts\.|clerk\./, 'accounts.');
  return `https://${host}`;
}

function parseUrl(text: string | undefined): URL | undefined {
  return text !== undefined && canParseUrl(text) ? new URL(text) : undefined;
}
