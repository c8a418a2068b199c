// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.

/** The parameters of {@link BetaFeaturesAPI.updateInstanceSettings}. */
export interface UpdateInstanceSettingsParams {
  /** By default `false`. */
  restrictedToAllowlist?: boolean | null;
  fromEmailAddress?: string | null;
  progressiveSignUp?: boolean | null;
  testMode?: boolean | null;
}

/** The parameters of {@link BetaFeaturesAPI.updateProductionInstanceDomain}. */
export interface UpdateProductionInstanceDomainParams {
  homeUrl?: string;
  isSecondary?: boolean;
}
