import { Readable } from 'node:stream';

import {
  createFrontendApiProxy,
  DEFAULT_PROXY_TIMEOUT_MS,
} from '../frontend-api-proxy/frontend-api-proxy.js';
import { fapiUrlFromPublishableKey, parseFrontendApiUrl } from '../frontend-api-proxy/frontend-api-url.js';
import { sendOverHttp } from '../frontend-api-proxy/http-upstream.js';
import { proxyErrorResponse } from '../frontend-api-proxy/proxy-error.js';
import type { ProxyResponse } from '../frontend-api-proxy/proxy-error.js';
import { parseRequestTarget, pathBehindProxy } from '../frontend-api-proxy/proxy-path.js';
import { publicOrigin } from '../frontend-api-proxy/public-origin.js';
import { DEFAULT_PROXY_PATH, stripTrailingSlashes } from '../helpers/proxy-path.js';
import { frontendApiUrlFromEnvironment, optionsFromEnvironment } from '../instance/environment.js';

/** The options of {@link clerkFrontendApiProxy}. */
export interface FrontendApiProxyOptions {
  /** The path of the proxy. @defaultValue `'/__clerk'` */
  proxyPath?: string;
  /** The publishable key, `pk_test_…` or `pk_live_…`. @defaultValue `process.env.CLERK_PUBLISHABLE_KEY` */
  publishableKey?: string;
  /** The secret key, `sk_test_…` or `sk_live_…`. @defaultValue `process.env.CLERK_SECRET_KEY` */
  secretKey?: string;
  /**
   * The URL of the Frontend API. It gets the secret key.
   * @defaultValue `process.env.CLERK_FAPI_URL`, otherwise Clerk's URL for the environment of the publishable key
   */
  fapiUrl?: string;
}

/** Statuses of responses without a body (Fetch standard, "null body status"). */
const STATUSES_WITHOUT_BODY = [204, 205, 304];

/**
 * Whether a request is for the Frontend API proxy: its path equals the proxy's path or is below it.
 *
 * @param request - only its URL is read
 *
 * @example
 * ```ts
 * if (matchProxyPath(request)) return clerkFrontendApiProxy(request);
 * ```
 */
export function matchProxyPath(
  request: Pick<Request, 'url'>,
  options?: Pick<FrontendApiProxyOptions, 'proxyPath'>,
): boolean {
  const target = parseRequestTarget(request.url);
  return target !== undefined && pathBehindProxy(target.pathname, proxyPathOf(options)) !== undefined;
}

/**
 * Sends a request to Clerk's Frontend API and returns its response, streaming both bodies. Express and Nest
 * applications need only the option `frontendApiProxy`; this is for servers that handle a web `Request`.
 *
 * @returns the response of the Frontend API, with redirects unfollowed, or one with a {@link ProxyErrorCode}: 500
 *   without keys, 400 for another path than the proxy's, 502 if the Frontend API cannot be reached, 504 if it does not
 *   respond for 30 seconds
 *
 * @example
 * ```ts
 * export function handle(request: Request): Promise<Response> | Response {
 *   if (matchProxyPath(request)) return clerkFrontendApiProxy(request);
 *   return new Response('Hello');
 * }
 * ```
 *
 * @see https://clerk.com/docs/guides/dashboard/dns-domains/proxy-fapi
 */
export async function clerkFrontendApiProxy(
  request: Request,
  options: FrontendApiProxyOptions = {},
): Promise<Response> {
  const { method, url, body, signal } = request;
  const environment = optionsFromEnvironment();
  const publishableKey = options.publishableKey || environment.publishableKey;
  const secretKey = options.secretKey || environment.secretKey;
  if (!publishableKey) return configurationError(missingKey('publishableKey', 'CLERK_PUBLISHABLE_KEY'));
  if (!secretKey) return configurationError(missingKey('secretKey', 'CLERK_SECRET_KEY'));

  const frontendApiUrl =
    options.fapiUrl || frontendApiUrlFromEnvironment() || fapiUrlFromPublishableKey(publishableKey);
  let proxy;
  try {
    proxy = createFrontendApiProxy({
      proxyPath: proxyPathOf(options),
      frontendApiUrl: parseFrontendApiUrl(frontendApiUrl),
      secretKey,
      send: sendOverHttp(DEFAULT_PROXY_TIMEOUT_MS),
    });
  } catch (error) {
    return configurationError(error instanceof Error ? error.message : 'Invalid FAPI URL');
  }
  const { host, origin, protocol } = new URL(url);
  const headers = Object.fromEntries(request.headers);
  const answer = await proxy.answer({
    method,
    target: url,
    headers,
    publicOrigin: publicOrigin(headers, { isEncrypted: protocol === 'https:', host }) ?? origin,
    body: body ? Readable.fromWeb(body) : undefined,
    signal,
  });
  return toWebResponse(answer);
}

function proxyPathOf(options: Pick<FrontendApiProxyOptions, 'proxyPath'> = {}): string {
  return stripTrailingSlashes(options.proxyPath || DEFAULT_PROXY_PATH);
}

/** The message of `@clerk/backend`. */
function missingKey(option: string, variable: string): string {
  return `Missing ${option}. Provide it in options or set ${variable} environment variable.`;
}

function configurationError(message: string): Response {
  return toWebResponse(proxyErrorResponse(500, 'proxy_configuration_error', message));
}

function toWebResponse({ status, headers, body }: ProxyResponse): Response {
  const pairs = [...headers].flatMap(([name, value]) =>
    [value].flat().map(one => [name, one] as [string, string]),
  );
  const hasBody = !STATUSES_WITHOUT_BODY.includes(status);
  const content = body instanceof Readable ? (Readable.toWeb(body) as ReadableStream) : new Uint8Array(body);
  return new Response(hasBody ? content : null, { status, headers: pairs });
}
