// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** An instance communication, as the Backend API returns it. */
export interface InstanceCommunication {
  readonly object: 'instance_communication';
  readonly blockedCountryCodes: string[];
}

/** The JSON of {@link InstanceCommunication}, with the names and values that the Backend API sends. */
export interface InstanceCommunicationJSON {
  object: 'instance_communication';
  blocked_country_codes: string[];
}

/** Decodes the JSON of the Backend API. */
export function decodeInstanceCommunication(json: unknown): InstanceCommunication {
  return decodeObject<InstanceCommunication>(json, INSTANCE_COMMUNICATION_FIELDS);
}

const INSTANCE_COMMUNICATION_FIELDS: FieldMap<InstanceCommunication> = {
  object: 'object',
  blockedCountryCodes: 'blocked_country_codes',
};
