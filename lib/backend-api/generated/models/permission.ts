// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** A permission, as the Backend API returns it. */
export interface Permission {
  readonly object: 'permission';
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly description: string;
  readonly type: string;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** The JSON of {@link Permission}, with the names and values that the Backend API sends. */
export interface PermissionJSON {
  object: 'permission';
  id: string;
  name: string;
  key: string;
  description: string;
  type: string;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
}

/** Decodes the JSON of the Backend API. */
export function decodePermission(json: unknown): Permission {
  return decodeObject<Permission>(json, PERMISSION_FIELDS);
}

const PERMISSION_FIELDS: FieldMap<Permission> = {
  object: 'object',
  id: 'id',
  name: 'name',
  key: 'key',
  description: 'description',
  type: 'type',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
