// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.

/** The parameters of {@link DomainAPI.add}. */
export interface DomainAddParams {
  name: string;
  is_satellite: boolean;
  proxy_url?: string | null;
}

/** The parameters of {@link DomainAPI.update}. */
export interface DomainUpdateParams {
  domainId: string;
  name?: string | null;
  proxy_url?: string | null;
  is_secondary?: boolean | null;
}
