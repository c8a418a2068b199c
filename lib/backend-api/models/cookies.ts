import { decodeObject, type FieldMap, listOf, requiredText } from '../transport/decode.js';

/** Cookies to set in the browser. */
export interface Cookies {
  /** Whole `Set-Cookie` values. */
  readonly cookies: string[];
}

/** Reads the API's JSON. */
export function decodeCookies(json: unknown): Cookies {
  return decodeObject<Cookies>(json, COOKIES_FIELDS);
}

const COOKIES_FIELDS: FieldMap<Cookies> = { cookies: ['cookies', listOf(requiredText)] };
