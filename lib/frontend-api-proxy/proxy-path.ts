import { canParseUrl } from '../helpers/can-parse-url.js';

/** The path and the query of a request, as the URL standard normalizes them. */
export interface RequestTarget {
  readonly pathname: string;
  /** With its `?`; empty without a query. */
  readonly search: string;
}

/**
 * Parses a request target: a path with its query, or an absolute URL (RFC 9112, 3.2), whose host is ignored.
 *
 * @returns `undefined` for any other target, such as `*`
 */
export function parseRequestTarget(target: string): RequestTarget | undefined {
  // Appended to an origin, never resolved against one: resolving `//evil.example/` or `/\evil.example/` results in
  // another host (CVE-2026-34076).
  const url = target.startsWith('/') ? `http://localhost${target}` : target;
  if (!/^https?:\/\//i.test(url) || !canParseUrl(url)) return undefined;
  const { pathname, search } = new URL(url);
  return { pathname, search };
}

/**
 * Returns the path after the proxy's path; `/` for the proxy's path itself.
 *
 * @param proxyPath - without a trailing slash
 * @returns `undefined` if the path is not the proxy's
 */
export function pathBehindProxy(pathname: string, proxyPath: string): string | undefined {
  if (pathname === proxyPath) return '/';
  return pathname.startsWith(`${proxyPath}/`) ? pathname.slice(proxyPath.length) : undefined;
}
