// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** A password check, as the Backend API answers it. */
export interface PasswordCheck {
  readonly verified: true;
}

/** Reads the API's JSON. */
export function decodePasswordCheck(json: unknown): PasswordCheck {
  return decodeObject<PasswordCheck>(json, PASSWORD_CHECK_FIELDS);
}

const PASSWORD_CHECK_FIELDS: FieldMap<PasswordCheck> = {
  verified: 'verified',
};
