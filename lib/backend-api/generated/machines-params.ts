// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import type { PaginationParams } from '../transport/pagination.js';

/** The parameters of {@link MachineApi.list}. */
export interface MachineListParams extends PaginationParams {
  query?: string;
  /** By default `'-created_at'`. */
  orderBy?: string;
}

/** The parameters of {@link MachineApi.create}. */
export interface MachineCreateParams {
  /** 1 to 255 characters. */
  name: string;
  /** At most 150 values. */
  scopedMachines?: string[];
  /** From 1 to 315360000. By default `3600`. */
  defaultTokenTtl?: number;
}

/** The parameters of {@link MachineApi.update}. */
export interface MachineUpdateParams {
  machineId: string;
  /** 1 to 255 characters. */
  name?: string;
  /** From 1 to 315360000. */
  defaultTokenTtl?: number;
}

/** The parameters of {@link MachineApi.rotateSecretKey}. */
export interface RotateSecretKeyParams {
  machineId: string;
  /** From 0 to 28800. */
  previousTokenTtl: number;
}
