// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import type { OneOf } from '../one-of.js';

/** The parameters of {@link InstanceAPI.update}. */
export interface InstanceUpdateParams {
  testMode?: boolean | null;
  hibp?: boolean | null;
  supportEmail?: string | null;
  clerkJsVersion?: string | null;
  developmentOrigin?: string | null;
  allowedOrigins?: string[];
  /** @deprecated Clerk deprecated this parameter. */
  cookielessDev?: boolean | null;
  urlBasedSessionSyncing?: boolean | null;
  preferredSignInStrategyWhenPasswordRequired?: OneOf<'password' | 'otp' | ''> | null;
}

/** The parameters of {@link InstanceAPI.updateRestrictions}. */
export interface UpdateRestrictionsParams {
  allowlist?: boolean | null;
  blocklist?: boolean | null;
  allowlistBlocklistDisabledOnSignIn?: boolean | null;
  blockEmailSubaddresses?: boolean | null;
  blockDisposableEmailDomains?: boolean | null;
}

/** The parameters of {@link InstanceAPI.updateProtect}. */
export interface UpdateProtectParams {
  rulesEnabled?: boolean | null;
  specterEnabled?: boolean | null;
}

/** The parameters of {@link InstanceAPI.updateCommunication}. */
export interface UpdateCommunicationParams {
  /** At most 250 values. */
  blockedCountryCodes?: string[] | null;
}

/** The parameters of {@link InstanceAPI.updateOAuthApplicationSettings}. */
export interface UpdateOAuthApplicationSettingsParams {
  dynamicOauthClientRegistration?: boolean | null;
  defaultScopes?: string[] | null;
  oauthJwtAccessTokens?: boolean | null;
  clientIdMetadataDocumentsAdvertised?: boolean | null;
  clientIdMetadataDocumentsOnlyAllowPreRegisteredClients?: boolean | null;
  clientIdMetadataDocumentsBlockImplicitlyAllowedClients?: boolean | null;
}

/** The parameters of {@link InstanceAPI.updateOrganizationSettings}. */
export interface UpdateOrganizationSettingsParams {
  enabled?: boolean | null;
  maxAllowedMemberships?: number | null;
  adminDeleteEnabled?: boolean | null;
  domainsEnabled?: boolean | null;
  slugDisabled?: boolean | null;
  domainsEnrollmentModes?: string[];
  creatorRoleId?: string | null;
  domainsDefaultRoleId?: string | null;
}

/** The parameters of {@link InstanceAPI.changeDomain}. */
export interface ChangeDomainParams {
  homeUrl?: string;
  isSecondary?: boolean;
}

/** The parameters of {@link InstanceAPI.getPublicInterstitial}. */
export interface GetPublicInterstitialParams {
  /** @deprecated Clerk deprecated this parameter. */
  frontendApi?: string;
  publishableKey?: string;
  proxyUrl?: string;
  domain?: string;
  signInUrl?: string;
  useDomainForScript?: boolean;
}
