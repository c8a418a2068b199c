// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { PaginationParams } from '../transport/pagination.js';

/** What {@link BlocklistIdentifierAPI.getBlocklistIdentifierList} takes. */
export type GetBlocklistIdentifierListParams = PaginationParams;

/** What {@link BlocklistIdentifierAPI.createBlocklistIdentifier} takes. */
export interface CreateBlocklistIdentifierParams {
  identifier: string;
}
