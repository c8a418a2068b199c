// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import type { OneOf } from '../one-of.js';
import type { PaginationParams } from '../transport/pagination.js';

/** The parameters of {@link SessionAPI.getSessionList}. */
export interface GetSessionListParams extends PaginationParams {
  clientId?: string;
  userId?: string;
  status?: OneOf<'abandoned' | 'active' | 'ended' | 'expired' | 'removed' | 'replaced' | 'revoked'>;
}

/** The parameters of {@link SessionAPI.createSession}. */
export interface CreateSessionParams {
  userId: string;
  activeOrganizationId?: string;
}
