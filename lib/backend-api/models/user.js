import { decodeFields, listOf, withDefault } from '../decode.js';
// The global types that an application augments come with `User`.
import '../metadata.js';
import { EmailAddress } from './email-address.js';
import { EnterpriseAccount } from './enterprise-account.js';
import { ExternalAccount } from './external-account.js';
import { PhoneNumber } from './phone-number.js';
import { Web3Wallet } from './web3-wallet.js';
/**
 * A person who can sign in.
 *
 * Times are milliseconds since 1970.
 *
 * @example
 * ```ts
 * const user = await clerk.users.getUser('user_2abc');
 * user.primaryEmailAddress?.emailAddress; // 'ada@example.com'
 * ```
 *
 * @see https://clerk.com/docs/reference/backend/types/backend-user
 */
export class User {
  #raw;
  constructor(raw) {
    this.#raw = raw;
  }
  /** Reads the API's JSON. */
  static fromJSON(json) {
    return decodeFields(new User(json), json, USER_FIELDS);
  }
  /** The API's JSON as it came, with the fields that this class does not have. */
  get raw() {
    return this.#raw;
  }
  get primaryEmailAddress() {
    return this.emailAddresses.find(({ id }) => id === this.primaryEmailAddressId) ?? null;
  }
  get primaryPhoneNumber() {
    return this.phoneNumbers.find(({ id }) => id === this.primaryPhoneNumberId) ?? null;
  }
  get primaryWeb3Wallet() {
    return this.web3Wallets.find(({ id }) => id === this.primaryWeb3WalletId) ?? null;
  }
  /** First and last name, as far as there are any; `null` when there is none. */
  get fullName() {
    return [this.firstName, this.lastName].join(' ').trim() || null;
  }
}
const emptyObject = withDefault(() => ({}));
const USER_FIELDS = {
  id: 'id',
  passwordEnabled: 'password_enabled',
  passwordLastUpdatedAt: 'password_last_updated_at',
  totpEnabled: 'totp_enabled',
  backupCodeEnabled: 'backup_code_enabled',
  twoFactorEnabled: 'two_factor_enabled',
  mfaEnabledAt: 'mfa_enabled_at',
  mfaDisabledAt: 'mfa_disabled_at',
  banned: 'banned',
  locked: 'locked',
  lockoutExpiresInSeconds: 'lockout_expires_in_seconds',
  verificationAttemptsRemaining: 'verification_attempts_remaining',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  imageUrl: 'image_url',
  hasImage: 'has_image',
  primaryEmailAddressId: 'primary_email_address_id',
  primaryPhoneNumberId: 'primary_phone_number_id',
  primaryWeb3WalletId: 'primary_web3_wallet_id',
  lastSignInAt: 'last_sign_in_at',
  externalId: 'external_id',
  username: 'username',
  firstName: 'first_name',
  lastName: 'last_name',
  publicMetadata: ['public_metadata', emptyObject],
  privateMetadata: ['private_metadata', emptyObject],
  unsafeMetadata: ['unsafe_metadata', emptyObject],
  emailAddresses: ['email_addresses', listOf(EmailAddress.fromJSON)],
  phoneNumbers: ['phone_numbers', listOf(PhoneNumber.fromJSON)],
  web3Wallets: ['web3_wallets', listOf(Web3Wallet.fromJSON)],
  externalAccounts: ['external_accounts', listOf(ExternalAccount.fromJSON)],
  enterpriseAccounts: ['enterprise_accounts', listOf(EnterpriseAccount.fromJSON)],
  lastActiveAt: 'last_active_at',
  createOrganizationEnabled: 'create_organization_enabled',
  createOrganizationsLimit: ['create_organizations_limit', withDefault(() => null)],
  deleteSelfEnabled: 'delete_self_enabled',
  legalAcceptedAt: 'legal_accepted_at',
  locale: 'locale',
  timezone: ['timezone', withDefault(() => null)],
  deprovisioned: ['deprovisioned', withDefault(() => false)],
  bypassClientTrust: 'bypass_client_trust',
};
