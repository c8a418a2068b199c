// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, listOf } from '../../transport/decode.js';

/** A machine, as the Backend API returns it. */
export interface Machine {
  readonly object: 'machine';
  readonly id: string;
  readonly name: string;
  readonly instanceId: string;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
  readonly defaultTokenTtl: number;
  readonly scopedMachines: MachineWithoutScopedMachines[];
  readonly secretKey: string | undefined;
}

/** The JSON of {@link Machine}, with the names and values that the Backend API sends. */
export interface MachineJSON {
  object: 'machine';
  id: string;
  name: string;
  instance_id: string;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
  default_token_ttl: number;
  scoped_machines: MachineWithoutScopedMachinesJSON[];
  secret_key?: string;
}

/** A machine without scoped machines, as the Backend API returns it. */
export interface MachineWithoutScopedMachines {
  readonly object: 'machine';
  readonly id: string;
  readonly name: string;
  readonly instanceId: string;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
  readonly defaultTokenTtl: number;
  readonly scopedMachines: never[];
}

/** The JSON of {@link MachineWithoutScopedMachines}, with the names and values that the Backend API sends. */
export interface MachineWithoutScopedMachinesJSON {
  object: 'machine';
  id: string;
  name: string;
  instance_id: string;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
  default_token_ttl: number;
  scoped_machines: never[];
}

/** Decodes the JSON of the Backend API. */
export function decodeMachine(json: unknown): Machine {
  return decodeObject<Machine>(json, MACHINE_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeMachineWithoutScopedMachines(json: unknown): MachineWithoutScopedMachines {
  return decodeObject<MachineWithoutScopedMachines>(json, MACHINE_WITHOUT_SCOPED_MACHINES_FIELDS);
}

const MACHINE_FIELDS: FieldMap<Machine> = {
  object: 'object',
  id: 'id',
  name: 'name',
  instanceId: 'instance_id',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  defaultTokenTtl: 'default_token_ttl',
  scopedMachines: ['scoped_machines', listOf(decodeMachineWithoutScopedMachines)],
  secretKey: 'secret_key',
};

const MACHINE_WITHOUT_SCOPED_MACHINES_FIELDS: FieldMap<MachineWithoutScopedMachines> = {
  object: 'object',
  id: 'id',
  name: 'name',
  instanceId: 'instance_id',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  defaultTokenTtl: 'default_token_ttl',
  scopedMachines: ['scoped_machines', () => []],
};
