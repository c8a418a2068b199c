// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.

/** The parameters of {@link AdminPortalLinkTokenAPI.create}. */
export interface AdminPortalLinkTokenCreateParams {
  organizationId?: string;
  itContactId?: string;
  scopes?: string[];
  /** From 0 to 86400. By default `3600`. */
  secondsUntilExpiration?: number;
}

/** The parameters of {@link AdminPortalLinkTokenAPI.revoke}. */
export interface AdminPortalLinkTokenRevokeParams {
  revocationReason?: string | null;
}
