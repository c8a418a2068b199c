import { decodeFields, type FieldMap, ifPresent, listOf, withDefault } from '../transport/decode.js';
import {
  decodeOrganizationMembership,
  type OrganizationMembership,
} from '../generated/models/organization.js';
import { decodePasskey, type Passkey } from '../generated/models/passkey.js';
import { decodeSamlAccount, type SamlAccount } from '../generated/models/saml.js';
import { decodeScimUserMetadata, type ScimUserMetadata } from '../generated/models/scim.js';
// The global types that an application augments come with `User`.
import '../metadata.js';
import { EmailAddress } from './email-address.js';
import { EnterpriseAccount } from './enterprise-account.js';
import { ExternalAccount } from './external-account.js';
import { PhoneNumber } from './phone-number.js';
import type { UserJSON } from './user-json.js';
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
  readonly #raw: UserJSON | null;

  /** Its id, with the prefix `user_`. */
  declare readonly id: string;
  declare readonly passwordEnabled: boolean;
  declare readonly passwordLastUpdatedAt: number | null | undefined;
  declare readonly totpEnabled: boolean;
  declare readonly backupCodeEnabled: boolean;
  declare readonly twoFactorEnabled: boolean;
  /** When a second factor was last set up; stays when it is taken away. */
  declare readonly mfaEnabledAt: number | null | undefined;
  /** When the second factor was last taken away; stays when there is one again. */
  declare readonly mfaDisabledAt: number | null | undefined;
  /** Kept from signing in by an administrator. */
  declare readonly banned: boolean;
  /** Kept from signing in, after too many wrong passwords for instance. */
  declare readonly locked: boolean;
  /** Seconds until it is unlocked; `null` for never. */
  declare readonly lockoutExpiresInSeconds: number | null | undefined;
  /** Wrong tries left until it is locked; `null` when the instance does not lock. */
  declare readonly verificationAttemptsRemaining: number | null | undefined;
  declare readonly createdAt: number;
  declare readonly updatedAt: number;
  declare readonly imageUrl: string;
  /** Whether that image is the user's own, not a generated one. */
  declare readonly hasImage: boolean;
  /** @deprecated Use `imageUrl`. */
  declare readonly profileImageUrl: string | undefined;
  declare readonly primaryEmailAddressId: string | null;
  declare readonly primaryPhoneNumberId: string | null;
  declare readonly primaryWeb3WalletId: string | null;
  declare readonly lastSignInAt: number | null;
  /** Its id in the application's own books; unique in the instance. */
  declare readonly externalId: string | null;
  declare readonly username: string | null;
  declare readonly firstName: string | null;
  declare readonly lastName: string | null;
  /** Readable in the browser, writable from the backend only. */
  declare readonly publicMetadata: UserPublicMetadata;
  /** Readable and writable from the backend only. */
  declare readonly privateMetadata: UserPrivateMetadata;
  /** Writable from the browser: not to be trusted. */
  declare readonly unsafeMetadata: UserUnsafeMetadata;
  declare readonly emailAddresses: EmailAddress[];
  declare readonly phoneNumbers: PhoneNumber[];
  declare readonly web3Wallets: Web3Wallet[];
  declare readonly externalAccounts: ExternalAccount[];
  declare readonly enterpriseAccounts: EnterpriseAccount[];
  declare readonly passkeys: Passkey[];
  /** @deprecated Use `enterpriseAccounts`. */
  declare readonly samlAccounts: SamlAccount[];
  /** Only where the API was asked for them. */
  declare readonly organizationMemberships: OrganizationMembership[] | null | undefined;
  /** What the company's directory says of the user. */
  declare readonly scim: ScimUserMetadata | null | undefined;
  /** The last time a session was used, to the day. */
  declare readonly lastActiveAt: number | null;
  declare readonly createOrganizationEnabled: boolean;
  /** How many organizations the user may create; `0` for any number, `null` for the instance's limit. */
  declare readonly createOrganizationsLimit: number | null;
  declare readonly deleteSelfEnabled: boolean;
  /** When the user agreed to the legal terms. */
  declare readonly legalAcceptedAt: number | null;
  /** A BCP 47 tag such as `en-US`. */
  declare readonly locale: string | null;
  declare readonly timezone: string | null;
  /** Taken out of service by the company's directory, and so kept from signing in. */
  declare readonly deprovisioned: boolean;
  /** Whether sign-ins skip the check of the device. */
  declare readonly bypassClientTrust: boolean | undefined;

  private constructor(raw: UserJSON | null) {
    this.#raw = raw;
  }

  /** Reads the API's JSON. */
  static fromJSON(json: unknown): User {
    return decodeFields<User, Computed>(new User(json as UserJSON), json, USER_FIELDS);
  }

  /** The API's JSON as it came, with the fields that this class does not have. */
  get raw(): UserJSON | null {
    return this.#raw;
  }

  get primaryEmailAddress(): EmailAddress | null {
    return this.emailAddresses.find(({ id }) => id === this.primaryEmailAddressId) ?? null;
  }

  get primaryPhoneNumber(): PhoneNumber | null {
    return this.phoneNumbers.find(({ id }) => id === this.primaryPhoneNumberId) ?? null;
  }

  get primaryWeb3Wallet(): Web3Wallet | null {
    return this.web3Wallets.find(({ id }) => id === this.primaryWeb3WalletId) ?? null;
  }

  /** First and last name, as far as there are any; `null` when there is none. */
  get fullName(): string | null {
    return [this.firstName, this.lastName].join(' ').trim() || null;
  }
}

type Computed = 'raw' | 'primaryEmailAddress' | 'primaryPhoneNumber' | 'primaryWeb3Wallet' | 'fullName';

const emptyObject = withDefault<Record<string, unknown>>(() => ({}));

const USER_FIELDS: FieldMap<User, Computed> = {
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
  profileImageUrl: 'profile_image_url',
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
  passkeys: ['passkeys', listOf(decodePasskey)],
  samlAccounts: ['saml_accounts', listOf(decodeSamlAccount)],
  organizationMemberships: ['organization_memberships', ifPresent(listOf(decodeOrganizationMembership))],
  scim: ['scim', ifPresent(decodeScimUserMetadata)],
  lastActiveAt: 'last_active_at',
  createOrganizationEnabled: 'create_organization_enabled',
  createOrganizationsLimit: ['create_organizations_limit', withDefault<number | null>(() => null)],
  deleteSelfEnabled: 'delete_self_enabled',
  legalAcceptedAt: 'legal_accepted_at',
  locale: 'locale',
  timezone: ['timezone', withDefault<string | null>(() => null)],
  deprovisioned: ['deprovisioned', withDefault(() => false)],
  bypassClientTrust: 'bypass_client_trust',
};
