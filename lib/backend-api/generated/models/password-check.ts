// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** A password check, as the Backend API returns it. */
export interface PasswordCheck {
  readonly verified: true;
}

/** The JSON of {@link PasswordCheck}, with the names and values that the Backend API sends. */
export interface PasswordCheckJSON {
  verified: true;
}

/** Decodes the JSON of the Backend API. */
export function decodePasswordCheck(json: unknown): PasswordCheck {
  return decodeObject<PasswordCheck>(json, PASSWORD_CHECK_FIELDS);
}

const PASSWORD_CHECK_FIELDS: FieldMap<PasswordCheck> = {
  verified: 'verified',
};
