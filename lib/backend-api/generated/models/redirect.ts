// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** A redirect url, as the Backend API answers it. */
export interface RedirectUrl {
  readonly object: 'redirect_url';
  readonly id: string;
  readonly url: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** Reads the API's JSON. */
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
