// Generated from Clerk's webhooks document 2025-04-15 by tools/openapi/generate-webhook-events.mjs. Do not edit.

/** Where the request came from that caused an event. */
export interface WebhookEventAttributes {
  http_request: { client_ip: string; user_agent: string };
}

/** What all events have. */
export interface WebhookEventEnvelope<Type extends string, Data> {
  /** Such as `user.created`. */
  type: Type;
  object: 'event';
  data: Data;
  event_attributes: WebhookEventAttributes;
  /** When the event happened: Unix time in milliseconds. */
  timestamp: number;
  instance_id: string;
}

/** The schema `EmailEventPayload`. */
export interface EmailJSON {
  /** The email ID */
  id: string;
  /** The object type */
  object: string;
  /** The email slug */
  slug: string | null;
  /** The email name */
  from_email_name: string;
  /** The email reply to name */
  reply_to_email_name?: string | null;
  /** The email to address */
  to_email_address?: string;
  email_address_id?: string | null;
  user_id?: string | null;
  /** The email subject */
  subject?: string;
  /** The email body in HTML format */
  body?: string;
  /** The email body in plain text format */
  body_plain?: string | null;
  /** The email status */
  status?: string;
  /** The email data */
  data: Record<string, unknown>;
  /** Whether the email was delivered by Clerk */
  delivered_by_clerk: boolean;
}

/** The schema `Organization`. */
export interface OrganizationJSON {
  object: 'organization';
  id: string;
  name: string;
  slug: string;
  image_url?: string;
  has_image: boolean;
  members_count?: number;
  missing_member_with_elevated_permissions?: boolean;
  pending_invitations_count?: number;
  max_allowed_memberships: number;
  admin_delete_enabled: boolean;
  public_metadata: Record<string, unknown>;
  private_metadata?: Record<string, unknown>;
  created_by?: string;
  /** Unix timestamp of creation. */
  created_at: number;
  /** Unix timestamp of last update. */
  updated_at: number;
  /** Unix timestamp of last activity. */
  last_active_at?: number;
  /** The key of the [role set](https://clerk.com/docs/guides/organizations/control-access/role-sets) assigned to this organization. */
  role_set_key?: string | null;
}

/** The schema `DeletedObject`. */
export interface DeletedObjectJSON {
  object: string;
  id?: string;
  slug?: string;
  deleted: boolean;
  external_id?: string;
}

/** An organization domain */
export interface OrganizationDomainJSON {
  /** String representing the object's type. Objects of the same type share the same value. Always `organization_domain` */
  object: 'organization_domain';
  /** Unique identifier for the organization domain */
  id: string;
  /** Unique identifier for the organization */
  organization_id: string;
  /** Name of the organization domain */
  name: string;
  /** Mode of enrollment for the domain */
  enrollment_mode: 'manual_invitation' | 'automatic_invitation' | 'automatic_suggestion' | 'enterprise_sso';
  /** Affiliation email address for the domain, if available. */
  affiliation_email_address: string | null;
  /** Verification details for the user-facing affiliation between the domain and the organization (e.g. affiliation_email_code). */
  affiliation_verification: OrganizationDomainVerificationJSON | null;
  /** Verification details for the underlying DNS domain ownership proof (TXT challenge or dashboard override). Null until ownership has been attempted. */
  ownership_verification: OrganizationDomainVerificationJSON | null;
  /** Deprecated alias for `affiliation_verification`. Kept for backward compatibility on the current API version; will be removed in the next API version. Prefer `affiliation_verification`. */
  verification: OrganizationDomainVerificationJSON | null;
  /** Total number of pending invitations associated with this domain */
  total_pending_invitations: number;
  /** Total number of pending suggestions associated with this domain */
  total_pending_suggestions: number;
  /** Public organization data associated with this domain */
  public_organization_data?: OrganizationInvitationPublicOrganizationDataJSON | null;
  /** Unix timestamp when the domain was created */
  created_at: number;
  /** Unix timestamp of the last update to the domain */
  updated_at: number;
}

/** The verification object from an organization domain */
export interface OrganizationDomainVerificationJSON {
  /** Status of the verification. It can be `unverified`, `verified`, `failed`, or `expired`. */
  status: string;
  /** Name of the strategy used to verify the domain */
  strategy: string;
  /** How many attempts have been made to verify the domain */
  attempts: number | null;
  /** Unix timestamp of when the verification will expire */
  expire_at: number | null;
  /** Unix timestamp of when ownership was verified. Only populated on `ownership_verification`; null on `affiliation_verification`. */
  verified_at: number | null;
}

/** The schema `OrganizationInvitationPublicOrganizationData`. */
export interface OrganizationInvitationPublicOrganizationDataJSON {
  id: string;
  name: string;
  slug: string;
  image_url?: string;
  has_image: boolean;
}

/** An organization invitation */
export interface OrganizationInvitationJSON {
  /** String representing the object's type. Objects of the same type share the same value. */
  object: 'organization_invitation';
  id: string;
  email_address: string;
  role: string;
  role_name: string;
  organization_id?: string;
  inviter_id: string | null;
  public_inviter_data: OrganizationInvitationPublicUserDataJSON;
  status?: string;
  public_metadata: Record<string, unknown>;
  private_metadata?: Record<string, unknown>;
  url: string | null;
  /** Unix timestamp of expiration. */
  expires_at: number | null;
  /** Unix timestamp of creation. */
  created_at: number;
  /** Unix timestamp of last update. */
  updated_at: number;
}

/** An organization inviter's public user data */
export interface OrganizationInvitationPublicUserDataJSON {
  user_id: string;
  first_name: string | null;
  last_name: string | null;
  image_url: string;
  has_image: boolean;
  identifier: string;
}

/** The schema `OrganizationInvitationAcceptedPayload`. */
export type OrganizationInvitationAcceptedJSON = OrganizationInvitationJSON & {
  /** The ID of the user that accepted the invitation. */
  user_id: string;
  data: {
    public_organization_data?: OrganizationInvitationPublicOrganizationDataJSON | null;
  };
};

/** A user's membership in an organization */
export interface OrganizationMembershipJSON {
  id: string;
  /** String representing the object's type. Objects of the same type share the same value. */
  object: 'organization_membership';
  role: string;
  role_name?: string;
  permissions: string[];
  /** Metadata saved on the organization membership, accessible from both Frontend and Backend APIs */
  public_metadata: Record<string, unknown>;
  /** Metadata saved on the organization membership, accessible only from the Backend API */
  private_metadata?: Record<string, unknown>;
  organization: OrganizationJSON;
  public_user_data?: OrganizationMembershipPublicUserDataJSON;
  /** Unix timestamp of creation. */
  created_at: number;
  /** Unix timestamp of last update. */
  updated_at: number;
}

/** An organization membership with public user data populated */
export interface OrganizationMembershipPublicUserDataJSON {
  user_id: string;
  first_name: string | null;
  last_name: string | null;
  profile_image_url: string | null;
  image_url: string;
  has_image: boolean;
  identifier?: string | null;
  username?: string | null;
  banned?: boolean;
  deprovisioned?: boolean;
}

/** The schema `PaymentAttemptEventPayload`. */
export interface BillingPaymentAttemptWebhookEventJSON {
  /** Unique identifier for the payment attempt */
  id: string;
  /** Unique identifier for the instance where this payment attempt occurred */
  instance_id: string;
  /** Unique identifier for the associated payment record */
  payment_id: string;
  /** Unique identifier for the invoice associated with this payment */
  invoice_id: string;
  /** Unique identifier for the statement associated with this payment */
  statement_id: string;
  /** External identifier from the payment gateway for this payment attempt */
  gateway_external_id: string;
  /** Current status of the payment attempt (e.g., "pending", "paid", "failed") */
  status: 'pending' | 'paid' | 'failed';
  /** Unix timestamp in milliseconds when the payment attempt was created */
  created_at: number;
  /** Unix timestamp in milliseconds when the payment attempt was last modified */
  updated_at: number;
  /** Unix timestamp in milliseconds when the payment was successfully completed. Null if payment has not been completed. */
  paid_at: number | null;
  /** Unix timestamp in milliseconds when the payment failed. Null if the payment has not failed. */
  failed_at: number | null;
  /** The reason the payment failed. Null if the payment has not failed. */
  failed_reason: BillingPaymentFailedReasonWebhookEventJSON | null;
  /** Unix timestamp in milliseconds representing the date this payment is being billed for */
  billing_date: number;
  /** The type of charge being processed */
  charge_type: 'checkout' | 'recurring';
  /** The payee this payment was made to */
  payee: BillingPayeeWebhookEventJSON;
  /** The payer that made the payment */
  payer: BillingPayerWebhookEventJSON;
  /** The totals this payment was for */
  totals: BillingTotalsWebhookEventJSON;
  /** The payment method used to make the payment */
  payment_source: BillingPaymentSourceWebhookEventJSON;
  /** Array of subscription items associated with this payment attempt */
  subscription_items: BillingPaymentAttemptSubscriptionItemJSON[];
}

/** The schema `BillingPaymentFailedReason`. */
export interface BillingPaymentFailedReasonWebhookEventJSON {
  /** High-level error code categorizing the failure reason (e.g., "card_declined", "insufficient_funds") */
  code: string;
  /** Specific decline code from the payment processor providing detailed failure information */
  decline_code: string;
}

/** The schema `BillingPayee`. */
export interface BillingPayeeWebhookEventJSON {
  /** Unique identifier for the payee */
  id: string;
  /** Payment gateway used by the payee */
  gateway_type: string;
  /** External identifier from the payment gateway for the payee */
  gateway_external_id: string;
  /** Current status of the payee in the payment gateway */
  gateway_status: string;
}

/** The schema `BillingPayerEventPayload`. */
export interface BillingPayerWebhookEventJSON {
  /** String representing the object's type */
  object?: 'commerce_payer';
  /** Unique identifier for the payer */
  id: string;
  /** Unique identifier for the user (only populated for user payers) */
  user_id: string;
  /** First name of the user (only populated for user payers) */
  first_name: string;
  /** Last name of the user (only populated for user payers) */
  last_name: string;
  /** Email address of the payer */
  email: string;
  /** Unique identifier for the organization (only populated for organization payers) */
  organization_id: string;
  /** Name of the organization (only populated for organization payers) */
  organization_name: string;
  /** URL of the profile image for the payer (user avatar or organization logo) */
  image_url: string;
  /** Unix timestamp in milliseconds when the payer was created */
  created_at?: number;
  /** Unix timestamp in milliseconds when the payer was last modified */
  updated_at?: number;
}

/** The schema `BillingTotals`. */
export interface BillingTotalsWebhookEventJSON {
  /** Total amount before taxes and fees */
  subtotal: BillingAmountWebhookEventJSON;
  /** Total amount of taxes applied */
  tax_total: BillingAmountWebhookEventJSON;
  /** Final total amount including taxes and fees */
  grand_total: BillingAmountWebhookEventJSON;
  /** Breakdown of per-unit charges */
  per_unit_totals?: BillingUnitTotalWebhookEventJSON[];
}

/** The schema `BillingAmount`. */
export interface BillingAmountWebhookEventJSON {
  /** Amount in the smallest denomination of the currency (e.g., cents for USD) */
  amount: number;
  /** Human-readable formatted amount string (e.g., "$10.99") */
  amount_formatted: string;
  /** Three-letter ISO 4217 currency code (e.g., "USD") */
  currency: string;
  /** Currency symbol for display (e.g., "$") */
  currency_symbol: string;
}

/** The schema `BillingUnitTotal`. */
export interface BillingUnitTotalWebhookEventJSON {
  /** Type of unit charged (e.g "seats") */
  name?: string;
  /** Price per unit in smallest currency unit */
  amount?: number;
  /** Number of units at this price. Null indicates unlimited units. */
  quantity?: number | null;
  /** Total charge for these units (amount x quantity) */
  total?: number;
  currency?: string;
}

/** The schema `BillingPaymentSource`. */
export interface BillingPaymentSourceWebhookEventJSON {
  /** Unique identifier for the payment source */
  id: string;
  /** Payment gateway used for processing (e.g., "stripe") */
  gateway: string;
  /** Payment gateway's unique identifier for this payment source */
  gateway_external_id: string;
  /** External account identifier from the payment gateway. May be null for some payment methods. */
  gateway_external_account_id: string | null;
  /** Type of payment method (e.g., "card") */
  payment_method: 'link' | 'card';
  /** Current status of the payment source */
  status: 'active' | 'disconnected';
  /** Type of card when payment method is "card" (e.g., "visa", "mastercard"). Null for non-card payment methods. */
  card_type: string | null;
  /** Last 4 digits of the card number when payment method is "card". Null for non-card payment methods. */
  last4: string | null;
}

/** The schema `BillingSubscriptionItem`. */
export interface BillingPaymentAttemptSubscriptionItemJSON {
  /** Unique identifier for the subscription item */
  id: string;
  /** String representing the object's type */
  object: 'commerce_subscription_item';
  /** Current status of the subscription item */
  status: 'abandoned' | 'active' | 'canceled' | 'ended' | 'expired' | 'incomplete' | 'past_due' | 'upcoming';
  /** Unix timestamp in milliseconds when the subscription item was created */
  created_at: number;
  /** Unix timestamp in milliseconds when the subscription item was most recently updated */
  updated_at: number;
  /** Unix timestamp in milliseconds when the subscription item period started */
  period_start: number;
  /** Unix timestamp in milliseconds when the subscription item period ended */
  period_end: number;
  /** How frequently the payer will be charged while this subscription item is active */
  interval: 'month' | 'annual';
  /** Unique identifier for the plan associated with this subscription item */
  plan_id: string | null;
  /** Details of the plan associated with this subscription item */
  plan: BillingPlanWebhookEventJSON | null;
  /** The payer responsible for this subscription item */
  payer?: BillingPayerWebhookEventJSON;
  /** The identifier of the subscription this subscription item belongs to */
  subscription_id?: string;
  /** Proration-only credit. Use credits instead. */
  credit?: BillingSubscriptionCreditWebhookEventJSON;
  /** Unified credits breakdown including proration and account credits */
  credits?: BillingSubscriptionCreditsWebhookEventJSON | null;
}

/** The schema `BillingPlan`. */
export interface BillingPlanWebhookEventJSON {
  /** Unique identifier for the plan */
  id: string;
  /** URL-friendly identifier for the plan */
  slug: string;
  /** Display name of the plan */
  name: string;
  /** Whether this plan charges on a recurring basis */
  is_recurring: boolean;
  /** Billing amount in the smallest denomination of the currency for the subscription item's billing period (month or annual) */
  amount: number;
  /** Three-letter ISO 4217 currency code for this plan's pricing */
  currency: string;
}

/** Proration-only credit. Use BillingSubscriptionCredits instead. */
export interface BillingSubscriptionCreditWebhookEventJSON {
  /** Proration credit amount */
  amount: BillingAmountWebhookEventJSON;
  /** Number of days remaining in the billing cycle */
  cycle_days_remaining: number;
  /** Total number of days in the billing cycle */
  cycle_days_total: number;
  /** Percentage of the billing cycle remaining (0.0 to 1.0) */
  cycle_remaining_percent: number;
}

/** Unified credits breakdown including proration and account credits */
export interface BillingSubscriptionCreditsWebhookEventJSON {
  /** Proration credit details, present when switching plans mid-cycle */
  proration?: BillingSubscriptionCreditWebhookEventJSON | null;
  /** Account credit details, present when the account has a credit balance */
  payer?: BillingSubscriptionPayerCreditWebhookEventJSON | null;
  /** Total combined credit amount applied */
  total: BillingAmountWebhookEventJSON;
}

/** Account credit applied to a subscription item charge */
export interface BillingSubscriptionPayerCreditWebhookEventJSON {
  /** Amount of account credit applied to this charge */
  applied_amount: BillingAmountWebhookEventJSON;
  /** Remaining account credit balance after this charge */
  remaining_balance: BillingAmountWebhookEventJSON;
}

/** The schema `Permission`. */
export interface PermissionJSON {
  object: 'permission';
  id: string;
  name: string;
  key: string;
  description: string;
  type: string;
  /** Unix timestamp of creation. */
  created_at: number;
  /** Unix timestamp of last update. */
  updated_at: number;
}

/** The schema `Role`. */
export interface RoleJSON {
  object: 'role';
  id: string;
  name: string;
  key: string;
  description: string | null;
  /** Whether this role is eligible to be an organization creator role */
  is_creator_eligible: boolean;
  permissions: PermissionJSON[];
  /** Unix timestamp of creation. */
  created_at: number;
  /** Unix timestamp of last update. */
  updated_at: number;
}

/** The schema `SessionEventPayload`. */
export type SessionWebhookEventJSON = SessionJSON & {
  user: UserJSON;
};

/** The schema `Session`. */
export interface SessionJSON {
  /** String representing the object's type. Objects of the same type share the same value. */
  object: 'session';
  id: string;
  user_id: string;
  client_id: string;
  actor?: Record<string, unknown> | null;
  status: 'active' | 'revoked' | 'ended' | 'expired' | 'removed' | 'abandoned' | 'replaced';
  last_active_organization_id?: string | null;
  last_active_at: number;
  latest_activity?: SessionActivityJSON;
  /** Unix timestamp of expiration. */
  expire_at: number;
  /** Unix timestamp of abandonment. */
  abandon_at: number;
  /** Unix timestamp of last update. */
  updated_at: number;
  /** Unix timestamp of creation. */
  created_at: number;
}

/** The schema `SessionActivityResponse`. */
export interface SessionActivityJSON {
  object: string;
  id: string;
  device_type?: string;
  is_mobile: boolean;
  browser_name?: string;
  browser_version?: string;
  ip_address?: string;
  city?: string;
  country?: string;
}

/** The schema `User`. */
export interface UserJSON {
  id: string;
  /** String representing the object's type. Objects of the same type share the same value. */
  object: 'user';
  external_id: string | null;
  primary_email_address_id: string | null;
  primary_phone_number_id: string | null;
  primary_web3_wallet_id: string | null;
  username: string | null;
  first_name: string | null;
  last_name: string | null;
  locale?: string | null;
  profile_image_url?: string;
  image_url?: string;
  has_image: boolean;
  public_metadata: Record<string, unknown>;
  private_metadata?: Record<string, unknown> | null;
  unsafe_metadata?: Record<string, unknown>;
  email_addresses: EmailAddressJSON[];
  phone_numbers: PhoneNumberJSON[];
  web3_wallets: Web3WalletJSON[];
  passkeys: PasskeyJSON[];
  password_enabled: boolean;
  two_factor_enabled: boolean;
  totp_enabled: boolean;
  backup_code_enabled: boolean;
  /** Unix timestamp of when MFA was last enabled for this user. It should be noted that this field is not nullified if MFA is disabled. */
  mfa_enabled_at: number | null;
  /** Unix timestamp of when MFA was last disabled for this user. It should be noted that this field is not nullified if MFA is enabled again. */
  mfa_disabled_at: number | null;
  /** Unix timestamp of when the user's password was last updated. */
  password_last_updated_at?: number | null;
  external_accounts: ExternalAccountWithVerificationJSON[];
  saml_accounts: SAMLAccountJSON[];
  enterprise_accounts: EnterpriseAccountJSON[];
  organization_memberships?: OrganizationMembershipJSON[];
  /** Unix timestamp of last sign-in. */
  last_sign_in_at: number | null;
  /** Flag to denote whether user is banned or not. */
  banned: boolean;
  /** Flag to denote whether user is currently locked, i.e. restricted from signing in or not. */
  locked: boolean;
  /** Flag to denote whether user has been deprovisioned and is restricted from signing in. */
  deprovisioned?: boolean;
  /** The number of seconds remaining until the lockout period expires for a locked user. A null value for a locked user indicates that lockout never expires. */
  lockout_expires_in_seconds: number | null;
  /** The number of verification attempts remaining until the user is locked. Null if account lockout is not enabled. Note: if a user is locked explicitly via the Backend API, they may still have verification attempts remaining. */
  verification_attempts_remaining: number | null;
  /** Unix timestamp of last update. */
  updated_at: number;
  /** Unix timestamp of creation. */
  created_at: number;
  /** If enabled, user can delete themselves via FAPI. */
  delete_self_enabled: boolean;
  /** If enabled, user can create organizations via FAPI. */
  create_organization_enabled: boolean;
  /** The maximum number of organizations the user can create. 0 means unlimited. */
  create_organizations_limit?: number | null;
  /** Unix timestamp of the latest session activity, with day precision. */
  last_active_at: number | null;
  /** Unix timestamp of when the user accepted the legal requirements. */
  legal_accepted_at: number | null;
  /** When set to `true`, the user will bypass Device Trust checks during sign-in. */
  bypass_client_trust?: boolean;
  scim?: SCIMUserMetadataJSON | null;
}

/** The schema `EmailAddress`. */
export interface EmailAddressJSON {
  id?: string;
  /** String representing the object's type. Objects of the same type share the same value. */
  object: 'email_address';
  email_address: string;
  reserved: boolean;
  verification:
    | VerificationOtpJSON
    | VerificationAdminJSON
    | VerificationFromOauthJSON
    | VerificationTicketJSON
    | VerificationSamlJSON
    | VerificationEmailLinkJSON
    | VerificationScimJSON
    | null;
  linked_to: IdentificationLinkJSON[];
  /** Indicates whether this email address domain matches an active enterprise connection. */
  matches_sso_connection?: boolean;
  /** Unix timestamp of creation */
  created_at: number;
  /** Unix timestamp of creation */
  updated_at: number;
}

/** The schema `verification_otp`. */
export interface VerificationOtpJSON {
  object?: 'verification_otp';
  status: 'unverified' | 'verified' | 'failed' | 'expired';
  strategy: 'phone_code' | 'email_code' | 'reset_password_email_code';
  attempts: number | null;
  expire_at: number | null;
  /** The delivery channel of the code (phone codes only). */
  channel?: string | null;
  verified_at_client?: string | null;
}

/** The schema `verification_admin`. */
export interface VerificationAdminJSON {
  object?: 'verification_admin';
  status: 'verified';
  strategy: 'admin';
  attempts: number | null;
  expire_at: number | null;
  verified_at_client?: string | null;
}

/** The schema `verification_from_oauth`. */
export interface VerificationFromOauthJSON {
  object?: 'verification_from_oauth';
  status: 'unverified' | 'verified';
  strategy: string;
  error?: ClerkErrorJSON | null;
  expire_at: number | null;
  attempts: number | null;
  verified_at_client?: string | null;
}

/** The schema `ClerkError`. */
export interface ClerkErrorJSON {
  message: string;
  long_message: string;
  code: string;
  meta?: Record<string, unknown>;
}

/** The schema `verification_ticket`. */
export interface VerificationTicketJSON {
  object?: 'verification_ticket';
  status: 'unverified' | 'verified' | 'expired';
  strategy: 'ticket';
  attempts: number | null;
  expire_at: number | null;
  verified_at_client?: string | null;
}

/** The schema `verification_saml`. */
export interface VerificationSamlJSON {
  object?: 'verification_saml';
  status: 'unverified' | 'verified' | 'failed' | 'expired' | 'transferable';
  strategy: 'saml';
  external_verification_redirect_url?: string | null;
  error?: ClerkErrorJSON | null;
  expire_at?: number | null;
  attempts: number | null;
  verified_at_client?: string | null;
}

/** The schema `verification_email_link`. */
export interface VerificationEmailLinkJSON {
  object?: 'verification_email_link';
  status: 'unverified' | 'verified' | 'failed' | 'expired';
  strategy: 'email_link';
  attempts: number | null;
  expire_at: number | null;
  verified_at_client?: string | null;
}

/** The schema `verification_scim`. */
export interface VerificationScimJSON {
  object?: 'verification_scim';
  status: 'verified';
  strategy: 'scim';
  attempts: number | null;
  expire_at: number | null;
}

/** The schema `IdentificationLink`. */
export interface IdentificationLinkJSON {
  type: string;
  id: string;
}

/** The schema `PhoneNumber`. */
export interface PhoneNumberJSON {
  id?: string;
  /** String representing the object's type. Objects of the same type share the same value. */
  object: 'phone_number';
  phone_number: string;
  reserved_for_second_factor?: boolean;
  default_second_factor?: boolean;
  reserved: boolean;
  verification: VerificationOtpJSON | VerificationAdminJSON | null;
  linked_to: IdentificationLinkJSON[];
  backup_codes?: string[] | null;
  /** Unix timestamp of creation */
  created_at: number;
  /** Unix timestamp of creation */
  updated_at: number;
}

/** The schema `Web3Wallet`. */
export interface Web3WalletJSON {
  id?: string;
  /** String representing the object's type. Objects of the same type share the same value. */
  object: 'web3_wallet';
  web3_wallet: string;
  verification: VerificationWeb3JSON | VerificationAdminJSON | null;
  /** Unix timestamp of creation */
  created_at: number;
  /** Unix timestamp of creation */
  updated_at: number;
}

/** The schema `verification_web3`. */
export interface VerificationWeb3JSON {
  object?: 'verification_web3';
  status: 'unverified' | 'verified' | 'failed' | 'expired';
  strategy:
    | 'web3_metamask_signature'
    | 'web3_base_signature'
    | 'web3_coinbase_wallet_signature'
    | 'web3_okx_wallet_signature'
    | 'web3_solana_signature';
  nonce?: string | null;
  message?: string | null;
  attempts: number | null;
  expire_at: number | null;
  verified_at_client?: string | null;
}

/** The schema `Passkey`. */
export interface PasskeyJSON {
  id?: string;
  /** String representing the object's type. Objects of the same type share the same value. */
  object: 'passkey';
  name: string;
  /** Unix timestamp of when the passkey was last used. */
  last_used_at: number;
  verification: VerificationPasskeyJSON | null;
}

/** The schema `verification_passkey`. */
export interface VerificationPasskeyJSON {
  object?: 'verification_passkey';
  status: 'verified';
  strategy: 'passkey';
  nonce?: 'nonce';
  message?: string | null;
  attempts: number | null;
  expire_at: number | null;
  verified_at_client?: string | null;
}

/** The schema `ExternalAccountWithVerification`. */
export interface ExternalAccountWithVerificationJSON {
  /** String representing the object's type. Objects of the same type share the same value. */
  object: 'external_account' | 'facebook_account' | 'google_account';
  id: string;
  provider: string;
  identification_id: string;
  /** The unique ID of the user in the external provider's system */
  provider_user_id: string;
  approved_scopes: string;
  email_address: string;
  /** Whether the email was verified by the OAuth provider at creation time. null = unknown (pre-migration data or custom OAuth providers), true = provider confirmed email was verified, false = provider confirmed email was NOT verified */
  email_address_verified?: boolean | null;
  first_name: string;
  last_name: string;
  /** Please use `image_url` instead */
  avatar_url?: string;
  image_url?: string | null;
  username?: string | null;
  phone_number?: string | null;
  public_metadata: Record<string, unknown>;
  label?: string | null;
  /** Unix timestamp of creation */
  created_at: number;
  /** Unix timestamp of creation */
  updated_at: number;
  verification: VerificationOauthJSON | VerificationGoogleOneTapJSON | null;
}

/** The schema `verification_oauth`. */
export interface VerificationOauthJSON {
  object?: 'verification_oauth';
  status: 'unverified' | 'verified' | 'failed' | 'expired' | 'transferable';
  strategy: string;
  external_verification_redirect_url?: string;
  error?: ClerkErrorJSON | null;
  expire_at: number;
  attempts: number | null;
  verified_at_client?: string | null;
}

/** The schema `verification_google_one_tap`. */
export interface VerificationGoogleOneTapJSON {
  object?: 'verification_google_one_tap';
  status: 'unverified' | 'verified';
  strategy: 'google_one_tap';
  expire_at: number | null;
  attempts: number | null;
  verified_at_client?: string | null;
  error?: ClerkErrorJSON | null;
}

/** The schema `SAMLAccount`. */
export interface SAMLAccountJSON {
  id: string;
  /** String representing the object's type. Objects of the same type share the same value. */
  object: 'saml_account';
  provider: string;
  active: boolean;
  email_address: string;
  first_name?: string | null;
  last_name?: string | null;
  provider_user_id?: string | null;
  /** Unix timestamp of last authentication. */
  last_authenticated_at?: number | null;
  public_metadata?: Record<string, unknown>;
  verification: VerificationSamlJSON | VerificationTicketJSON | null;
  saml_connection?: SAMLAccountConnectionJSON | null;
}

/** The schema `SAMLAccountConnection`. */
export interface SAMLAccountConnectionJSON {
  id: string;
  name: string;
  domain?: string;
  domains?: string[];
  active: boolean;
  provider: string;
  sync_user_attributes: boolean;
  allow_subdomains?: boolean;
  allow_idp_initiated?: boolean;
  disable_additional_identifications?: boolean;
  /** Unix timestamp of creation. */
  created_at: number;
  /** Unix timestamp of last update. */
  updated_at: number;
}

/** The schema `EnterpriseAccount`. */
export interface EnterpriseAccountJSON {
  id: string;
  /** String representing the object's type. Objects of the same type share the same value. */
  object: 'enterprise_account';
  /** The authentication protocol used to sign in. */
  protocol?: 'oauth' | 'saml';
  provider: string;
  active: boolean;
  email_address: string;
  first_name?: string | null;
  last_name?: string | null;
  /** The unique ID of the user in the external provider's system */
  provider_user_id?: string | null;
  enterprise_connection_id?: string | null;
  public_metadata?: Record<string, unknown>;
  verification: VerificationTicketJSON | VerificationSamlJSON | VerificationOauthJSON | null;
  enterprise_connection?: EnterpriseAccountConnectionJSON | null;
  /** Unix timestamp of last authentication. */
  last_authenticated_at?: number | null;
}

/** The schema `EnterpriseAccountConnection`. */
export interface EnterpriseAccountConnectionJSON {
  id: string;
  protocol: string;
  provider: string;
  name: string;
  logo_public_url: string | null;
  domain?: string;
  domains?: string[];
  active: boolean;
  sync_user_attributes: boolean;
  allow_subdomains: boolean;
  allow_idp_initiated: boolean;
  disable_additional_identifications: boolean;
  /** Unix timestamp of creation. */
  created_at: number;
  /** Unix timestamp of last update. */
  updated_at: number;
}

/** Metadata describing a user's linkage to a directory. This object is only delivered on `user.created` and `user.updated` webhook events, and only when the user is provisioned through a directory. Its absence does not necessarily mean the user is not managed by a directory. */
export interface SCIMUserMetadataJSON {
  /** The ID of the directory the user is provisioned from. */
  directory_id: string;
  /** Whether the directory is currently enabled. Omitted when false. */
  directory_enabled?: boolean;
  /** The user's external ID as reported by the directory, if any. */
  external_id: string | null;
}

/** The schema `SmsEventPayload`. */
export interface SMSMessageJSON {
  /** The object type */
  object: string;
  /** The SMS message ID */
  id: string;
  /** The SMS message slug */
  slug?: string | null;
  /** The SMS message from phone number */
  from_phone_number: string;
  /** The SMS message to phone number */
  to_phone_number: string;
  /** The phone number ID */
  phone_number_id?: string | null;
  /** The user ID */
  user_id?: string | null;
  /** The SMS message */
  message: string;
  /** The SMS message status */
  status: string;
  /** The SMS message data */
  data: Record<string, unknown>;
  /** Whether the SMS message was delivered by Clerk */
  delivered_by_clerk: boolean;
  /** Unix timestamp of creation. */
  created_at_ms: number;
}

/** The schema `SubscriptionEventPayload`. */
export interface BillingSubscriptionWebhookEventJSON {
  /** String representing the object's type */
  object: 'commerce_subscription';
  /** Unique identifier for the subscription */
  id: string;
  /** Current status of the subscription */
  status: 'ended' | 'canceled' | 'abandoned' | 'past_due' | 'active' | 'incomplete';
  /** Unix timestamp in milliseconds when the subscription became active. Null if subscription has never been active. */
  active_at: number | null;
  /** Unix timestamp in milliseconds when the subscription was canceled. Null if not canceled. */
  canceled_at: number | null;
  /** Unix timestamp in milliseconds when the subscription was created */
  created_at: number;
  /** Unix timestamp in milliseconds when the subscription ended. Null if subscription has not ended. */
  ended_at: number | null;
  /** Unix timestamp in milliseconds when the subscription became past due. Null if subscription is not past due. */
  past_due_at: number | null;
  /** Unix timestamp in milliseconds when the subscription was last modified */
  updated_at: number;
  /** Unique identifier for the most recent payment attempt associated with this subscription */
  latest_payment_id: string | null;
  /** Unique identifier for the payer responsible for this subscription */
  payer_id: string;
  /** Detailed information about the payer responsible for this subscription */
  payer: BillingPayerWebhookEventJSON;
  /** Unique identifier for the payment method used to process charges for this subscription */
  payment_source_id: string | null;
  /** Array of subscription items that make up this subscription, each representing the period of time a subscription was in a given state */
  items: BillingSubscriptionItemWebhookEventJSON[];
}

/** The schema `BillingSubscriptionItemEventPayload`. */
export interface BillingSubscriptionItemWebhookEventJSON {
  /** Object type identifier for webhook events */
  object: 'commerce_subscription_item';
  /** Unique identifier for the subscription item */
  id: string;
  /** Current status of the subscription item. * **abandoned**: a subscription item that was scheduled and superseded before it started. * **active**: the subscription item describing the current state of the subscription. * **canceled**: a subscription item that will end at the end of the current billing period. * **ended**: a subscription item that was active and is no longer active. * **incomplete**: a subscription item that requires more user action before it can be active. * **past_due**: a subscription item that a payment is overdue on. * **upcoming**: a subscription item that is scheduled to start but has not started yet. */
  status: 'abandoned' | 'active' | 'canceled' | 'ended' | 'incomplete' | 'past_due' | 'upcoming';
  /** Whether this subscription item is currently in a free-trial period */
  is_free_trial: boolean;
  /** Unix timestamp in milliseconds when the subscription item was created */
  created_at: number;
  /** Unix timestamp in milliseconds when the subscription item was last modified */
  updated_at: number;
  /** Unix timestamp in milliseconds when the subscription item period starts and becomes active */
  period_start: number;
  /** Unix timestamp in milliseconds when the subscription item period ends. The field is null for default plan subscription items. */
  period_end: number | null;
  /** Billing interval for this subscription item (e.g., "month", "annual") */
  interval: string;
  /** Unique identifier for the plan associated with this subscription item */
  plan_id: string | null;
  /** Detailed information about the plan associated with this subscription item */
  plan: BillingSubscriptionItemPlanWebhookEventJSON | null;
  /** Detailed information about the payer responsible for this subscription item. Only populated when this item is sent as a standalone event, null when included within a subscription event. */
  payer?: BillingPayerWebhookEventJSON;
  /** Unique identifier for the parent subscription. Only populated when this item is sent as a standalone event, null when included within a subscription event. */
  subscription_id: string | null;
  /** Seat entitlement for this subscription item */
  seats?: BillingSeatsWebhookEventJSON;
}

/** The schema `BillingSubscriptionItemEventPlan`. */
export interface BillingSubscriptionItemPlanWebhookEventJSON {
  /** Unique identifier for the plan */
  id: string;
  /** URL-friendly identifier for the plan */
  slug: string;
  /** Display name of the plan */
  name: string;
  /** Whether this plan charges on a recurring basis */
  is_recurring: boolean;
  /** Plan amount in the smallest currency unit (e.g., cents for USD) */
  amount: number;
  /** Three-letter ISO 4217 currency code for this plan's pricing (e.g., "USD") */
  currency: string;
  /** Tiered unit pricing for this plan. Only present for plans with unit-based pricing. */
  unit_prices?: BillingSubscriptionItemPlanUnitPriceWebhookEventJSON[];
}

/** The schema `BillingSubscriptionItemEventPlanUnitPrice`. */
export interface BillingSubscriptionItemPlanUnitPriceWebhookEventJSON {
  /** Name of the unit being priced (e.g., "seats") */
  name: string;
  /** Number of units per pricing block */
  block_size: number;
  /** Pricing tiers sorted by starts_at_block */
  tiers: BillingSubscriptionItemPlanUnitPriceTierWebhookEventJSON[];
}

/** The schema `BillingSubscriptionItemEventPlanUnitPriceTier`. */
export interface BillingSubscriptionItemPlanUnitPriceTierWebhookEventJSON {
  /** The block number at which this tier begins */
  starts_at_block: number;
  /** The block number at which this tier ends. Null means this tier has no upper bound (unlimited). */
  ends_after_block: number | null;
  /** Price per block in the smallest currency unit (e.g., cents for USD) */
  amount_per_block: number;
  /** Three letter ISO 4217 currency code for this tier's pricing (e.g., "USD") */
  currency: string;
}

/** The schema `BillingSeats`. */
export interface BillingSeatsWebhookEventJSON {
  /** Number of seats available. null means unlimited */
  quantity: number | null;
}

/** The data of `user.deleted`. */
export interface UserDeletedJSON {
  object: string;
  id?: string;
  slug?: string;
  deleted: boolean;
  external_id?: string;
}

/** The schema `WaitlistEntry`. */
export interface WaitlistEntryJSON {
  object: 'waitlist_entry';
  id: string;
  email_address: string;
  status: 'pending' | 'invited' | 'rejected' | 'completed';
  /** Indicates if the waitlist entry is locked. Locked entries are being processed in a batch action and are unavailable for other actions. */
  is_locked?: boolean;
  /** Unix timestamp of creation. */
  created_at: number;
  /** Unix timestamp of last update. */
  updated_at: number;
  invitation?: InvitationJSON | null;
}

/** The schema `Invitation`. */
export interface InvitationJSON {
  object: 'invitation';
  id: string;
  email_address: string;
  public_metadata: Record<string, unknown>;
  revoked?: boolean;
  status: 'pending' | 'accepted' | 'revoked' | 'expired';
  url?: string;
  /** Unix timestamp of expiration. */
  expires_at?: number | null;
  /** Unix timestamp of creation. */
  created_at: number;
  /** Unix timestamp of last update. */
  updated_at: number;
}

/** `email.created`. */
export type EmailWebhookEvent = WebhookEventEnvelope<'email.created', EmailJSON>;

/** `organization.created`, `organization.updated`, `organization.deleted`. */
export type OrganizationWebhookEvent =
  | WebhookEventEnvelope<'organization.created' | 'organization.updated', OrganizationJSON>
  | WebhookEventEnvelope<'organization.deleted', DeletedObjectJSON>;

/** `organizationDomain.created`, `organizationDomain.updated`, `organizationDomain.deleted`. */
export type OrganizationDomainWebhookEvent =
  | WebhookEventEnvelope<'organizationDomain.created' | 'organizationDomain.updated', OrganizationDomainJSON>
  | WebhookEventEnvelope<'organizationDomain.deleted', DeletedObjectJSON>;

/** `organizationInvitation.created`, `organizationInvitation.revoked`. */
export type OrganizationInvitationWebhookEvent = WebhookEventEnvelope<
  'organizationInvitation.created' | 'organizationInvitation.revoked',
  OrganizationInvitationJSON & {
    data?: {
      public_organization_data?: OrganizationInvitationPublicOrganizationDataJSON | null;
    };
  }
>;

/** `organizationInvitation.accepted`. */
export type OrganizationInvitationAcceptedWebhookEvent = WebhookEventEnvelope<
  'organizationInvitation.accepted',
  OrganizationInvitationAcceptedJSON
>;

/** `organizationMembership.created`, `organizationMembership.updated`, `organizationMembership.deleted`. */
export type OrganizationMembershipWebhookEvent = WebhookEventEnvelope<
  'organizationMembership.created' | 'organizationMembership.updated' | 'organizationMembership.deleted',
  OrganizationMembershipJSON
>;

/** `paymentAttempt.created`, `paymentAttempt.updated`. */
export type BillingPaymentAttemptWebhookEvent = WebhookEventEnvelope<
  'paymentAttempt.created' | 'paymentAttempt.updated',
  BillingPaymentAttemptWebhookEventJSON
>;

/** `permission.created`, `permission.updated`, `permission.deleted`. */
export type PermissionWebhookEvent =
  | WebhookEventEnvelope<'permission.created' | 'permission.updated', PermissionJSON>
  | WebhookEventEnvelope<'permission.deleted', DeletedObjectJSON>;

/** `role.created`, `role.updated`, `role.deleted`. */
export type RoleWebhookEvent =
  | WebhookEventEnvelope<'role.created' | 'role.updated', RoleJSON>
  | WebhookEventEnvelope<'role.deleted', DeletedObjectJSON>;

/** `session.created`, `session.pending`, `session.ended`, `session.removed`, `session.revoked`. */
export type SessionWebhookEvent = WebhookEventEnvelope<
  'session.created' | 'session.pending' | 'session.ended' | 'session.removed' | 'session.revoked',
  SessionWebhookEventJSON
>;

/** `sms.created`. */
export type SMSWebhookEvent = WebhookEventEnvelope<'sms.created', SMSMessageJSON>;

/** `subscription.created`, `subscription.updated`, `subscription.active`, `subscription.pastDue`. */
export type BillingSubscriptionWebhookEvent = WebhookEventEnvelope<
  'subscription.created' | 'subscription.updated' | 'subscription.active' | 'subscription.pastDue',
  BillingSubscriptionWebhookEventJSON
>;

/** `subscriptionItem.abandoned`, `subscriptionItem.active`, `subscriptionItem.canceled`, `subscriptionItem.ended`, `subscriptionItem.freeTrialEnding`, `subscriptionItem.incomplete`, `subscriptionItem.pastDue`, `subscriptionItem.upcoming`, `subscriptionItem.updated`, `subscriptionItem.created`. */
export type BillingSubscriptionItemWebhookEvent = WebhookEventEnvelope<
  | 'subscriptionItem.abandoned'
  | 'subscriptionItem.active'
  | 'subscriptionItem.canceled'
  | 'subscriptionItem.ended'
  | 'subscriptionItem.freeTrialEnding'
  | 'subscriptionItem.incomplete'
  | 'subscriptionItem.pastDue'
  | 'subscriptionItem.upcoming'
  | 'subscriptionItem.updated'
  | 'subscriptionItem.created',
  BillingSubscriptionItemWebhookEventJSON
>;

/** `user.created`, `user.updated`, `user.deleted`. */
export type UserWebhookEvent =
  | WebhookEventEnvelope<'user.created' | 'user.updated', UserJSON>
  | WebhookEventEnvelope<'user.deleted', UserDeletedJSON>;

/** `waitlistEntry.created`, `waitlistEntry.updated`. */
export type WaitlistEntryWebhookEvent = WebhookEventEnvelope<
  'waitlistEntry.created' | 'waitlistEntry.updated',
  WaitlistEntryJSON
>;

/** Every event that Clerk describes. Narrow it by `type`. */
export type WebhookEvent =
  | EmailWebhookEvent
  | OrganizationWebhookEvent
  | OrganizationDomainWebhookEvent
  | OrganizationInvitationWebhookEvent
  | OrganizationInvitationAcceptedWebhookEvent
  | OrganizationMembershipWebhookEvent
  | BillingPaymentAttemptWebhookEvent
  | PermissionWebhookEvent
  | RoleWebhookEvent
  | SessionWebhookEvent
  | SMSWebhookEvent
  | BillingSubscriptionWebhookEvent
  | BillingSubscriptionItemWebhookEvent
  | UserWebhookEvent
  | WaitlistEntryWebhookEvent;

/** The `type` of a {@link WebhookEvent}. */
export type WebhookEventType = WebhookEvent['type'];

/** Every {@link WebhookEventType}. */
export const WEBHOOK_EVENT_TYPES: readonly WebhookEventType[] = [
  'email.created',
  'organization.created',
  'organization.updated',
  'organization.deleted',
  'organizationDomain.created',
  'organizationDomain.updated',
  'organizationDomain.deleted',
  'organizationInvitation.created',
  'organizationInvitation.accepted',
  'organizationInvitation.revoked',
  'organizationMembership.created',
  'organizationMembership.updated',
  'organizationMembership.deleted',
  'paymentAttempt.created',
  'paymentAttempt.updated',
  'permission.created',
  'permission.updated',
  'permission.deleted',
  'role.created',
  'role.updated',
  'role.deleted',
  'session.created',
  'session.pending',
  'session.ended',
  'session.removed',
  'session.revoked',
  'sms.created',
  'subscription.created',
  'subscription.updated',
  'subscription.active',
  'subscription.pastDue',
  'subscriptionItem.abandoned',
  'subscriptionItem.active',
  'subscriptionItem.canceled',
  'subscriptionItem.ended',
  'subscriptionItem.freeTrialEnding',
  'subscriptionItem.incomplete',
  'subscriptionItem.pastDue',
  'subscriptionItem.upcoming',
  'subscriptionItem.updated',
  'user.created',
  'user.updated',
  'user.deleted',
  'waitlistEntry.created',
  'waitlistEntry.updated',
  'subscriptionItem.created',
];
