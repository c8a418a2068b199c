import { stripTrailingSlashes } from '../helpers/proxy-path.js';
import { canParseUrl } from '../helpers/can-parse-url.js';

const FRONTEND_API_URL = 'https://frontend-api.clerk.dev';
const STAGING_FRONTEND_API_URL = 'https://frontend-api.clerkstage.dev';
const LOCAL_FRONTEND_API_URL = 'https://frontend-api.lclclerk.com';

/** Instances of Clerk's internal environments, by the suffix of their Frontend API's host. */
const LEGACY_DEVELOPMENT_SUFFIXES = ['.lcl.dev', '.lclstage.dev', '.lclclerk.com'];
const LOCAL_SUFFIXES = ['.lcl.dev', 'lclstage.dev', '.lclclerk.com'];
const STAGING_SUFFIXES = ['.accountsstage.dev'];

/**
 * Returns the URL of Clerk's Frontend API for proxies, for the environment of a publishable key.
 *
 * @param publishableKey - `pk_test_…` or `pk_live_…`; any other string belongs to the production environment
 *
 * @example
 * ```ts
 * fapiUrlFromPublishableKey('pk_live_Y2xlcmsuZXhhbXBsZS5jb20k'); // 'https://frontend-api.clerk.dev'
 * ```
 */
export function fapiUrlFromPublishableKey(publishableKey: string): string {
  const host = frontendApiHost(publishableKey);
  const endsWithOneOf = (suffixes: readonly string[]) => suffixes.some(suffix => host.endsWith(suffix));
  if (host.startsWith('clerk.') && endsWithOneOf(LEGACY_DEVELOPMENT_SUFFIXES)) return FRONTEND_API_URL;
  if (endsWithOneOf(LOCAL_SUFFIXES)) return LOCAL_FRONTEND_API_URL;
  if (endsWithOneOf(STAGING_SUFFIXES)) return STAGING_FRONTEND_API_URL;
  return FRONTEND_API_URL;
}

function frontendApiHost(publishableKey: string): string {
  const [, encoded = ''] = /^pk_(?:test|live)_(.+)$/.exec(publishableKey) ?? [];
  const [, host = ''] = /^([^$]*\.[^$]*)\$$/.exec(Buffer.from(encoded, 'base64').toString('latin1')) ?? [];
  return host;
}

/**
 * Parses the URL of a Frontend API. Its path is kept without trailing slashes.
 *
 * @throws Error for a URL that is not HTTP or that has credentials, a query or a fragment; the message is that of
 *   `@clerk/backend` and does not repeat the URL
 */
export function parseFrontendApiUrl(value: string): URL {
  if (!canParseUrl(value)) throw new Error('Invalid URL');
  const url = new URL(value);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new Error('FAPI URL must use http or https');
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new Error('FAPI URL must not include credentials, a query string, or a hash');
  }
  url.pathname = stripTrailingSlashes(url.pathname);
  return url;
}

/** A path that a server which decodes `%2F` or treats `\` as `/` would resolve to a path outside of its parent. */
const ENCODED_PARENT = /(?:\/|\\|%2f|%5c)(?:\.|%2e){2}(?:\/|\\|%2f|%5c|$)/i;

/**
 * Appends a path and a query to the URL of the Frontend API. The result never has another scheme, host or port, nor a
 * path outside of the Frontend API's.
 *
 * @param path - normalized, with a slash at its start
 * @returns `undefined` if that is not certain
 */
export function frontendApiTarget(frontendApiUrl: URL, path: string, search: string): URL | undefined {
  if (!path.startsWith('/') || ENCODED_PARENT.test(path)) return undefined;
  // Appended as a string: resolved against the URL, a path of `//evil.example` names a host (CVE-2026-34076).
  const base = stripTrailingSlashes(frontendApiUrl.href);
  const target = new URL(`${base}${path}`);
  target.search = search;
  return target.href.startsWith(`${base}/`) ? target : undefined;
}
