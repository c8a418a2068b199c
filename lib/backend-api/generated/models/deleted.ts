// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap, valueOrNull } from '../../transport/decode.js';

/** A deleted machine scope, as the Backend API answers it. */
export interface DeletedMachineScope {
  readonly object: 'machine_scope';
  readonly fromMachineId: string;
  readonly toMachineId: string;
  readonly deleted: true;
  readonly id: string | null;
  readonly slug: string | null;
}

/** Reads the API's JSON. */
export function decodeDeletedMachineScope(json: unknown): DeletedMachineScope {
  return decodeObject<DeletedMachineScope>(json, DELETED_MACHINE_SCOPE_FIELDS);
}

const DELETED_MACHINE_SCOPE_FIELDS: FieldMap<DeletedMachineScope> = {
  object: 'object',
  fromMachineId: 'from_machine_id',
  toMachineId: 'to_machine_id',
  deleted: 'deleted',
  id: ['id', valueOrNull],
  slug: ['slug', valueOrNull],
};
