// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { OneOf } from '../one-of.js';
import type { PaginationParams } from '../transport/pagination.js';
// The global types that an application augments come with the parameters.
import '../metadata.js';

/** What {@link EnterpriseConnectionAPI.getEnterpriseConnectionList} takes. */
export interface GetEnterpriseConnectionListParams extends PaginationParams {
  organizationId?: string;
  active?: boolean;
}

/** What {@link EnterpriseConnectionAPI.createEnterpriseConnection} takes. */
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

/** What {@link EnterpriseConnectionAPI.updateEnterpriseConnection} takes. */
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

/** What {@link EnterpriseConnectionAPI.getEnterpriseConnectionTestRunList} takes. */
export interface GetEnterpriseConnectionTestRunListParams extends PaginationParams {
  status?: OneOf<'pending' | 'success' | 'failed'>[];
}
