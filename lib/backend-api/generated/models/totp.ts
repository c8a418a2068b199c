// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap, withWireNames } from '../../transport/decode.js';

/** A totp check, as the Backend API answers it. */
export interface TOTPCheck {
  readonly verified: true;
  readonly codeType: 'totp';
  readonly code_type: 'totp';
}

/** Reads the API's JSON. */
export function decodeTOTPCheck(json: unknown): TOTPCheck {
  return withWireNames(decodeObject<TOTPCheck>(json, TOTP_CHECK_FIELDS), json);
}

const TOTP_CHECK_FIELDS: FieldMap<TOTPCheck> = {
  verified: 'verified',
  codeType: 'code_type',
  code_type: 'code_type',
};
