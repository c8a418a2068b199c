import type { IncomingMessage } from 'node:http';

import type { OrganizationSyncOptions } from '../authentication/handshake/organization-matcher.js';
import type { BackendApiOptions } from '../backend-api/transport/backend-api-transport.js';
import type { ClerkCacheOptions } from '../cache/cache-options.js';
import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
import { derivedProxyUrl } from './proxy-configuration.js';
import type { FrontendApiProxyConfiguration } from './proxy-configuration.js';

/**
 * The options of a Clerk instance. The names are those of `@clerk/express` and `@clerk/backend`; missing options are
 * read from the environment.
 *
 * @see https://clerk.com/docs/reference/express/clerk-middleware
 */
export interface ClerkOptions extends Pick<
  BackendApiOptions,
  'timeoutMs' | 'retries' | 'onRequest' | 'onResponse'
> {
  /** The secret key, `sk_test_…` or `sk_live_…`. @defaultValue `process.env.CLERK_SECRET_KEY` */
  secretKey?: string;
  /** The publishable key, `pk_test_…` or `pk_live_…`. @defaultValue `process.env.CLERK_PUBLISHABLE_KEY` */
  publishableKey?: string;
  /**
   * The public key of the instance in PEM. With it, session tokens are verified without a call to Clerk.
   * @defaultValue `process.env.CLERK_JWT_KEY`
   */
  jwtKey?: string;
  /** The secret key of a machine, for verifying M2M tokens. @defaultValue `process.env.CLERK_MACHINE_SECRET_KEY` */
  machineSecretKey?: string;
  /** The URL of the Backend API. @defaultValue `process.env.CLERK_API_URL`, otherwise `https://api.clerk.com` */
  apiUrl?: string;
  /** The version in the path of the Backend API. @defaultValue `process.env.CLERK_API_VERSION`, otherwise `v1` */
  apiVersion?: string;
  /**
   * The `fetch` for calls to the Backend API, such as one for a proxy or that of `LocalClerk`. @defaultValue
   * `globalThis.fetch`
   */
  fetch?: typeof globalThis.fetch;

  /**
   * What is cached, and where: verifications of opaque machine tokens, and in a Nest application the user of `@CurrentUser()` and
   * the organization of `@CurrentOrganization()`. Create the object once, since each object is a cache of its own.
   * @defaultValue nothing is cached
   */
  cache?: ClerkCacheOptions;

  /** The accepted audiences (`aud`). A session token without `aud` is accepted. */
  audience?: string | readonly string[];
  /**
   * The origins whose tokens are accepted (`azp`), such as `https://example.com`. Recommended: a cookie that was stolen
   * on another subdomain is then rejected. A token without `azp` is rejected once this is set.
   */
  authorizedParties?: readonly string[];
  /**
   * The tolerated difference between Clerk's clock and this machine's, in milliseconds; 0 for none. @defaultValue 5000
   */
  clockSkewInMs?: number;
  /**
   * The current time in milliseconds since 1970, for tests: tokens and webhooks are checked by it. `keys` of a
   * `LocalClerk` has that of `local.clock`.
   * @defaultValue `Date.now`
   */
  now?: () => number;
  /** The accepted issuers (`iss`). @defaultValue any, because only the instance has its key */
  issuer?: string | readonly string[];
  /** The accepted `typ` values in the header of a session token. @defaultValue `'JWT'` */
  headerType?: string | readonly string[];

  /** Whether to log how each request was authenticated; never a key, a token or a cookie. @defaultValue false */
  debug?: boolean;

  /** The URL of the sign-in page. @defaultValue `process.env.CLERK_SIGN_IN_URL` */
  signInUrl?: string;
  /** The URL of the sign-up page. @defaultValue `process.env.CLERK_SIGN_UP_URL` */
  signUpUrl?: string;

  /** Whether this is a satellite domain, or a function of the URL. @defaultValue `process.env.CLERK_IS_SATELLITE` */
  isSatellite?: boolean | ((url: URL) => boolean);
  /** The domain of the satellite, without scheme, or a function of the URL. @defaultValue `process.env.CLERK_DOMAIN` */
  domain?: string | ((url: URL) => string);
  /**
   * The URL of the Frontend API proxy: absolute, a path on the same origin, or a function of the URL.
   * @defaultValue `process.env.CLERK_PROXY_URL`
   */
  proxyUrl?: string | ((url: URL) => string);
  /**
   * Whether and where the middleware proxies Clerk's Frontend API. Without `proxyUrl`, handshakes go through this proxy.
   * @defaultValue no proxy
   */
  frontendApiProxy?: FrontendApiProxyConfiguration;
  /**
   * Whether browsers that load a page may be redirected to Clerk for fresh cookies. Set it to `false` for a service without
   * pages of its own: with development keys, every page that a browser opens is redirected otherwise.
   *
   * With `false`, a page load with valid session cookies is signed in, wherever the browser comes from. Any other is signed
   * out, with the reason that the handshake would have had.
   * @defaultValue true
   */
  handshake?: boolean;
  /** Whether a satellite fetches the session of the primary domain on a browser's first visit. @defaultValue false */
  satelliteAutoSync?: boolean;
  /** Paths that activate an organization or the personal account. */
  organizationSyncOptions?: OrganizationSyncOptions;
}

/** A request of Express, Fastify (its raw request) or `node:http`. */
export interface NodeRequest extends IncomingMessage {
  /** The target before a router removed its prefix; Express sets it. */
  originalUrl?: string;
  /** The hostname of the request; Express sets it. */
  hostname?: string;
}

/**
 * Returns options for a request, such as the keys of the tenant of its domain.
 *
 * Never use a key from the request itself. A client chooses its `Host`: look it up in a list of known hosts.
 */
export type ByRequest<T> = {
  // A method's parameter may be declared as a subtype, such as Express's `Request`.
  choose(request: NodeRequest): T | Promise<T>;
}['choose'];

/**
 * Sets missing options to their defaults. An empty string counts as missing.
 *
 * If the keys differ from the default keys, the keys that belong to those are not used: one tenant's `jwtKey` would
 * accept its users in another's application.
 */
export function withDefaults<T extends ClerkOptions>(options: T, defaults: ClerkOptions): T {
  const given = Object.entries(options).filter(([, value]) => value !== undefined && value !== '');
  const isOtherInstance =
    isOther(options.secretKey, defaults.secretKey) ||
    isOther(options.publishableKey, defaults.publishableKey);
  const ownDefaults = isOtherInstance
    ? { ...defaults, jwtKey: undefined, machineSecretKey: undefined }
    : defaults;
  // The URL that a proxy implies for handshakes precedes the default, as in `@clerk/express`, where it precedes
  // CLERK_PROXY_URL.
  const derived = options.frontendApiProxy && {
    proxyUrl: derivedProxyUrl(options.frontendApiProxy, defaults.proxyUrl),
  };
  return { ...ownDefaults, ...derived, ...Object.fromEntries(given) } as T;
}

function isOther(given: string | undefined, byDefault: string | undefined): boolean {
  return Boolean(given && byDefault && given !== byDefault);
}

/** Options of an instance that applications set in another form. */
export interface InstanceOptions extends ClerkOptions {
  /** The resource that every OAuth access token must be for, from `oauthProtectedResource` of the module. */
  oauthResource?: string | undefined;
}

/**
 * Reports options that are not an object, such as what a factory forgot to return.
 *
 * @param source - what the options were given to or returned by, as the start of a sentence
 * @throws {@link ClerkConfigurationError} `option_invalid`
 */
export function assertOptions(options: unknown, source: string): void {
  if (typeof options === 'object' && options !== null && !Array.isArray(options)) return;
  throw new ClerkConfigurationError(
    'option_invalid',
    `${source} needs an object of options, and got ${options === null ? 'null' : typeof options}. An empty object reads all ` +
      'keys from the environment.',
  );
}
