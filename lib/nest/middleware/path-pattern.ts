import { ClerkConfigurationError } from '../../errors/clerk-configuration-error.js';

/**
 * Compiles a path in the syntax of Nest's `forRoutes()`: `/x/:id` for one segment, `/x/*splat` or `/x/*` for all paths
 * below, `/x{/:id}` for an optional part, and a backslash before a literal character.
 *
 * One parameter per segment and one wildcard per path: with more, a long path could take quadratic time.
 *
 * @throws {@link ClerkConfigurationError} `option_invalid` for a path that matches nothing, or that Nest rejects too
 * @see https://docs.nestjs.com/controllers#route-wildcards
 */
export function compilePath(pattern: string): RegExp {
  if (!pattern.startsWith('/')) throw invalid(pattern, 'it does not start with "/"');
  const path = pattern.length > 1 && pattern.endsWith('/') ? pattern.slice(0, -1) : pattern;
  let source = '';
  let wildcards = 0;
  let depth = 0;
  let hasParameter = false;

  for (const [token, escaped, parameter, wildcard] of path.matchAll(TOKEN)) {
    if (escaped !== undefined) source += quote(escaped);
    else if (parameter !== undefined) {
      if (hasParameter) throw invalid(pattern, 'it has several parameters in one segment');
      hasParameter = true;
      source += '[^/]+';
    } else if (wildcard !== undefined) {
      if (wildcard === '' && !pattern.endsWith('/*')) {
        throw invalid(pattern, 'it has a wildcard without a name before its end');
      }
      if (++wildcards > 1) throw invalid(pattern, 'it has several wildcards');
      source += source === '\\/' ? '.*' : '.+';
    } else if (token === '{') {
      depth++;
      source += '(?:';
    } else if (token === '}') {
      if (--depth < 0) throw invalid(pattern, 'it has a "}" without "{"');
      source += ')?';
    } else if (RESERVED.includes(token)) {
      throw invalid(pattern, `it has a "${token}". Use a regular expression, or put a backslash before it`);
    } else {
      if (token === '/') hasParameter = false;
      source += quote(token);
    }
  }
  if (depth > 0) throw invalid(pattern, 'it has a "{" without "}"');
  return new RegExp(`^${source}$`);
}

/** An escaped character, a parameter, a wildcard (its name is optional, as in Nest), or any other character. */
const TOKEN =
  /\\(.)|:([\p{ID_Start}_$][\p{ID_Continue}$]*)|\*((?:[\p{ID_Start}_$][\p{ID_Continue}$]*)?)|[^]/gu;

const RESERVED = [':', '(', ')', '[', ']', '+', '?', '!', '\\', '#'];

function quote(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
}

function invalid(pattern: string, why: string): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'option_invalid',
    `exclude: ${JSON.stringify(pattern)} is not a valid path: ${why}. Write paths such as "/health", "/assets/*", ` +
      '"/x/:id" or "/x/*splat".',
  );
}
