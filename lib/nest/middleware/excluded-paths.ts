import { RequestMethod } from '@nestjs/common';

import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';
import { compilePath } from './path-pattern.js';
import { canParseUrl } from '../../helpers/can-parse-url.js';

/**
 * A path in the syntax of Nest's `forRoutes()` (`/health`, `/assets/*`, `/x/:id`, `/x/*splat`), a regular expression that
 * is tested with the whole path, or one of both for one HTTP method.
 */
export type PathPattern = string | RegExp | { path: string | RegExp; method: RequestMethod };

/** Decides whether a request is excluded, by its target and method. */
export type ExclusionTest = (target: string, method: string) => boolean;

/** The test of an application that excludes nothing. */
export const NOTHING_EXCLUDED: ExclusionTest = () => false;

/**
 * Compiles the option `exclude`.
 *
 * It is compared with the path without its query, percent-decoded, with `.` and `..` resolved and without a trailing
 * slash. A target that servers may parse in different ways is not excluded.
 *
 * @throws {@link ClerkConfigurationError} `option_invalid`
 */
export function excludedPaths(patterns: readonly PathPattern[] | undefined): ExclusionTest {
  if (patterns === undefined) return NOTHING_EXCLUDED;
  if (!Array.isArray(patterns)) {
    throw new ClerkConfigurationError('option_invalid', "`exclude` must be an array, such as ['/health'].");
  }
  if (patterns.length === 0) return NOTHING_EXCLUDED;
  const tests = patterns.map(toTest);
  return (target, method) => {
    const path = normalizedPath(target);
    return path !== undefined && tests.some(test => test(path, method));
  };
}

function toTest(pattern: unknown): (path: string, method: string) => boolean {
  if (typeof pattern === 'string' || pattern instanceof RegExp) {
    const expression = expressionOf(pattern);
    return path => expression.test(path);
  }
  const { path: route, method: number } = Object(pattern) as { path?: unknown; method?: unknown };
  if ((typeof route !== 'string' && !(route instanceof RegExp)) || !isRequestMethod(number)) {
    throw new ClerkConfigurationError(
      'option_invalid',
      '`exclude` takes paths, regular expressions and objects such as { path: "/health", method: RequestMethod.GET }.',
    );
  }
  const expression = expressionOf(route);
  if (number === RequestMethod.ALL) return path => expression.test(path);
  // A route for GET answers HEAD as well.
  const methods = number === RequestMethod.GET ? ['GET', 'HEAD'] : [RequestMethod[number]];
  return (path, method) => methods.includes(method) && expression.test(path);
}

function expressionOf(pattern: string | RegExp): RegExp {
  if (typeof pattern === 'string') return compilePath(pattern);
  // With `g` or `y`, an expression starts where its last match ended.
  return new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ''));
}

function isRequestMethod(value: unknown): value is RequestMethod {
  return typeof value === 'number' && RequestMethod[value] !== undefined;
}

/** `undefined` for a target that routers and proxies may parse in different ways. */
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
  return canParseUrl(target) ? new URL(target).pathname : undefined;
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
