// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** An instance, as the Backend API returns it. */
export interface Instance {
  readonly object: 'instance';
  readonly id: string;
  readonly environmentType: string;
  readonly allowedOrigins: string[] | null;
  readonly workspaceId: string | null;
}

/** The JSON of {@link Instance}, with the names and values that the Backend API sends. */
export interface InstanceJSON {
  object: 'instance';
  id: string;
  environment_type: string;
  allowed_origins: string[] | null;
  workspace_id: string | null;
}

/** Decodes the JSON of the Backend API. */
export function decodeInstance(json: unknown): Instance {
  return decodeObject<Instance>(json, INSTANCE_FIELDS);
}

const INSTANCE_FIELDS: FieldMap<Instance> = {
  object: 'object',
  id: 'id',
  environmentType: 'environment_type',
  allowedOrigins: 'allowed_origins',
  workspaceId: 'workspace_id',
};
