// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import { decodeObject, type FieldMap, ifPresent, listOf } from '../../transport/decode.js';
import {
  decodeSamlConnectionIdpCertificate,
  type SamlConnectionIdpCertificate,
} from '../../models/saml-connection-idp-certificate.js';
import { Verification } from '../../models/verification.js';

/** A saml account, as the Backend API answers it. */
export interface SamlAccount {
  readonly id: string;
  readonly object: 'saml_account';
  readonly provider: string;
  readonly active: boolean;
  readonly emailAddress: string;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly providerUserId?: string | null;
  /** Milliseconds since 1970. */
  readonly lastAuthenticatedAt?: number | null;
  readonly publicMetadata?: Record<string, unknown>;
  readonly samlConnection?: SamlAccountConnection | null;
  readonly verification: Verification | null;
}

/** A saml account connection, as the Backend API answers it. */
export interface SamlAccountConnection {
  readonly id: string;
  readonly name: string;
  /** @deprecated Clerk has deprecated the field. */
  readonly domain?: string;
  readonly domains?: string[];
  readonly active: boolean;
  readonly provider: string;
  readonly syncUserAttributes: boolean;
  readonly allowSubdomains?: boolean;
  readonly allowIdpInitiated?: boolean;
  readonly disableAdditionalIdentifications?: boolean;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** A saml connection, as the Backend API answers it. */
export interface SamlConnection {
  readonly object: 'saml_connection';
  readonly id: string;
  readonly name: string;
  /** @deprecated Clerk has deprecated the field. */
  readonly domain: string;
  readonly domains?: string[];
  readonly idpEntityId: string | null;
  readonly idpSsoUrl: string | null;
  readonly idpCertificate: string | null;
  /** Milliseconds since 1970. */
  readonly idpCertificateIssuedAt: number;
  /** Milliseconds since 1970. */
  readonly idpCertificateExpiresAt: number;
  readonly idpMetadataUrl: string | null;
  readonly idpMetadata: string | null;
  readonly acsUrl: string;
  readonly spEntityId: string;
  readonly spMetadataUrl: string;
  readonly organizationId: string | null;
  readonly attributeMapping: SamlConnectionAttributeMapping;
  readonly active: boolean;
  readonly provider: string;
  readonly userCount: number;
  readonly syncUserAttributes: boolean;
  readonly allowSubdomains: boolean;
  readonly allowIdpInitiated: boolean;
  readonly disableAdditionalIdentifications: boolean;
  readonly allowOrganizationAccountLinking: boolean;
  readonly forceAuthn: boolean;
  readonly loginHint: SamlConnectionLoginHint;
  readonly enterpriseConnectionId?: string | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  readonly idpCertificates: SamlConnectionIdpCertificate[];
}

/** A saml connection attribute mapping, as the Backend API answers it. */
export interface SamlConnectionAttributeMapping {
  readonly userId: string;
  readonly emailAddress: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** A saml connection login hint, as the Backend API answers it. */
export interface SamlConnectionLoginHint {
  readonly mode: 'email_address' | 'custom_attribute' | 'off';
  readonly source?: string;
}

/** Reads the API's JSON. */
export function decodeSamlAccount(json: unknown): SamlAccount {
  return decodeObject<SamlAccount>(json, SAML_ACCOUNT_FIELDS);
}

/** Reads the API's JSON. */
export function decodeSamlAccountConnection(json: unknown): SamlAccountConnection {
  return decodeObject<SamlAccountConnection>(json, SAML_ACCOUNT_CONNECTION_FIELDS);
}

/** Reads the API's JSON. */
export function decodeSamlConnection(json: unknown): SamlConnection {
  return decodeObject<SamlConnection>(json, SAML_CONNECTION_FIELDS);
}

/** Reads the API's JSON. */
export function decodeSamlConnectionAttributeMapping(json: unknown): SamlConnectionAttributeMapping {
  return decodeObject<SamlConnectionAttributeMapping>(json, SAML_CONNECTION_ATTRIBUTE_MAPPING_FIELDS);
}

/** Reads the API's JSON. */
export function decodeSamlConnectionLoginHint(json: unknown): SamlConnectionLoginHint {
  return decodeObject<SamlConnectionLoginHint>(json, SAML_CONNECTION_LOGIN_HINT_FIELDS);
}

const SAML_ACCOUNT_FIELDS: FieldMap<SamlAccount> = {
  id: 'id',
  object: 'object',
  provider: 'provider',
  active: 'active',
  emailAddress: 'email_address',
  firstName: 'first_name',
  lastName: 'last_name',
  providerUserId: 'provider_user_id',
  lastAuthenticatedAt: 'last_authenticated_at',
  publicMetadata: 'public_metadata',
  samlConnection: ['saml_connection', ifPresent(decodeSamlAccountConnection)],
  verification: ['verification', ifPresent(Verification.fromJSON)],
};

const SAML_ACCOUNT_CONNECTION_FIELDS: FieldMap<SamlAccountConnection> = {
  id: 'id',
  name: 'name',
  domain: 'domain',
  domains: 'domains',
  active: 'active',
  provider: 'provider',
  syncUserAttributes: 'sync_user_attributes',
  allowSubdomains: 'allow_subdomains',
  allowIdpInitiated: 'allow_idp_initiated',
  disableAdditionalIdentifications: 'disable_additional_identifications',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};

const SAML_CONNECTION_FIELDS: FieldMap<SamlConnection> = {
  object: 'object',
  id: 'id',
  name: 'name',
  domain: 'domain',
  domains: 'domains',
  idpEntityId: 'idp_entity_id',
  idpSsoUrl: 'idp_sso_url',
  idpCertificate: 'idp_certificate',
  idpCertificateIssuedAt: 'idp_certificate_issued_at',
  idpCertificateExpiresAt: 'idp_certificate_expires_at',
  idpMetadataUrl: 'idp_metadata_url',
  idpMetadata: 'idp_metadata',
  acsUrl: 'acs_url',
  spEntityId: 'sp_entity_id',
  spMetadataUrl: 'sp_metadata_url',
  organizationId: 'organization_id',
  attributeMapping: ['attribute_mapping', ifPresent(decodeSamlConnectionAttributeMapping)],
  active: 'active',
  provider: 'provider',
  userCount: 'user_count',
  syncUserAttributes: 'sync_user_attributes',
  allowSubdomains: 'allow_subdomains',
  allowIdpInitiated: 'allow_idp_initiated',
  disableAdditionalIdentifications: 'disable_additional_identifications',
  allowOrganizationAccountLinking: 'allow_organization_account_linking',
  forceAuthn: 'force_authn',
  loginHint: ['login_hint', ifPresent(decodeSamlConnectionLoginHint)],
  enterpriseConnectionId: 'enterprise_connection_id',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  idpCertificates: ['idp_certificates', listOf(decodeSamlConnectionIdpCertificate)],
};

const SAML_CONNECTION_ATTRIBUTE_MAPPING_FIELDS: FieldMap<SamlConnectionAttributeMapping> = {
  userId: 'user_id',
  emailAddress: 'email_address',
  firstName: 'first_name',
  lastName: 'last_name',
};

const SAML_CONNECTION_LOGIN_HINT_FIELDS: FieldMap<SamlConnectionLoginHint> = {
  mode: 'mode',
  source: 'source',
};
