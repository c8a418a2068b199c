/** Decodes JSON of the API. */
export type Decoder<T> = (json: unknown) => T;

/** The source of a field: its name in the JSON, and a decoder if the value is not used unchanged. */
export type FieldSource<T> = string | readonly [wireName: string, decode: Decoder<T>];

/** The source of every field of `T`, except those that `T` computes. A missing field does not compile. */
export type FieldMap<T, Computed extends keyof T = never> = {
  readonly [Field in Exclude<keyof T, Computed>]-?: FieldSource<T[Field]>;
};

/**
 * Sets the fields of `target` from the JSON, and returns it.
 *
 * A field that is missing in the JSON is `undefined`; unknown fields in the JSON are ignored. Values without a decoder are
 * used unchanged, so metadata, claims and other free-form objects stay as they are.
 *
 * @throws TypeError if `json` is not an object; the transport turns it into a `ClerkAPIResponseError`
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

/** Decodes an object; see {@link decodeFields}. */
export function decodeObject<T extends object, Computed extends keyof T = never>(
  json: unknown,
  fields: FieldMap<T, Computed>,
): T {
  return decodeFields<T, Computed>({} as T, json, fields);
}

/** Decodes an object that may be `null`; a missing one becomes `null`. */
export function nullable<T>(decode: Decoder<T>): Decoder<T | null> {
  return json => (json === null || json === undefined ? null : decode(json));
}

/** Decodes an object that may be missing; `null` becomes `undefined`. */
export function optional<T>(decode: Decoder<T>): Decoder<T | undefined> {
  return json => (json === null || json === undefined ? undefined : decode(json));
}

/** Decodes an object that may be missing or `null`, and then stays so. */
export function ifPresent<T>(decode: Decoder<T>): Decoder<T> {
  return json => (json === null || json === undefined ? (json as T) : decode(json));
}

/** Decodes a list; a missing one and `null` become an empty list. */
export function listOf<T>(decode: Decoder<T>): Decoder<T[]> {
  return json => {
    if (json === null || json === undefined) return [];
    if (!Array.isArray(json)) throw new TypeError('Expected a list.');
    return json.map(decode);
  };
}

/** Replaces a missing value. */
export function withDefault<T>(fallback: () => T): Decoder<T> {
  return json => (json === undefined ? fallback() : (json as T));
}

/** Decodes a string; a missing one and `null` become an empty string. */
export function stringOrEmpty(json: unknown): string {
  return (json as string | null | undefined) || '';
}

/** Decodes a value; a missing one becomes `null`. */
export function valueOrNull<T>(json: unknown): T | null {
  return (json as T | undefined) ?? null;
}

/** Decodes an object; a missing one becomes an empty object. */
export function objectOrEmpty(json: unknown): Record<string, unknown> {
  return json === undefined ? {} : (json as Record<string, unknown>);
}

/** Decodes a string without which the object is unusable. */
export function requiredString(json: unknown): string {
  if (typeof json !== 'string' || json === '') throw new TypeError('Expected a string.');
  return json;
}

/** Adds the JSON as `raw`. It is not enumerable, so that logs, JSON and copies do not have everything twice. */
export function withRaw<T extends { raw: unknown }>(target: T, json: unknown): T {
  return Object.defineProperty(target, 'raw', { value: json });
}

/**
 * Adds the fields under the names that they have on the wire. `@clerk/backend` returns some objects like that, contrary
 * to their type, and applications may rely on it.
 */
export function withWireNames<T extends object>(target: T, json: unknown): T {
  return { ...(json as object), ...target };
}

/** Whether the JSON is an object, and not a list. */
export function isRecord(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
