import { decodeFields, type FieldMap, nullable } from '../transport/decode.js';
import { Verification, type VerificationJSON } from './verification.js';

/** The single sign-on connection of an {@link EnterpriseAccount}. */
export class EnterpriseAccountConnection {
  declare readonly id: string;
  declare readonly active: boolean;
  /** Whether a sign-in can start at the identity provider. */
  declare readonly allowIdpInitiated: boolean;
  declare readonly allowSubdomains: boolean;
  /** Whether users of the connection cannot add identifications. */
  declare readonly disableAdditionalIdentifications: boolean;
  declare readonly domain: string;
  declare readonly domains: string[] | undefined;
  declare readonly logoPublicUrl: string | null;
  declare readonly name: string;
  /** `saml` or `oauth`. */
  declare readonly protocol: string;
  /** For example `saml_okta` or `saml_custom`. */
  declare readonly provider: string;
  /** Whether each sign-in updates the user with the data of the identity provider. */
  declare readonly syncUserAttributes: boolean;
  /** Unix time in milliseconds. */
  declare readonly createdAt: number;
  /** Unix time in milliseconds. */
  declare readonly updatedAt: number;

  /** Decodes the JSON of the Backend API. */
  static fromJSON(json: unknown): EnterpriseAccountConnection {
    return decodeFields(new EnterpriseAccountConnection(), json, ENTERPRISE_ACCOUNT_CONNECTION_FIELDS);
  }
}

/** The JSON of {@link EnterpriseAccountConnection}. */
export interface EnterpriseAccountConnectionJSON {
  id: string;
  active: boolean;
  allow_idp_initiated: boolean;
  allow_subdomains: boolean;
  disable_additional_identifications: boolean;
  domain: string;
  domains?: string[];
  logo_public_url: string | null;
  name: string;
  protocol: string;
  provider: string;
  sync_user_attributes: boolean;
  created_at: number;
  updated_at: number;
}

/**
 * An account of a user at an enterprise identity provider.
 *
 * @see https://clerk.com/docs/reference/backend/types/backend-enterprise-account
 */
export class EnterpriseAccount {
  declare readonly id: string;
  declare readonly active: boolean;
  declare readonly emailAddress: string;
  declare readonly enterpriseConnection: EnterpriseAccountConnection | null;
  declare readonly firstName: string | null;
  declare readonly lastName: string | null;
  /** `saml` or `oauth`. */
  declare readonly protocol: string;
  /** For example `saml_okta` or `saml_custom`. */
  declare readonly provider: string;
  /** The user's ID at the provider. */
  declare readonly providerUserId: string | null;
  declare readonly publicMetadata: Record<string, unknown>;
  declare readonly verification: Verification | null;
  /** The time of the last sign-in with this account: Unix time in milliseconds. */
  declare readonly lastAuthenticatedAt: number | null;
  declare readonly enterpriseConnectionId: string | null;

  /** Decodes the JSON of the Backend API. */
  static fromJSON(json: unknown): EnterpriseAccount {
    return decodeFields(new EnterpriseAccount(), json, ENTERPRISE_ACCOUNT_FIELDS);
  }
}

/** The JSON of {@link EnterpriseAccount}. */
export interface EnterpriseAccountJSON {
  object: 'enterprise_account';
  id: string;
  active: boolean;
  protocol: string;
  provider: string;
  provider_user_id: string | null;
  email_address: string;
  first_name: string | null;
  last_name: string | null;
  public_metadata: Record<string, unknown>;
  enterprise_connection_id: string | null;
  enterprise_connection: EnterpriseAccountConnectionJSON | null;
  last_authenticated_at: number | null;
  verification: VerificationJSON | null;
}

const ENTERPRISE_ACCOUNT_CONNECTION_FIELDS: FieldMap<EnterpriseAccountConnection> = {
  id: 'id',
  active: 'active',
  allowIdpInitiated: 'allow_idp_initiated',
  allowSubdomains: 'allow_subdomains',
  disableAdditionalIdentifications: 'disable_additional_identifications',
  domain: 'domain',
  domains: 'domains',
  logoPublicUrl: 'logo_public_url',
  name: 'name',
  protocol: 'protocol',
  provider: 'provider',
  syncUserAttributes: 'sync_user_attributes',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};

const ENTERPRISE_ACCOUNT_FIELDS: FieldMap<EnterpriseAccount> = {
  id: 'id',
  active: 'active',
  emailAddress: 'email_address',
  enterpriseConnection: ['enterprise_connection', nullable(EnterpriseAccountConnection.fromJSON)],
  firstName: 'first_name',
  lastName: 'last_name',
  protocol: 'protocol',
  provider: 'provider',
  providerUserId: 'provider_user_id',
  publicMetadata: 'public_metadata',
  verification: ['verification', nullable(Verification.fromJSON)],
  lastAuthenticatedAt: 'last_authenticated_at',
  enterpriseConnectionId: 'enterprise_connection_id',
};
