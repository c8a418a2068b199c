/**
 * Fills `target` from the API's JSON as the map says, and returns it.
 *
 * A field that the API left out is `undefined`; one that it does not know is not looked at. Values without a decoder
 * are taken as they are, so metadata, claims and other free-form objects come through untouched.
 *
 * @throws TypeError when `json` is not an object; the transport makes a `ClerkAPIResponseError` of it
 */
export function decodeFields(target, json, fields) {
  if (!isRecord(json)) throw new TypeError('Expected an object.');
  const filled = target;
  for (const [field, source] of Object.entries(fields)) {
    filled[field] = typeof source === 'string' ? json[source] : source[1](json[source[0]]);
  }
  return target;
}
/** Reads an object that may be `null`; one that was left out is `null` too. */
export function nullable(decode) {
  return json => (json === null || json === undefined ? null : decode(json));
}
/** Reads an object that may be left out; `null` counts as left out. */
export function optional(decode) {
  return json => (json === null || json === undefined ? undefined : decode(json));
}
/** Reads a list; `null` or left out is an empty one. */
export function listOf(decode) {
  return json => {
    if (json === null || json === undefined) return [];
    if (!Array.isArray(json)) throw new TypeError('Expected a list.');
    return json.map(decode);
  };
}
/** Puts a value in the place of one that was left out. */
export function withDefault(fallback) {
  return json => (json === undefined ? fallback() : json);
}
/** Reads text without which the rest would be of no use. */
export function requiredText(json) {
  if (typeof json !== 'string' || json === '') throw new TypeError('Expected a text.');
  return json;
}
/** Whether the JSON is an object with names. */
export function isRecord(json) {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
