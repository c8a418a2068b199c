import type { Instance } from '../authentication/instance.js';
import type { ApplicationLifetime } from '../backend-api/transport/open-calls.js';
import { sendWithFetch } from '../frontend-api-proxy/fetch-upstream.js';
import {
  createFrontendApiProxy,
  DEFAULT_PROXY_TIMEOUT_MS,
} from '../frontend-api-proxy/frontend-api-proxy.js';
import type { FrontendApiProxy } from '../frontend-api-proxy/frontend-api-proxy.js';
import { fapiUrlFromPublishableKey, parseFrontendApiUrl } from '../frontend-api-proxy/frontend-api-url.js';
import { sendOverHttp } from '../frontend-api-proxy/http-upstream.js';
import { invalidProxyOption, proxyPathOf } from '../instance/proxy-configuration.js';
import { createInstance } from '../instance/create-instance.js';
import type { Log } from '../instance/create-instance.js';
import { frontendApiUrlFromEnvironment } from '../instance/environment.js';
import type { ClerkOptions, InstanceOptions } from '../instance/options.js';

/** The Frontend API proxy of an instance. */
export interface InstanceProxy extends FrontendApiProxy {
  /** Whether requests to this public URL are proxied. */
  isEnabledAt(url: URL): boolean;
}

/** Not a property of the instance, which is created below this folder. An entry ends with its instance. */
const proxies = new WeakMap<Instance, InstanceProxy>();

let isUsed = false;

/** The proxy of an instance that {@link createProxiedInstance} created. */
export function proxyOf(instance: Instance): InstanceProxy | undefined {
  return isUsed ? proxies.get(instance) : undefined;
}

/**
 * Creates an instance for the middleware, and the proxy of its options.
 *
 * @throws {@link ClerkConfigurationError} for any missing, malformed or contradictory option
 */
export function createProxiedInstance(
  options: InstanceOptions,
  log: Log,
  servesHttp = true,
  application?: ApplicationLifetime,
): Instance {
  const instance = createInstance(options, log, 'any', servesHttp, application);
  const proxy = servesHttp || options.publishableKey ? createProxy(options, log) : undefined;
  if (proxy) {
    isUsed = true;
    proxies.set(instance, proxy);
  }
  return instance;
}

function createProxy(options: ClerkOptions, log: Log): InstanceProxy | undefined {
  const { frontendApiProxy: configuration, fetch, publishableKey = '', secretKey = '' } = options;
  if (!configuration) return undefined;
  const { enabled, timeoutMs = DEFAULT_PROXY_TIMEOUT_MS } = configuration;
  if (typeof enabled !== 'boolean' && typeof enabled !== 'function') {
    throw invalidProxyOption('`frontendApiProxy.enabled` is neither a boolean nor a function of the URL.');
  }
  if (!(timeoutMs > 0))
    throw invalidProxyOption('`frontendApiProxy.timeoutMs` is not a positive number of milliseconds.');
  if (enabled === false) return undefined;

  const proxy = createFrontendApiProxy({
    proxyPath: proxyPathOf(configuration),
    frontendApiUrl: frontendApiUrlOf(
      configuration.fapiUrl || frontendApiUrlFromEnvironment() || fapiUrlFromPublishableKey(publishableKey),
    ),
    secretKey,
    // A custom `fetch` also sends the calls of the proxy, such as that of LocalClerk without a port.
    send: fetch ? sendWithFetch(fetch, timeoutMs) : sendOverHttp(timeoutMs),
    onFailure: reason => log.warn(`The Frontend API did not answer a proxied request: ${reason}.`),
  });
  return { ...proxy, isEnabledAt: url => (typeof enabled === 'function' ? enabled(url) : enabled) };
}

function frontendApiUrlOf(value: string): URL {
  try {
    return parseFrontendApiUrl(value);
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : 'Invalid URL';
    throw invalidProxyOption(
      `The URL of the Frontend API is not usable: ${what}. Set CLERK_FAPI_URL or \`frontendApiProxy.fapiUrl\`.`,
    );
  }
}
