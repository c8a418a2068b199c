// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** A redirect URL, as the Backend API returns it. */
export interface RedirectUrl {
  readonly object: 'redirect_url';
  readonly id: string;
  readonly url: string;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** The JSON of {@link RedirectUrl}, with the names and values that the Backend API sends. */
export interface RedirectUrlJSON {
  object: 'redirect_url';
  id: string;
  url: string;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
}

/** Decodes the JSON of the Backend API. */
export function decodeRedirectUrl(json: unknown): RedirectUrl {
  return decodeObject<RedirectUrl>(json, REDIRECT_URL_FIELDS);
}

const REDIRECT_URL_FIELDS: FieldMap<RedirectUrl> = {
  object: 'object',
  id: 'id',
  url: 'url',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
