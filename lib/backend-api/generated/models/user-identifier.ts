// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, withWireNames } from '../../transport/decode.js';

/** The user whose factors were changed. */
export interface UserIdentifier {
  readonly userId: string;
}

/** The JSON of {@link UserIdentifier}, with the names and values that the Backend API sends. */
export interface UserIdentifierJSON {
  user_id: string;
}

/** Decodes the JSON of the Backend API. */
export function decodeUserIdentifier(json: unknown): UserIdentifier {
  return withWireNames(decodeObject<UserIdentifier>(json, USER_IDENTIFIER_FIELDS), json);
}

const USER_IDENTIFIER_FIELDS: FieldMap<UserIdentifier> = {
  userId: 'user_id',
};
