// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.

/** What {@link BetaFeaturesAPI.updateInstanceSettings} takes. */
export interface UpdateInstanceSettingsParams {
  /** By default `false`. */
  restrictedToAllowlist?: boolean | null;
  fromEmailAddress?: string | null;
  progressiveSignUp?: boolean | null;
  testMode?: boolean | null;
}

/** What {@link BetaFeaturesAPI.updateProductionInstanceDomain} takes. */
export interface UpdateProductionInstanceDomainParams {
  homeUrl?: string;
  isSecondary?: boolean;
}
