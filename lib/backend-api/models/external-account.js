import { decodeFields, nullable, withDefault } from '../decode.js';
import { Verification } from './verification.js';
/**
 * An account of a user at an OAuth provider, such as Google or GitHub.
 *
 * @see https://clerk.com/docs/reference/backend/types/backend-external-account
 */
export class ExternalAccount {
  /** Reads the API's JSON. */
  static fromJSON(json) {
    return decodeFields(new ExternalAccount(), json, EXTERNAL_ACCOUNT_FIELDS);
  }
}
const EXTERNAL_ACCOUNT_FIELDS = {
  id: 'id',
  provider: 'provider',
  providerUserId: 'provider_user_id',
  identificationId: 'identification_id',
  externalId: 'provider_user_id',
  approvedScopes: 'approved_scopes',
  emailAddress: 'email_address',
  emailAddressVerified: 'email_address_verified',
  firstName: 'first_name',
  lastName: 'last_name',
  imageUrl: ['image_url', json => json || ''],
  username: 'username',
  phoneNumber: 'phone_number',
  publicMetadata: ['public_metadata', withDefault(() => ({}))],
  label: 'label',
  verification: ['verification', nullable(Verification.fromJSON)],
  externalAccountId: 'external_account_id',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
