// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap, ifPresent } from '../../transport/decode.js';
import { Verification } from '../../models/verification.js';

/** A passkey, as the Backend API answers it. */
export interface Passkey {
  readonly id?: string;
  readonly object: 'passkey';
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly lastUsedAt: number;
  readonly verification: Verification | null;
}

/** Reads the API's JSON. */
export function decodePasskey(json: unknown): Passkey {
  return decodeObject<Passkey>(json, PASSKEY_FIELDS);
}

const PASSKEY_FIELDS: FieldMap<Passkey> = {
  id: 'id',
  object: 'object',
  name: 'name',
  lastUsedAt: 'last_used_at',
  verification: ['verification', ifPresent(Verification.fromJSON)],
};
