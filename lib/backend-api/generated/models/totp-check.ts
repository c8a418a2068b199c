// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, withWireNames } from '../../transport/decode.js';

/** A TOTP check, as the Backend API returns it. */
export interface TOTPCheck {
  readonly verified: true;
  readonly codeType: 'totp';
  readonly code_type: 'totp';
}

/** The JSON of {@link TOTPCheck}, with the names and values that the Backend API sends. */
export interface TOTPCheckJSON {
  verified: true;
  code_type: 'totp';
}

/** Decodes the JSON of the Backend API. */
export function decodeTOTPCheck(json: unknown): TOTPCheck {
  return withWireNames(decodeObject<TOTPCheck>(json, TOTP_CHECK_FIELDS), json);
}

const TOTP_CHECK_FIELDS: FieldMap<TOTPCheck> = {
  verified: 'verified',
  codeType: 'code_type',
  code_type: 'code_type',
};
