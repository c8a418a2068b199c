// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import type { OneOf } from '../one-of.js';
import type { PaginationParams } from '../transport/pagination.js';

/** The parameters of {@link WaitlistEntryAPI.list}. */
export interface WaitlistEntryListParams extends PaginationParams {
  query?: string;
  status?: OneOf<'pending' | 'invited' | 'completed' | 'rejected'>;
  /** By default `'-created_at'`. */
  orderBy?: string;
}

/** The parameters of {@link WaitlistEntryAPI.create}. */
export interface WaitlistEntryCreateParams {
  emailAddress: string;
  /** By default `true`. */
  notify?: boolean | null;
}

/** The parameters of {@link WaitlistEntryAPI.createBulk}. */
export interface CreateBulkParams {
  emailAddress: string;
  /** By default `true`. */
  notify?: boolean | null;
}

/** The parameters of {@link WaitlistEntryAPI.invite}. */
export interface WaitlistEntryInviteParams {
  /** By default `false`. */
  ignoreExisting?: boolean | null;
}
