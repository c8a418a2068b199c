// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, valueOrNull } from '../../transport/decode.js';

/** A deleted machine scope, as the Backend API returns it. */
export interface DeletedMachineScope {
  readonly object: 'machine_scope';
  readonly fromMachineId: string;
  readonly toMachineId: string;
  readonly deleted: true;
  readonly id: string | null;
  readonly slug: string | null;
}

/** The JSON of {@link DeletedMachineScope}, with the names and values that the Backend API sends. */
export interface DeletedMachineScopeJSON {
  object: 'machine_scope';
  from_machine_id: string;
  to_machine_id: string;
  deleted: true;
  id: string | null;
  slug: string | null;
}

/** Decodes the JSON of the Backend API. */
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
