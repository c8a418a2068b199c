// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap, listOf } from '../../transport/decode.js';

/** A machine, as the Backend API answers it. */
export interface Machine {
  readonly object: 'machine';
  readonly id: string;
  readonly name: string;
  readonly instanceId: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  readonly defaultTokenTtl: number;
  readonly scopedMachines: MachineWithoutScopedMachines[];
  readonly secretKey: string | undefined;
}

/** A machine scope, as the Backend API answers it. */
export interface MachineScope {
  readonly object: 'machine_scope';
  readonly fromMachineId: string;
  readonly toMachineId: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** A machine secret key, as the Backend API answers it. */
export interface MachineSecretKey {
  readonly object: 'machine_secret_key';
  readonly secret: string;
}

/** A machine without scoped machines, as the Backend API answers it. */
export interface MachineWithoutScopedMachines {
  readonly object: 'machine';
  readonly id: string;
  readonly name: string;
  readonly instanceId: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  readonly defaultTokenTtl: number;
  readonly scopedMachines: never[];
}

/** Reads the API's JSON. */
export function decodeMachine(json: unknown): Machine {
  return decodeObject<Machine>(json, MACHINE_FIELDS);
}

/** Reads the API's JSON. */
export function decodeMachineScope(json: unknown): MachineScope {
  return decodeObject<MachineScope>(json, MACHINE_SCOPE_FIELDS);
}

/** Reads the API's JSON. */
export function decodeMachineSecretKey(json: unknown): MachineSecretKey {
  return decodeObject<MachineSecretKey>(json, MACHINE_SECRET_KEY_FIELDS);
}

/** Reads the API's JSON. */
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

const MACHINE_SCOPE_FIELDS: FieldMap<MachineScope> = {
  object: 'object',
  fromMachineId: 'from_machine_id',
  toMachineId: 'to_machine_id',
  createdAt: 'created_at',
};

const MACHINE_SECRET_KEY_FIELDS: FieldMap<MachineSecretKey> = {
  object: 'object',
  secret: 'secret',
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
