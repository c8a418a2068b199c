// The entry point `nest-clerk/testing`: its exports are public, everything else in this folder is not.
export type * from '../index.js';
export { ClerkTestingModule } from './clerk-testing.module.js';
export type { ClerkTestingModuleOptions } from './clerk-testing.module.js';
export { machineAuth } from './auth/machine-auth.js';
export type {
  ApiKeyAuthParams,
  M2MTokenAuthParams,
  MachineAuthParams,
  MachineAuthParamsByType,
  OAuthTokenAuthParams,
} from './auth/machine-auth.js';
export { signedInAuth } from './auth/signed-in-auth.js';
export type { SignedInAuthParams } from './auth/signed-in-auth.js';
export { signedOutAuth } from './auth/signed-out-auth.js';
export type { StubAuth } from './auth/stub-auth.js';
export { StubClerkAuthGuard } from './auth/stub-clerk-auth.guard.js';
export { stubClerkOptions } from './auth/stub-clerk-options.js';
export { LocalClerk } from './local-clerk.js';
export type {
  LocalClerkKeys,
  LocalClerkListenOptions,
  LocalClerkOptions,
  LocalClerkSeed,
  LocalMemberSeed,
  LocalOrganizationSeed,
} from './local-clerk-options.js';
export type { LocalClock, LocalDuration } from './clock.js';
export type { LocalCredentials, LocalSignInParams } from './sign-in.js';
export type { BackendApiCall, BackendApiOperation } from './backend-api/handlers.js';
export type { LocalFault, LocalFaultTarget } from './http/faults.js';
export type { LocalSigningKey } from './signing-key-pair.js';
export type { InstanceType } from './instance-keys.js';
export type { LocalClerkServer } from './http/http-server.js';
export type { LocalAnswer, LocalClerkOutage, LocalClerkRequest } from './http/local-api.js';
export type { SessionTokenOptions } from './tokens/session-token-options.js';
export type {
  LocalActor,
  LocalAttempt,
  LocalClient,
  LocalEmailAddress,
  LocalExternalAccount,
  LocalIdentifier,
  LocalJwtTemplate,
  LocalMembership,
  LocalOrganization,
  LocalPasskey,
  LocalPhoneNumber,
  LocalSession,
  LocalSessionStatus,
  LocalUser,
  LocalVerification,
  LocalWeb3Wallet,
  Metadata,
} from './store/records.js';
export type { LocalRecord } from './store/collection.js';
export type { LocalUserMetadataParams, LocalUsers } from './store/users.js';
export type {
  CreateLocalExternalAccountParams,
  CreateLocalUserParams,
  UpdateLocalUserParams,
} from './store/user-record.js';
export type { CreateLocalSessionParams, LocalSessionFilter, LocalSessions } from './store/sessions.js';
export type {
  CreateLocalOrganizationParams,
  LocalOrganizations,
  UpdateLocalOrganizationParams,
} from './store/organizations.js';
export type {
  CreateLocalMembershipParams,
  LocalMembershipFilter,
  LocalMemberships,
} from './store/memberships.js';
export type { CreateLocalJwtTemplateParams, LocalJwtTemplates } from './store/jwt-templates.js';
export type { LocalBrowser, LocalBrowsers, LocalBrowserSignInParams } from './store/browsers.js';
export type { LocalInbox, LocalMessage, LocalMessageFilter, LocalMessagePurpose } from './store/inbox.js';
export type {
  LocalApiKey,
  LocalM2MToken,
  LocalOAuthToken,
  LocalTokenFormat,
} from './store/machine-token-records.js';
export type { CreateLocalApiKeyParams, LocalApiKeys } from './store/api-keys.js';
export type { CreateLocalM2MTokenParams, LocalM2MTokens } from './store/m2m-tokens.js';
export type { CreateLocalOAuthTokenParams, LocalOAuthTokens } from './store/oauth-tokens.js';
export type { CreateLocalPlanParams, LocalBilling, LocalSubscribeParams } from './store/billing.js';
export type { StoreSnapshot } from './store/local-store.js';
export { signWebhook } from './webhooks/sign-webhook.js';
export type { SignedWebhook, SignWebhookOptions, WebhookEventInput } from './webhooks/sign-webhook.js';
export type {
  LocalWebhookAttempt,
  LocalWebhookDelivery,
  LocalWebhookEndpoint,
  LocalWebhookEndpointOptions,
  LocalWebhooks,
} from './webhooks/local-webhooks.js';
export type { BackendApiCalls } from './generated/calls.js';
export type { OperationCall } from './http/local-api.js';
export type { LocalDiscount, LocalPlan, LocalSubscriptionItem } from './store/billing-records.js';
