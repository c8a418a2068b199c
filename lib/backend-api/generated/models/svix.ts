// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** A svix url, as the Backend API answers it. */
export interface SvixURL {
  readonly svixUrl: string;
  readonly svix_url: string;
}

/** Reads the API's JSON. */
export function decodeSvixURL(json: unknown): SvixURL {
  return decodeObject<SvixURL>(json, SVIX_URL_FIELDS);
}

const SVIX_URL_FIELDS: FieldMap<SvixURL> = {
  svixUrl: 'svix_url',
  svix_url: 'svix_url',
};
