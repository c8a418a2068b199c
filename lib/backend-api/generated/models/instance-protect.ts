// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** An instance protect, as the Backend API returns it. */
export interface InstanceProtect {
  readonly object: 'instance_protect';
  readonly rulesEnabled: boolean;
  readonly specterEnabled: boolean;
  readonly checksBypassed: boolean;
}

/** The JSON of {@link InstanceProtect}, with the names and values that the Backend API sends. */
export interface InstanceProtectJSON {
  object: 'instance_protect';
  rules_enabled: boolean;
  specter_enabled: boolean;
  checks_bypassed: boolean;
}

/** Decodes the JSON of the Backend API. */
export function decodeInstanceProtect(json: unknown): InstanceProtect {
  return decodeObject<InstanceProtect>(json, INSTANCE_PROTECT_FIELDS);
}

const INSTANCE_PROTECT_FIELDS: FieldMap<InstanceProtect> = {
  object: 'object',
  rulesEnabled: 'rules_enabled',
  specterEnabled: 'specter_enabled',
  checksBypassed: 'checks_bypassed',
};
