// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { PaginationParams } from '../transport/pagination.js';

/** What {@link JwtTemplatesApi.list} takes. */
export type JwtTemplatesListParams = PaginationParams;

/** What {@link JwtTemplatesApi.create} takes. */
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

/** What {@link JwtTemplatesApi.update} takes. */
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
