// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** An api key secret, as the Backend API answers it. */
export interface APIKeySecret {
  readonly secret: string;
}

/** Reads the API's JSON. */
export function decodeAPIKeySecret(json: unknown): APIKeySecret {
  return decodeObject<APIKeySecret>(json, API_KEY_SECRET_FIELDS);
}

const API_KEY_SECRET_FIELDS: FieldMap<APIKeySecret> = {
  secret: 'secret',
};
