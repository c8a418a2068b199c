// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { PaginationParams } from '../transport/pagination.js';

/** What {@link RedirectUrlAPI.getRedirectUrlList} takes. */
export type GetRedirectUrlListParams = PaginationParams;

/** What {@link RedirectUrlAPI.createRedirectUrl} takes. */
export interface CreateRedirectUrlParams {
  url: string;
}
