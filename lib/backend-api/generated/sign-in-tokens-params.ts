// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.

/** What {@link SignInTokenAPI.createSignInToken} takes. */
export interface CreateSignInTokenParams {
  userId: string;
  orgId?: string | null;
  /** At least 1. By default `2592000`. */
  expiresInSeconds?: number | null;
}
