// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** A machine secret key, as the Backend API returns it. */
export interface MachineSecretKey {
  readonly object: 'machine_secret_key';
  readonly secret: string;
}

/** The JSON of {@link MachineSecretKey}, with the names and values that the Backend API sends. */
export interface MachineSecretKeyJSON {
  object: 'machine_secret_key';
  secret: string;
}

/** Decodes the JSON of the Backend API. */
export function decodeMachineSecretKey(json: unknown): MachineSecretKey {
  return decodeObject<MachineSecretKey>(json, MACHINE_SECRET_KEY_FIELDS);
}

const MACHINE_SECRET_KEY_FIELDS: FieldMap<MachineSecretKey> = {
  object: 'object',
  secret: 'secret',
};
