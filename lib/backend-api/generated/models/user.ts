// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap, withWireNames } from '../../transport/decode.js';

/** Whose factors they were. */
export interface UserIdentifier {
  readonly userId: string;
}

/** Reads the API's JSON. */
export function decodeUserIdentifier(json: unknown): UserIdentifier {
  return withWireNames(decodeObject<UserIdentifier>(json, USER_IDENTIFIER_FIELDS), json);
}

const USER_IDENTIFIER_FIELDS: FieldMap<UserIdentifier> = {
  userId: 'user_id',
};
