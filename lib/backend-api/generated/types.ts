// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
export type { ActorToken, ActorTokenJSON } from './models/actor-token.js';
export type { AdminPortalLinkToken, AdminPortalLinkTokenJSON } from './models/admin-portal-link-token.js';
export type { AgentTask, AgentTaskJSON } from './models/agent-task.js';
export type { AllowlistIdentifier, AllowlistIdentifierJSON } from './models/allowlist-identifier.js';
export type { APIKeySecret, APIKeySecretJSON } from './models/api-key-secret.js';
export type { BillingCreditBalance, BillingCreditBalanceJSON } from './models/billing-credit-balance.js';
export type { BillingCreditLedger, BillingCreditLedgerJSON } from './models/billing-credit-ledger.js';
export type {
  BillingCredits,
  BillingCreditsJSON,
  BillingPayerCredit,
  BillingPayerCreditJSON,
  BillingProrationCredit,
  BillingProrationCreditJSON,
} from './models/billing-credits.js';
export type {
  BillingDiscountRedemption,
  BillingDiscountRedemptionJSON,
} from './models/billing-discount-redemption.js';
export type { BillingMoneyAmount, BillingMoneyAmountJSON } from './models/billing-money-amount.js';
export type { BillingPayer, BillingPayerJSON } from './models/billing-payer.js';
export type { BillingPaymentAttempt, BillingPaymentAttemptJSON } from './models/billing-payment-attempt.js';
export type { BillingPaymentMethod, BillingPaymentMethodJSON } from './models/billing-payment-method.js';
export type { BillingPerUnitTotal, BillingPerUnitTotalJSON } from './models/billing-per-unit-total.js';
export type {
  BillingPerUnitTotalTier,
  BillingPerUnitTotalTierJSON,
} from './models/billing-per-unit-total-tier.js';
export type {
  BillingPlan,
  BillingPlanJSON,
  BillingPlanUnitPrice,
  BillingPlanUnitPriceJSON,
  BillingPlanUnitPriceTier,
  BillingPlanUnitPriceTierJSON,
  Feature,
  FeatureJSON,
} from './models/billing-plan.js';
export type { BillingPrice, BillingPriceJSON } from './models/billing-price.js';
export type {
  BillingPriceTransition,
  BillingPriceTransitionDetails,
  BillingPriceTransitionDetailsJSON,
  BillingPriceTransitionJSON,
} from './models/billing-price-transition.js';
export type {
  BillingStatement,
  BillingStatementGroup,
  BillingStatementGroupJSON,
  BillingStatementJSON,
  BillingStatementTotals,
  BillingStatementTotalsJSON,
} from './models/billing-statement.js';
export type {
  BillingSubscription,
  BillingSubscriptionJSON,
  BillingSubscriptionNextPayment,
  BillingSubscriptionNextPaymentJSON,
} from './models/billing-subscription.js';
export type {
  BillingPaymentSource,
  BillingPaymentSourceJSON,
  BillingSubscriptionCredit,
  BillingSubscriptionCreditJSON,
  BillingSubscriptionItem,
  BillingSubscriptionItemJSON,
  BillingSubscriptionItemNextPayment,
  BillingSubscriptionItemNextPaymentJSON,
  BillingSubscriptionItemSeats,
  BillingSubscriptionItemSeatsJSON,
} from './models/billing-subscription-item.js';
export type {
  BillingDiscounts,
  BillingDiscountsJSON,
  BillingProrationDiscount,
  BillingProrationDiscountJSON,
  BillingTotals,
  BillingTotalsJSON,
} from './models/billing-totals.js';
export type { BlocklistIdentifier, BlocklistIdentifierJSON } from './models/blocklist-identifier.js';
export type { Client, ClientJSON } from './models/client.js';
export type { DeletedMachineScope, DeletedMachineScopeJSON } from './models/deleted-machine-scope.js';
export type {
  Directory,
  DirectoryCustomAttribute,
  DirectoryCustomAttributeJSON,
  DirectoryJSON,
} from './models/directory.js';
export type {
  DirectoryGroupRoleMapping,
  DirectoryGroupRoleMappingJSON,
} from './models/directory-group-role-mapping.js';
export type { CnameTarget, CnameTargetJSON, Domain, DomainJSON } from './models/domain.js';
export type {
  EnterpriseConnection,
  EnterpriseConnectionCustomAttribute,
  EnterpriseConnectionCustomAttributeJSON,
  EnterpriseConnectionJSON,
  EnterpriseConnectionOauthConfig,
  EnterpriseConnectionOauthConfigJSON,
  EnterpriseConnectionSamlConnection,
  EnterpriseConnectionSamlConnectionJSON,
  EnterpriseConnectionSamlConnectionLoginHint,
  EnterpriseConnectionSamlConnectionLoginHintJSON,
} from './models/enterprise-connection.js';
export type {
  EnterpriseConnectionTestRun,
  EnterpriseConnectionTestRunJSON,
  EnterpriseConnectionTestRunLog,
  EnterpriseConnectionTestRunLogJSON,
  EnterpriseConnectionTestRunOauth,
  EnterpriseConnectionTestRunOauthJSON,
  EnterpriseConnectionTestRunParsedUserInfo,
  EnterpriseConnectionTestRunParsedUserInfoJSON,
  EnterpriseConnectionTestRunSaml,
  EnterpriseConnectionTestRunSamlJSON,
} from './models/enterprise-connection-test-run.js';
export type {
  EnterpriseConnectionTestRunLink,
  EnterpriseConnectionTestRunLinkJSON,
} from './models/enterprise-connection-test-run-link.js';
export type { Instance, InstanceJSON } from './models/instance.js';
export type { InstanceCommunication, InstanceCommunicationJSON } from './models/instance-communication.js';
export type { InstanceProtect, InstanceProtectJSON } from './models/instance-protect.js';
export type { InstanceRestrictions, InstanceRestrictionsJSON } from './models/instance-restrictions.js';
export type { InstanceSettings, InstanceSettingsJSON } from './models/instance-settings.js';
export type { Invitation, InvitationJSON } from './models/invitation.js';
export type { JwksJSON } from './models/jwks-json.js';
export type { JwtTemplate, JwtTemplateJSON } from './models/jwt-template.js';
export type {
  Machine,
  MachineJSON,
  MachineWithoutScopedMachines,
  MachineWithoutScopedMachinesJSON,
} from './models/machine.js';
export type { MachineScope, MachineScopeJSON } from './models/machine-scope.js';
export type { MachineSecretKey, MachineSecretKeyJSON } from './models/machine-secret-key.js';
export type { OAuthApplication, OAuthApplicationJSON } from './models/oauth-application.js';
export type {
  OAuthApplicationSettings,
  OAuthApplicationSettingsJSON,
} from './models/oauth-application-settings.js';
export type { Organization, OrganizationJSON } from './models/organization.js';
export type {
  OrganizationDomain,
  OrganizationDomainJSON,
  OrganizationDomainVerification,
  OrganizationDomainVerificationJSON,
} from './models/organization-domain.js';
export type {
  OrganizationInvitation,
  OrganizationInvitationJSON,
  OrganizationInvitationPublicUserData,
  OrganizationInvitationPublicUserDataJSON,
} from './models/organization-invitation.js';
export type {
  OrganizationInvitationPublicOrganizationData,
  PublicOrganizationDataJSON,
} from './models/organization-invitation-public-organization-data.js';
export type {
  OrganizationMembership,
  OrganizationMembershipJSON,
  OrganizationMembershipPublicUserData,
  OrganizationMembershipPublicUserDataJSON,
} from './models/organization-membership.js';
export type { OrganizationSettings, OrganizationSettingsJSON } from './models/organization-settings.js';
export type { Passkey, PasskeyJSON } from './models/passkey.js';
export type { PasswordCheck, PasswordCheckJSON } from './models/password-check.js';
export type { Permission, PermissionJSON } from './models/permission.js';
export type { ProxyCheck, ProxyCheckJSON } from './models/proxy-check.js';
export type { RedirectUrl, RedirectUrlJSON } from './models/redirect-url.js';
export type { Role, RoleJSON } from './models/role.js';
export type {
  RoleSet,
  RoleSetItem,
  RoleSetItemJSON,
  RoleSetJSON,
  RoleSetMigration,
  RoleSetMigrationJSON,
} from './models/role-set.js';
export type {
  SamlAccount,
  SamlAccountConnection,
  SamlAccountConnectionJSON,
  SamlAccountJSON,
} from './models/saml-account.js';
export type {
  SamlConnection,
  SamlConnectionAttributeMapping,
  SamlConnectionAttributeMappingJSON,
  SamlConnectionJSON,
  SamlConnectionLoginHint,
  SamlConnectionLoginHintJSON,
} from './models/saml-connection.js';
export type {
  ScimDirectory,
  ScimDirectoryCustomAttribute,
  ScimDirectoryCustomAttributeJSON,
  ScimDirectoryJSON,
} from './models/scim-directory.js';
export type { ScimGroupRoleMapping, ScimGroupRoleMappingJSON } from './models/scim-group-role-mapping.js';
export type { ScimUserMetadata, ScimUserMetadataJSON } from './models/scim-user-metadata.js';
export type { SignInToken, SignInTokenJSON } from './models/sign-in-token.js';
export type {
  SignUpAttempt,
  SignUpAttemptVerification,
  SignUpAttemptVerifications,
  SignUpJSON,
  SignUpVerificationJSON,
  SignUpVerificationsJSON,
} from './models/sign-up-attempt.js';
export type { SvixURL, WebhooksSvixJSON } from './models/svix-url.js';
export type { Template, TemplateJSON } from './models/template.js';
export type { TestingToken, TestingTokenJSON } from './models/testing-token.js';
export type { TOTPCheck, TOTPCheckJSON } from './models/totp-check.js';
export type { TrustedDevice, TrustedDeviceJSON } from './models/trusted-device.js';
export type { UserIdentifier, UserIdentifierJSON } from './models/user-identifier.js';
export type { VerificationAttempt, VerificationAttemptJSON } from './models/verification-attempt.js';
export type { WaitlistEntry, WaitlistEntryJSON } from './models/waitlist-entry.js';
export type { ActorTokenCreateParams } from './actor-tokens-params.js';
export type {
  AdminPortalLinkTokenCreateParams,
  AdminPortalLinkTokenRevokeParams,
} from './admin-portal-link-tokens-params.js';
export type { AgentTaskCreateParams } from './agent-tasks-params.js';
export type {
  CreateAllowlistIdentifierParams,
  GetAllowlistIdentifierListParams,
} from './allowlist-identifiers-params.js';
export type {
  APIKeysCreateParams,
  APIKeysListParams,
  APIKeysRevokeParams,
  APIKeysUpdateParams,
} from './api-keys-params.js';
export type {
  UpdateInstanceSettingsParams,
  UpdateProductionInstanceDomainParams,
} from './beta-features-params.js';
export type {
  AdjustOrganizationCreditBalanceParams,
  AdjustUserCreditBalanceParams,
  ApplySubscriptionItemDiscountParams,
  CancelSubscriptionItemParams,
  CreatePriceParams,
  CreatePriceTransitionParams,
  ExtendSubscriptionItemFreeTrialParams,
  GetPlanListParams,
  GetPriceListParams,
  GetStatementListParams,
  GetStatementPaymentAttemptListParams,
  GetSubscriptionItemListParams,
} from './billing-params.js';
export type {
  CreateBlocklistIdentifierParams,
  GetBlocklistIdentifierListParams,
} from './blocklist-identifiers-params.js';
export type { GetClientListParams } from './clients-params.js';
export type {
  DirectoryCreateGroupRoleMappingParams,
  DirectoryCreateParams,
  DirectoryDeleteGroupRoleMappingParams,
  DirectoryListParams,
  DirectoryReplaceGroupRoleMappingsParams,
  DirectoryUpdateParams,
} from './directories-params.js';
export type { DomainAddParams, DomainUpdateParams } from './domains-params.js';
export type {
  AttemptEmailAddressVerificationParams,
  CreateEmailAddressParams,
  UpdateEmailAddressParams,
} from './email-addresses-params.js';
export type {
  CreateEnterpriseConnectionParams,
  GetEnterpriseConnectionListParams,
  GetEnterpriseConnectionTestRunListParams,
  UpdateEnterpriseConnectionParams,
} from './enterprise-connections-params.js';
export type {
  ChangeDomainParams,
  GetPublicInterstitialParams,
  InstanceUpdateParams,
  UpdateCommunicationParams,
  UpdateOAuthApplicationSettingsParams,
  UpdateOrganizationSettingsParams,
  UpdateProtectParams,
  UpdateRestrictionsParams,
} from './instance-params.js';
export type {
  CreateInvitationBulkParams,
  CreateInvitationParams,
  GetInvitationListParams,
} from './invitations-params.js';
export type {
  JwtTemplatesCreateParams,
  JwtTemplatesListParams,
  JwtTemplatesUpdateParams,
} from './jwt-templates-params.js';
export type {
  MachineCreateParams,
  MachineListParams,
  MachineUpdateParams,
  RotateSecretKeyParams,
} from './machines-params.js';
export type {
  OAuthApplicationsCreateParams,
  OAuthApplicationsListParams,
  OAuthApplicationsRevokeTokenParams,
  OAuthApplicationsUpdateParams,
  UploadLogoParams,
} from './oauth-applications-params.js';
export type {
  CreateOrganizationPermissionParams,
  GetOrganizationPermissionListParams,
  UpdateOrganizationPermissionParams,
} from './organization-permissions-params.js';
export type {
  AssignPermissionToOrganizationRoleParams,
  CreateOrganizationRoleParams,
  GetOrganizationRoleListParams,
  RemovePermissionFromOrganizationRoleParams,
  UpdateOrganizationRoleParams,
} from './organization-roles-params.js';
export type {
  CreateOrganizationDomainParams,
  CreateOrganizationInvitationBulkParams,
  CreateOrganizationInvitationParams,
  CreateOrganizationMembershipParams,
  CreateOrganizationParams,
  DeleteOrganizationDomainParams,
  DeleteOrganizationMembershipParams,
  GetInstanceOrganizationDomainListParams,
  GetInstanceOrganizationInvitationListParams,
  GetInstanceOrganizationMembershipListParams,
  GetOrganizationDomainListParams,
  GetOrganizationInvitationParams,
  GetOrganizationListParams,
  GetPendingOrganizationInvitationListParams,
  OrganizationGetOrganizationInvitationListParams,
  OrganizationGetOrganizationMembershipListParams,
  ReplaceOrganizationMetadataParams,
  RevokeOrganizationInvitationParams,
  UpdateOrganizationDomainParams,
  UpdateOrganizationLogoParams,
  UpdateOrganizationMembershipMetadataParams,
  UpdateOrganizationMembershipParams,
  UpdateOrganizationMetadataParams,
  VerifyOrganizationDomainOwnershipParams,
} from './organizations-params.js';
export type {
  AttemptPhoneNumberVerificationParams,
  CreatePhoneNumberParams,
  UpdatePhoneNumberParams,
} from './phone-numbers-params.js';
export type { ProxyCheckVerifyParams } from './proxy-checks-params.js';
export type { CreateRedirectUrlParams, GetRedirectUrlListParams } from './redirect-urls-params.js';
export type {
  AddRolesToRoleSetParams,
  CreateRoleSetParams,
  GetRoleSetListParams,
  ReplaceRoleInRoleSetParams,
  ReplaceRoleSetParams,
  UpdateRoleSetParams,
} from './role-sets-params.js';
export type {
  CreateSamlConnectionParams,
  GetSamlConnectionListParams,
  UpdateSamlConnectionParams,
} from './saml-connections-params.js';
export type {
  ScimDirectoryCreateGroupRoleMappingParams,
  ScimDirectoryCreateParams,
  ScimDirectoryDeleteGroupRoleMappingParams,
  ScimDirectoryListParams,
  ScimDirectoryReplaceGroupRoleMappingsParams,
  ScimDirectoryUpdateParams,
} from './scim-directories-params.js';
export type { CreateSessionParams, GetSessionListParams } from './sessions-params.js';
export type { CreateSignInTokenParams } from './sign-in-tokens-params.js';
export type { SignUpUpdateParams } from './sign-ups-params.js';
export type {
  GetTemplateListParams,
  PreviewTemplateParams,
  ToggleTemplateDeliveryParams,
  UpsertTemplateParams,
} from './templates-params.js';
export type {
  CreateUserParams,
  DeleteUserExternalAccountParams,
  DeleteUserPasskeyParams,
  DeleteUserWeb3WalletParams,
  GetCountParams,
  RemovePasswordParams,
  ReplaceUserEmailAddressParams,
  ReplaceUserMetadataParams,
  ReplaceUserPhoneNumberParams,
  RevokeTrustedDeviceParams,
  SetPasswordCompromisedParams,
  UpdateUserMetadataParams,
  UpdateUserProfileImageParams,
  UserGetOrganizationInvitationListParams,
  UserGetOrganizationMembershipListParams,
  VerifyPasswordParams,
  VerifyTOTPParams,
} from './users-params.js';
export type {
  CreateBulkParams,
  WaitlistEntryCreateParams,
  WaitlistEntryInviteParams,
  WaitlistEntryListParams,
} from './waitlist-entries-params.js';
export type { ActorTokenAPI } from './actor-tokens.js';
export type { AdminPortalLinkTokenAPI } from './admin-portal-link-tokens.js';
export type { AgentTaskAPI } from './agent-tasks.js';
export type { AllowlistIdentifierAPI } from './allowlist-identifiers.js';
export type { APIKeysAPI } from './api-keys.js';
export type { BetaFeaturesAPI } from '../composed/beta-features.js';
export type { BillingAPI } from './billing.js';
export type { BlocklistIdentifierAPI } from './blocklist-identifiers.js';
export type { ClientAPI } from '../composed/clients.js';
export type { DirectoryAPI } from './directories.js';
export type { DomainAPI } from '../composed/domains.js';
export type { EmailAddressAPI } from './email-addresses.js';
export type { EnterpriseConnectionAPI } from './enterprise-connections.js';
export type { IdPOAuthAccessTokenApi } from '../composed/idp-oauth-access-token.js';
export type { InstanceAPI } from './instance.js';
export type { InvitationAPI } from '../composed/invitations.js';
export type { JwksAPI } from './jwks.js';
export type { JwtTemplatesApi } from './jwt-templates.js';
export type { M2MTokenApi } from '../composed/m2m.js';
export type { MachineApi } from './machines.js';
export type { OAuthApplicationsApi } from './oauth-applications.js';
export type { OrganizationPermissionAPI } from './organization-permissions.js';
export type { OrganizationRoleAPI } from './organization-roles.js';
export type { OrganizationAPI } from '../composed/organizations.js';
export type { PhoneNumberAPI } from './phone-numbers.js';
export type { ProxyCheckAPI } from './proxy-checks.js';
export type { RedirectUrlAPI } from './redirect-urls.js';
export type { RoleSetAPI } from './role-sets.js';
export type { SamlConnectionAPI } from './saml-connections.js';
export type { ScimDirectoryAPI } from './scim-directories.js';
export type { SessionAPI } from '../composed/sessions.js';
export type { SignInTokenAPI } from './sign-in-tokens.js';
export type { SignUpAPI } from './sign-ups.js';
export type { TemplateAPI } from './templates.js';
export type { TestingTokenAPI } from './testing-tokens.js';
export type { UserAPI } from '../composed/users.js';
export type { WaitlistEntryAPI } from './waitlist-entries.js';
export type { WebhookAPI } from './webhooks.js';
export type { EmailApi } from '../composed/emails.js';
export type { AccountlessApplicationAPI } from '../composed/experimental-accountless-applications.js';
