// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** A jwks json, as the Backend API answers it. */
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

/** Reads the API's JSON. */
export function decodeJwksJSON(json: unknown): JwksJSON {
  return decodeObject<JwksJSON>(json, JWKS_JSON_FIELDS);
}

const JWKS_JSON_FIELDS: FieldMap<JwksJSON> = {
  keys: 'keys',
};
