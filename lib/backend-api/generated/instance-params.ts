// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { OneOf } from '../one-of.js';

/** What {@link InstanceAPI.update} takes. */
export interface InstanceUpdateParams {
  testMode?: boolean | null;
  hibp?: boolean | null;
  supportEmail?: string | null;
  clerkJsVersion?: string | null;
  developmentOrigin?: string | null;
  allowedOrigins?: string[];
  /** @deprecated Clerk has deprecated it. */
  cookielessDev?: boolean | null;
  urlBasedSessionSyncing?: boolean | null;
  preferredSignInStrategyWhenPasswordRequired?: OneOf<'password' | 'otp' | ''> | null;
}

/** What {@link InstanceAPI.updateRestrictions} takes. */
export interface UpdateRestrictionsParams {
  allowlist?: boolean | null;
  blocklist?: boolean | null;
  allowlistBlocklistDisabledOnSignIn?: boolean | null;
  blockEmailSubaddresses?: boolean | null;
  blockDisposableEmailDomains?: boolean | null;
}

/** What {@link InstanceAPI.updateProtect} takes. */
export interface UpdateProtectParams {
  rulesEnabled?: boolean | null;
  specterEnabled?: boolean | null;
}

/** What {@link InstanceAPI.updateCommunication} takes. */
export interface UpdateCommunicationParams {
  /** At most 250 values. */
  blockedCountryCodes?: string[] | null;
}

/** What {@link InstanceAPI.updateOAuthApplicationSettings} takes. */
export interface UpdateOAuthApplicationSettingsParams {
  dynamicOauthClientRegistration?: boolean | null;
  defaultScopes?: string[] | null;
  oauthJwtAccessTokens?: boolean | null;
  clientIdMetadataDocumentsAdvertised?: boolean | null;
  clientIdMetadataDocumentsOnlyAllowPreRegisteredClients?: boolean | null;
  clientIdMetadataDocumentsBlockImplicitlyAllowedClients?: boolean | null;
}

/** What {@link InstanceAPI.updateOrganizationSettings} takes. */
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

/** What {@link InstanceAPI.changeDomain} takes. */
export interface ChangeDomainParams {
  homeUrl?: string;
  isSecondary?: boolean;
}

/** What {@link InstanceAPI.getPublicInterstitial} takes. */
export interface GetPublicInterstitialParams {
  /** @deprecated Clerk has deprecated it. */
  frontendApi?: string;
  publishableKey?: string;
  proxyUrl?: string;
  domain?: string;
  signInUrl?: string;
  useDomainForScript?: boolean;
}
