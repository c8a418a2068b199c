import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';

/** A path (`/health`), all paths below one (`/assets/*`), or an expression that the whole path is tested with. */
export type PathPattern = string | RegExp;

/**
 * Prepares the test for paths that are not to be looked at.
 *
 * What is tested is the path without its query, percent-decoded, with `.` and `..` resolved and without a slash at its
 * end. Whatever cannot be read that way is not excluded.
 *
 * @throws {@link ClerkConfigurationError} `option_invalid` for a pattern that matches nothing
 */
export function excludedPaths(patterns: readonly PathPattern[] = []): (target: string) => boolean {
  if (patterns.length === 0) return () => false;
  const tests = patterns.map(toTest);
  return target => {
    const path = normalizedPath(target);
    return path !== undefined && tests.some(test => test(path));
  };
}

function toTest(pattern: PathPattern): (path: string) => boolean {
  // With `g` or `y` an expression remembers where it was, and misses every other time.
  if (pattern instanceof RegExp) {
    const expression = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ''));
    return path => expression.test(path);
  }
  if (!pattern.startsWith('/') || pattern.slice(0, -1).includes('*')) {
    throw new ClerkConfigurationError(
      'option_invalid',
      `exclude: ${JSON.stringify(pattern)} is no path. Paths start with "/" and may end with "/*" for all below.`,
    );
  }
  if (pattern.endsWith('/*')) return path => path.startsWith(pattern.slice(0, -1));
  const exact = withoutTrailingSlash(pattern);
  return path => path === exact;
}

/** `undefined` for what routers and proxies may read in different ways. */
function normalizedPath(target: string): string | undefined {
  const path = target.startsWith('/') ? target.split(/[?#]/, 1)[0] : pathOfUrl(target);
  const decoded = path === undefined ? undefined : percentDecode(path);
  if (decoded === undefined || /[\\%\0]|\/\//.test(decoded)) return undefined;

  const segments: string[] = [];
  for (const segment of decoded.split('/').slice(1)) {
    if (segment === '..') segments.pop();
    else if (segment !== '.') segments.push(segment);
  }
  return withoutTrailingSlash(`/${segments.join('/')}`);
}

function pathOfUrl(target: string): string | undefined {
  return URL.canParse(target) ? new URL(target).pathname : undefined;
}

function percentDecode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function withoutTrailingSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}
