// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { OneOf } from '../one-of.js';
import type { PaginationParams } from '../transport/pagination.js';
// The global types that an application augments come with the parameters.
import '../metadata.js';

/** What {@link InvitationAPI.getInvitationList} takes. */
export interface GetInvitationListParams extends PaginationParams {
  status?: OneOf<'pending' | 'accepted' | 'revoked' | 'expired'>;
  query?: string;
  /** By default `'-created_at'`. */
  orderBy?: string;
}

/** What {@link InvitationAPI.createInvitation} takes. */
export interface CreateInvitationParams {
  emailAddress: string;
  publicMetadata?: UserPublicMetadata;
  redirectUrl?: string;
  /** By default `true`. */
  notify?: boolean | null;
  /** By default `false`. */
  ignoreExisting?: boolean | null;
  /** From 1 to 365. */
  expiresInDays?: number | null;
  templateSlug?: OneOf<'invitation' | 'waitlist_invitation'>;
}

/** What {@link InvitationAPI.createInvitationBulk} takes. */
export interface CreateInvitationBulkParams {
  emailAddress: string;
  publicMetadata?: UserPublicMetadata | null;
  redirectUrl?: string | null;
  /** By default `true`. */
  notify?: boolean | null;
  /** By default `false`. */
  ignoreExisting?: boolean | null;
  /** From 1 to 365. */
  expiresInDays?: number | null;
  /** By default `'invitation'`. */
  templateSlug?: OneOf<'invitation' | 'waitlist_invitation'>;
}
