// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** A Svix URL, as the Backend API returns it. */
export interface SvixURL {
  readonly svixUrl: string;
  readonly svix_url: string;
}

/** The JSON of {@link SvixURL}, with the names and values that the Backend API sends. */
export interface WebhooksSvixJSON {
  svix_url: string;
}

/** Decodes the JSON of the Backend API. */
export function decodeSvixURL(json: unknown): SvixURL {
  return decodeObject<SvixURL>(json, SVIX_URL_FIELDS);
}

const SVIX_URL_FIELDS: FieldMap<SvixURL> = {
  svixUrl: 'svix_url',
  svix_url: 'svix_url',
};
