// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
export type { ActorToken } from './models/actor.js';
export type { AdminPortalLinkToken } from './models/admin.js';
export type { AgentTask } from './models/agent.js';
export type { AllowlistIdentifier } from './models/allowlist.js';
export type { APIKeySecret } from './models/api.js';
export type {
  BillingCreditBalance,
  BillingCreditLedger,
  BillingCredits,
  BillingDiscountRedemption,
  BillingDiscounts,
  BillingMoneyAmount,
  BillingPayerCredit,
  BillingPerUnitTotal,
  BillingPerUnitTotalTier,
  BillingProrationCredit,
  BillingProrationDiscount,
  BillingSubscriptionCredit,
  BillingTotals,
} from './models/billing-amounts.js';
export type {
  BillingFeature,
  BillingPlan,
  BillingPlanUnitPrice,
  BillingPlanUnitPriceTier,
  BillingPrice,
  BillingPriceTransition,
  BillingPriceTransitionDetails,
  BillingSubscription,
  BillingSubscriptionItem,
  BillingSubscriptionItemNextPayment,
  BillingSubscriptionItemSeats,
  BillingSubscriptionNextPayment,
} from './models/billing.js';
export type {
  BillingPayer,
  BillingPaymentAttempt,
  BillingPaymentMethod,
  BillingPaymentSource,
  BillingStatement,
  BillingStatementGroup,
  BillingStatementTotals,
} from './models/billing-payments.js';
export type { BlocklistIdentifier } from './models/blocklist.js';
export type { Client } from './models/client.js';
export type { CNameTarget } from './models/c.js';
export type { DeletedMachineScope } from './models/deleted.js';
export type { Directory, DirectoryCustomAttribute, DirectoryGroupRoleMapping } from './models/directory.js';
export type { Domain } from './models/domain.js';
export type {
  EnterpriseConnection,
  EnterpriseConnectionCustomAttribute,
  EnterpriseConnectionOauthConfig,
  EnterpriseConnectionSamlConnection,
  EnterpriseConnectionSamlConnectionLoginHint,
  EnterpriseConnectionTestRun,
  EnterpriseConnectionTestRunLink,
  EnterpriseConnectionTestRunLog,
  EnterpriseConnectionTestRunOauth,
  EnterpriseConnectionTestRunParsedUserInfo,
  EnterpriseConnectionTestRunSaml,
} from './models/enterprise.js';
export type {
  Instance,
  InstanceCommunication,
  InstanceProtect,
  InstanceRestrictions,
  InstanceSettings,
} from './models/instance.js';
export type { Invitation, InvitationJSON } from './models/invitation.js';
export type { JwksJSON } from './models/jwks.js';
export type { JwtTemplate } from './models/jwt.js';
export type {
  Machine,
  MachineScope,
  MachineSecretKey,
  MachineWithoutScopedMachines,
} from './models/machine.js';
export type { OAuthApplication, OAuthApplicationSettings } from './models/oauth.js';
export type {
  Organization,
  OrganizationJSON,
  OrganizationDomain,
  OrganizationDomainVerification,
  OrganizationInvitation,
  OrganizationInvitationJSON,
  OrganizationInvitationPublicOrganizationData,
  OrganizationInvitationPublicUserData,
  OrganizationMembership,
  OrganizationMembershipJSON,
  OrganizationMembershipPublicUserData,
  OrganizationSettings,
} from './models/organization.js';
export type { Passkey } from './models/passkey.js';
export type { PasswordCheck } from './models/password.js';
export type { Permission } from './models/permission.js';
export type { ProxyCheck } from './models/proxy.js';
export type { RedirectUrl } from './models/redirect.js';
export type { Role, RoleSet, RoleSetItem, RoleSetMigration } from './models/role.js';
export type {
  SamlAccount,
  SamlAccountConnection,
  SamlConnection,
  SamlConnectionAttributeMapping,
  SamlConnectionLoginHint,
} from './models/saml.js';
export type {
  ScimDirectory,
  ScimDirectoryCustomAttribute,
  ScimGroupRoleMapping,
  ScimUserMetadata,
} from './models/scim.js';
export type {
  SignInToken,
  SignUpAttempt,
  SignUpAttemptVerification,
  SignUpAttemptVerifications,
} from './models/sign.js';
export type { SvixURL } from './models/svix.js';
export type { Template } from './models/template.js';
export type { TestingToken } from './models/testing.js';
export type { TOTPCheck } from './models/totp.js';
export type { TrustedDevice } from './models/trusted.js';
export type { UserIdentifier } from './models/user.js';
export type { VerificationAttempt } from './models/verification.js';
export type { WaitlistEntry } from './models/waitlist.js';
