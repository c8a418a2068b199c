// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** A JWKS json, as the Backend API returns it. */
export interface JwksJSON {
  readonly keys?: {
    use: string;
    kty: string;
    kid: string;
    alg: string;
    n: string;
    e: string;
    [parameter: string]: unknown;
  }[];
}

/** Decodes the JSON of the Backend API. */
export function decodeJwksJSON(json: unknown): JwksJSON {
  return decodeObject<JwksJSON>(json, JWKS_JSON_FIELDS);
}

const JWKS_JSON_FIELDS: FieldMap<JwksJSON> = {
  keys: 'keys',
};
