// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import { decodeObject, type FieldMap, ifPresent, listOf } from '../../transport/decode.js';
import {
  decodeSamlConnectionIdpCertificate,
  type SamlConnectionIdpCertificate,
  type SamlConnectionIdpCertificateJSON,
} from '../../models/saml-connection-idp-certificate.js';

/** A SAML connection, as the Backend API returns it. */
export interface SamlConnection {
  readonly object: 'saml_connection';
  readonly id: string;
  readonly name: string;
  /** @deprecated Clerk deprecated this field. */
  readonly domain: string;
  readonly domains?: string[];
  readonly idpEntityId: string | null;
  readonly idpSsoUrl: string | null;
  readonly idpCertificate: string | null;
  /** Unix time in milliseconds. */
  readonly idpCertificateIssuedAt: number;
  /** Unix time in milliseconds. */
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
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
  readonly idpCertificates: SamlConnectionIdpCertificate[];
}

/** The JSON of {@link SamlConnection}, with the names and values that the Backend API sends. */
export interface SamlConnectionJSON {
  object: 'saml_connection';
  id: string;
  name: string;
  /** @deprecated Clerk deprecated this field. */
  domain: string;
  domains?: string[];
  idp_entity_id: string | null;
  idp_sso_url: string | null;
  idp_certificate: string | null;
  /** Unix time in milliseconds. */
  idp_certificate_issued_at: number;
  /** Unix time in milliseconds. */
  idp_certificate_expires_at: number;
  idp_metadata_url: string | null;
  idp_metadata: string | null;
  acs_url: string;
  sp_entity_id: string;
  sp_metadata_url: string;
  organization_id: string | null;
  attribute_mapping: SamlConnectionAttributeMappingJSON;
  active: boolean;
  provider: string;
  user_count: number;
  sync_user_attributes: boolean;
  allow_subdomains: boolean;
  allow_idp_initiated: boolean;
  disable_additional_identifications: boolean;
  allow_organization_account_linking: boolean;
  force_authn: boolean;
  login_hint: SamlConnectionLoginHintJSON;
  enterprise_connection_id?: string | null;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
  idp_certificates: SamlConnectionIdpCertificateJSON[];
}

/** A SAML connection attribute mapping, as the Backend API returns it. */
export interface SamlConnectionAttributeMapping {
  readonly userId: string;
  readonly emailAddress: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** The JSON of {@link SamlConnectionAttributeMapping}, with the names and values that the Backend API sends. */
export interface SamlConnectionAttributeMappingJSON {
  user_id: string;
  email_address: string;
  first_name: string;
  last_name: string;
}

/** A SAML connection login hint, as the Backend API returns it. */
export interface SamlConnectionLoginHint {
  readonly mode: 'email_address' | 'custom_attribute' | 'off';
  readonly source?: string;
}

/** The JSON of {@link SamlConnectionLoginHint}, with the names and values that the Backend API sends. */
export interface SamlConnectionLoginHintJSON {
  mode: 'email_address' | 'custom_attribute' | 'off';
  source?: string;
}

/** Decodes the JSON of the Backend API. */
export function decodeSamlConnection(json: unknown): SamlConnection {
  return decodeObject<SamlConnection>(json, SAML_CONNECTION_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeSamlConnectionAttributeMapping(json: unknown): SamlConnectionAttributeMapping {
  return decodeObject<SamlConnectionAttributeMapping>(json, SAML_CONNECTION_ATTRIBUTE_MAPPING_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeSamlConnectionLoginHint(json: unknown): SamlConnectionLoginHint {
  return decodeObject<SamlConnectionLoginHint>(json, SAML_CONNECTION_LOGIN_HINT_FIELDS);
}

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
