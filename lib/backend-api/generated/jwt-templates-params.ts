// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import type { PaginationParams } from '../transport/pagination.js';

/** The parameters of {@link JwtTemplatesApi.list}. */
export type JwtTemplatesListParams = PaginationParams;

/** The parameters of {@link JwtTemplatesApi.create}. */
export interface JwtTemplatesCreateParams {
  name: string;
  claims: object;
  /** From 30 to 315360000. */
  lifetime?: number | null;
  /** From 0 to 300. */
  allowedClockSkew?: number | null;
  customSigningKey?: boolean;
  signingAlgorithm?: string | null;
  signingKey?: string | null;
}

/** The parameters of {@link JwtTemplatesApi.update}. */
export interface JwtTemplatesUpdateParams {
  templateId: string;
  name: string;
  claims: object;
  /** From 30 to 315360000. */
  lifetime?: number | null;
  /** From 0 to 300. */
  allowedClockSkew?: number | null;
  customSigningKey?: boolean;
  signingAlgorithm?: string | null;
  signingKey?: string | null;
}
