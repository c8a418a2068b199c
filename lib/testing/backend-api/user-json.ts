import type { LocalUser } from '../store/records.js';

/** How Clerk marks an identifier that was not verified by its owner but set through the Backend API. */
const VERIFIED_BY_ADMIN = {
  object: 'verification_admin',
  status: 'verified',
  strategy: 'admin',
  attempts: null,
  expire_at: null,
};

/** A user as the Backend API answers it. @see https://clerk.com/docs/reference/backend-api/model/user */
export function userJson(user: LocalUser): Record<string, unknown> {
  return {
    id: user.id,
    object: 'user',
    username: user.username,
    first_name: user.firstName,
    last_name: user.lastName,
    locale: user.locale,
    image_url: imageUrl(user),
    has_image: false,
    primary_email_address_id: user.primaryEmailAddressId,
    primary_phone_number_id: user.primaryPhoneNumberId,
    primary_web3_wallet_id: null,
    password_enabled: user.passwordEnabled,
    password_last_updated_at: user.passwordLastUpdatedAt,
    two_factor_enabled: false,
    totp_enabled: false,
    backup_code_enabled: false,
    email_addresses: user.emailAddresses.map(({ id, emailAddress, createdAt }) => ({
      id,
      object: 'email_address',
      email_address: emailAddress,
      reserved: false,
      verification: VERIFIED_BY_ADMIN,
      linked_to: [],
      matches_sso_connection: false,
      created_at: createdAt,
      updated_at: createdAt,
    })),
    phone_numbers: user.phoneNumbers.map(({ id, phoneNumber, createdAt }) => ({
      id,
      object: 'phone_number',
      phone_number: phoneNumber,
      reserved_for_second_factor: false,
      default_second_factor: false,
      reserved: false,
      verification: VERIFIED_BY_ADMIN,
      linked_to: [],
      backup_codes: null,
      created_at: createdAt,
      updated_at: createdAt,
    })),
    web3_wallets: [],
    passkeys: [],
    external_accounts: [],
    saml_accounts: [],
    enterprise_accounts: [],
    public_metadata: user.publicMetadata,
    private_metadata: user.privateMetadata,
    unsafe_metadata: user.unsafeMetadata,
    external_id: user.externalId,
    last_sign_in_at: user.lastSignInAt,
    banned: user.banned,
    locked: user.locked,
    deprovisioned: false,
    lockout_expires_in_seconds: null,
    verification_attempts_remaining: 100,
    created_at: user.createdAt,
    updated_at: user.updatedAt,
    delete_self_enabled: user.deleteSelfEnabled,
    bypass_client_trust: user.bypassClientTrust,
    create_organization_enabled: user.createOrganizationEnabled,
    create_organizations_limit: user.createOrganizationsLimit,
    last_active_at: user.lastActiveAt,
    mfa_enabled_at: null,
    mfa_disabled_at: null,
    legal_accepted_at: user.legalAcceptedAt,
  };
}

/** The address of the picture with the user's initials that Clerk draws for somebody who has none. */
export function imageUrl({ id, firstName, lastName }: LocalUser): string {
  const initials = `${firstName?.charAt(0) ?? ''}${lastName?.charAt(0) ?? ''}`;
  const description = JSON.stringify({ type: 'default', rid: id, initials });
  return `https://img.clerk.com/${Buffer.from(description).toString('base64url')}`;
}
