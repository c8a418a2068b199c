// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** A machine scope, as the Backend API returns it. */
export interface MachineScope {
  readonly object: 'machine_scope';
  readonly fromMachineId: string;
  readonly toMachineId: string;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
}

/** The JSON of {@link MachineScope}, with the names and values that the Backend API sends. */
export interface MachineScopeJSON {
  object: 'machine_scope';
  from_machine_id: string;
  to_machine_id: string;
  /** Unix time in milliseconds. */
  created_at: number;
}

/** Decodes the JSON of the Backend API. */
export function decodeMachineScope(json: unknown): MachineScope {
  return decodeObject<MachineScope>(json, MACHINE_SCOPE_FIELDS);
}

const MACHINE_SCOPE_FIELDS: FieldMap<MachineScope> = {
  object: 'object',
  fromMachineId: 'from_machine_id',
  toMachineId: 'to_machine_id',
  createdAt: 'created_at',
};
