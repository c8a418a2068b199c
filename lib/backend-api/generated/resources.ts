// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import type { ResourceContext } from '../resource.js';
import { type ResourceFactory, resourceFactory } from '../resource-factory.js';
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

/** The resources of the Backend API as properties; each is created when it is first used. */
export class BackendApiResources {
  /**
   * A function in a property, not a private field: a private field throws on a proxy of the client, and applications
   * and frameworks wrap providers in proxies.
   *
   * @internal
   */
  declare protected readonly resource: ResourceFactory;

  /** @internal */
  constructor(context: ResourceContext) {
    // Not enumerable, so that a client that is logged or compared does not show its resources.
    Object.defineProperty(this, 'resource', { value: resourceFactory(context) });
  }

  /** Tokens with which one user impersonates another. */
  get actorTokens(): ActorTokenAPI {
    return this.resource(ActorTokenAPI);
  }

  /** Tokens for links to the admin portal. */
  get adminPortalLinkTokens(): AdminPortalLinkTokenAPI {
    return this.resource(AdminPortalLinkTokenAPI);
  }

  /** Tasks that an agent does for a user. */
  get agentTasks(): AgentTaskAPI {
    return this.resource(AgentTaskAPI);
  }

  /** Identifiers that can sign up. */
  get allowlistIdentifiers(): AllowlistIdentifierAPI {
    return this.resource(AllowlistIdentifierAPI);
  }

  /** API keys of users and organizations. */
  get apiKeys(): APIKeysAPI {
    return this.resource(APIKeysAPI);
  }

  /** Settings in beta. */
  get betaFeatures(): BetaFeaturesAPI {
    return this.resource(BetaFeaturesAPI);
  }

  /** Plans, prices, subscriptions, statements and credits. */
  get billing(): BillingAPI {
    return this.resource(BillingAPI);
  }

  /** Identifiers that cannot sign up. */
  get blocklistIdentifiers(): BlocklistIdentifierAPI {
    return this.resource(BlocklistIdentifierAPI);
  }

  /** Browsers and apps with their sessions. */
  get clients(): ClientAPI {
    return this.resource(ClientAPI);
  }

  /** Enterprise directories that provision users. */
  get directories(): DirectoryAPI {
    return this.resource(DirectoryAPI);
  }

  /** The domains of the instance. */
  get domains(): DomainAPI {
    return this.resource(DomainAPI);
  }

  /** The email addresses of users. */
  get emailAddresses(): EmailAddressAPI {
    return this.resource(EmailAddressAPI);
  }

  /** Single sign-on with enterprise identity providers. */
  get enterpriseConnections(): EnterpriseConnectionAPI {
    return this.resource(EnterpriseConnectionAPI);
  }

  /** Access tokens that the instance issued as an identity provider. */
  get idPOAuthAccessToken(): IdPOAuthAccessTokenApi {
    return this.resource(IdPOAuthAccessTokenApi);
  }

  /** The settings of the instance. */
  get instance(): InstanceAPI {
    return this.resource(InstanceAPI);
  }

  /** Invitations to sign up. */
  get invitations(): InvitationAPI {
    return this.resource(InvitationAPI);
  }

  /** The public keys of the instance. */
  get jwks(): JwksAPI {
    return this.resource(JwksAPI);
  }

  /** Templates of tokens with custom claims. */
  get jwtTemplates(): JwtTemplatesApi {
    return this.resource(JwtTemplatesApi);
  }

  /** Tokens with which machines authenticate to each other. */
  get m2m(): M2MTokenApi {
    return this.resource(M2MTokenApi);
  }

  /** The machines that use M2M tokens. */
  get machines(): MachineApi {
    return this.resource(MachineApi);
  }

  /** Applications that use the instance as their identity provider. */
  get oauthApplications(): OAuthApplicationsApi {
    return this.resource(OAuthApplicationsApi);
  }

  /** The permissions of roles. */
  get organizationPermissions(): OrganizationPermissionAPI {
    return this.resource(OrganizationPermissionAPI);
  }

  /** The roles of organization members. */
  get organizationRoles(): OrganizationRoleAPI {
    return this.resource(OrganizationRoleAPI);
  }

  /** Organizations, their members, invitations and domains. */
  get organizations(): OrganizationAPI {
    return this.resource(OrganizationAPI);
  }

  /** The phone numbers of users. */
  get phoneNumbers(): PhoneNumberAPI {
    return this.resource(PhoneNumberAPI);
  }

  /** Checks of proxies for the Frontend API. */
  get proxyChecks(): ProxyCheckAPI {
    return this.resource(ProxyCheckAPI);
  }

  /** URLs to which native apps redirect. */
  get redirectUrls(): RedirectUrlAPI {
    return this.resource(RedirectUrlAPI);
  }

  /** The sets of roles of organizations. */
  get roleSets(): RoleSetAPI {
    return this.resource(RoleSetAPI);
  }

  /** SAML connections.
   *
   * @deprecated Use `enterpriseConnections`.
   */
  get samlConnections(): SamlConnectionAPI {
    return this.resource(SamlConnectionAPI);
  }

  /** SCIM directories that provision users. */
  get scimDirectories(): ScimDirectoryAPI {
    return this.resource(ScimDirectoryAPI);
  }

  /** The sessions of users, and their tokens. */
  get sessions(): SessionAPI {
    return this.resource(SessionAPI);
  }

  /** Tokens with which users sign in without a password or a code. */
  get signInTokens(): SignInTokenAPI {
    return this.resource(SignInTokenAPI);
  }

  /** Sign-up attempts. */
  get signUps(): SignUpAPI {
    return this.resource(SignUpAPI);
  }

  /** Templates of emails and text messages.
   *
   * @deprecated Clerk deprecated these endpoints.
   */
  get templates(): TemplateAPI {
    return this.resource(TemplateAPI);
  }

  /** Tokens with which end-to-end tests pass the bot protection. */
  get testingTokens(): TestingTokenAPI {
    return this.resource(TestingTokenAPI);
  }

  /** Users. */
  get users(): UserAPI {
    return this.resource(UserAPI);
  }

  /** The waitlist. */
  get waitlistEntries(): WaitlistEntryAPI {
    return this.resource(WaitlistEntryAPI);
  }

  /** The Svix application that delivers webhooks. */
  get webhooks(): WebhookAPI {
    return this.resource(WebhookAPI);
  }

  /** Emails that the application sends through Clerk. Experimental. */
  get emails(): EmailApi {
    return this.resource(EmailApi);
  }

  /** Applications that do not belong to an account yet. */
  get __experimental_accountlessApplications(): AccountlessApplicationAPI {
    return this.resource(AccountlessApplicationAPI);
  }
}
