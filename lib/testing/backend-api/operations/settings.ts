import type { LocalStore } from '../../store/local-store.js';
import type { Metadata } from '../../store/records.js';
import { INITIAL_ROLE_SET_KEY } from '../../store/roles.js';

/** The initial settings of an instance, by group; names in camel case. */
const DEFAULTS = {
  instance: {
    testMode: true,
    hibp: true,
    allowedOrigins: null,
    supportEmail: null,
    developmentOrigin: '',
  },
  auth: {
    restrictedToAllowlist: false,
    fromEmailAddress: 'noreply',
    progressiveSignUp: true,
    enhancedEmailDeliverability: false,
  },
  restrictions: {
    allowlist: false,
    blocklist: false,
    allowlistBlocklistDisabledOnSignIn: false,
    blockEmailSubaddresses: false,
    blockDisposableEmailDomains: false,
  },
  protect: { rulesEnabled: false, specterEnabled: false, checksBypassed: false },
  communication: { blockedCountryCodes: [] },
  oauthApplication: {
    dynamicOauthClientRegistration: false,
    defaultScopes: null,
    oauthJwtAccessTokens: false,
    clientIdMetadataDocumentsAdvertised: false,
    clientIdMetadataDocumentsOnlyAllowPreRegisteredClients: false,
    clientIdMetadataDocumentsBlockImplicitlyAllowedClients: false,
  },
  organization: {
    enabled: true,
    maxAllowedMemberships: 5,
    maxAllowedRoles: 10,
    maxRoleSetsAllowed: 10,
    maxAllowedDomains: 10,
    maxAllowedPermissions: 50,
    creatorRole: 'org:admin',
    adminDeleteEnabled: true,
    domainsEnabled: true,
    slugDisabled: false,
    domainsEnrollmentModes: ['manual_invitation', 'automatic_invitation', 'automatic_suggestion'],
    domainsDefaultRole: 'org:member',
    initialRoleSetKey: INITIAL_ROLE_SET_KEY,
  },
  webhooks: { hasSvixApp: false },
  // The claims of every session token besides those that Clerk always sets.
  session: { claims: {} },
} as const;

export type SettingsGroup = keyof typeof DEFAULTS;

/** The settings of a group. */
export function settingsOf(store: LocalStore, group: 'session'): { readonly claims: Metadata };
export function settingsOf(store: LocalStore, group: SettingsGroup): Readonly<Record<string, unknown>>;
export function settingsOf({ records }: LocalStore, group: SettingsGroup): Readonly<Record<string, unknown>> {
  return { ...DEFAULTS[group], ...records.settings.find(group)?.values };
}

/** Updates settings of a group; missing and `null` values stay unchanged. */
export function updateSettings(
  store: LocalStore,
  group: SettingsGroup,
  changes: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value != null));
  const { settings } = store.records;
  const values = { ...settings.find(group)?.values, ...given };
  if (settings.has(group)) settings.update(group, { values });
  else settings.add({ id: group, values });
  return settingsOf(store, group);
}
