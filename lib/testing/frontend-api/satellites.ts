import { apiError, parameterError, parametersInvalid } from '../api-errors.js';
import type { ApiAnswer } from '../http/api-answer.js';
import type { OperationCall, OperationHandler } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import { cookie } from '../tokens/session-cookies.js';
import { CLIENT_COOKIE, findBrowser, issuerOf } from './caller.js';

// In production each domain has a Frontend API with a cookie of its own. A satellite therefore sends a browser to the
// Frontend API of the primary domain (sync), which sends it back with what it is known by there (link).
// https://clerk.com/docs/guides/dashboard/dns-domains/satellite-domains

/** What tells ClerkJS on a satellite that the browser has just been on the primary domain. */
const SYNCED = '__clerk_synced';

/**
 * Where the Frontend API of a satellite sends a browser that comes to a handshake and is not known.
 *
 * @returns `undefined` for a call that is not for a satellite
 */
export function syncWithPrimary(call: OperationCall, instance: LocalInstance): string | undefined {
  const own = issuerOf(call, instance);
  const satellite = satelliteOf(own, instance);
  return (
    satellite && primarySyncUrl(satellite, `${own}/v1/client/handshake?${call.query.toString()}`, instance)
  );
}

/**
 * On a satellite, where ClerkJS begins: sends the browser to the primary domain. There: sends it back to the satellite.
 */
export const syncClient: OperationHandler = (call, instance) => {
  const redirectUrl = call.query.get('redirect_url') ?? '';
  const satellite = satelliteOf(issuerOf(call, instance), instance);
  if (satellite !== undefined) return redirect(primarySyncUrl(satellite, redirectUrl, instance));
  const target = `https://clerk.${call.query.get('link_domain') ?? ''}`;
  if (satelliteOf(target, instance) === undefined) {
    throw parametersInvalid(
      parameterError('form_param_value_invalid', 'link_domain', 'must be a satellite domain of the instance'),
    );
  }
  const browser = findBrowser(call, instance) ?? instance.store.browsers.create();
  const link = new URL('/v1/client/link', target);
  link.searchParams.set('token', instance.store.satelliteLinks.put(browser.token));
  link.searchParams.set('redirect_url', redirectUrl);
  return redirect(link.href, `${cookie(instance, CLIENT_COOKIE, browser.token)}; HttpOnly`);
};

/** On a satellite: makes the browser the one that it is on the primary domain. */
export const linkClient: OperationHandler = (call, instance) => {
  const redirectUrl = readRedirectUrl(call, instance);
  const token = instance.store.satelliteLinks.take(call.query.get('token') ?? '');
  if (token === undefined) {
    const longMessage = 'The token was never issued, or was used before.';
    throw apiError(400, 'invalid_handshake', 'invalid handshake', longMessage);
  }
  if (redirectUrl.origin !== issuerOf(call, instance)) redirectUrl.searchParams.set(SYNCED, 'true');
  return redirect(redirectUrl.href, `${cookie(instance, CLIENT_COOKIE, token)}; HttpOnly`);
};

function primarySyncUrl(satellite: string, redirectUrl: string, { issuer }: LocalInstance): string {
  const url = new URL('/v1/client/sync', issuer);
  url.searchParams.set('link_domain', satellite);
  url.searchParams.set('redirect_url', redirectUrl);
  return url.href;
}

/** @throws {@link ClerkAPIResponseError} 422 for a page that is not on the satellite's domain */
function readRedirectUrl(call: OperationCall, instance: LocalInstance): URL {
  const text = call.query.get('redirect_url') ?? '';
  const satellite = satelliteOf(issuerOf(call, instance), instance);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOnSatellite =
    satellite !== undefined &&
    (url?.hostname === satellite || url?.hostname.endsWith(`.${satellite}`) === true);
  if (url && isOnSatellite && (url.protocol === 'https:' || url.protocol === 'http:')) return url;
  throw parametersInvalid(
    parameterError('redirect_url_domain_mismatch', 'redirect_url', 'must be on the domain of the satellite'),
  );
}

/** The domain of a satellite, by the URL of its Frontend API. */
function satelliteOf(frontendApi: string, { store, issuer }: LocalInstance): string | undefined {
  if (frontendApi === issuer) return undefined;
  return store.records.domains.list(
    ({ name, isSatellite }) => isSatellite && frontendApi === `https://clerk.${name}`,
  )[0]?.name;
}

function redirect(location: string, cookieLine?: string): ApiAnswer {
  return {
    status: 307,
    headers: [
      ['location', location],
      ['cache-control', 'no-store'],
      ...(cookieLine === undefined ? [] : [['set-cookie', cookieLine] as const]),
    ],
    body: null,
  };
}
