// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import type { PaginationParams } from '../transport/pagination.js';

/** The parameters of {@link APIKeysAPI.list}. */
export interface APIKeysListParams extends PaginationParams {
  /** By default `'api_key'`. */
  type?: string;
  subject: string;
  /** By default `'false'`. */
  includeInvalid?: boolean;
  query?: string;
}

/** The parameters of {@link APIKeysAPI.create}. */
export interface APIKeysCreateParams {
  /** 3 to 25 characters. By default `'api_key'`. */
  type?: string;
  name: string;
  /** At most 255 characters. */
  description?: string | null;
  subject: string;
  claims?: Record<string, unknown> | null;
  /** By default `[]`. */
  scopes?: string[];
  createdBy?: string | null;
  /** At least 0. */
  secondsUntilExpiration?: number | null;
}

/** The parameters of {@link APIKeysAPI.update}. */
export interface APIKeysUpdateParams {
  apiKeyId: string;
  claims?: Record<string, unknown> | null;
  scopes?: string[];
  /** At most 255 characters. */
  description?: string | null;
  subject?: string;
  /** At least 0. */
  secondsUntilExpiration?: number | null;
}

/** The parameters of {@link APIKeysAPI.revoke}. */
export interface APIKeysRevokeParams {
  apiKeyId: string;
  revocationReason?: string | null;
}
