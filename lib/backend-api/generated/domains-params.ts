// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.

/** What {@link DomainAPI.add} takes. */
export interface DomainAddParams {
  name: string;
  is_satellite: boolean;
  proxy_url?: string | null;
}

/** What {@link DomainAPI.update} takes. */
export interface DomainUpdateParams {
  domainId: string;
  name?: string | null;
  proxy_url?: string | null;
  is_secondary?: boolean | null;
}
