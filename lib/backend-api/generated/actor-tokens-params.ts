// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.

/** What {@link ActorTokenAPI.create} takes. */
export interface ActorTokenCreateParams {
  userId: string;
  actor: { sub: string; [claim: string]: unknown };
  /** By default `3600`. */
  expiresInSeconds?: number;
  /** By default `1800`. */
  sessionMaxDurationInSeconds?: number;
}
