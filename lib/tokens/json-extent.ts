/** The size of an object or array without members in V8: header, elements, rounding. All sizes are in bytes. */
const PER_OBJECT = 72;
/** The size of a member in an object whose shape other objects share. */
const PER_COMMON_MEMBER = 24;
/** The size of a member with a unique name: the name, and a step in the description of the object's shape. */
const PER_MEMBER = 160;
const PER_STRING = 32;
const PER_NUMBER = 16;

/** The claims that all of Clerk's tokens have, in the same order. */
const COMMON_NAMES = new Set(
  (
    'act azp exp fea fva iat iss jti nbf o fpm id per rol slg pla sid sts sub v ' +
    'org_id org_permissions org_role org_slug aud scopes'
  ).split(' '),
);

/**
 * How deep claims may be nested. Copying, comparing and printing claims is recursive, in V8 and in applications, and fails
 * on thousands of levels. Clerk's own claims have two, and metadata in a session token has a few more.
 */
export const MAX_DEPTH_OF_CLAIMS = 100;

/** The size of a parsed JSON value in memory, in bytes, and its depth; 1 for an object of plain values. */
export interface JsonExtent {
  readonly bytes: number;
  readonly depth: number;
}

/**
 * Measures a parsed JSON value. The memory is an estimate from above; `test/tokens/verified-token-memory.slow.test.ts` compares it with the heap.
 *
 * Iterative and not recursive, because a value may be nested as deep as its text is long.
 *
 * @param value - the result of `JSON.parse()`
 */
export function jsonExtent(value: unknown): JsonExtent {
  let bytes = 0;
  let depth = 0;
  let level: unknown[] = [value];
  while (level.length > 0) {
    const next: unknown[] = [];
    for (const current of level) {
      if (typeof current === 'string') bytes += PER_STRING + 2 * current.length;
      else if (typeof current !== 'object' || current === null) bytes += PER_NUMBER;
      else if (Array.isArray(current)) {
        bytes += PER_OBJECT + 8 * current.length;
        for (const entry of current) next.push(entry);
      } else {
        bytes += PER_OBJECT;
        for (const name of Object.keys(current)) {
          bytes += COMMON_NAMES.has(name) ? PER_COMMON_MEMBER : PER_MEMBER + 2 * name.length;
          next.push((current as Record<string, unknown>)[name]);
        }
      }
    }
    if (next.length > 0) depth++;
    level = next;
  }
  return { bytes, depth };
}
