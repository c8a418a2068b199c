// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import {
  decodeObject,
  type FieldMap,
  ifPresent,
  listOf,
  nullable,
  valueOrNull,
} from '../../transport/decode.js';
import {
  decodeSamlConnectionIdpCertificate,
  type SamlConnectionIdpCertificate,
  type SamlConnectionIdpCertificateJSON,
} from '../../models/saml-connection-idp-certificate.js';

/** An enterprise connection, as the Backend API returns it. */
export interface EnterpriseConnection {
  readonly object: 'enterprise_connection';
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  readonly logoPublicUrl: string;
  readonly active: boolean;
  readonly domains: string[];
  readonly organizationId: string | null;
  readonly syncUserAttributes: boolean;
  readonly disableAdditionalIdentifications: boolean;
  readonly allowOrganizationAccountLinking: boolean;
  readonly customAttributes: EnterpriseConnectionCustomAttribute[];
  readonly samlConnection: EnterpriseConnectionSamlConnection | null;
  readonly oauthConfig: EnterpriseConnectionOauthConfig | null;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
  readonly allowSubdomains: boolean | undefined;
  readonly authenticatable: boolean;
  readonly disableJitProvisioning: boolean;
}

/** The JSON of {@link EnterpriseConnection}, with the names and values that the Backend API sends. */
export interface EnterpriseConnectionJSON {
  object: 'enterprise_connection';
  id: string;
  name: string;
  provider: string;
  logo_public_url: string;
  active: boolean;
  domains: string[];
  organization_id: string | null;
  sync_user_attributes: boolean;
  disable_additional_identifications: boolean;
  allow_organization_account_linking: boolean;
  custom_attributes: EnterpriseConnectionCustomAttributeJSON[];
  saml_connection: EnterpriseConnectionSamlConnectionJSON | null;
  oauth_config: EnterpriseConnectionOauthConfigJSON | null;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
  allow_subdomains?: boolean;
  authenticatable: boolean;
  disable_jit_provisioning: boolean;
}

/** An enterprise connection custom attribute, as the Backend API returns it. */
export interface EnterpriseConnectionCustomAttribute {
  readonly name: string;
  readonly key: string;
  readonly ssoPath: string;
  readonly scimPath: string;
  readonly directoryPath?: string;
  readonly multiValued: boolean;
}

/** The JSON of {@link EnterpriseConnectionCustomAttribute}, with the names and values that the Backend API sends. */
export interface EnterpriseConnectionCustomAttributeJSON {
  name: string;
  key: string;
  sso_path: string;
  scim_path: string;
  directory_path?: string;
  multi_valued: boolean;
}

/** An enterprise connection OAuth config, as the Backend API returns it. */
export interface EnterpriseConnectionOauthConfig {
  readonly id: string;
  readonly name: string;
  readonly providerKey: string;
  readonly clientId: string;
  readonly discoveryUrl: string;
  readonly authUrl: string;
  readonly tokenUrl: string;
  readonly userInfoUrl: string;
  readonly requiresPkce: boolean;
  readonly logoPublicUrl: string;
  /** Unix time in milliseconds. */
  readonly createdAt: number;
  /** Unix time in milliseconds. */
  readonly updatedAt: number;
}

/** The JSON of {@link EnterpriseConnectionOauthConfig}, with the names and values that the Backend API sends. */
export interface EnterpriseConnectionOauthConfigJSON {
  id: string;
  name: string;
  provider_key: string;
  client_id: string;
  discovery_url: string;
  auth_url: string;
  token_url: string;
  user_info_url: string;
  requires_pkce: boolean;
  logo_public_url: string;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
}

/** An enterprise connection SAML connection, as the Backend API returns it. */
export interface EnterpriseConnectionSamlConnection {
  readonly id: string;
  readonly name: string;
  readonly idpEntityId: string;
  readonly idpSsoUrl: string;
  readonly idpMetadataUrl: string;
  readonly acsUrl: string;
  readonly spEntityId: string;
  readonly spMetadataUrl: string;
  readonly active: boolean;
  readonly allowIdpInitiated: boolean;
  readonly allowSubdomains: boolean;
  readonly forceAuthn: boolean;
  readonly loginHint: EnterpriseConnectionSamlConnectionLoginHint;
  readonly idpCertificate: string | undefined;
  readonly idpCertificateIssuedAt: number | undefined;
  readonly idpCertificateExpiresAt: number | undefined;
  readonly idpMetadata: string | undefined;
  readonly syncUserAttributes: boolean | undefined;
  readonly idpCertificates: SamlConnectionIdpCertificate[];
}

/** The JSON of {@link EnterpriseConnectionSamlConnection}, with the names and values that the Backend API sends. */
export interface EnterpriseConnectionSamlConnectionJSON {
  id: string;
  name: string;
  idp_entity_id: string;
  idp_sso_url: string;
  idp_metadata_url: string;
  acs_url: string;
  sp_entity_id: string;
  sp_metadata_url: string;
  active: boolean;
  allow_idp_initiated: boolean;
  allow_subdomains: boolean;
  force_authn: boolean;
  login_hint: EnterpriseConnectionSamlConnectionLoginHintJSON;
  idp_certificate?: string;
  idp_certificate_issued_at?: number;
  idp_certificate_expires_at?: number;
  idp_metadata?: string;
  sync_user_attributes?: boolean;
  idp_certificates: SamlConnectionIdpCertificateJSON[];
}

/** An enterprise connection SAML connection login hint, as the Backend API returns it. */
export interface EnterpriseConnectionSamlConnectionLoginHint {
  readonly mode: 'email_address' | 'custom_attribute' | 'off';
  readonly source?: string;
}

/** The JSON of {@link EnterpriseConnectionSamlConnectionLoginHint}, with the names and values that the Backend API sends. */
export interface EnterpriseConnectionSamlConnectionLoginHintJSON {
  mode: 'email_address' | 'custom_attribute' | 'off';
  source?: string;
}

/** Decodes the JSON of the Backend API. */
export function decodeEnterpriseConnection(json: unknown): EnterpriseConnection {
  return decodeObject<EnterpriseConnection>(json, ENTERPRISE_CONNECTION_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeEnterpriseConnectionCustomAttribute(
  json: unknown,
): EnterpriseConnectionCustomAttribute {
  return decodeObject<EnterpriseConnectionCustomAttribute>(
    json,
    ENTERPRISE_CONNECTION_CUSTOM_ATTRIBUTE_FIELDS,
  );
}

/** Decodes the JSON of the Backend API. */
export function decodeEnterpriseConnectionOauthConfig(json: unknown): EnterpriseConnectionOauthConfig {
  return decodeObject<EnterpriseConnectionOauthConfig>(json, ENTERPRISE_CONNECTION_OAUTH_CONFIG_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeEnterpriseConnectionSamlConnection(json: unknown): EnterpriseConnectionSamlConnection {
  return decodeObject<EnterpriseConnectionSamlConnection>(json, ENTERPRISE_CONNECTION_SAML_CONNECTION_FIELDS);
}

/** Decodes the JSON of the Backend API. */
export function decodeEnterpriseConnectionSamlConnectionLoginHint(
  json: unknown,
): EnterpriseConnectionSamlConnectionLoginHint {
  return decodeObject<EnterpriseConnectionSamlConnectionLoginHint>(
    json,
    ENTERPRISE_CONNECTION_SAML_CONNECTION_LOGIN_HINT_FIELDS,
  );
}

const ENTERPRISE_CONNECTION_FIELDS: FieldMap<EnterpriseConnection> = {
  object: 'object',
  id: 'id',
  name: 'name',
  provider: 'provider',
  logoPublicUrl: 'logo_public_url',
  active: 'active',
  domains: 'domains',
  organizationId: ['organization_id', valueOrNull],
  syncUserAttributes: 'sync_user_attributes',
  disableAdditionalIdentifications: 'disable_additional_identifications',
  allowOrganizationAccountLinking: 'allow_organization_account_linking',
  customAttributes: ['custom_attributes', listOf(decodeEnterpriseConnectionCustomAttribute)],
  samlConnection: ['saml_connection', nullable(decodeEnterpriseConnectionSamlConnection)],
  oauthConfig: ['oauth_config', nullable(decodeEnterpriseConnectionOauthConfig)],
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  allowSubdomains: 'allow_subdomains',
  authenticatable: 'authenticatable',
  disableJitProvisioning: 'disable_jit_provisioning',
};

const ENTERPRISE_CONNECTION_CUSTOM_ATTRIBUTE_FIELDS: FieldMap<EnterpriseConnectionCustomAttribute> = {
  name: 'name',
  key: 'key',
  ssoPath: 'sso_path',
  scimPath: 'scim_path',
  directoryPath: 'directory_path',
  multiValued: 'multi_valued',
};

const ENTERPRISE_CONNECTION_OAUTH_CONFIG_FIELDS: FieldMap<EnterpriseConnectionOauthConfig> = {
  id: 'id',
  name: 'name',
  providerKey: 'provider_key',
  clientId: 'client_id',
  discoveryUrl: 'discovery_url',
  authUrl: 'auth_url',
  tokenUrl: 'token_url',
  userInfoUrl: 'user_info_url',
  requiresPkce: 'requires_pkce',
  logoPublicUrl: 'logo_public_url',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};

const ENTERPRISE_CONNECTION_SAML_CONNECTION_FIELDS: FieldMap<EnterpriseConnectionSamlConnection> = {
  id: 'id',
  name: 'name',
  idpEntityId: 'idp_entity_id',
  idpSsoUrl: 'idp_sso_url',
  idpMetadataUrl: 'idp_metadata_url',
  acsUrl: 'acs_url',
  spEntityId: 'sp_entity_id',
  spMetadataUrl: 'sp_metadata_url',
  active: 'active',
  allowIdpInitiated: 'allow_idp_initiated',
  allowSubdomains: 'allow_subdomains',
  forceAuthn: 'force_authn',
  loginHint: ['login_hint', ifPresent(decodeEnterpriseConnectionSamlConnectionLoginHint)],
  idpCertificate: 'idp_certificate',
  idpCertificateIssuedAt: 'idp_certificate_issued_at',
  idpCertificateExpiresAt: 'idp_certificate_expires_at',
  idpMetadata: 'idp_metadata',
  syncUserAttributes: 'sync_user_attributes',
  idpCertificates: ['idp_certificates', listOf(decodeSamlConnectionIdpCertificate)],
};

const ENTERPRISE_CONNECTION_SAML_CONNECTION_LOGIN_HINT_FIELDS: FieldMap<EnterpriseConnectionSamlConnectionLoginHint> =
  {
    mode: 'mode',
    source: 'source',
  };
