// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { OneOf } from '../one-of.js';
import type { PaginationParams } from '../transport/pagination.js';

/** What {@link SessionAPI.getSessionList} takes. */
export interface GetSessionListParams extends PaginationParams {
  clientId?: string;
  userId?: string;
  status?: OneOf<'abandoned' | 'active' | 'ended' | 'expired' | 'removed' | 'replaced' | 'revoked'>;
}

/** What {@link SessionAPI.createSession} takes. */
export interface CreateSessionParams {
  userId: string;
  activeOrganizationId?: string;
}
