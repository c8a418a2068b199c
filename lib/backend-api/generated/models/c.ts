// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** A c name target, as the Backend API answers it. */
export interface CNameTarget {
  readonly host: string;
  readonly value: string;
  readonly required: boolean;
}

/** Reads the API's JSON. */
export function decodeCNameTarget(json: unknown): CNameTarget {
  return decodeObject<CNameTarget>(json, C_NAME_TARGET_FIELDS);
}

const C_NAME_TARGET_FIELDS: FieldMap<CNameTarget> = {
  host: 'host',
  value: 'value',
  required: 'required',
};
