// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import type { PaginationParams } from '../transport/pagination.js';

/** The parameters of {@link AllowlistIdentifierAPI.getAllowlistIdentifierList}. */
export type GetAllowlistIdentifierListParams = PaginationParams;

/** The parameters of {@link AllowlistIdentifierAPI.createAllowlistIdentifier}. */
export interface CreateAllowlistIdentifierParams {
  identifier: string;
  /** By default `false`. */
  notify?: boolean;
}
