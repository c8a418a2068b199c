import { JwtCategory } from '../../tokens/jwt-category.js';
import type { ApiAnswer } from '../http/api-answer.js';
import type { OperationHandler } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import { parameterError, parametersInvalid } from '../api-errors.js';
import { cookie, handshakeCookies, sharedDomain } from '../tokens/session-cookies.js';
import { CLIENT_COOKIE, findBrowser, issuerOf } from './caller.js';
import { syncWithPrimary } from './satellites.js';

/** The lifetime of a handshake: a browser follows the redirect immediately. */
const HANDSHAKE_LIFETIME_SECONDS = 60;

/**
 * Redirects a browser back with its current cookies.
 *
 * @see https://clerk.com/docs/guides/how-clerk-works/overview
 */
export const handshake: OperationHandler = async (call, instance) => {
  const { query } = call;
  const redirectUrl = readRedirectUrl(query);
  const issuer = issuerOf(call, instance);
  const domain =
    instance.instanceType === 'production' ? sharedDomain(issuer, redirectUrl.hostname) : undefined;
  const known = findBrowser(call, instance);
  const sync = known ? undefined : syncWithPrimary(call, instance);
  if (sync !== undefined) return redirectBack(sync, []);
  const browser = known ?? instance.store.browsers.create();
  const organization = query.get('organization_id');
  if (organization !== null) browser.activateOrganization(organization);

  const suffixed = query.get('suffixed_cookies') === 'true';
  const { origin } = redirectUrl;
  const cookies = await handshakeCookies(instance, browser, { suffixed, origin, issuer, domain });
  const payload = await payloadOf(cookies, query.get('format') ?? 'token', instance);
  return instance.instanceType === 'production'
    ? redirectBack(redirectUrl.href, [
        `${cookie(instance, CLIENT_COOKIE, browser.token)}; HttpOnly`,
        `${cookie(instance, payload.name, payload.value, { maxAge: HANDSHAKE_LIFETIME_SECONDS, domain })}; HttpOnly`,
      ])
    : redirectBackWithParameter(redirectUrl, payload);
};

function readRedirectUrl(query: URLSearchParams): URL {
  const text = query.get('redirect_url') ?? '';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw parametersInvalid(
    parameterError('form_param_format_invalid', 'redirect_url', 'must be an absolute http or https URL'),
  );
}

interface HandshakePayload {
  readonly name: string;
  readonly value: string;
}

async function payloadOf(
  cookies: string[],
  format: string,
  { store, signingKey, cookieNames }: LocalInstance,
): Promise<HandshakePayload> {
  if (format === 'nonce')
    return { name: cookieNames.handshakeNonce, value: store.handshakePayloads.put(cookies) };
  if (format !== 'token') {
    throw parametersInvalid(
      parameterError('form_param_value_invalid', 'format', 'must be one of nonce, token'),
    );
  }
  const header = { alg: 'RS256', cat: JwtCategory.SessionToken, kid: signingKey.kid, typ: 'JWT' };
  return { name: cookieNames.handshake, value: await signingKey.sign(header, { handshake: cookies }) };
}

/** In development the Frontend API cannot set cookies for the application, so the payload is in the URL. */
function redirectBackWithParameter(redirectUrl: URL, { name, value }: HandshakePayload): ApiAnswer {
  const target = new URL(redirectUrl);
  target.searchParams.set(name, value);
  return redirectBack(target.href, []);
}

function redirectBack(location: string, cookies: string[]): ApiAnswer {
  return {
    status: 307,
    headers: [
      ['location', location],
      ['cache-control', 'no-store'],
      ...cookies.map(line => ['set-cookie', line] as const),
    ],
    body: null,
  };
}
