export type {
  AnyAuthObject,
  AuthenticatedMachineObject,
  AuthObject,
  AuthObjectFor,
  InvalidTokenAuthObject,
  MachineAuthObject,
  ServerGetToken,
  ServerGetTokenOptions,
  SessionAuthObject,
  SignedInAuthObject,
  SignedInAuthObject as SignedInAuth,
  SignedOutAuthObject,
  SignedOutAuthObject as SignedOutAuth,
  UnauthenticatedMachineObject,
} from './authorization/auth-object.js';
export type {
  AuthorizationParams,
  CheckAuthorization,
  ReverificationConfig,
  SessionVerificationLevel,
  SessionVerificationTypes,
} from './authorization/has.js';
export type {
  ActClaim,
  JwtPayload,
  OrganizationCustomPermissionKey,
  OrganizationCustomRoleKey,
  OrganizationCustomRoleKey as OrganizationMembershipRole,
  SessionStatusClaim,
} from './authorization/session-claims.js';
export type { ClerkAuthenticationEvent } from './authentication/authentication-event.js';
export type { AuthStatus } from './authentication/authentication-result.js';
export { AuthErrorReason, RefreshErrorReason } from './authentication/auth-reason.js';
export type { AuthReason } from './authentication/auth-reason.js';
export type { PendingSessionOptions } from './authentication/authentication-result.js';
export type { OrganizationSyncOptions } from './authentication/handshake/organization-matcher.js';
export type { AuthObjectDebug, MachineFields, NoMachineFields } from './authorization/auth-object.js';
export type { CustomPermission } from './authorization/has.js';
export type {
  OrganizationClaimsV1,
  OrganizationClaimsV2,
  RegisteredClaims,
} from './authorization/session-claims.js';
export type { ClerkAPIResponseErrorOptions } from './errors/clerk-api-response-error.js';
export type { TokenCarrier, TokenRejection } from './errors/token-verification-error.js';
export type { TokenRequirements } from './tokens/token-verifier.js';
export type { AuthDecorator } from './nest/decorators/auth.decorator.js';
export type * from './backend-api/types.js';
export { ClerkAPIResponseError, isClerkAPIResponseError } from './errors/clerk-api-response-error.js';
export type { ClerkAPIError } from './errors/clerk-api-response-error.js';
export { ClerkConfigurationError } from './errors/clerk-configuration-error.js';
export type { ClerkConfigurationErrorCode } from './errors/clerk-configuration-error.js';
export { ClerkError } from './errors/clerk-error.js';
export { TokenVerificationError, TokenVerificationErrorReason } from './errors/token-verification-error.js';
export { authenticateRequest } from './express/authenticate-request.js';
export type { AuthenticateRequest, AuthenticateRequestOptions } from './express/authenticate-request.js';
export { ClerkClient, createClerkClient } from './express/clerk-client.js';
export { getAuth } from './express/get-auth.js';
export type { GetAuthOptions } from './express/get-auth.js';
export { resolveAuth } from './express/resolve-auth.js';
export type { FrontendApiProxyConfiguration } from './instance/proxy-configuration.js';
export type { ByRequest, ClerkOptions, NodeRequest } from './instance/options.js';
export type { ProtectedResourceOptions } from './oauth/protected-resource.js';
export type {
  AuthenticatedState,
  HandshakeState,
  RequestState,
  UnauthenticatedState,
} from './express/request-state.js';
export { verifyToken } from './express/verify-token.js';
export type { VerifyTokenOptions } from './express/verify-token.js';
export type { ConnectionTokenSource } from './authentication/connection/authenticate-connection.js';
export type {
  AnyOf,
  MissingRequirements,
  RequirementParams,
  UnmetRequirement,
} from './authorization/requirement.js';
export { AccessDeniedException } from './nest/exceptions/access-denied.exception.js';
export type {
  AccessDenial,
  AccessDeniedReason,
  ReverificationHint,
} from './nest/exceptions/access-denied.exception.js';
export { Auth } from './nest/decorators/auth.decorator.js';
export type { AuthField } from './nest/decorators/auth.decorator.js';
export { ClerkAuthGuard } from './nest/guard/clerk-auth.guard.js';
export type { ClerkRejection } from './nest/guard/clerk-auth.guard.js';
export { CLERK_MODULE_OPTIONS } from './nest/configuration/clerk-module-options.js';
export type {
  ClerkModuleOptions,
  ClerkOptionsFactory,
  OnUnauthenticated as OnUnauthenticatedPolicy,
  TokenExtractor,
} from './nest/configuration/clerk-module-options.js';
export { ClerkApiException } from './nest/exceptions/clerk-api.exception.js';
export type {
  ClerkApiExceptionCode,
  ClerkApiExceptionStatus,
} from './nest/exceptions/clerk-api.exception.js';
export { ClerkExceptionFilter } from './nest/exceptions/clerk-exception.filter.js';
export type { ClerkCallException } from './nest/exceptions/clerk-exception.filter.js';
export { ClerkUnavailableException } from './nest/exceptions/clerk-unavailable.exception.js';
export { ClerkModule } from './nest/clerk.module.js';
export { enableOpenTelemetry } from './telemetry/open-telemetry.js';
export type { OpenTelemetryOptions } from './telemetry/open-telemetry.js';
export { ClerkCache } from './nest/cache/clerk-cache.js';
export { MemoryCacheStore } from './cache/memory-cache-store.js';
export type { MemoryCacheStoreOptions } from './cache/memory-cache-store.js';
export type { ClerkCacheStore } from './cache/cache-store.js';
export type { CachedKindName, ClerkCacheEvent } from './cache/cached-kind.js';
export type {
  ClerkCacheOptions,
  MachineTokenCacheOptions,
  ResourceCacheOptions,
} from './cache/cache-options.js';
export { ClerkContextInterceptor } from './nest/context/clerk-context.interceptor.js';
export { ClerkContext } from './nest/context/clerk-context.js';
export { CurrentOrganization } from './nest/decorators/current-organization.decorator.js';
export type { CurrentResourceDecorator } from './nest/decorators/current-resource.js';
export { CurrentUser } from './nest/decorators/current-user.decorator.js';
export { ClerkHealthIndicator } from './nest/integrations/clerk-health.indicator.js';
export type { ClerkHealth } from './nest/integrations/clerk-health.indicator.js';
export { clerkTracker } from './nest/integrations/clerk-tracker.js';
export type { PathPattern } from './nest/middleware/excluded-paths.js';
export { Protect } from './nest/decorators/protect.decorator.js';
export type { RoleHierarchy } from './authorization/role-rules.js';
export type { ClerkPolicy, ClerkPolicyClass } from './nest/policies/clerk-policy.js';
export { RunsAfterClerkGuard } from './nest/policies/guard-order.js';
export type { ProtectPredicate } from './nest/policies/protect-predicate.js';
export { allOf, anyOf, not, RequirementExpression } from './nest/policies/requirement-expression.js';
export type { ProtectRequirement } from './nest/policies/requirement-expression.js';
export { AcceptsToken } from './nest/decorators/accepts-token.decorator.js';
export { OnUnauthenticated } from './nest/decorators/on-unauthenticated.decorator.js';
export { AllowPending } from './nest/decorators/allow-pending.decorator.js';
export type { SessionTask } from './nest/decorators/allow-pending.decorator.js';
export {
  reverificationError,
  ReverificationRequiredException,
} from './nest/exceptions/reverification-required.exception.js';
export { Public } from './nest/decorators/public.decorator.js';
export { ClerkConnections } from './nest/transports/clerk-connections.js';
export {
  SignInRedirectException,
  UnauthenticatedException,
} from './nest/exceptions/unauthenticated.exception.js';
export { TokenType } from './tokens/token-type.js';
export type { AcceptedTokens, MachineTokenType, SessionTokenType } from './tokens/token-type.js';
export type * from './webhooks/generated/events.js';
export { verifyWebhook } from './webhooks/verify-webhook.js';
export type { VerifyWebhookOptions, WebhookHeaders, WebhookRequest } from './webhooks/verify-webhook.js';
export type { WebhookSigningSecret } from './webhooks/signing-secret.js';
export {
  WebhookVerificationError,
  WebhookVerificationErrorReason,
} from './errors/webhook-verification-error.js';
export type { WebhookDeliveryClaim, WebhookDeliveryStore } from './webhooks/delivery-store.js';
export { eventVersion, isNewerEvent } from './webhooks/event-order.js';
export type { OrderedEvent } from './webhooks/event-order.js';
export type { WebhookEventOf, WebhookEventPattern } from './webhooks/event-pattern.js';
export { MemoryDeliveryStore } from './webhooks/memory-delivery-store.js';
export type { MemoryDeliveryStoreOptions } from './webhooks/memory-delivery-store.js';
export { RedisDeliveryStore } from './webhooks/redis-delivery-store.js';
export type {
  IoredisClient,
  NodeRedisClient,
  RedisDeliveryStoreOptions,
} from './webhooks/redis-delivery-store.js';
export { isKnownWebhookEvent } from './webhooks/webhook-event.js';
export type { UnknownWebhookEvent } from './webhooks/webhook-event.js';
export type { ClerkWebhooksOptions } from './nest/webhooks/clerk-webhooks-options.js';
export { McpEndpoint } from './nest/mcp/mcp-endpoint.decorator.js';
export type { McpEndpointOptions } from './nest/mcp/mcp-endpoint.decorator.js';
export { mcpAuthInfo } from './nest/mcp/mcp-auth-info.js';
export type { McpAuthExtra, McpAuthInfo } from './nest/mcp/mcp-auth-info.js';
export type { McpTools } from './nest/mcp/tool-requirements.js';
export { OrganizationContextIdStrategy } from './nest/tenants/organization-context-id-strategy.js';
export type {
  OrganizationContextIdStrategyOptions,
  OrganizationTenant,
} from './nest/tenants/organization-context-id-strategy.js';
export { TenantClerkClient } from './nest/tenants/tenant-clerk-client.js';
export { AppUser } from './nest/user/app-user.decorator.js';
export type { AppUserDecorator } from './nest/user/app-user.decorator.js';
export type {
  AppUserField,
  AppUserObject,
  AuthenticatedAuthObject,
  ClerkUserResolver,
  ClerkUserResolverToken,
} from './nest/user/clerk-user-resolver.js';
export { OnClerkEvent } from './nest/webhooks/on-clerk-event.decorator.js';
export type { WebhookDelivery } from './nest/webhooks/on-clerk-event.decorator.js';
