import { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
import { DEFAULT_PROXY_PATH, stripTrailingSlashes } from '../helpers/proxy-path.js';

/**
 * The Frontend API proxy at a path of the application.
 *
 * @see https://clerk.com/docs/guides/dashboard/dns-domains/proxy-fapi
 */
export interface FrontendApiProxyConfiguration {
  /** Whether requests are proxied: always, never, or for which public URLs. */
  enabled: boolean | ((url: URL) => boolean);
  /** The path, independent of the application's global prefix. @defaultValue `'/__clerk'` */
  path?: string;
  /**
   * The URL of the Frontend API. It gets the secret key.
   * @defaultValue `process.env.CLERK_FAPI_URL`, otherwise Clerk's URL for the environment of the publishable key
   */
  fapiUrl?: string;
  /**
   * The time limit for the Frontend API, after which the response is a 504, in milliseconds. The time in which it waits
   * for the client does not count.
   * @defaultValue 30000
   */
  timeoutMs?: number;
}

type ProxyUrl = string | ((url: URL) => string) | undefined;

/**
 * Returns the `proxyUrl` of the handshake for a proxy: its path, at the URLs where it is enabled.
 *
 * @param otherwise - the `proxyUrl` of all other URLs
 */
export function derivedProxyUrl(configuration: FrontendApiProxyConfiguration, otherwise: ProxyUrl): ProxyUrl {
  const { enabled } = configuration;
  if (typeof enabled !== 'function') return enabled ? proxyPathOf(configuration) : otherwise;
  const path = proxyPathOf(configuration);
  return url => {
    if (enabled(url)) return path;
    return (typeof otherwise === 'function' ? otherwise(url) : otherwise) ?? '';
  };
}

/**
 * Returns the path without a trailing slash. As in `@clerk/express`, a path of slashes only means the default: the
 * proxy never handles every request.
 *
 * @throws {@link ClerkConfigurationError} `option_invalid`
 */
export function proxyPathOf({ path = DEFAULT_PROXY_PATH }: FrontendApiProxyConfiguration): string {
  const proxyPath = stripTrailingSlashes(path) || DEFAULT_PROXY_PATH;
  if (/^(?:\/[^/]+)+$/.test(proxyPath) && isNormalized(proxyPath)) return proxyPath;
  throw invalidProxyOption(
    `\`frontendApiProxy.path\` is not a path such as ${DEFAULT_PROXY_PATH}: ${JSON.stringify(path)}.`,
  );
}

/**
 * Without dot segments, a query or characters that a URL encodes, because request targets are compared in that form.
 */
function isNormalized(path: string): boolean {
  return new URL(`http://localhost${path}`).pathname === path;
}

export function invalidProxyOption(message: string): ClerkConfigurationError {
  return new ClerkConfigurationError('option_invalid', message);
}
