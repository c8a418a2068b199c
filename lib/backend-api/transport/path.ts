import { ClerkError } from '../../errors/clerk-error.js';

/** More layers of percent-encoding than any proxy on the way would peel off. */
const MAX_DECODINGS = 10;

/**
 * A path of the Backend API with ids in it, made by {@link apiPath}.
 *
 * The ids are private so that a logged or inspected path shows its template only.
 */
export class ApiPath {
  readonly #literals: readonly string[];
  readonly #ids: readonly unknown[];

  constructor(literals: readonly string[], ids: readonly unknown[]) {
    this.#literals = literals;
    this.#ids = ids;
  }

  /** The path without its ids, such as `/users/{id}`: safe to put in a message. */
  get template(): string {
    return this.#literals.join('{id}');
  }

  /**
   * The path as it goes on the wire.
   *
   * @throws ClerkError `resource_id_invalid` when an id could lead to another path than the template's
   */
  encode(): string {
    return this.#literals.reduce((path, literal, index) => path + this.#encodeId(index - 1) + literal);
  }

  #encodeId(index: number): string {
    const id = this.#ids[index];
    if (typeof id !== 'string')
      throw this.#refuse(index, `must be a string, not ${id === null ? 'null' : typeof id}`);
    if (id === '') throw this.#refuse(index, 'must not be empty');
    if (hasDotSegment(id))
      throw this.#refuse(index, 'must not hold the path segment "." or "..", encoded or not');
    try {
      return encodeURIComponent(id);
    } catch {
      throw this.#refuse(index, 'must not hold half of a surrogate pair');
    }
  }

  #refuse(index: number, problem: string): ClerkError {
    const which = this.#ids.length > 1 ? `Id ${index + 1} of` : 'The id in';
    return new ClerkError('resource_id_invalid', `${which} ${this.template} ${problem}.`);
  }
}

/**
 * Template tag for a path of the Backend API: each interpolated id becomes exactly one path segment.
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
 * Encoding alone does not keep `..` in its place: URL parsers treat `%2e%2e` as `..` (WHATWG URL, "double-dot URL path
 * segment"), and a proxy that decodes once more than it should would follow `%252e%252e` or `x%2f..%2fy`.
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
