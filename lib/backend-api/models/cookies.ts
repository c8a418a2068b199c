import { decodeObject, type FieldMap, listOf, requiredString } from '../transport/decode.js';

/** Cookies for the browser. */
export interface Cookies {
  /** Complete `Set-Cookie` values. */
  readonly cookies: string[];
}

/** The JSON of {@link Cookies}. */
export interface CookiesJSON {
  object: 'cookies';
  cookies: string[];
}

/** Decodes the JSON of the Backend API. */
export function decodeCookies(json: unknown): Cookies {
  return decodeObject<Cookies>(json, COOKIES_FIELDS);
}

const COOKIES_FIELDS: FieldMap<Cookies> = { cookies: ['cookies', listOf(requiredString)] };
