import { decodeFields, nullable } from '../decode.js';
import { Verification } from './verification.js';
/** The single sign-on connection that an {@link EnterpriseAccount} came through. */
export class EnterpriseAccountConnection {
  /** Reads the API's JSON. */
  static fromJSON(json) {
    return decodeFields(new EnterpriseAccountConnection(), json, ENTERPRISE_ACCOUNT_CONNECTION_FIELDS);
  }
}
/**
 * An account of a user at their company's identity provider.
 *
 * @see https://clerk.com/docs/reference/backend/types/backend-enterprise-account
 */
export class EnterpriseAccount {
  /** Reads the API's JSON. */
  static fromJSON(json) {
    return decodeFields(new EnterpriseAccount(), json, ENTERPRISE_ACCOUNT_FIELDS);
  }
}
const ENTERPRISE_ACCOUNT_CONNECTION_FIELDS = {
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
const ENTERPRISE_ACCOUNT_FIELDS = {
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
