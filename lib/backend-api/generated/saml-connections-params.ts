// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import type { OneOf } from '../one-of.js';
import type { PaginationParams } from '../transport/pagination.js';
// The global types that applications extend are loaded with the parameters.
import '../metadata.js';

/** The parameters of {@link SamlConnectionAPI.getSamlConnectionList}. */
export interface GetSamlConnectionListParams extends PaginationParams {
  query?: string;
  orderBy?: string;
  organizationId?: string[];
}

/** The parameters of {@link SamlConnectionAPI.createSamlConnection}. */
export interface CreateSamlConnectionParams {
  name: string;
  /** @deprecated Clerk deprecated this parameter. */
  domain?: string;
  domains?: string[];
  provider: OneOf<'saml_custom' | 'saml_okta' | 'saml_google' | 'saml_microsoft'>;
  idpEntityId?: string | null;
  idpSsoUrl?: string | null;
  idpCertificate?: string | null;
  idpMetadataUrl?: string | null;
  idpMetadata?: string | null;
  organizationId?: string | null;
  attributeMapping?: { userId?: string; emailAddress?: string; firstName?: string; lastName?: string } | null;
  forceAuthn?: boolean;
  loginHint?: { mode: OneOf<'email_address' | 'custom_attribute' | 'off'>; source?: string } | null;
}

/** The parameters of {@link SamlConnectionAPI.updateSamlConnection}. */
export interface UpdateSamlConnectionParams {
  name?: string | null;
  /** @deprecated Clerk deprecated this parameter. */
  domain?: string | null;
  domains?: string[] | null;
  idpEntityId?: string | null;
  idpSsoUrl?: string | null;
  idpCertificate?: string | null;
  idpMetadataUrl?: string | null;
  idpMetadata?: string | null;
  organizationId?: string | null;
  attributeMapping?: { userId?: string; emailAddress?: string; firstName?: string; lastName?: string } | null;
  active?: boolean | null;
  syncUserAttributes?: boolean | null;
  allowSubdomains?: boolean | null;
  allowIdpInitiated?: boolean | null;
  disableAdditionalIdentifications?: boolean | null;
  allowOrganizationAccountLinking?: boolean | null;
  forceAuthn?: boolean;
  loginHint?: { mode: OneOf<'email_address' | 'custom_attribute' | 'off'>; source?: string } | null;
  consentVerifiedDomainsDeletion?: boolean | null;
}
