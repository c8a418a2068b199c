/** A user as the API sends it: what `User.raw` holds. Names and values are those of Clerk's OpenAPI document. */
export interface UserJSON {
  object: 'user';
  id: string;
  username: string | null;
  first_name: string | null;
  last_name: string | null;
  locale?: string | null;
  timezone?: string | null;
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
  passkeys?: Record<string, unknown>[];
  saml_accounts?: Record<string, unknown>[];
  organization_memberships?: Record<string, unknown>[] | null;
  public_metadata: UserPublicMetadata;
  private_metadata: UserPrivateMetadata;
  unsafe_metadata: UserUnsafeMetadata;
  password_enabled: boolean;
  password_last_updated_at?: number | null;
  two_factor_enabled: boolean;
  totp_enabled: boolean;
  backup_code_enabled: boolean;
  mfa_enabled_at?: number | null;
  mfa_disabled_at?: number | null;
  banned: boolean;
  locked: boolean;
  lockout_expires_in_seconds: number | null;
  verification_attempts_remaining: number | null;
  deprovisioned?: boolean;
  bypass_client_trust?: boolean;
  scim?: { directory_id: string; directory_enabled?: boolean; external_id: string | null } | null;
  create_organization_enabled: boolean;
  create_organizations_limit?: number | null;
  delete_self_enabled: boolean;
  legal_accepted_at: number | null;
  last_sign_in_at: number | null;
  last_active_at: number | null;
  created_at: number;
  updated_at: number;
}

/** How an identification was, or is being, proved. */
export interface VerificationJSON {
  object?: string;
  status: string;
  strategy: string;
  attempts: number | null;
  expire_at: number | null;
  external_verification_redirect_url?: string | null;
  nonce?: string | null;
  message?: string | null;
  channel?: string | null;
  verified_at_client?: string;
  error?: Record<string, unknown> | null;
}

/** What all identifications of a user have. */
interface IdentificationJSON {
  id: string;
  verification: VerificationJSON | null;
  created_at: number;
  updated_at: number;
}

/** An e-mail address of a user. */
export interface EmailAddressJSON extends IdentificationJSON {
  object: 'email_address';
  email_address: string;
  reserved: boolean;
  linked_to: IdentificationLinkJSON[];
  matches_sso_connection?: boolean;
}

/** A phone number of a user. */
export interface PhoneNumberJSON extends IdentificationJSON {
  object: 'phone_number';
  phone_number: string;
  reserved: boolean;
  reserved_for_second_factor: boolean;
  default_second_factor: boolean;
  linked_to: IdentificationLinkJSON[];
  backup_codes?: string[] | null;
}

/** A Web3 wallet of a user. */
export interface Web3WalletJSON extends IdentificationJSON {
  object: 'web3_wallet';
  web3_wallet: string;
}

/** Another identification that proves one. */
export interface IdentificationLinkJSON {
  id: string;
  type: string;
}

/** An account of a user at an OAuth provider. */
export interface ExternalAccountJSON extends IdentificationJSON {
  object: 'external_account' | 'google_account' | 'facebook_account';
  provider: string;
  identification_id: string;
  external_account_id?: string;
  provider_user_id: string;
  approved_scopes: string;
  email_address: string;
  email_address_verified?: boolean | null;
  first_name: string;
  last_name: string;
  image_url?: string | null;
  username?: string | null;
  phone_number?: string | null;
  public_metadata: Record<string, unknown>;
  label?: string | null;
}

/** An account of a user at their company's identity provider. */
export interface EnterpriseAccountJSON {
  object: 'enterprise_account';
  id: string;
  active: boolean;
  protocol: string;
  provider: string;
  provider_user_id?: string | null;
  email_address: string;
  first_name?: string | null;
  last_name?: string | null;
  public_metadata: Record<string, unknown>;
  enterprise_connection_id?: string | null;
  enterprise_connection?: Record<string, unknown> | null;
  last_authenticated_at?: number | null;
  verification: VerificationJSON | null;
}
