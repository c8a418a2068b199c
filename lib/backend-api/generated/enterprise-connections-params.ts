// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import type { OneOf } from '../one-of.js';
import type { PaginationParams } from '../transport/pagination.js';
// The global types that applications extend are loaded with the parameters.
import '../metadata.js';

/** The parameters of {@link EnterpriseConnectionAPI.getEnterpriseConnectionList}. */
export interface GetEnterpriseConnectionListParams extends PaginationParams {
  organizationId?: string;
  active?: boolean;
}

/** The parameters of {@link EnterpriseConnectionAPI.createEnterpriseConnection}. */
export interface CreateEnterpriseConnectionParams {
  name: string;
  provider: OneOf<
    | 'saml_custom'
    | 'saml_okta'
    | 'saml_google'
    | 'saml_microsoft'
    | 'oidc_custom'
    | 'oidc_github_enterprise'
    | 'oidc_gitlab'
  >;
  domains: string[];
  organizationId?: string | null;
  allowOrganizationAccountLinking?: boolean | null;
  active?: boolean | null;
  saml?: {
    idpEntityId?: string | null;
    idpSsoUrl?: string | null;
    idpCertificate?: string | null;
    idpMetadataUrl?: string | null;
    idpMetadata?: string | null;
    attributeMapping?: {
      userId?: string | null;
      emailAddress?: string | null;
      firstName?: string | null;
      lastName?: string | null;
    } | null;
    allowSubdomains?: boolean | null;
    allowIdpInitiated?: boolean | null;
    forceAuthn?: boolean | null;
    loginHint?: { mode: OneOf<'email_address' | 'custom_attribute' | 'off'>; source?: string } | null;
  } | null;
  oidc?: {
    clientId?: string | null;
    clientSecret?: string | null;
    discoveryUrl?: string | null;
    authUrl?: string | null;
    tokenUrl?: string | null;
    userInfoUrl?: string | null;
    requiresPkce?: boolean | null;
  } | null;
  customAttributes?: {
    name: string;
    key: string;
    ssoPath?: string;
    scimPath?: string;
    directoryPath?: string;
    multiValued?: boolean;
  }[];
}

/** The parameters of {@link EnterpriseConnectionAPI.updateEnterpriseConnection}. */
export interface UpdateEnterpriseConnectionParams {
  name?: string | null;
  domains?: string[] | null;
  active?: boolean | null;
  syncUserAttributes?: boolean | null;
  disableAdditionalIdentifications?: boolean | null;
  allowOrganizationAccountLinking?: boolean | null;
  organizationId?: string | null;
  saml?: {
    name?: string | null;
    idpEntityId?: string | null;
    idpSsoUrl?: string | null;
    idpCertificate?: string | null;
    idpMetadataUrl?: string | null;
    idpMetadata?: string | null;
    attributeMapping?: {
      userId?: string | null;
      emailAddress?: string | null;
      firstName?: string | null;
      lastName?: string | null;
    } | null;
    allowSubdomains?: boolean | null;
    allowIdpInitiated?: boolean | null;
    forceAuthn?: boolean | null;
    loginHint?: { mode: OneOf<'email_address' | 'custom_attribute' | 'off'>; source?: string } | null;
  } | null;
  oidc?: {
    clientId?: string | null;
    clientSecret?: string | null;
    discoveryUrl?: string | null;
    authUrl?: string | null;
    tokenUrl?: string | null;
    userInfoUrl?: string | null;
    requiresPkce?: boolean | null;
  } | null;
  customAttributes?:
    | {
        name: string;
        key: string;
        ssoPath?: string;
        scimPath?: string;
        directoryPath?: string;
        multiValued?: boolean;
      }[]
    | null;
}

/** The parameters of {@link EnterpriseConnectionAPI.getEnterpriseConnectionTestRunList}. */
export interface GetEnterpriseConnectionTestRunListParams extends PaginationParams {
  status?: OneOf<'pending' | 'success' | 'failed'>[];
}
