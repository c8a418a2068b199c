// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { ResourceContext } from '../resource.js';
import { ActorTokenAPI } from './actor-tokens.js';
import { AdminPortalLinkTokenAPI } from './admin-portal-link-tokens.js';
import { AgentTaskAPI } from './agent-tasks.js';
import { AllowlistIdentifierAPI } from './allowlist-identifiers.js';
import { APIKeysAPI } from './api-keys.js';
import { BetaFeaturesAPI } from '../composed/beta-features.js';
import { BillingAPI } from './billing.js';
import { BlocklistIdentifierAPI } from './blocklist-identifiers.js';
import { ClientAPI } from '../composed/clients.js';
import { DirectoryAPI } from './directories.js';
import { DomainAPI } from '../composed/domains.js';
import { EmailAddressAPI } from './email-addresses.js';
import { EnterpriseConnectionAPI } from './enterprise-connections.js';
import { IdPOAuthAccessTokenApi } from '../composed/idp-oauth-access-token.js';
import { InstanceAPI } from './instance.js';
import { InvitationAPI } from '../composed/invitations.js';
import { JwksAPI } from './jwks.js';
import { JwtTemplatesApi } from './jwt-templates.js';
import { M2MTokenApi } from '../composed/m2m.js';
import { MachineApi } from './machines.js';
import { OAuthApplicationsApi } from './oauth-applications.js';
import { OrganizationPermissionAPI } from './organization-permissions.js';
import { OrganizationRoleAPI } from './organization-roles.js';
import { OrganizationAPI } from '../composed/organizations.js';
import { PhoneNumberAPI } from './phone-numbers.js';
import { ProxyCheckAPI } from './proxy-checks.js';
import { RedirectUrlAPI } from './redirect-urls.js';
import { RoleSetAPI } from './role-sets.js';
import { SamlConnectionAPI } from './saml-connections.js';
import { ScimDirectoryAPI } from './scim-directories.js';
import { SessionAPI } from '../composed/sessions.js';
import { SignInTokenAPI } from './sign-in-tokens.js';
import { SignUpAPI } from './sign-ups.js';
import { TemplateAPI } from './templates.js';
import { TestingTokenAPI } from './testing-tokens.js';
import { UserAPI } from '../composed/users.js';
import { WaitlistEntryAPI } from './waitlist-entries.js';
import { WebhookAPI } from './webhooks.js';
import { EmailApi } from '../composed/emails.js';
import { AccountlessApplicationAPI } from '../composed/experimental-accountless-applications.js';

/** Every resource of the Backend API as a property; making one of these makes none of them. */
export class BackendApiResources {
  readonly #context: ResourceContext;
  #actorTokens: ActorTokenAPI | undefined;
  #adminPortalLinkTokens: AdminPortalLinkTokenAPI | undefined;
  #agentTasks: AgentTaskAPI | undefined;
  #allowlistIdentifiers: AllowlistIdentifierAPI | undefined;
  #apiKeys: APIKeysAPI | undefined;
  #betaFeatures: BetaFeaturesAPI | undefined;
  #billing: BillingAPI | undefined;
  #blocklistIdentifiers: BlocklistIdentifierAPI | undefined;
  #clients: ClientAPI | undefined;
  #directories: DirectoryAPI | undefined;
  #domains: DomainAPI | undefined;
  #emailAddresses: EmailAddressAPI | undefined;
  #enterpriseConnections: EnterpriseConnectionAPI | undefined;
  #idPOAuthAccessToken: IdPOAuthAccessTokenApi | undefined;
  #instance: InstanceAPI | undefined;
  #invitations: InvitationAPI | undefined;
  #jwks: JwksAPI | undefined;
  #jwtTemplates: JwtTemplatesApi | undefined;
  #m2m: M2MTokenApi | undefined;
  #machines: MachineApi | undefined;
  #oauthApplications: OAuthApplicationsApi | undefined;
  #organizationPermissions: OrganizationPermissionAPI | undefined;
  #organizationRoles: OrganizationRoleAPI | undefined;
  #organizations: OrganizationAPI | undefined;
  #phoneNumbers: PhoneNumberAPI | undefined;
  #proxyChecks: ProxyCheckAPI | undefined;
  #redirectUrls: RedirectUrlAPI | undefined;
  #roleSets: RoleSetAPI | undefined;
  #samlConnections: SamlConnectionAPI | undefined;
  #scimDirectories: ScimDirectoryAPI | undefined;
  #sessions: SessionAPI | undefined;
  #signInTokens: SignInTokenAPI | undefined;
  #signUps: SignUpAPI | undefined;
  #templates: TemplateAPI | undefined;
  #testingTokens: TestingTokenAPI | undefined;
  #users: UserAPI | undefined;
  #waitlistEntries: WaitlistEntryAPI | undefined;
  #webhooks: WebhookAPI | undefined;
  #emails: EmailApi | undefined;
  #experimental_accountlessApplications: AccountlessApplicationAPI | undefined;

  constructor(context: ResourceContext) {
    this.#context = context;
  }

  /** Tokens with which one person signs in as another. */
  get actorTokens(): ActorTokenAPI {
    return (this.#actorTokens ??= new ActorTokenAPI(this.#context));
  }

  /** Tokens for links to the admin portal. */
  get adminPortalLinkTokens(): AdminPortalLinkTokenAPI {
    return (this.#adminPortalLinkTokens ??= new AdminPortalLinkTokenAPI(this.#context));
  }

  /** Tasks that an agent carries out on behalf of a user. */
  get agentTasks(): AgentTaskAPI {
    return (this.#agentTasks ??= new AgentTaskAPI(this.#context));
  }

  /** Who may sign up. */
  get allowlistIdentifiers(): AllowlistIdentifierAPI {
    return (this.#allowlistIdentifiers ??= new AllowlistIdentifierAPI(this.#context));
  }

  /** Keys with which programs of users and organizations authenticate. */
  get apiKeys(): APIKeysAPI {
    return (this.#apiKeys ??= new APIKeysAPI(this.#context));
  }

  /** Settings that are not final. */
  get betaFeatures(): BetaFeaturesAPI {
    return (this.#betaFeatures ??= new BetaFeaturesAPI(this.#context));
  }

  /** Plans, prices, subscriptions, statements and credits. */
  get billing(): BillingAPI {
    return (this.#billing ??= new BillingAPI(this.#context));
  }

  /** Who may not sign up. */
  get blocklistIdentifiers(): BlocklistIdentifierAPI {
    return (this.#blocklistIdentifiers ??= new BlocklistIdentifierAPI(this.#context));
  }

  /** Browsers and apps with the sessions in them. */
  get clients(): ClientAPI {
    return (this.#clients ??= new ClientAPI(this.#context));
  }

  /** Company directories that users are provisioned from. */
  get directories(): DirectoryAPI {
    return (this.#directories ??= new DirectoryAPI(this.#context));
  }

  /** The domains of the instance. */
  get domains(): DomainAPI {
    return (this.#domains ??= new DomainAPI(this.#context));
  }

  /** The e-mail addresses of users. */
  get emailAddresses(): EmailAddressAPI {
    return (this.#emailAddresses ??= new EmailAddressAPI(this.#context));
  }

  /** Single sign-on with a company's identity provider. */
  get enterpriseConnections(): EnterpriseConnectionAPI {
    return (this.#enterpriseConnections ??= new EnterpriseConnectionAPI(this.#context));
  }

  /** Access tokens that the instance issued as an identity provider. */
  get idPOAuthAccessToken(): IdPOAuthAccessTokenApi {
    return (this.#idPOAuthAccessToken ??= new IdPOAuthAccessTokenApi(this.#context));
  }

  /** The settings of the instance. */
  get instance(): InstanceAPI {
    return (this.#instance ??= new InstanceAPI(this.#context));
  }

  /** Invitations to sign up. */
  get invitations(): InvitationAPI {
    return (this.#invitations ??= new InvitationAPI(this.#context));
  }

  /** The public keys of the instance. */
  get jwks(): JwksAPI {
    return (this.#jwks ??= new JwksAPI(this.#context));
  }

  /** Templates for tokens with claims of one's own. */
  get jwtTemplates(): JwtTemplatesApi {
    return (this.#jwtTemplates ??= new JwtTemplatesApi(this.#context));
  }

  /** Tokens with which machines authenticate to each other. */
  get m2m(): M2MTokenApi {
    return (this.#m2m ??= new M2MTokenApi(this.#context));
  }

  /** The machines that M2M tokens are made for. */
  get machines(): MachineApi {
    return (this.#machines ??= new MachineApi(this.#context));
  }

  /** Applications that sign users in through the instance. */
  get oauthApplications(): OAuthApplicationsApi {
    return (this.#oauthApplications ??= new OAuthApplicationsApi(this.#context));
  }

  /** What a role may allow. */
  get organizationPermissions(): OrganizationPermissionAPI {
    return (this.#organizationPermissions ??= new OrganizationPermissionAPI(this.#context));
  }

  /** The roles that members of organizations have. */
  get organizationRoles(): OrganizationRoleAPI {
    return (this.#organizationRoles ??= new OrganizationRoleAPI(this.#context));
  }

  /** Organizations with their members, invitations and domains. */
  get organizations(): OrganizationAPI {
    return (this.#organizations ??= new OrganizationAPI(this.#context));
  }

  /** The phone numbers of users. */
  get phoneNumbers(): PhoneNumberAPI {
    return (this.#phoneNumbers ??= new PhoneNumberAPI(this.#context));
  }

  /** Checks of a proxy in front of the Frontend API. */
  get proxyChecks(): ProxyCheckAPI {
    return (this.#proxyChecks ??= new ProxyCheckAPI(this.#context));
  }

  /** Addresses that a native app may be sent back to. */
  get redirectUrls(): RedirectUrlAPI {
    return (this.#redirectUrls ??= new RedirectUrlAPI(this.#context));
  }

  /** Which roles an organization can choose from. */
  get roleSets(): RoleSetAPI {
    return (this.#roleSets ??= new RoleSetAPI(this.#context));
  }

  /** SAML connections.
   *
   * @deprecated Use `enterpriseConnections`.
   */
  get samlConnections(): SamlConnectionAPI {
    return (this.#samlConnections ??= new SamlConnectionAPI(this.#context));
  }

  /** SCIM directories that users are provisioned from. */
  get scimDirectories(): ScimDirectoryAPI {
    return (this.#scimDirectories ??= new ScimDirectoryAPI(this.#context));
  }

  /** The sessions of users, and tokens for them. */
  get sessions(): SessionAPI {
    return (this.#sessions ??= new SessionAPI(this.#context));
  }

  /** Tokens with which a user signs in without a factor. */
  get signInTokens(): SignInTokenAPI {
    return (this.#signInTokens ??= new SignInTokenAPI(this.#context));
  }

  /** Attempts to sign up. */
  get signUps(): SignUpAPI {
    return (this.#signUps ??= new SignUpAPI(this.#context));
  }

  /** Texts of e-mails and text messages.
   *
   * @deprecated Clerk has deprecated the endpoints.
   */
  get templates(): TemplateAPI {
    return (this.#templates ??= new TemplateAPI(this.#context));
  }

  /** Tokens that let end-to-end tests past the bot protection. */
  get testingTokens(): TestingTokenAPI {
    return (this.#testingTokens ??= new TestingTokenAPI(this.#context));
  }

  /** The people who can sign in. */
  get users(): UserAPI {
    return (this.#users ??= new UserAPI(this.#context));
  }

  /** People who wait to be let in. */
  get waitlistEntries(): WaitlistEntryAPI {
    return (this.#waitlistEntries ??= new WaitlistEntryAPI(this.#context));
  }

  /** The Svix application that delivers webhooks. */
  get webhooks(): WebhookAPI {
    return (this.#webhooks ??= new WebhookAPI(this.#context));
  }

  /** E-mails of one's own through Clerk. Experimental. */
  get emails(): EmailApi {
    return (this.#emails ??= new EmailApi(this.#context));
  }

  /** Applications that exist before their owner has an account. */
  get __experimental_accountlessApplications(): AccountlessApplicationAPI {
    return (this.#experimental_accountlessApplications ??= new AccountlessApplicationAPI(this.#context));
  }
}
