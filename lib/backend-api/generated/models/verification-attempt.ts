// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** The state of the verification of an email address or a phone number. */
export interface VerificationAttempt {
  readonly object?: string;
  readonly id?: string;
  readonly status?: string;
  readonly strategy?: string;
  readonly attempts?: number | null;
  /** Unix time in milliseconds. */
  readonly expireAt?: number | null;
  readonly channel?: string | null;
}

/** The JSON of {@link VerificationAttempt}, with the names and values that the Backend API sends. */
export interface VerificationAttemptJSON {
  object?: string;
  id?: string;
  status?: string;
  strategy?: string;
  attempts?: number | null;
  /** Unix time in milliseconds. */
  expire_at?: number | null;
  channel?: string | null;
}

/** Decodes the JSON of the Backend API. */
export function decodeVerificationAttempt(json: unknown): VerificationAttempt {
  return decodeObject<VerificationAttempt>(json, VERIFICATION_ATTEMPT_FIELDS);
}

const VERIFICATION_ATTEMPT_FIELDS: FieldMap<VerificationAttempt> = {
  object: 'object',
  id: 'id',
  status: 'status',
  strategy: 'strategy',
  attempts: 'attempts',
  expireAt: 'expire_at',
  channel: 'channel',
};
