/**
 * Merges as `PATCH …/metadata` does: objects at every level, any other value replaces, `null` removes the key.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7396
 */
export function mergeMetadata(current, patch) {
  // Object.fromEntries defines its keys; assigning a `__proto__` from the wire would change the prototype.
  const merged = new Map(isObject(current) ? Object.entries(current) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, isObject(value) ? mergeMetadata(merged.get(key), value) : value);
  }
  return Object.fromEntries(merged);
}
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
