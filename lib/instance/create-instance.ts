import type { Instance, Site } from '../authentication/instance.js';
import { createOrganizationMatcher } from '../authentication/handshake/organization-matcher.js';
import type { InstanceType } from '../authentication/publishable-key.js';
import { LIFETIME_OF_PROCESS } from '../backend-api/transport/open-calls.js';
import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
import type { AcceptedTokens } from '../tokens/token-type.js';
import { platformProxyPath } from './environment.js';
import { cacheFor, provideCache } from './backend-api-cache.js';
import { assertKeys } from './key-checks.js';
import { instanceCore } from './instance-core.js';
import type { Log } from './log.js';
import type { ClerkOptions, InstanceOptions } from './options.js';
import { limitedWarnings } from './limited-warnings.js';
import { rememberConfiguration } from './same-configuration.js';
import { canParseUrl } from '../helpers/can-parse-url.js';

export type { Log } from './log.js';

/**
 * Turns options into the instance that authenticates requests, and rejects invalid options.
 *
 * @param acceptsToken - the kinds of token that it is for, which decides what keys it takes
 * @param servesHttp - whether it authenticates HTTP requests, for which session tokens need the publishable key
 * @param application - the calls of the instance to the Backend API end with it
 * @throws {@link ClerkConfigurationError} for anything that is missing, malformed or contradictory
 */
export function createInstance(
  options: InstanceOptions,
  log: Log,
  acceptsToken: AcceptedTokens = 'any',
  servesHttp = true,
  application = LIFETIME_OF_PROCESS,
): Instance {
  assertKeys(options, acceptsToken, servesHttp);
  const core = instanceCore(options, message => log.warn(message));
  core.openCalls.usedBy(application);
  const cache = cacheFor(options, log);
  const signInUrl = options.signInUrl ?? '';
  const site = siteOf(options, core.instanceType);
  assertClockSkew(options.clockSkewInMs);
  assertClock(options.now);
  assertSignInUrl(signInUrl);
  const authorizedParties = normalizedParties(options.authorizedParties);
  if (typeof site !== 'function') {
    assertProxyUrl(site.proxyUrl);
    assertSite(site, signInUrl, core.instanceType);
  }
  const instance: Instance = {
    ...core,
    remote: cache?.remote(core.remote, options) ?? core.remote,
    fetch: options.fetch,
    requirements: {
      audience: copyOf(options.audience),
      oauthResource: options.oauthResource,
      authorizedParties,
      clockSkewInMs: options.clockSkewInMs,
      now: options.now,
      issuer: copyOf(options.issuer),
      headerType: copyOf(options.headerType),
    },
    site,
    signInUrl,
    signUpUrl: options.signUpUrl ?? '',
    satelliteAutoSync: options.satelliteAutoSync ?? false,
    // Without a publishable key, there is no address to redirect to.
    handshake: (options.handshake ?? true) && core.frontendApi !== '',
    organizationMatcher: createOrganizationMatcher(options.organizationSyncOptions),
    warn: limitedWarnings(message => log.warn(message)),
    debug: options.debug ? record => log.debug(record) : undefined,
  };
  rememberConfiguration(instance, options);
  if (cache) provideCache(instance, cache, options);
  return instance;
}

function siteOf(options: ClerkOptions, instanceType: InstanceType): Instance['site'] {
  const { isSatellite = false, domain = '', proxyUrl = '', signInUrl = '' } = options;
  const defaultProxyUrl = instanceType === 'production' ? platformProxyPath() : '';
  const at = (url: URL | undefined): Site => {
    const siteDomain = valueAt(domain, url);
    const siteProxyUrl = valueAt(proxyUrl, url);
    return {
      isSatellite: valueAt(isSatellite, url),
      domain: siteDomain,
      proxyUrl: siteProxyUrl || (siteDomain ? '' : defaultProxyUrl),
    };
  };
  const dependsOnUrl = [isSatellite, domain, proxyUrl].some(option => typeof option === 'function');
  if (!dependsOnUrl) return at(undefined);
  return url => {
    const site = siteAt(url, at);
    assertSite(site, signInUrl, instanceType);
    return site;
  };
}

/** An error of the application's function is not caused by the client and must not look like a client error. */
function siteAt(url: URL, at: (url: URL) => Site): Site {
  try {
    return at(url);
  } catch (cause) {
    throw new ClerkConfigurationError(
      'option_invalid',
      `The function for \`isSatellite\`, \`domain\` or \`proxyUrl\` failed: ${cause instanceof Error ? cause.message : 'unknown error'}`,
      { cause },
    );
  }
}

function valueAt<T extends string | boolean>(option: T | ((url: URL) => T), url: URL | undefined): T {
  return typeof option === 'function' ? option(url as URL) : option;
}

/** Checked for configured values only: one that is derived from a request can be as unusual as the request. */
function assertProxyUrl(proxyUrl: string): void {
  if (proxyUrl === '' || proxyUrl.startsWith('/') || isAbsolute(proxyUrl)) return;
  throw new ClerkConfigurationError(
    'option_invalid',
    'The proxy URL is neither absolute (https://…) nor a path (/…). Set `proxyUrl` or CLERK_PROXY_URL.',
  );
}

function assertSite(site: Site, signInUrl: string, instanceType: InstanceType): void {
  if (!site.isSatellite) return;
  if (!site.domain && !site.proxyUrl) {
    throw new ClerkConfigurationError(
      'satellite_without_domain_or_proxy_url',
      'A satellite needs the domain it is on, or a proxy URL. Set `domain` or CLERK_DOMAIN, or `proxyUrl` or CLERK_PROXY_URL. ' +
        'Satellite domains are listed on the Domains page of the Clerk Dashboard.',
    );
  }
  if (instanceType === 'production') return;
  if (!signInUrl) {
    throw new ClerkConfigurationError(
      'satellite_sign_in_url_missing',
      'A satellite of a development instance needs the sign-in page of the primary domain. Set `signInUrl` or CLERK_SIGN_IN_URL.',
    );
  }
  if (!isAbsolute(signInUrl)) {
    throw new ClerkConfigurationError(
      'sign_in_url_not_absolute',
      'The sign-in URL of a satellite is on another domain, so it must be absolute (https://…). Set `signInUrl` or CLERK_SIGN_IN_URL.',
    );
  }
  if (new URL(signInUrl).host === site.domain) {
    throw new ClerkConfigurationError(
      'sign_in_url_same_origin',
      'The sign-in URL of a satellite must be on the primary domain, and not on its own domain. Set `signInUrl` or CLERK_SIGN_IN_URL.',
    );
  }
}

function assertClockSkew(clockSkewInMs: unknown): void {
  if (clockSkewInMs === undefined || (Number.isFinite(clockSkewInMs) && (clockSkewInMs as number) >= 0))
    return;
  throw new ClerkConfigurationError(
    'option_invalid',
    '`clockSkewInMs` is a number of milliseconds, 0 or more.',
  );
}

function assertClock(now: unknown): void {
  if (now === undefined || typeof now === 'function') return;
  throw new ClerkConfigurationError(
    'option_invalid',
    '`now` is a function that returns the time in milliseconds since 1970, such as `local.clock.now` of a LocalClerk.',
  );
}

/** Lists are copied, so that an application cannot change the requirements of an instance later. */
function copyOf(value: string | readonly string[] | undefined): string | string[] | undefined {
  return typeof value === 'object' ? [...value] : value;
}

/**
 * The accepted origins in the form of tokens: browsers write scheme and host in lower case, without a default port and
 * a trailing slash. An entry that could never match rejects every user, so it is an error.
 */
function normalizedParties(authorizedParties: unknown): string[] | undefined {
  if (authorizedParties === undefined) return undefined;
  if (!Array.isArray(authorizedParties)) throw invalidParties('This is not a list.');
  return authorizedParties.map((party: unknown, index) => {
    const origin = originFrom(party);
    if (origin === undefined) throw invalidParties(`Entry ${index + 1} is not an origin.`);
    return origin;
  });
}

function invalidParties(what: string): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'option_invalid',
    "`authorizedParties` is a list of origins, such as ['https://example.com']: scheme, host and, if it is not the " +
      `default, port. There are no wildcards and no paths. ${what}`,
  );
}

/** Scheme, host and port: no user info, no path, no white space and nothing that `URL` would repair. */
const WEB_ORIGIN = /^https?:\/\/(\[[\da-f:.]+\]|[\p{L}\p{M}\p{N}._-]+)(:\d+)?\/?$/iu;
/** Browser extensions and desktop apps, such as `chrome-extension://…` and `tauri://localhost`. */
const APP_ORIGIN = /^[a-z][a-z\d+.-]*:\/\/[a-z\d._-]+(:\d+)?\/?$/i;
/** Schemes whose pages have no origin, or that have no pages. */
const WITHOUT_ORIGIN = /^(about|blob|data|file|ftp|javascript|mailto|wss?):/i;

function originFrom(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (WEB_ORIGIN.test(value)) return canParseUrl(value) ? new URL(value).origin : undefined;
  const isOfApp = APP_ORIGIN.test(value) && !/^https?:/i.test(value) && !WITHOUT_ORIGIN.test(value);
  // `URL` gives these no origin, and normalizes nothing.
  return isOfApp ? value.replace(/\/$/, '').toLowerCase() : undefined;
}

function assertSignInUrl(signInUrl: string): void {
  if (signInUrl === '' || signInUrl.startsWith('/') || isAbsolute(signInUrl)) return;
  throw new ClerkConfigurationError(
    'option_invalid',
    'The sign-in URL is neither absolute (https://…) nor a path (/…). Set `signInUrl` or CLERK_SIGN_IN_URL.',
  );
}

function isAbsolute(url: string): boolean {
  return /^https?:\/\//.test(url) && canParseUrl(url);
}
