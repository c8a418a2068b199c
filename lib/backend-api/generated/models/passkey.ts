// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, ifPresent } from '../../transport/decode.js';
import { Verification, type VerificationJSON } from '../../models/verification.js';

/** A passkey, as the Backend API returns it. */
export interface Passkey {
  readonly id?: string;
  readonly object: 'passkey';
  readonly name: string;
  /** Unix time in milliseconds. */
  readonly lastUsedAt: number;
  readonly verification: Verification | null;
}

/** The JSON of {@link Passkey}, with the names and values that the Backend API sends. */
export interface PasskeyJSON {
  id?: string;
  object: 'passkey';
  name: string;
  /** Unix time in milliseconds. */
  last_used_at: number;
  verification: VerificationJSON | null;
}

/** Decodes the JSON of the Backend API. */
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
