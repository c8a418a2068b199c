// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.

/** The parameters of {@link ProxyCheckAPI.verify}. */
export interface ProxyCheckVerifyParams {
  domainId?: string;
  proxyUrl?: string;
}
