// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, withWireNames } from '../../transport/decode.js';

/** A testing token, as the Backend API returns it. */
export interface TestingToken {
  readonly object: 'testing_token';
  readonly token: string;
  /** Unix time in milliseconds. */
  readonly expiresAt: number;
}

/** The JSON of {@link TestingToken}, with the names and values that the Backend API sends. */
export interface TestingTokenJSON {
  object: 'testing_token';
  token: string;
  /** Unix time in milliseconds. */
  expires_at: number;
}

/** Decodes the JSON of the Backend API. */
export function decodeTestingToken(json: unknown): TestingToken {
  return withWireNames(decodeObject<TestingToken>(json, TESTING_TOKEN_FIELDS), json);
}

const TESTING_TOKEN_FIELDS: FieldMap<TestingToken> = {
  object: 'object',
  token: 'token',
  expiresAt: 'expires_at',
};
