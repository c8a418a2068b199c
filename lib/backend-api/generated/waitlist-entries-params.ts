// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { OneOf } from '../one-of.js';
import type { PaginationParams } from '../transport/pagination.js';

/** What {@link WaitlistEntryAPI.list} takes. */
export interface WaitlistEntryListParams extends PaginationParams {
  query?: string;
  status?: OneOf<'pending' | 'invited' | 'completed' | 'rejected'>;
  /** By default `'-created_at'`. */
  orderBy?: string;
}

/** What {@link WaitlistEntryAPI.create} takes. */
export interface WaitlistEntryCreateParams {
  emailAddress: string;
  /** By default `true`. */
  notify?: boolean | null;
}

/** What {@link WaitlistEntryAPI.createBulk} takes. */
export interface CreateBulkParams {
  emailAddress: string;
  /** By default `true`. */
  notify?: boolean | null;
}

/** What {@link WaitlistEntryAPI.invite} takes. */
export interface WaitlistEntryInviteParams {
  /** By default `false`. */
  ignoreExisting?: boolean | null;
}
