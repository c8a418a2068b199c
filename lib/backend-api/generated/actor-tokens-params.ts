// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.

/** The parameters of {@link ActorTokenAPI.create}. */
export interface ActorTokenCreateParams {
  userId: string;
  actor: { sub: string; [claim: string]: unknown };
  /** By default `3600`. */
  expiresInSeconds?: number;
  /** By default `1800`. */
  sessionMaxDurationInSeconds?: number;
}
