export type {
  AuthenticatedMachineObject,
  AuthObject,
  AuthObjectFor,
  InvalidTokenAuthObject,
  MachineAuthObject,
  ServerGetToken,
  ServerGetTokenOptions,
  SessionAuthObject,
  SignedInAuthObject,
  SignedOutAuthObject,
  UnauthenticatedMachineObject,
} from '../authorization/auth-object.js';
export type {
  AuthorizationParams,
  CheckAuthorization,
  ReverificationConfig,
  SessionVerificationLevel,
  SessionVerificationTypes,
} from '../authorization/has.js';
export type {
  ActClaim,
  JwtPayload,
  OrganizationCustomPermissionKey,
  OrganizationCustomRoleKey,
  OrganizationCustomRoleKey as OrganizationMembershipRole,
  SessionStatusClaim,
} from '../authorization/session-claims.js';
export { AuthErrorReason, RefreshErrorReason } from '../authentication/auth-reason.js';
export type { AuthReason } from '../authentication/auth-reason.js';
export type { PendingSessionOptions } from '../authentication/authentication-result.js';
export type { OrganizationSyncOptions } from '../authentication/handshake/organization-matcher.js';
export type { AuthObjectDebug, MachineFields, NoMachineFields } from '../authorization/auth-object.js';
export type { CustomPermission } from '../authorization/has.js';
export type {
  OrganizationClaimsV1,
  OrganizationClaimsV2,
  RegisteredClaims,
} from '../authorization/session-claims.js';
export type { ClerkAPIResponseErrorOptions } from '../errors/clerk-api-response-error.js';
export type { TokenCarrier, TokenRejection } from '../errors/token-verification-error.js';
export type { TokenRequirements } from '../tokens/token-verifier.js';
export type * from '../backend-api/types.js';
export { ClerkAPIResponseError, isClerkAPIResponseError } from '../errors/clerk-api-response-error.js';
export type { ClerkAPIError } from '../errors/clerk-api-response-error.js';
export { ClerkConfigurationError } from '../errors/clerk-configuration-error.js';
export type { ClerkConfigurationErrorCode } from '../errors/clerk-configuration-error.js';
export { ClerkError } from '../errors/clerk-error.js';
export { TokenVerificationError, TokenVerificationErrorReason } from '../errors/token-verification-error.js';
export { TokenType } from '../tokens/token-type.js';
export type { AcceptedTokens, MachineTokenType, SessionTokenType } from '../tokens/token-type.js';
export { authenticateRequest } from './authenticate-request.js';
export type { AuthenticateRequest, AuthenticateRequestOptions } from './authenticate-request.js';
export type { Middleware, Next } from './create-middleware.js';
export { clerkFrontendApiProxy, matchProxyPath } from './clerk-frontend-api-proxy.js';
export type { FrontendApiProxyOptions } from './clerk-frontend-api-proxy.js';
export { fapiUrlFromPublishableKey } from '../frontend-api-proxy/frontend-api-url.js';
export type { FrontendApiProxyConfiguration } from '../instance/proxy-configuration.js';
export type { ProxyError, ProxyErrorCode } from '../frontend-api-proxy/proxy-error.js';
export { DEFAULT_PROXY_PATH, stripTrailingSlashes } from '../helpers/proxy-path.js';
export type {
  ClerkCacheOptions,
  MachineTokenCacheOptions,
  ResourceCacheOptions,
} from '../cache/cache-options.js';
export type { ClerkCacheStore } from '../cache/cache-store.js';
export { MemoryCacheStore } from '../cache/memory-cache-store.js';
export type { MemoryCacheStoreOptions } from '../cache/memory-cache-store.js';
export { ClerkClient, clerkClient, createClerkClient } from './clerk-client.js';
export { clerkMiddleware } from './clerk-middleware.js';
export type { ClerkMiddlewareOptions, ClerkMiddlewareOptionsCallback } from './clerk-middleware.js';
export { getAuth } from './get-auth.js';
export type { GetAuthOptions } from './get-auth.js';
export type { ByRequest, ClerkOptions, NodeRequest } from '../instance/options.js';
export type { RequestAuth } from './request-auth.js';
export type {
  AuthenticatedState,
  HandshakeState,
  RequestState,
  UnauthenticatedState,
} from './request-state.js';
export { enableOpenTelemetry } from '../telemetry/open-telemetry.js';
export type { OpenTelemetryOptions } from '../telemetry/open-telemetry.js';
export { requireAuth } from './require-auth.js';
export { verifyToken } from './verify-token.js';
export type { VerifyTokenOptions } from './verify-token.js';
export type * from '../webhooks/generated/events.js';
export { verifyWebhook } from '../webhooks/verify-webhook.js';
export type { VerifyWebhookOptions, WebhookHeaders, WebhookRequest } from '../webhooks/verify-webhook.js';
export type { WebhookSigningSecret } from '../webhooks/signing-secret.js';
export {
  WebhookVerificationError,
  WebhookVerificationErrorReason,
} from '../errors/webhook-verification-error.js';
