// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { OneOf } from '../one-of.js';
import type { PaginationParams } from '../transport/pagination.js';

/** What {@link RoleSetAPI.getRoleSetList} takes. */
export interface GetRoleSetListParams extends PaginationParams {
  query?: string;
  /** By default `'-created_at'`. */
  orderBy?: string;
}

/** What {@link RoleSetAPI.createRoleSet} takes. */
export interface CreateRoleSetParams {
  name: string;
  key?: string;
  description?: string | null;
  defaultRoleKey: string;
  creatorRoleKey: string;
  type?: OneOf<'initial' | 'custom'>;
  roles: string[];
}

/** What {@link RoleSetAPI.updateRoleSet} takes. */
export interface UpdateRoleSetParams {
  roleSetKeyOrId: string;
  name?: string | null;
  key?: string | null;
  description?: string | null;
  type?: OneOf<'initial'> | null;
  defaultRoleKey?: string | null;
  creatorRoleKey?: string | null;
}

/** What {@link RoleSetAPI.replaceRoleSet} takes. */
export interface ReplaceRoleSetParams {
  roleSetKeyOrId: string;
  destRoleSetKey: string;
  reassignmentMappings?: Record<string, string>;
}

/** What {@link RoleSetAPI.addRolesToRoleSet} takes. */
export interface AddRolesToRoleSetParams {
  roleSetKeyOrId: string;
  roleKeys: string[];
  defaultRoleKey?: string;
  creatorRoleKey?: string;
}

/** What {@link RoleSetAPI.replaceRoleInRoleSet} takes. */
export interface ReplaceRoleInRoleSetParams {
  roleSetKeyOrId: string;
  roleKey: string;
  toRoleKey: string;
}
