// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, listOf } from '../../transport/decode.js';
import { decodePermission, type Permission, type PermissionJSON } from './permission.js';

/** A role, as the Backend API returns it. */
export interface Role {
  readonly object: 'role';
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly description: string | null;
  readonly isCreatorEligible: boolean;
  readonly permissions: Permission[];
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** The JSON of {@link Role}, with the names and values that the Backend API sends. */
export interface RoleJSON {
  object: 'role';
  id: string;
  name: string;
  key: string;
  description: string | null;
  is_creator_eligible: boolean;
  permissions: PermissionJSON[];
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
}

/** Decodes the JSON of the Backend API. */
export function decodeRole(json: unknown): Role {
  return decodeObject<Role>(json, ROLE_FIELDS);
}

const ROLE_FIELDS: FieldMap<Role> = {
  object: 'object',
  id: 'id',
  name: 'name',
  key: 'key',
  description: 'description',
  isCreatorEligible: 'is_creator_eligible',
  permissions: ['permissions', listOf(decodePermission)],
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
