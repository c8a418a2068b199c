// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap, withWireNames } from '../../transport/decode.js';

/** A testing token, as the Backend API answers it. */
export interface TestingToken {
  readonly object: 'testing_token';
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Reads the API's JSON. */
export function decodeTestingToken(json: unknown): TestingToken {
  return withWireNames(decodeObject<TestingToken>(json, TESTING_TOKEN_FIELDS), json);
}

const TESTING_TOKEN_FIELDS: FieldMap<TestingToken> = {
  object: 'object',
  token: 'token',
  expiresAt: 'expires_at',
};
