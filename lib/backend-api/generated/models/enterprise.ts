// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
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
} from '../../models/saml-connection-idp-certificate.js';

/** An enterprise connection, as the Backend API answers it. */
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
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  readonly allowSubdomains: boolean | undefined;
  readonly authenticatable: boolean;
  readonly disableJitProvisioning: boolean;
}

/** An enterprise connection custom attribute, as the Backend API answers it. */
export interface EnterpriseConnectionCustomAttribute {
  readonly name: string;
  readonly key: string;
  readonly ssoPath: string;
  readonly scimPath: string;
  readonly directoryPath?: string;
  readonly multiValued: boolean;
}

/** An enterprise connection oauth config, as the Backend API answers it. */
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
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** An enterprise connection saml connection, as the Backend API answers it. */
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

/** An enterprise connection saml connection login hint, as the Backend API answers it. */
export interface EnterpriseConnectionSamlConnectionLoginHint {
  readonly mode: 'email_address' | 'custom_attribute' | 'off';
  readonly source?: string;
}

/** An enterprise connection test run, as the Backend API answers it. */
export interface EnterpriseConnectionTestRun {
  readonly id: string;
  readonly status: 'pending' | 'success' | 'failed';
  readonly connectionType: 'saml' | 'oauth';
  readonly parsedUserInfo?: EnterpriseConnectionTestRunParsedUserInfo | null;
  readonly logs?: EnterpriseConnectionTestRunLog[];
  readonly saml?: EnterpriseConnectionTestRunSaml | null;
  readonly oauth?: EnterpriseConnectionTestRunOauth | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** Where to go to carry out a test run. */
export interface EnterpriseConnectionTestRunLink {
  readonly url: string;
}

/** An enterprise connection test run log, as the Backend API answers it. */
export interface EnterpriseConnectionTestRunLog {
  readonly level: string;
  readonly code?: string;
  readonly shortMessage?: string;
  readonly message: string;
}

/** An enterprise connection test run oauth, as the Backend API answers it. */
export interface EnterpriseConnectionTestRunOauth {
  readonly idToken?: string;
  readonly accessToken?: string;
  readonly userInfo?: string;
}

/** An enterprise connection test run parsed user info, as the Backend API answers it. */
export interface EnterpriseConnectionTestRunParsedUserInfo {
  readonly emailAddress?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly userId?: string;
}

/** An enterprise connection test run saml, as the Backend API answers it. */
export interface EnterpriseConnectionTestRunSaml {
  readonly samlRequest?: string;
  readonly samlResponse?: string;
  readonly relayState?: string;
}

/** Reads the API's JSON. */
export function decodeEnterpriseConnection(json: unknown): EnterpriseConnection {
  return decodeObject<EnterpriseConnection>(json, ENTERPRISE_CONNECTION_FIELDS);
}

/** Reads the API's JSON. */
export function decodeEnterpriseConnectionCustomAttribute(
  json: unknown,
): EnterpriseConnectionCustomAttribute {
  return decodeObject<EnterpriseConnectionCustomAttribute>(
    json,
    ENTERPRISE_CONNECTION_CUSTOM_ATTRIBUTE_FIELDS,
  );
}

/** Reads the API's JSON. */
export function decodeEnterpriseConnectionOauthConfig(json: unknown): EnterpriseConnectionOauthConfig {
  return decodeObject<EnterpriseConnectionOauthConfig>(json, ENTERPRISE_CONNECTION_OAUTH_CONFIG_FIELDS);
}

/** Reads the API's JSON. */
export function decodeEnterpriseConnectionSamlConnection(json: unknown): EnterpriseConnectionSamlConnection {
  return decodeObject<EnterpriseConnectionSamlConnection>(json, ENTERPRISE_CONNECTION_SAML_CONNECTION_FIELDS);
}

/** Reads the API's JSON. */
export function decodeEnterpriseConnectionSamlConnectionLoginHint(
  json: unknown,
): EnterpriseConnectionSamlConnectionLoginHint {
  return decodeObject<EnterpriseConnectionSamlConnectionLoginHint>(
    json,
    ENTERPRISE_CONNECTION_SAML_CONNECTION_LOGIN_HINT_FIELDS,
  );
}

/** Reads the API's JSON. */
export function decodeEnterpriseConnectionTestRun(json: unknown): EnterpriseConnectionTestRun {
  return decodeObject<EnterpriseConnectionTestRun>(json, ENTERPRISE_CONNECTION_TEST_RUN_FIELDS);
}

/** Reads the API's JSON. */
export function decodeEnterpriseConnectionTestRunLink(json: unknown): EnterpriseConnectionTestRunLink {
  return decodeObject<EnterpriseConnectionTestRunLink>(json, ENTERPRISE_CONNECTION_TEST_RUN_LINK_FIELDS);
}

/** Reads the API's JSON. */
export function decodeEnterpriseConnectionTestRunLog(json: unknown): EnterpriseConnectionTestRunLog {
  return decodeObject<EnterpriseConnectionTestRunLog>(json, ENTERPRISE_CONNECTION_TEST_RUN_LOG_FIELDS);
}

/** Reads the API's JSON. */
export function decodeEnterpriseConnectionTestRunOauth(json: unknown): EnterpriseConnectionTestRunOauth {
  return decodeObject<EnterpriseConnectionTestRunOauth>(json, ENTERPRISE_CONNECTION_TEST_RUN_OAUTH_FIELDS);
}

/** Reads the API's JSON. */
export function decodeEnterpriseConnectionTestRunParsedUserInfo(
  json: unknown,
): EnterpriseConnectionTestRunParsedUserInfo {
  return decodeObject<EnterpriseConnectionTestRunParsedUserInfo>(
    json,
    ENTERPRISE_CONNECTION_TEST_RUN_PARSED_USER_INFO_FIELDS,
  );
}

/** Reads the API's JSON. */
export function decodeEnterpriseConnectionTestRunSaml(json: unknown): EnterpriseConnectionTestRunSaml {
  return decodeObject<EnterpriseConnectionTestRunSaml>(json, ENTERPRISE_CONNECTION_TEST_RUN_SAML_FIELDS);
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

const ENTERPRISE_CONNECTION_TEST_RUN_FIELDS: FieldMap<EnterpriseConnectionTestRun> = {
  id: 'id',
  status: 'status',
  connectionType: 'connection_type',
  parsedUserInfo: ['parsed_user_info', ifPresent(decodeEnterpriseConnectionTestRunParsedUserInfo)],
  logs: ['logs', ifPresent(listOf(decodeEnterpriseConnectionTestRunLog))],
  saml: ['saml', ifPresent(decodeEnterpriseConnectionTestRunSaml)],
  oauth: ['oauth', ifPresent(decodeEnterpriseConnectionTestRunOauth)],
  createdAt: 'created_at',
};

const ENTERPRISE_CONNECTION_TEST_RUN_LINK_FIELDS: FieldMap<EnterpriseConnectionTestRunLink> = {
  url: 'url',
};

const ENTERPRISE_CONNECTION_TEST_RUN_LOG_FIELDS: FieldMap<EnterpriseConnectionTestRunLog> = {
  level: 'level',
  code: 'code',
  shortMessage: 'short_message',
  message: 'message',
};

const ENTERPRISE_CONNECTION_TEST_RUN_OAUTH_FIELDS: FieldMap<EnterpriseConnectionTestRunOauth> = {
  idToken: 'id_token',
  accessToken: 'access_token',
  userInfo: 'user_info',
};

const ENTERPRISE_CONNECTION_TEST_RUN_PARSED_USER_INFO_FIELDS: FieldMap<EnterpriseConnectionTestRunParsedUserInfo> =
  {
    emailAddress: 'email_address',
    firstName: 'first_name',
    lastName: 'last_name',
    userId: 'user_id',
  };

const ENTERPRISE_CONNECTION_TEST_RUN_SAML_FIELDS: FieldMap<EnterpriseConnectionTestRunSaml> = {
  samlRequest: 'saml_request',
  samlResponse: 'saml_response',
  relayState: 'relay_state',
};
