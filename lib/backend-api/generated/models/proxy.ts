// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap } from '../../transport/decode.js';

/** A proxy check, as the Backend API answers it. */
export interface ProxyCheck {
  readonly object: 'proxy_check';
  readonly id: string;
  readonly domainId: string;
  /** Milliseconds since 1970. */
  readonly lastRunAt: number | null;
  readonly proxyUrl: string;
  readonly successful: boolean;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** Reads the API's JSON. */
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
