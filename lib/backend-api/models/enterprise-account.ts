import { decodeFields, type FieldMap, nullable } from '../transport/decode.js';
import { Verification } from './verification.js';

/** The single sign-on connection that an {@link EnterpriseAccount} came through. */
export class EnterpriseAccountConnection {
  declare readonly id: string;
  declare readonly active: boolean;
  /** Whether a sign-in may begin at the identity provider. */
  declare readonly allowIdpInitiated: boolean;
  declare readonly allowSubdomains: boolean;
  /** Whether its users are kept from adding identifications of their own. */
  declare readonly disableAdditionalIdentifications: boolean;
  declare readonly domain: string;
  declare readonly domains: string[] | undefined;
  declare readonly logoPublicUrl: string | null;
  declare readonly name: string;
  /** `saml` or `oauth`. */
  declare readonly protocol: string;
  /** Such as `saml_okta` or `saml_custom`. */
  declare readonly provider: string;
  /** Whether a user's data is taken from the provider at each sign-in. */
  declare readonly syncUserAttributes: boolean;
  /** Milliseconds since 1970. */
  declare readonly createdAt: number;
  /** Milliseconds since 1970. */
  declare readonly updatedAt: number;

  /** Reads the API's JSON. */
  static fromJSON(json: unknown): EnterpriseAccountConnection {
    return decodeFields(new EnterpriseAccountConnection(), json, ENTERPRISE_ACCOUNT_CONNECTION_FIELDS);
  }
}

/**
 * An account of a user at their company's identity provider.
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
  /** Such as `saml_okta` or `saml_custom`. */
  declare readonly provider: string;
  /** The user's id at the provider. */
  declare readonly providerUserId: string | null;
  declare readonly publicMetadata: Record<string, unknown>;
  declare readonly verification: Verification | null;
  /** When the user last signed in through it: milliseconds since 1970. */
  declare readonly lastAuthenticatedAt: number | null;
  declare readonly enterpriseConnectionId: string | null;

  /** Reads the API's JSON. */
  static fromJSON(json: unknown): EnterpriseAccount {
    return decodeFields(new EnterpriseAccount(), json, ENTERPRISE_ACCOUNT_FIELDS);
  }
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
