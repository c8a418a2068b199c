// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.

/** What {@link AdminPortalLinkTokenAPI.create} takes. */
export interface AdminPortalLinkTokenCreateParams {
  organizationId?: string;
  itContactId?: string;
  scopes?: string[];
  /** From 0 to 86400. By default `3600`. */
  secondsUntilExpiration?: number;
}

/** What {@link AdminPortalLinkTokenAPI.revoke} takes. */
export interface AdminPortalLinkTokenRevokeParams {
  revocationReason?: string | null;
}
