import type { Metadata } from './records.js';

/**
 * Merges like `PATCH …/metadata`: objects are merged at every level, any other value is replaced, `null` removes the
 * key.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7396
 */
export function mergeMetadata(current: unknown, patch: Metadata): Metadata {
  // Object.fromEntries defines its keys; assigning a `__proto__` from the wire would change the prototype.
  const merged = new Map(isObject(current) ? Object.entries(current) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, isObject(value) ? mergeMetadata(merged.get(key), value) : value);
  }
  return Object.fromEntries(merged);
}

function isObject(value: unknown): value is Metadata {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
