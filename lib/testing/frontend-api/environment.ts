import { json } from '../http/api-answer.js';
import type { OperationCall, OperationHandler } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import { ownUrl } from './caller.js';
import { organizationSettings, userSettings } from './environment-settings.js';

/** The settings of the instance that ClerkJS reads before it renders anything, without an envelope. */
export const getEnvironment: OperationHandler = (call, instance) =>
  json({
    auth_config: authConfig(instance),
    display_config: displayConfig(call, instance),
    user_settings: userSettings(instance),
    organization_settings: organizationSettings(instance.store),
    fraud_settings: { object: 'fraud_settings', native: { device_attestation_mode: 'disabled' } },
    commerce_settings: {
      billing: {
        stripe_publishable_key: null,
        free_trial_requires_payment_method: false,
        user: { enabled: false, has_paid_plans: false },
        organization: { enabled: false, has_paid_plans: false },
      },
    },
    api_keys_settings: { enabled: false, user_api_keys_enabled: false, orgs_api_keys_enabled: false },
    protect_config: {},
    client_debug_mode: false,
    partitioned_cookies: false,
    maintenance_mode: false,
  });

function authConfig({
  instanceType,
  singleSessionMode,
  oauthProviders,
}: LocalInstance): Record<string, unknown> {
  const strategies = oauthProviders.map(provider => `oauth_${provider}`);
  return {
    object: 'auth_config',
    id: 'aconf_local',
    first_name: 'on',
    last_name: 'on',
    email_address: 'required',
    phone_number: 'on',
    username: 'on',
    password: 'required',
    identification_requirements: [['email_address'], ['phone_number'], ['username']],
    identification_strategies: ['email_address', 'phone_number', 'username', ...strategies],
    first_factors: ['password', 'email_code', 'phone_code', 'ticket', ...strategies],
    second_factors: ['totp', 'phone_code', 'backup_code'],
    email_address_verification_strategies: ['email_code'],
    single_session_mode: singleSessionMode,
    enhanced_email_deliverability: false,
    test_mode: instanceType === 'development',
    cookieless_dev: true,
    url_based_session_syncing: instanceType === 'development',
    claimed_at: null,
    reverification: true,
    native_settings: {
      object: 'native_settings',
      api_enabled: false,
      trusted_device_sign_in_enabled: false,
      trusted_device_enrollment_prompt_after_sign_in_enabled: false,
      trusted_device_enrollment_prompt_after_sign_up_enabled: false,
    },
  };
}

/** The pages belong to LocalClerk, at the URL that the browser uses. */
function displayConfig(call: OperationCall, instance: LocalInstance): Record<string, unknown> {
  const own = ownUrl(call, instance);
  return {
    object: 'display_config',
    id: 'display_config_local',
    instance_environment_type: instance.instanceType,
    application_name: 'Local Clerk',
    theme: {},
    preferred_sign_in_strategy: 'password',
    logo_image_url: '',
    favicon_image_url: '',
    home_url: '',
    sign_in_url: `${own}/sign-in`,
    sign_up_url: `${own}/sign-up`,
    user_profile_url: '',
    waitlist_url: '',
    oauth_consent_url: '',
    after_sign_in_url: '',
    after_sign_up_url: '',
    after_sign_out_one_url: '',
    after_sign_out_all_url: '',
    after_switch_session_url: '',
    after_join_waitlist_url: '',
    organization_profile_url: '',
    create_organization_url: '',
    after_leave_organization_url: '',
    after_create_organization_url: '',
    logo_link_url: '',
    support_email: null,
    branded: false,
    experimental_force_oauth_first: false,
    clerk_js_version: null,
    show_devmode_warning: false,
    google_one_tap_client_id: null,
    help_url: null,
    privacy_policy_url: null,
    terms_url: null,
    logo_url: null,
    favicon_url: null,
    logo_image: null,
    favicon_image: null,
    captcha_public_key: null,
    captcha_widget_type: null,
    captcha_public_key_invisible: null,
    captcha_provider: null,
    captcha_oauth_bypass: [],
    captcha_heartbeat: false,
  };
}
