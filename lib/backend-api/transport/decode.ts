/** Makes a value of what the API sent. */
export type Decoder<T> = (json: unknown) => T;

/** Where a field comes from: its name in the API's JSON, and how to read it where it is not taken as it is. */
export type FieldSource<T> = string | readonly [wireName: string, decode: Decoder<T>];

/** The source of every field of `T`, but for those which `T` computes. The compiler sees to it that none is missing. */
export type FieldMap<T, Computed extends keyof T = never> = {
  readonly [Field in Exclude<keyof T, Computed>]-?: FieldSource<T[Field]>;
};

/**
 * Fills `target` from the API's JSON as the map says, and returns it.
 *
 * A field that the API left out is `undefined`; one that it does not know is not looked at. Values without a decoder
 * are taken as they are, so metadata, claims and other free-form objects come through untouched.
 *
 * @throws TypeError when `json` is not an object; the transport makes a `ClerkAPIResponseError` of it
 */
export function decodeFields<T extends object, Computed extends keyof T = never>(
  target: T,
  json: unknown,
  fields: FieldMap<T, Computed>,
): T {
  if (!isRecord(json)) throw new TypeError('Expected an object.');
  const filled = target as Record<string, unknown>;
  for (const [field, source] of Object.entries<FieldSource<unknown>>(fields)) {
    filled[field] = typeof source === 'string' ? json[source] : source[1](json[source[0]]);
  }
  return target;
}

/** Makes an object of the API's JSON as the map says; see {@link decodeFields}. */
export function decodeObject<T extends object, Computed extends keyof T = never>(
  json: unknown,
  fields: FieldMap<T, Computed>,
): T {
  return decodeFields<T, Computed>({} as T, json, fields);
}

/** Reads an object that may be `null`; one that was left out is `null` too. */
export function nullable<T>(decode: Decoder<T>): Decoder<T | null> {
  return json => (json === null || json === undefined ? null : decode(json));
}

/** Reads an object that may be left out; `null` counts as left out. */
export function optional<T>(decode: Decoder<T>): Decoder<T | undefined> {
  return json => (json === null || json === undefined ? undefined : decode(json));
}

/** Reads an object that should be there; one that is not stays what it is, as a field that is taken as it is does. */
export function ifPresent<T>(decode: Decoder<T>): Decoder<T> {
  return json => (json === null || json === undefined ? (json as T) : decode(json));
}

/** Reads a list; `null` or left out is an empty one. */
export function listOf<T>(decode: Decoder<T>): Decoder<T[]> {
  return json => {
    if (json === null || json === undefined) return [];
    if (!Array.isArray(json)) throw new TypeError('Expected a list.');
    return json.map(decode);
  };
}

/** Puts a value in the place of one that was left out. */
export function withDefault<T>(fallback: () => T): Decoder<T> {
  return json => (json === undefined ? fallback() : (json as T));
}

/** Reads a text that may be left out or `null`: an empty one then. */
export function textOrEmpty(json: unknown): string {
  return (json as string | null | undefined) || '';
}

/** Reads a value that may be left out: `null` then. */
export function valueOrNull<T>(json: unknown): T | null {
  return (json as T | undefined) ?? null;
}

/** Reads an object that may be left out: an empty one then. */
export function objectOrEmpty(json: unknown): Record<string, unknown> {
  return json === undefined ? {} : (json as Record<string, unknown>);
}

/** Reads text without which the rest would be of no use. */
export function requiredText(json: unknown): string {
  if (typeof json !== 'string' || json === '') throw new TypeError('Expected a text.');
  return json;
}

/** Adds the JSON as `raw`. It is not enumerable, so that logs, JSON and copies do not have everything twice. */
export function withRaw<T extends { raw: unknown }>(target: T, json: unknown): T {
  return Object.defineProperty(target, 'raw', { value: json });
}

/**
 * Adds the fields under the names that they have on the wire: `@clerk/backend` returns some objects that way, whatever
 * their type says, and code may have come to rely on it.
 */
export function withWireNames<T extends object>(target: T, json: unknown): T {
  return { ...(json as object), ...target };
}

/** Whether the JSON is an object with names. */
export function isRecord(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
