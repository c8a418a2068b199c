// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { PaginationParams } from '../transport/pagination.js';

/** What {@link AllowlistIdentifierAPI.getAllowlistIdentifierList} takes. */
export type GetAllowlistIdentifierListParams = PaginationParams;

/** What {@link AllowlistIdentifierAPI.createAllowlistIdentifier} takes. */
export interface CreateAllowlistIdentifierParams {
  identifier: string;
  /** By default `false`. */
  notify?: boolean;
}
