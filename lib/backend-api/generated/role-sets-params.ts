// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import type { OneOf } from '../one-of.js';
import type { PaginationParams } from '../transport/pagination.js';

/** The parameters of {@link RoleSetAPI.getRoleSetList}. */
export interface GetRoleSetListParams extends PaginationParams {
  query?: string;
  /** By default `'-created_at'`. */
  orderBy?: string;
}

/** The parameters of {@link RoleSetAPI.createRoleSet}. */
export interface CreateRoleSetParams {
  name: string;
  key?: string;
  description?: string | null;
  defaultRoleKey: string;
  creatorRoleKey: string;
  type?: OneOf<'initial' | 'custom'>;
  roles: string[];
}

/** The parameters of {@link RoleSetAPI.updateRoleSet}. */
export interface UpdateRoleSetParams {
  roleSetKeyOrId: string;
  name?: string | null;
  key?: string | null;
  description?: string | null;
  type?: OneOf<'initial'> | null;
  defaultRoleKey?: string | null;
  creatorRoleKey?: string | null;
}

/** The parameters of {@link RoleSetAPI.replaceRoleSet}. */
export interface ReplaceRoleSetParams {
  roleSetKeyOrId: string;
  destRoleSetKey: string;
  reassignmentMappings?: Record<string, string>;
}

/** The parameters of {@link RoleSetAPI.addRolesToRoleSet}. */
export interface AddRolesToRoleSetParams {
  roleSetKeyOrId: string;
  roleKeys: string[];
  defaultRoleKey?: string;
  creatorRoleKey?: string;
}

/** The parameters of {@link RoleSetAPI.replaceRoleInRoleSet}. */
export interface ReplaceRoleInRoleSetParams {
  roleSetKeyOrId: string;
  roleKey: string;
  toRoleKey: string;
}
