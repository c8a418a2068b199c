import { ClerkError } from '../../errors/clerk-error.js';

/** More layers of percent-encoding than the proxies on the way decode. */
const MAX_DECODINGS = 10;

/**
 * A path of the Backend API with IDs, created by {@link apiPath}.
 *
 * The IDs are private, so that logs and debuggers show only the template.
 */
export class ApiPath {
  readonly #literals: readonly string[];
  readonly #ids: readonly unknown[];

  constructor(literals: readonly string[], ids: readonly unknown[]) {
    this.#literals = literals;
    this.#ids = ids;
  }

  /** The path without its IDs, such as `/users/{id}`, for messages. */
  get template(): string {
    return this.#literals.join('{id}');
  }

  /**
   * The path for the request.
   *
   * @throws ClerkError `resource_id_invalid` if an ID could lead to another path than that of the template
   */
  encode(): string {
    return this.#literals.reduce((path, literal, index) => path + this.#encodeId(index - 1) + literal);
  }

  #encodeId(index: number): string {
    const id = this.#ids[index];
    if (typeof id !== 'string')
      throw this.#invalid(index, `must be a string, not ${id === null ? 'null' : typeof id}`);
    if (id === '') throw this.#invalid(index, 'must not be empty');
    if (hasDotSegment(id))
      throw this.#invalid(index, 'must not contain the path segment "." or "..", encoded or not');
    try {
      return encodeURIComponent(id);
    } catch {
      throw this.#invalid(index, 'must not contain half of a surrogate pair');
    }
  }

  #invalid(index: number, problem: string): ClerkError {
    const which = this.#ids.length > 1 ? `ID ${index + 1} of` : 'The ID in';
    return new ClerkError('resource_id_invalid', `${which} ${this.template} ${problem}.`);
  }
}

/**
 * Template tag for a path of the Backend API: each interpolated ID becomes exactly one path segment.
 *
 * @example
 * ```ts
 * apiPath`/users/${userId}/metadata`;
 * ```
 */
export function apiPath(literals: TemplateStringsArray, ...ids: string[]): ApiPath {
  return new ApiPath(literals, ids);
}

/**
 * Encoding alone does not make `..` harmless: URL parsers treat `%2e%2e` as `..` (WHATWG URL, "double-dot URL path
 * segment"), and a proxy that decodes once too often follows `%252e%252e` or `x%2f..%2fy`.
 */
function hasDotSegment(id: string): boolean {
  let decoded = id;
  for (let layer = 0; layer < MAX_DECODINGS; layer++) {
    if (decoded.split(/[/\\]/).some(segment => segment === '.' || segment === '..')) return true;
    const next = decodeOnce(decoded);
    if (next === decoded) return false;
    decoded = next;
  }
  return true;
}

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
