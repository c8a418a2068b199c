// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** A permission, as the Backend API answers it. */
export interface Permission {
  readonly object: 'permission';
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly description: string;
  readonly type: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** Reads the API's JSON. */
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
