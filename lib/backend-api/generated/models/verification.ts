// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** How far the proof of an e-mail address or a phone number has come. */
export interface VerificationAttempt {
  readonly object?: string;
  readonly id?: string;
  readonly status?: string;
  readonly strategy?: string;
  readonly attempts?: number | null;
  /** Milliseconds since 1970. */
  readonly expireAt?: number | null;
  readonly channel?: string | null;
}

/** Reads the API's JSON. */
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
