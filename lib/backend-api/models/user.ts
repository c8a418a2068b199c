import { decodeFields, type FieldMap, ifPresent, listOf, withDefault } from '../transport/decode.js';
import {
  decodeOrganizationMembership,
  type OrganizationMembership,
  type OrganizationMembershipJSON,
} from '../generated/models/organization-membership.js';
import { decodePasskey, type Passkey, type PasskeyJSON } from '../generated/models/passkey.js';
import {
  decodeSamlAccount,
  type SamlAccount,
  type SamlAccountJSON,
} from '../generated/models/saml-account.js';
import {
  decodeScimUserMetadata,
  type ScimUserMetadata,
  type ScimUserMetadataJSON,
} from '../generated/models/scim-user-metadata.js';
// The global types that applications extend are loaded with `User`.
import '../metadata.js';
import { EmailAddress, type EmailAddressJSON } from './email-address.js';
import { EnterpriseAccount, type EnterpriseAccountJSON } from './enterprise-account.js';
import { ExternalAccount, type ExternalAccountJSON } from './external-account.js';
import { PhoneNumber, type PhoneNumberJSON } from './phone-number.js';
import { Web3Wallet, type Web3WalletJSON } from './web3-wallet.js';

/**
 * A user. Times are Unix times in milliseconds.
 *
 * A user consists of plain enumerable fields, so proxies, copies, JSON, `structuredClone` and class-transformer keep
 * them all. The exception is {@link raw}.
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
  /** The user ID, with the prefix `user_`. */
  declare readonly id: string;
  declare readonly passwordEnabled: boolean;
  declare readonly passwordLastUpdatedAt: number | null | undefined;
  declare readonly totpEnabled: boolean;
  declare readonly backupCodeEnabled: boolean;
  declare readonly twoFactorEnabled: boolean;
  /** The time at which a second factor was last enabled. It stays when the factor is disabled. */
  declare readonly mfaEnabledAt: number | null | undefined;
  /** The time at which the last second factor was disabled. It stays when a factor is enabled again. */
  declare readonly mfaDisabledAt: number | null | undefined;
  /** Whether an administrator banned the user from signing in. */
  declare readonly banned: boolean;
  /** Whether the user is locked out, for example after too many wrong passwords. */
  declare readonly locked: boolean;
  /** Seconds until the user is unlocked; `null` if the lock does not expire. */
  declare readonly lockoutExpiresInSeconds: number | null | undefined;
  /** The failed attempts left before the user is locked; `null` if the instance does not lock users. */
  declare readonly verificationAttemptsRemaining: number | null | undefined;
  declare readonly createdAt: number;
  declare readonly updatedAt: number;
  declare readonly imageUrl: string;
  /** Whether the user uploaded the image; `false` for a generated image. */
  declare readonly hasImage: boolean;
  /** @deprecated Use `imageUrl`. */
  declare readonly profileImageUrl: string | undefined;
  declare readonly primaryEmailAddressId: string | null;
  declare readonly primaryPhoneNumberId: string | null;
  declare readonly primaryWeb3WalletId: string | null;
  declare readonly lastSignInAt: number | null;
  /** The ID that the application gave the user; unique in the instance. */
  declare readonly externalId: string | null;
  declare readonly username: string | null;
  declare readonly firstName: string | null;
  declare readonly lastName: string | null;
  /** Metadata that the browser can read and only the backend can write. */
  declare readonly publicMetadata: UserPublicMetadata;
  /** Metadata that only the backend can read and write. */
  declare readonly privateMetadata: UserPrivateMetadata;
  /** Metadata that the browser can write: do not trust it. */
  declare readonly unsafeMetadata: UserUnsafeMetadata;
  declare readonly emailAddresses: EmailAddress[];
  declare readonly phoneNumbers: PhoneNumber[];
  declare readonly web3Wallets: Web3Wallet[];
  declare readonly externalAccounts: ExternalAccount[];
  declare readonly enterpriseAccounts: EnterpriseAccount[];
  declare readonly passkeys: Passkey[];
  /** @deprecated Use `enterpriseAccounts`. */
  declare readonly samlAccounts: SamlAccount[];
  /** The memberships, if the request asked for them. */
  declare readonly organizationMemberships: OrganizationMembership[] | null | undefined;
  /** The user's data in the enterprise directory. */
  declare readonly scim: ScimUserMetadata | null | undefined;
  /** The day on which the user was last active. */
  declare readonly lastActiveAt: number | null;
  declare readonly createOrganizationEnabled: boolean;
  /** The number of organizations that the user can create: `0` for no limit, `null` for the limit of the instance. */
  declare readonly createOrganizationsLimit: number | null;
  declare readonly deleteSelfEnabled: boolean;
  /** The time at which the user accepted the legal terms. */
  declare readonly legalAcceptedAt: number | null;
  /** A BCP 47 tag, for example `en-US`. */
  declare readonly locale: string | null;
  declare readonly timezone: string | null;
  /** Whether the enterprise directory deactivated the user, who then cannot sign in. */
  declare readonly deprovisioned: boolean;
  /** Whether sign-ins skip the check of a new device. */
  declare readonly bypassClientTrust: boolean | undefined;
  /** The one of {@link emailAddresses} with the ID {@link primaryEmailAddressId}. */
  declare readonly primaryEmailAddress: EmailAddress | null;
  declare readonly primaryPhoneNumber: PhoneNumber | null;
  declare readonly primaryWeb3Wallet: Web3Wallet | null;
  /** First and last name; `null` if the user has neither. */
  declare readonly fullName: string | null;

  /** @internal */
  declare private readonly _raw: UserJSON | undefined;

  private constructor() {}

  /** Decodes the JSON of the Backend API. */
  static fromJSON(json: unknown): User {
    const user = decodeFields<User, Computed>(new User(), json, USER_FIELDS);
    Object.defineProperty(user, '_raw', { value: json });
    return Object.assign(user, {
      primaryEmailAddress: byId(user.emailAddresses, user.primaryEmailAddressId),
      primaryPhoneNumber: byId(user.phoneNumbers, user.primaryPhoneNumberId),
      primaryWeb3Wallet: byId(user.web3Wallets, user.primaryWeb3WalletId),
      fullName: [user.firstName, user.lastName].join(' ').trim() || null,
    });
  }

  /**
   * The JSON of the Backend API, unchanged, with fields that this class does not have.
   *
   * It is not enumerable, so that logs, JSON and copies do not have everything twice. It is `null` for a copy of a user:
   * read it before you copy.
   */
  get raw(): UserJSON | null {
    return this._raw ?? null;
  }
}

/** The JSON of {@link User}. */
export interface UserJSON {
  object: 'user';
  id: string;
  username: string | null;
  first_name: string | null;
  last_name: string | null;
  locale: string | null;
  timezone: string | null;
  image_url: string;
  has_image: boolean;
  external_id: string | null;
  primary_email_address_id: string | null;
  primary_phone_number_id: string | null;
  primary_web3_wallet_id: string | null;
  email_addresses: EmailAddressJSON[];
  phone_numbers: PhoneNumberJSON[];
  web3_wallets: Web3WalletJSON[];
  external_accounts: ExternalAccountJSON[];
  enterprise_accounts: EnterpriseAccountJSON[];
  passkeys?: PasskeyJSON[];
  /** @deprecated Use `enterprise_accounts`. */
  saml_accounts?: SamlAccountJSON[];
  organization_memberships: OrganizationMembershipJSON[] | null;
  public_metadata: UserPublicMetadata;
  private_metadata: UserPrivateMetadata;
  unsafe_metadata: UserUnsafeMetadata;
  password_enabled: boolean;
  password_last_updated_at: number | null;
  two_factor_enabled: boolean;
  totp_enabled: boolean;
  backup_code_enabled: boolean;
  mfa_enabled_at?: number | null;
  mfa_disabled_at?: number | null;
  banned: boolean;
  locked: boolean;
  lockout_expires_in_seconds: number | null;
  verification_attempts_remaining: number | null;
  deprovisioned: boolean;
  bypass_client_trust?: boolean;
  scim?: ScimUserMetadataJSON | null;
  create_organization_enabled: boolean;
  create_organizations_limit: number | null;
  delete_self_enabled: boolean;
  legal_accepted_at: number | null;
  last_sign_in_at: number | null;
  last_active_at: number | null;
  created_at: number;
  updated_at: number;
}

function byId<T extends { id: string }>(items: T[], id: string | null): T | null {
  return items.find(item => item.id === id) ?? null;
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
