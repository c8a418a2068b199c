// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import type { OneOf } from '../one-of.js';
import type { PaginationParams } from '../transport/pagination.js';
// The global types that applications extend are loaded with the parameters.
import '../metadata.js';

/** The parameters of {@link InvitationAPI.getInvitationList}. */
export interface GetInvitationListParams extends PaginationParams {
  status?: OneOf<'pending' | 'accepted' | 'revoked' | 'expired'>;
  query?: string;
  /** By default `'-created_at'`. */
  orderBy?: string;
}

/** The parameters of {@link InvitationAPI.createInvitation}. */
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

/** The parameters of {@link InvitationAPI.createInvitationBulk}. */
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
