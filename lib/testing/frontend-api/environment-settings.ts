import { settingsOf } from '../backend-api/operations/settings.js';
import type { LocalInstance } from '../local-instance.js';
import type { LocalStore } from '../store/local-store.js';
import { LONGEST_USERNAME, SHORTEST_USERNAME } from './identifiers.js';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './passwords.js';

type Json = Record<string, unknown>;

const UNUSED = {
  enabled: false,
  required: false,
  used_for_first_factor: false,
  first_factors: [],
  used_for_second_factor: false,
  second_factors: [],
  verifications: [],
  verify_at_sign_up: false,
  immutable: false,
};

/** The identifiers and sign-in methods: email address and password, and everything that LocalClerk can verify. */
export function userSettings({ oauthProviders }: LocalInstance): Json {
  return {
    attributes: attributes(),
    social: Object.fromEntries(oauthProviders.map(provider => [`oauth_${provider}`, social(provider)])),
    saml: { enabled: false },
    enterprise_sso: { enabled: false },
    sign_in: { second_factor: { required: false } },
    sign_up: {
      captcha_enabled: false,
      captcha_widget_type: 'invisible',
      custom_action_required: false,
      progressive: true,
      mode: 'public',
      legal_consent_enabled: false,
    },
    restrictions: {
      allowlist: { enabled: false },
      blocklist: { enabled: false },
      allowlist_blocklist_disabled_on_sign_in: { enabled: false },
      block_email_subaddresses: { enabled: false },
      block_disposable_email_domains: { enabled: false },
    },
    password_settings: {
      disable_hibp: true,
      disable_password_reverification: false,
      min_length: SHORTEST_PASSWORD,
      max_length: LONGEST_PASSWORD,
      require_special_char: false,
      require_numbers: false,
      require_uppercase: false,
      require_lowercase: false,
      show_zxcvbn: false,
      min_zxcvbn_strength: 0,
      enforce_hibp_on_sign_in: false,
      allowed_special_characters: '!"#$%&\'()*+,-./:;<=>?@[]^_`{|}~',
    },
    username_settings: {
      min_length: SHORTEST_USERNAME,
      max_length: LONGEST_USERNAME,
      allow_extended_special_characters: false,
      allow_numeric_usernames: false,
    },
    actions: { delete_self: true, create_organization: true, create_organizations_limit: null },
    attack_protection: {
      user_lockout: { enabled: false, max_attempts: 100, duration_in_minutes: 60 },
      pii: { enabled: false },
      email_link: { require_same_client: false },
      enumeration_protection: { enabled: false },
    },
    passkey_settings: { allow_autofill: false, show_sign_in_button: false, satisfies_second_factor: false },
  };
}

function social(provider: string): Json {
  return {
    enabled: true,
    required: false,
    authenticatable: true,
    block_email_subaddresses: false,
    strategy: `oauth_${provider}`,
    not_selectable: false,
    deprecated: false,
    name: `${provider.charAt(0).toUpperCase()}${provider.slice(1)}`,
    logo_url: null,
  };
}

/** What the Backend API has set for organizations. */
export function organizationSettings(store: LocalStore): Json {
  const settings = settingsOf(store, 'organization');
  return {
    enabled: settings.enabled,
    max_allowed_memberships: settings.maxAllowedMemberships,
    actions: { admin_delete: settings.adminDeleteEnabled },
    domains: {
      enabled: settings.domainsEnabled,
      enrollment_modes: settings.domainsEnrollmentModes,
      default_role: settings.domainsDefaultRole,
    },
    slug: { disabled: settings.slugDisabled },
    creator_role: settings.creatorRole,
  };
}

function attributes(): Json {
  return {
    email_address: identifier('email_code', { required: true, verify_at_sign_up: true }),
    phone_number: identifier('phone_code', { verify_at_sign_up: true, ...secondFactor('phone_code') }),
    username: { ...UNUSED, enabled: true, used_for_first_factor: true },
    web3_wallet: UNUSED,
    first_name: { ...UNUSED, enabled: true },
    last_name: { ...UNUSED, enabled: true },
    password: { ...UNUSED, enabled: true, required: true },
    authenticator_app: { ...UNUSED, enabled: true, ...secondFactor('totp') },
    ticket: { ...UNUSED, enabled: true },
    backup_code: { ...UNUSED, enabled: true, ...secondFactor('backup_code') },
    passkey: UNUSED,
  };
}

function identifier(strategy: string, overrides: Json): Json {
  return {
    ...UNUSED,
    enabled: true,
    used_for_first_factor: true,
    first_factors: [strategy],
    verifications: [strategy],
    ...overrides,
  };
}

function secondFactor(strategy: string): Json {
  return { used_for_second_factor: true, second_factors: [strategy] };
}
