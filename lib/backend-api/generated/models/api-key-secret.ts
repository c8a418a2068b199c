// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** An API key secret, as the Backend API returns it. */
export interface APIKeySecret {
  readonly secret: string;
}

/** The JSON of {@link APIKeySecret}, with the names and values that the Backend API sends. */
export interface APIKeySecretJSON {
  secret: string;
}

/** Decodes the JSON of the Backend API. */
export function decodeAPIKeySecret(json: unknown): APIKeySecret {
  return decodeObject<APIKeySecret>(json, API_KEY_SECRET_FIELDS);
}

const API_KEY_SECRET_FIELDS: FieldMap<APIKeySecret> = {
  secret: 'secret',
};
