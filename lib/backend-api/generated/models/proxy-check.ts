// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** A proxy check, as the Backend API returns it. */
export interface ProxyCheck {
  readonly object: 'proxy_check';
  readonly id: string;
  readonly domainId: string;
  /** Unix time in milliseconds. */
  readonly lastRunAt: number | null;
  readonly proxyUrl: string;
  readonly successful: boolean;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** The JSON of {@link ProxyCheck}, with the names and values that the Backend API sends. */
export interface ProxyCheckJSON {
  object: 'proxy_check';
  id: string;
  domain_id: string;
  /** Unix time in milliseconds. */
  last_run_at: number | null;
  proxy_url: string;
  successful: boolean;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
}

/** Decodes the JSON of the Backend API. */
export function decodeProxyCheck(json: unknown): ProxyCheck {
  return decodeObject<ProxyCheck>(json, PROXY_CHECK_FIELDS);
}

const PROXY_CHECK_FIELDS: FieldMap<ProxyCheck> = {
  object: 'object',
  id: 'id',
  domainId: 'domain_id',
  lastRunAt: 'last_run_at',
  proxyUrl: 'proxy_url',
  successful: 'successful',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
