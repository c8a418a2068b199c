import type { BillingSubscriptionItemJSON } from './generated/types.js';

// Every type that the client takes or returns, for the entry points.
export type * from './generated/types.js';
export type { BetaFeaturesChangeDomainParams } from './composed/beta-features.js';
export type {
  BatchEmailResult,
  CreateBatchEmailParams,
  CreateEmailOptions,
  CreateEmailParams,
  Mailbox,
} from './composed/emails.js';
export type { AccountlessApplicationParams } from './composed/experimental-accountless-applications.js';
export type {
  CreateM2MTokenParams,
  GetM2MTokenListParams,
  RevokeM2MTokenParams,
  VerifyM2MTokenParams,
} from './composed/m2m.js';
export type { GetOrganizationParams, UpdateOrganizationParams } from './composed/organizations.js';
export type { RefreshTokenParams } from './composed/sessions.js';
export type { PasswordHasher, UpdateUserParams, UserCountParams, UserListParams } from './composed/users.js';
export type { AccountlessApplication, AccountlessApplicationJSON } from './models/accountless-application.js';
export type { ClerkResourceJSON, PaginatedResponseJSON } from './models/clerk-resource-json.js';
export type { LastAuthenticationStrategy, OAuthProviderName } from './models/client-strategy.js';
export type { Cookies, CookiesJSON } from './models/cookies.js';
export type { DeletedObject, DeletedObjectJSON, UserDeletedJSON } from './models/deleted-object.js';
export type { EmailAddress, EmailAddressJSON } from './models/email-address.js';
export type { Email, EmailJSON } from './models/email.js';
export type {
  EnterpriseAccount,
  EnterpriseAccountConnection,
  EnterpriseAccountConnectionJSON,
  EnterpriseAccountJSON,
} from './models/enterprise-account.js';
export type { ExternalAccount, ExternalAccountJSON } from './models/external-account.js';
export type { HandshakePayload } from './models/handshake-payload.js';
export type { IdentificationLink, IdentificationLinkJSON } from './models/identification-link.js';
export type {
  APIKeyJSON,
  IdPOAuthAccessTokenActorJSON,
  IdPOAuthAccessTokenJSON,
  M2MTokenJSON,
} from './models/machine-token-json.js';
export type { APIKey, IdPOAuthAccessToken, M2MToken, OAuthActor } from './models/machine-tokens.js';
export type { OauthAccessToken, OauthAccessTokenJSON } from './models/oauth-access-token.js';
export type { PhoneNumber, PhoneNumberJSON } from './models/phone-number.js';
export type {
  SamlConnectionIdpCertificate,
  SamlConnectionIdpCertificateJSON,
} from './models/saml-connection-idp-certificate.js';
export type {
  Session,
  SessionActivity,
  SessionActivityJSON,
  SessionJSON,
  SessionStatus,
} from './models/session.js';
export type { SignInJSON } from './models/sign-in-json.js';
export type { SMSMessage, SMSMessageJSON } from './models/sms-message.js';
export type { Token, TokenJSON } from './models/token.js';
export type { User, UserJSON } from './models/user.js';
export type { Verification, VerificationJSON, VerificationStatus } from './models/verification.js';
export type { Web3Wallet, Web3WalletJSON } from './models/web3-wallet.js';
export type { OneOf } from './one-of.js';
export type { BackendApiOptions } from './transport/backend-api-transport.js';
export type {
  BackendApiObserver,
  BackendApiRequestEvent,
  BackendApiResponseEvent,
  ClerkBackendApiEvent,
} from './transport/observation.js';
export type { BackendApiRequestOptions } from './transport/operation.js';
export type { PaginatedResourceResponse, PaginationParams } from './transport/pagination.js';

/** The status of a subscription item. */
export type BillingSubscriptionItemStatus = BillingSubscriptionItemJSON['status'];
