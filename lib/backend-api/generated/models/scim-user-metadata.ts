// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** A SCIM user metadata, as the Backend API returns it. */
export interface ScimUserMetadata {
  readonly directoryId: string;
  readonly directoryEnabled?: boolean;
  readonly externalId: string | null;
}

/** The JSON of {@link ScimUserMetadata}, with the names and values that the Backend API sends. */
export interface ScimUserMetadataJSON {
  directory_id: string;
  directory_enabled?: boolean;
  external_id: string | null;
}

/** Decodes the JSON of the Backend API. */
export function decodeScimUserMetadata(json: unknown): ScimUserMetadata {
  return decodeObject<ScimUserMetadata>(json, SCIM_USER_METADATA_FIELDS);
}

const SCIM_USER_METADATA_FIELDS: FieldMap<ScimUserMetadata> = {
  directoryId: 'directory_id',
  directoryEnabled: 'directory_enabled',
  externalId: 'external_id',
};
