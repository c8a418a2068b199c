// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.

/** The parameters of {@link SignInTokenAPI.createSignInToken}. */
export interface CreateSignInTokenParams {
  userId: string;
  orgId?: string | null;
  /** At least 1. By default `2592000`. */
  expiresInSeconds?: number | null;
}
