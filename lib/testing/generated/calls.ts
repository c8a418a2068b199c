// Generated from Clerk's Backend API document 2026-05-12 by
// tools/openapi/generate-local-operations.mjs. Do not edit: run it again.

/** Nothing: the operation takes no such parameters. */
type Empty = Readonly<Record<never, never>>;

/** The validated call of each operation: names in camel case, with default values. */
export interface BackendApiCalls {
  GetPublicInterstitial: {
    readonly path: Empty;
    readonly query: {
      readonly frontendApi?: string;
      readonly publishableKey?: string;
      readonly proxyUrl?: string;
      readonly domain?: string;
      readonly signInUrl?: string;
      readonly useDomainForScript?: boolean;
    };
    readonly body: Empty;
  };
  GetJWKS: { readonly path: Empty; readonly query: Empty; readonly body: Empty };
  GetClientList: {
    readonly path: Empty;
    readonly query: { readonly paginated?: boolean; readonly limit: number; readonly offset: number };
    readonly body: Empty;
  };
  VerifyClient: { readonly path: Empty; readonly query: Empty; readonly body: { readonly token: string } };
  GetClient: { readonly path: { readonly clientId: string }; readonly query: Empty; readonly body: Empty };
  CreateEmailAddress: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly userId: string;
      readonly emailAddress: string;
      readonly verified?: boolean | null;
      readonly primary?: boolean | null;
      readonly notifyPrimaryEmailAddressChanged?: boolean | null;
    };
  };
  GetEmailAddress: {
    readonly path: { readonly emailAddressId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  UpdateEmailAddress: {
    readonly path: { readonly emailAddressId: string };
    readonly query: Empty;
    readonly body: {
      readonly verified?: boolean | null;
      readonly primary?: boolean | null;
      readonly notifyPrimaryEmailAddressChanged?: boolean | null;
    };
  };
  DeleteEmailAddress: {
    readonly path: { readonly emailAddressId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  PrepareEmailAddressVerification: {
    readonly path: { readonly emailAddressId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  AttemptEmailAddressVerification: {
    readonly path: { readonly emailAddressId: string };
    readonly query: Empty;
    readonly body: { readonly verificationId: string; readonly code: string };
  };
  ReplaceUserEmailAddress: {
    readonly path: { readonly userId: string };
    readonly query: Empty;
    readonly body: {
      readonly emailAddress: string;
      readonly identificationStatus?: 'verified' | 'reserved' | 'unverified' | null;
      readonly notifyPrimaryEmailAddressChanged?: boolean | null;
    };
  };
  CreatePhoneNumber: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly userId: string;
      readonly phoneNumber: string;
      readonly verified?: boolean | null;
      readonly primary?: boolean | null;
      readonly reservedForSecondFactor?: boolean | null;
    };
  };
  GetPhoneNumber: {
    readonly path: { readonly phoneNumberId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  UpdatePhoneNumber: {
    readonly path: { readonly phoneNumberId: string };
    readonly query: Empty;
    readonly body: {
      readonly verified?: boolean | null;
      readonly primary?: boolean | null;
      readonly reservedForSecondFactor?: boolean | null;
    };
  };
  DeletePhoneNumber: {
    readonly path: { readonly phoneNumberId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  PreparePhoneNumberVerification: {
    readonly path: { readonly phoneNumberId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  AttemptPhoneNumberVerification: {
    readonly path: { readonly phoneNumberId: string };
    readonly query: Empty;
    readonly body: { readonly verificationId: string; readonly code: string };
  };
  ReplaceUserPhoneNumber: {
    readonly path: { readonly userId: string };
    readonly query: Empty;
    readonly body: {
      readonly phoneNumber: string;
      readonly identificationStatus?: 'verified' | 'reserved' | 'unverified' | null;
    };
  };
  GetSessionList: {
    readonly path: Empty;
    readonly query: {
      readonly clientId?: string;
      readonly userId?: string;
      readonly status?: 'abandoned' | 'active' | 'ended' | 'expired' | 'removed' | 'replaced' | 'revoked';
      readonly paginated?: boolean;
      readonly limit: number;
      readonly offset: number;
    };
    readonly body: Empty;
  };
  createSession: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: { readonly userId: string; readonly activeOrganizationId?: string | null };
  };
  GetSession: { readonly path: { readonly sessionId: string }; readonly query: Empty; readonly body: Empty };
  RefreshSession: {
    readonly path: { readonly sessionId: string };
    readonly query: Empty;
    readonly body: {
      readonly expiredToken: string;
      readonly refreshToken: string;
      readonly requestOrigin: string;
      readonly requestHeaders?: Record<string, unknown> | null;
      readonly format?: 'token' | 'cookie' | null;
      readonly requestOriginatingIp?: string | null;
    };
  };
  RevokeSession: {
    readonly path: { readonly sessionId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  CreateSessionToken: {
    readonly path: { readonly sessionId: string };
    readonly query: Empty;
    readonly body: { readonly expiresInSeconds?: number | null };
  };
  CreateSessionTokenFromTemplate: {
    readonly path: { readonly sessionId: string; readonly templateName: string };
    readonly query: Empty;
    readonly body: { readonly expiresInSeconds?: number | null };
  };
  GetTemplateList: {
    readonly path: { readonly templateType: string };
    readonly query: { readonly paginated?: boolean; readonly limit: number; readonly offset: number };
    readonly body: Empty;
  };
  GetTemplate: {
    readonly path: { readonly templateType: string; readonly slug: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  UpsertTemplate: {
    readonly path: { readonly templateType: string; readonly slug: string };
    readonly query: Empty;
    readonly body: {
      readonly name?: string | null;
      readonly subject?: string | null;
      readonly markup?: string | null;
      readonly body?: string | null;
      readonly deliveredByClerk?: boolean | null;
      readonly fromEmailName?: string | null;
      readonly replyToEmailName?: string | null;
    };
  };
  RevertTemplate: {
    readonly path: { readonly templateType: string; readonly slug: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  PreviewTemplate: {
    readonly path: { readonly templateType: string; readonly slug: string };
    readonly query: Empty;
    readonly body: {
      readonly subject?: string | null;
      readonly body?: string | null;
      readonly fromEmailName?: string | null;
      readonly replyToEmailName?: string | null;
    };
  };
  ToggleTemplateDelivery: {
    readonly path: { readonly templateType: string; readonly slug: string };
    readonly query: Empty;
    readonly body: { readonly deliveredByClerk?: boolean | null };
  };
  GetUserList: {
    readonly path: Empty;
    readonly query: {
      readonly emailAddress: readonly string[];
      readonly phoneNumber: readonly string[];
      readonly externalId: readonly string[];
      readonly username: readonly string[];
      readonly web3Wallet: readonly string[];
      readonly userId: readonly string[];
      readonly organizationId: readonly string[];
      readonly query?: string;
      readonly emailAddressQuery?: string;
      readonly phoneNumberQuery?: string;
      readonly usernameQuery?: string;
      readonly nameQuery?: string;
      readonly banned?: boolean;
      readonly lastActiveAtBefore?: number;
      readonly lastActiveAtAfter?: number;
      readonly lastActiveAtSince?: number;
      readonly createdAtBefore?: number;
      readonly createdAtAfter?: number;
      readonly lastSignInAtBefore?: number;
      readonly lastSignInAtAfter?: number;
      readonly provider?: string;
      readonly providerUserId: readonly string[];
      readonly limit: number;
      readonly offset: number;
      readonly startingAfter?: string;
      readonly orderBy: string;
    };
    readonly body: Empty;
  };
  CreateUser: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly externalId?: string | null;
      readonly firstName?: string | null;
      readonly lastName?: string | null;
      readonly locale?: string | null;
      readonly emailAddress?: readonly string[] | null;
      readonly emailAddressIdentificationStatus?: readonly ('verified' | 'reserved')[] | null;
      readonly phoneNumber?: readonly string[] | null;
      readonly phoneNumberIdentificationStatus?: readonly ('verified' | 'reserved')[] | null;
      readonly web3Wallet?: readonly string[] | null;
      readonly username?: string | null;
      readonly password?: string | null;
      readonly passwordDigest?: string | null;
      readonly passwordHasher?: string | null;
      readonly skipPasswordChecks?: boolean | null;
      readonly skipPasswordRequirement?: boolean | null;
      readonly totpSecret?: string | null;
      readonly backupCodes?: readonly string[] | null;
      readonly publicMetadata?: Record<string, unknown> | null;
      readonly privateMetadata?: Record<string, unknown> | null;
      readonly unsafeMetadata?: Record<string, unknown> | null;
      readonly deleteSelfEnabled?: boolean | null;
      readonly legalAcceptedAt?: Date | null;
      readonly skipLegalChecks?: boolean | null;
      readonly skipUserRequirement?: boolean | null;
      readonly createOrganizationEnabled?: boolean | null;
      readonly createOrganizationsLimit?: number | null;
      readonly createdAt?: Date | null;
      readonly bypassClientTrust?: boolean | null;
      readonly banned?: boolean | null;
      readonly locked?: boolean | null;
    };
  };
  GetUsersCount: {
    readonly path: Empty;
    readonly query: {
      readonly emailAddress: readonly string[];
      readonly phoneNumber: readonly string[];
      readonly externalId: readonly string[];
      readonly username: readonly string[];
      readonly web3Wallet: readonly string[];
      readonly userId: readonly string[];
      readonly organizationId: readonly string[];
      readonly query?: string;
      readonly emailAddressQuery?: string;
      readonly phoneNumberQuery?: string;
      readonly usernameQuery?: string;
      readonly nameQuery?: string;
      readonly banned?: boolean;
      readonly lastActiveAtBefore?: number;
      readonly lastActiveAtAfter?: number;
      readonly lastActiveAtSince?: number;
      readonly createdAtBefore?: number;
      readonly createdAtAfter?: number;
      readonly lastSignInAtBefore?: number;
      readonly lastSignInAtAfter?: number;
      readonly provider?: string;
      readonly providerUserId: readonly string[];
    };
    readonly body: Empty;
  };
  GetUser: { readonly path: { readonly userId: string }; readonly query: Empty; readonly body: Empty };
  UpdateUser: {
    readonly path: { readonly userId: string };
    readonly query: Empty;
    readonly body: {
      readonly externalId?: string | null;
      readonly firstName?: string | null;
      readonly lastName?: string | null;
      readonly locale?: string | null;
      readonly primaryEmailAddressId?: string | null;
      readonly notifyPrimaryEmailAddressChanged?: boolean | null;
      readonly primaryPhoneNumberId?: string | null;
      readonly primaryWeb3WalletId?: string | null;
      readonly username?: string | null;
      readonly profileImageId?: string | null;
      readonly password?: string | null;
      readonly passwordDigest?: string | null;
      readonly passwordHasher?: string | null;
      readonly skipPasswordChecks?: boolean | null;
      readonly signOutOfOtherSessions?: boolean | null;
      readonly totpSecret?: string | null;
      readonly backupCodes?: readonly string[] | null;
      readonly deleteSelfEnabled?: boolean | null;
      readonly createOrganizationEnabled?: boolean | null;
      readonly legalAcceptedAt?: Date | null;
      readonly skipLegalChecks?: boolean | null;
      readonly createOrganizationsLimit?: number | null;
      readonly createdAt?: Date | null;
      readonly bypassClientTrust?: boolean | null;
    };
  };
  DeleteUser: { readonly path: { readonly userId: string }; readonly query: Empty; readonly body: Empty };
  BanUser: { readonly path: { readonly userId: string }; readonly query: Empty; readonly body: Empty };
  UnbanUser: { readonly path: { readonly userId: string }; readonly query: Empty; readonly body: Empty };
  UsersBan: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: { readonly userIds: readonly string[] };
  };
  UsersUnban: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: { readonly userIds: readonly string[] };
  };
  LockUser: { readonly path: { readonly userId: string }; readonly query: Empty; readonly body: Empty };
  UnlockUser: { readonly path: { readonly userId: string }; readonly query: Empty; readonly body: Empty };
  SetUserProfileImage: {
    readonly path: { readonly userId: string };
    readonly query: Empty;
    readonly body: { readonly file?: string | null };
  };
  DeleteUserProfileImage: {
    readonly path: { readonly userId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  ReplaceUserMetadata: {
    readonly path: { readonly userId: string };
    readonly query: Empty;
    readonly body: {
      readonly publicMetadata?: Record<string, unknown> | null;
      readonly privateMetadata?: Record<string, unknown> | null;
      readonly unsafeMetadata?: Record<string, unknown> | null;
    };
  };
  UpdateUserMetadata: {
    readonly path: { readonly userId: string };
    readonly query: Empty;
    readonly body: {
      readonly publicMetadata?: Record<string, unknown> | null;
      readonly privateMetadata?: Record<string, unknown> | null;
      readonly unsafeMetadata?: Record<string, unknown> | null;
    };
  };
  GetUserBillingSubscription: {
    readonly path: { readonly userId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  GetUserBillingCreditBalance: {
    readonly path: { readonly userId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  AdjustUserBillingCreditBalance: {
    readonly path: { readonly userId: string };
    readonly query: Empty;
    readonly body: {
      readonly amount: number;
      readonly action: 'increase' | 'decrease';
      readonly currency?: string | null;
      readonly idempotencyKey: string;
      readonly note?: string | null;
    };
  };
  GetOAuthAccessToken: {
    readonly path: { readonly userId: string; readonly provider: string };
    readonly query: { readonly paginated?: boolean; readonly limit: number; readonly offset: number };
    readonly body: Empty;
  };
  UsersGetOrganizationMemberships: {
    readonly path: { readonly userId: string };
    readonly query: { readonly limit: number; readonly offset: number };
    readonly body: Empty;
  };
  UsersGetOrganizationInvitations: {
    readonly path: { readonly userId: string };
    readonly query: {
      readonly limit: number;
      readonly offset: number;
      readonly status?: 'pending' | 'accepted' | 'revoked' | 'expired';
    };
    readonly body: Empty;
  };
  RemoveUserPassword: {
    readonly path: { readonly userId: string };
    readonly query: Empty;
    readonly body: { readonly signOutOfOtherSessions?: boolean | null };
  };
  VerifyPassword: {
    readonly path: { readonly userId: string };
    readonly query: Empty;
    readonly body: { readonly password: string };
  };
  VerifyTOTP: {
    readonly path: { readonly userId: string };
    readonly query: Empty;
    readonly body: { readonly code: string };
  };
  DisableMFA: { readonly path: { readonly userId: string }; readonly query: Empty; readonly body: Empty };
  DeleteBackupCode: {
    readonly path: { readonly userId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  UserPasskeyDelete: {
    readonly path: { readonly userId: string; readonly passkeyIdentificationId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  ListUserTrustedDevices: {
    readonly path: { readonly userId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  RevokeUserTrustedDevice: {
    readonly path: { readonly userId: string; readonly trustedDeviceId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  UserWeb3WalletDelete: {
    readonly path: { readonly userId: string; readonly web3WalletIdentificationId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  DeleteTOTP: { readonly path: { readonly userId: string }; readonly query: Empty; readonly body: Empty };
  DeleteExternalAccount: {
    readonly path: { readonly userId: string; readonly externalAccountId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  SetUserPasswordCompromised: {
    readonly path: { readonly userId: string };
    readonly query: Empty;
    readonly body: { readonly revokeAllSessions?: boolean | null };
  };
  UnsetUserPasswordCompromised: {
    readonly path: { readonly userId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  ListInvitations: {
    readonly path: Empty;
    readonly query: {
      readonly status?: 'pending' | 'accepted' | 'revoked' | 'expired';
      readonly query?: string;
      readonly orderBy: string;
      readonly paginated?: boolean;
      readonly limit: number;
      readonly offset: number;
    };
    readonly body: Empty;
  };
  CreateInvitation: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly emailAddress: string;
      readonly publicMetadata?: Record<string, unknown> | null;
      readonly redirectUrl?: string | null;
      readonly notify?: boolean | null;
      readonly ignoreExisting?: boolean | null;
      readonly expiresInDays?: number | null;
      readonly templateSlug?: 'invitation' | 'waitlist_invitation' | null;
    };
  };
  CreateBulkInvitations: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: readonly {
      readonly emailAddress: string;
      readonly publicMetadata?: Record<string, unknown> | null;
      readonly redirectUrl?: string | null;
      readonly notify?: boolean | null;
      readonly ignoreExisting?: boolean | null;
      readonly expiresInDays?: number | null;
      readonly templateSlug?: 'invitation' | 'waitlist_invitation' | null;
    }[];
  };
  RevokeInvitation: {
    readonly path: { readonly invitationId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  ListInstanceOrganizationInvitations: {
    readonly path: Empty;
    readonly query: {
      readonly orderBy: string;
      readonly status?: 'pending' | 'accepted' | 'revoked' | 'expired';
      readonly query?: string;
      readonly limit: number;
      readonly offset: number;
    };
    readonly body: Empty;
  };
  ListAllowlistIdentifiers: {
    readonly path: Empty;
    readonly query: { readonly paginated?: boolean; readonly limit: number; readonly offset: number };
    readonly body: Empty;
  };
  CreateAllowlistIdentifier: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: { readonly identifier: string; readonly notify?: boolean | null };
  };
  DeleteAllowlistIdentifier: {
    readonly path: { readonly identifierId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  ListBlocklistIdentifiers: { readonly path: Empty; readonly query: Empty; readonly body: Empty };
  CreateBlocklistIdentifier: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: { readonly identifier: string };
  };
  DeleteBlocklistIdentifier: {
    readonly path: { readonly identifierId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  UpdateInstanceAuthConfig: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly restrictedToAllowlist?: boolean | null;
      readonly fromEmailAddress?: string | null;
      readonly progressiveSignUp?: boolean | null;
      readonly testMode?: boolean | null;
    };
  };
  UpdateProductionInstanceDomain: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: { readonly homeUrl?: string | null; readonly isSecondary?: boolean | null };
  };
  CreateActorToken: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly userId: string;
      readonly actor: { readonly sub: string };
      readonly expiresInSeconds?: number | null;
      readonly sessionMaxDurationInSeconds?: number | null;
    };
  };
  RevokeActorToken: {
    readonly path: { readonly actorTokenId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  ListDomains: { readonly path: Empty; readonly query: Empty; readonly body: Empty };
  AddDomain: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: { readonly name: string; readonly isSatellite: true; readonly proxyUrl?: string | null };
  };
  UpdateDomain: {
    readonly path: { readonly domainId: string };
    readonly query: Empty;
    readonly body: {
      readonly name?: string | null;
      readonly proxyUrl?: string | null;
      readonly isSecondary?: boolean | null;
    };
  };
  DeleteDomain: { readonly path: { readonly domainId: string }; readonly query: Empty; readonly body: Empty };
  GetInstance: { readonly path: Empty; readonly query: Empty; readonly body: Empty };
  UpdateInstance: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly testMode?: boolean | null;
      readonly hibp?: boolean | null;
      readonly supportEmail?: string | null;
      readonly clerkJsVersion?: string | null;
      readonly developmentOrigin?: string | null;
      readonly allowedOrigins?: readonly string[] | null;
      readonly cookielessDev?: boolean | null;
      readonly urlBasedSessionSyncing?: boolean | null;
      readonly preferredSignInStrategyWhenPasswordRequired?: 'password' | 'otp' | '' | null;
    };
  };
  UpdateInstanceRestrictions: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly allowlist?: boolean | null;
      readonly blocklist?: boolean | null;
      readonly allowlistBlocklistDisabledOnSignIn?: boolean | null;
      readonly blockEmailSubaddresses?: boolean | null;
      readonly blockDisposableEmailDomains?: boolean | null;
    };
  };
  GetInstanceProtect: { readonly path: Empty; readonly query: Empty; readonly body: Empty };
  UpdateInstanceProtect: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: { readonly rulesEnabled?: boolean | null; readonly specterEnabled?: boolean | null };
  };
  GetInstanceCommunication: { readonly path: Empty; readonly query: Empty; readonly body: Empty };
  UpdateInstanceCommunication: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: { readonly blockedCountryCodes?: readonly string[] | null };
  };
  GetInstanceOAuthApplicationSettings: { readonly path: Empty; readonly query: Empty; readonly body: Empty };
  UpdateInstanceOAuthApplicationSettings: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly dynamicOauthClientRegistration?: boolean | null;
      readonly defaultScopes?: readonly string[] | null;
      readonly oauthJwtAccessTokens?: boolean | null;
      readonly clientIdMetadataDocumentsAdvertised?: boolean | null;
      readonly clientIdMetadataDocumentsOnlyAllowPreRegisteredClients?: boolean | null;
      readonly clientIdMetadataDocumentsBlockImplicitlyAllowedClients?: boolean | null;
    };
  };
  ChangeProductionInstanceDomain: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: { readonly homeUrl?: string | null; readonly isSecondary?: boolean | null };
  };
  GetInstanceOrganizationSettings: { readonly path: Empty; readonly query: Empty; readonly body: Empty };
  UpdateInstanceOrganizationSettings: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly enabled?: boolean | null;
      readonly maxAllowedMemberships?: number | null;
      readonly adminDeleteEnabled?: boolean | null;
      readonly domainsEnabled?: boolean | null;
      readonly slugDisabled?: boolean | null;
      readonly domainsEnrollmentModes?: readonly string[] | null;
      readonly creatorRoleId?: string | null;
      readonly domainsDefaultRoleId?: string | null;
    };
  };
  CreateSvixApp: { readonly path: Empty; readonly query: Empty; readonly body: Empty };
  DeleteSvixApp: { readonly path: Empty; readonly query: Empty; readonly body: Empty };
  GenerateSvixAuthURL: { readonly path: Empty; readonly query: Empty; readonly body: Empty };
  ListJWTTemplates: {
    readonly path: Empty;
    readonly query: { readonly paginated?: boolean; readonly limit: number; readonly offset: number };
    readonly body: Empty;
  };
  CreateJWTTemplate: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly name: string;
      readonly claims: Record<string, unknown>;
      readonly lifetime?: number | null;
      readonly allowedClockSkew?: number | null;
      readonly customSigningKey?: boolean | null;
      readonly signingAlgorithm?: string | null;
      readonly signingKey?: string | null;
    };
  };
  GetJWTTemplate: {
    readonly path: { readonly templateId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  UpdateJWTTemplate: {
    readonly path: { readonly templateId: string };
    readonly query: Empty;
    readonly body: {
      readonly name: string;
      readonly claims: Record<string, unknown>;
      readonly lifetime?: number | null;
      readonly allowedClockSkew?: number | null;
      readonly customSigningKey?: boolean | null;
      readonly signingAlgorithm?: string | null;
      readonly signingKey?: string | null;
    };
  };
  DeleteJWTTemplate: {
    readonly path: { readonly templateId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  ListMachines: {
    readonly path: Empty;
    readonly query: {
      readonly limit: number;
      readonly offset: number;
      readonly query?: string;
      readonly orderBy: string;
    };
    readonly body: Empty;
  };
  CreateMachine: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly name: string;
      readonly scopedMachines?: readonly string[] | null;
      readonly defaultTokenTtl?: number | null;
    };
  };
  GetMachine: { readonly path: { readonly machineId: string }; readonly query: Empty; readonly body: Empty };
  UpdateMachine: {
    readonly path: { readonly machineId: string };
    readonly query: Empty;
    readonly body: { readonly name?: string | null; readonly defaultTokenTtl?: number | null };
  };
  DeleteMachine: {
    readonly path: { readonly machineId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  GetMachineSecretKey: {
    readonly path: { readonly machineId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  RotateMachineSecretKey: {
    readonly path: { readonly machineId: string };
    readonly query: Empty;
    readonly body: { readonly previousTokenTtl: number };
  };
  CreateMachineScope: {
    readonly path: { readonly machineId: string };
    readonly query: Empty;
    readonly body: { readonly toMachineId: string };
  };
  DeleteMachineScope: {
    readonly path: { readonly machineId: string; readonly otherMachineId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  ListOrganizations: {
    readonly path: Empty;
    readonly query: {
      readonly includeMembersCount?: boolean;
      readonly includeMissingMemberWithElevatedPermissions?: boolean;
      readonly query?: string;
      readonly userId: readonly string[];
      readonly organizationId: readonly string[];
      readonly orderBy: string;
      readonly limit: number;
      readonly offset: number;
    };
    readonly body: Empty;
  };
  CreateOrganization: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly name: string;
      readonly createdBy?: string | null;
      readonly privateMetadata?: Record<string, unknown> | null;
      readonly publicMetadata?: Record<string, unknown> | null;
      readonly slug?: string | null;
      readonly maxAllowedMemberships?: number | null;
      readonly createdAt?: Date | null;
      readonly roleSetKey?: string | null;
    };
  };
  GetOrganization: {
    readonly path: { readonly organizationId: string };
    readonly query: {
      readonly includeMembersCount?: boolean;
      readonly includeMissingMemberWithElevatedPermissions?: boolean;
    };
    readonly body: Empty;
  };
  UpdateOrganization: {
    readonly path: { readonly organizationId: string };
    readonly query: Empty;
    readonly body: {
      readonly name?: string | null;
      readonly slug?: string | null;
      readonly maxAllowedMemberships?: number | null;
      readonly adminDeleteEnabled?: boolean | null;
      readonly createdAt?: Date | null;
      readonly roleSetKey?: string | null;
    };
  };
  DeleteOrganization: {
    readonly path: { readonly organizationId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  ReplaceOrganizationMetadata: {
    readonly path: { readonly organizationId: string };
    readonly query: Empty;
    readonly body: {
      readonly publicMetadata?: Record<string, unknown> | null;
      readonly privateMetadata?: Record<string, unknown> | null;
    };
  };
  MergeOrganizationMetadata: {
    readonly path: { readonly organizationId: string };
    readonly query: Empty;
    readonly body: {
      readonly publicMetadata?: Record<string, unknown> | null;
      readonly privateMetadata?: Record<string, unknown> | null;
    };
  };
  UploadOrganizationLogo: {
    readonly path: { readonly organizationId: string };
    readonly query: Empty;
    readonly body: { readonly uploaderUserId?: string | null; readonly file: string };
  };
  DeleteOrganizationLogo: {
    readonly path: { readonly organizationId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  GetOrganizationBillingSubscription: {
    readonly path: { readonly organizationId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  GetOrganizationBillingCreditBalance: {
    readonly path: { readonly organizationId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  AdjustOrganizationBillingCreditBalance: {
    readonly path: { readonly organizationId: string };
    readonly query: Empty;
    readonly body: {
      readonly amount: number;
      readonly action: 'increase' | 'decrease';
      readonly currency?: string | null;
      readonly idempotencyKey: string;
      readonly note?: string | null;
    };
  };
  ListOrganizationInvitations: {
    readonly path: { readonly organizationId: string };
    readonly query: {
      readonly status?: 'pending' | 'accepted' | 'revoked' | 'expired';
      readonly emailAddress?: string;
      readonly orderBy: string;
      readonly limit: number;
      readonly offset: number;
    };
    readonly body: Empty;
  };
  CreateOrganizationInvitation: {
    readonly path: { readonly organizationId: string };
    readonly query: Empty;
    readonly body: {
      readonly emailAddress: string;
      readonly inviterUserId?: string | null;
      readonly role: string;
      readonly publicMetadata?: Record<string, unknown> | null;
      readonly privateMetadata?: Record<string, unknown> | null;
      readonly redirectUrl?: string | null;
      readonly expiresInDays?: number | null;
      readonly notify?: boolean | null;
    };
  };
  CreateOrganizationInvitationBulk: {
    readonly path: { readonly organizationId: string };
    readonly query: Empty;
    readonly body: readonly {
      readonly emailAddress: string;
      readonly inviterUserId?: string | null;
      readonly role: string;
      readonly publicMetadata?: Record<string, unknown> | null;
      readonly privateMetadata?: Record<string, unknown> | null;
      readonly redirectUrl?: string | null;
      readonly expiresInDays?: number | null;
      readonly notify?: boolean | null;
    }[];
  };
  ListPendingOrganizationInvitations: {
    readonly path: { readonly organizationId: string };
    readonly query: { readonly limit: number; readonly offset: number };
    readonly body: Empty;
  };
  GetOrganizationInvitation: {
    readonly path: { readonly organizationId: string; readonly invitationId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  RevokeOrganizationInvitation: {
    readonly path: { readonly organizationId: string; readonly invitationId: string };
    readonly query: Empty;
    readonly body: { readonly requestingUserId?: string | null };
  };
  ListOrganizationRoles: {
    readonly path: Empty;
    readonly query: {
      readonly query?: string;
      readonly orderBy: string;
      readonly limit: number;
      readonly offset: number;
    };
    readonly body: Empty;
  };
  CreateOrganizationRole: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly name: string;
      readonly key: string;
      readonly description?: string | null;
      readonly permissions?: readonly string[] | null;
      readonly includeInInitialRoleSet?: boolean | null;
    };
  };
  GetOrganizationRole: {
    readonly path: { readonly organizationRoleId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  UpdateOrganizationRole: {
    readonly path: { readonly organizationRoleId: string };
    readonly query: Empty;
    readonly body: {
      readonly name?: string | null;
      readonly key?: string | null;
      readonly description?: string | null;
      readonly permissions?: readonly string[] | null;
    };
  };
  DeleteOrganizationRole: {
    readonly path: { readonly organizationRoleId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  AssignPermissionToOrganizationRole: {
    readonly path: { readonly organizationRoleId: string; readonly permissionId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  RemovePermissionFromOrganizationRole: {
    readonly path: { readonly organizationRoleId: string; readonly permissionId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  ListOrganizationMemberships: {
    readonly path: { readonly organizationId: string };
    readonly query: {
      readonly orderBy?: string;
      readonly userId: readonly string[];
      readonly emailAddress: readonly string[];
      readonly phoneNumber: readonly string[];
      readonly username: readonly string[];
      readonly web3Wallet: readonly string[];
      readonly role: readonly string[];
      readonly query?: string;
      readonly emailAddressQuery?: string;
      readonly phoneNumberQuery?: string;
      readonly usernameQuery?: string;
      readonly nameQuery?: string;
      readonly lastActiveAtBefore?: number;
      readonly lastActiveAtAfter?: number;
      readonly createdAtBefore?: number;
      readonly createdAtAfter?: number;
      readonly limit: number;
      readonly offset: number;
    };
    readonly body: Empty;
  };
  CreateOrganizationMembership: {
    readonly path: { readonly organizationId: string };
    readonly query: Empty;
    readonly body: {
      readonly userId: string;
      readonly role: string;
      readonly publicMetadata?: Record<string, unknown> | null;
      readonly privateMetadata?: Record<string, unknown> | null;
    };
  };
  UpdateOrganizationMembership: {
    readonly path: { readonly organizationId: string; readonly userId: string };
    readonly query: Empty;
    readonly body: { readonly role: string };
  };
  DeleteOrganizationMembership: {
    readonly path: { readonly organizationId: string; readonly userId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  UpdateOrganizationMembershipMetadata: {
    readonly path: { readonly organizationId: string; readonly userId: string };
    readonly query: Empty;
    readonly body: {
      readonly publicMetadata?: Record<string, unknown> | null;
      readonly privateMetadata?: Record<string, unknown> | null;
    };
  };
  ListOrganizationDomains: {
    readonly path: { readonly organizationId: string };
    readonly query: {
      readonly verified?: string;
      readonly enrollmentMode?: string;
      readonly limit: number;
      readonly offset: number;
    };
    readonly body: Empty;
  };
  CreateOrganizationDomain: {
    readonly path: { readonly organizationId: string };
    readonly query: Empty;
    readonly body: {
      readonly name?: string | null;
      readonly enrollmentMode?: string | null;
      readonly verified?: boolean | null;
    };
  };
  UpdateOrganizationDomain: {
    readonly path: { readonly organizationId: string; readonly domainId: string };
    readonly query: Empty;
    readonly body: { readonly enrollmentMode?: string | null; readonly verified?: boolean | null };
  };
  DeleteOrganizationDomain: {
    readonly path: { readonly organizationId: string; readonly domainId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  VerifyOrganizationDomainOwnership: {
    readonly path: { readonly organizationId: string; readonly domainId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  ListAllOrganizationDomains: {
    readonly path: Empty;
    readonly query: {
      readonly organizationId?: string;
      readonly verified?: 'true' | 'false';
      readonly enrollmentMode: readonly (
        | 'manual_invitation'
        | 'automatic_invitation'
        | 'automatic_suggestion'
        | 'enterprise_sso'
        | '-manual_invitation'
        | '-automatic_invitation'
        | '-automatic_suggestion'
        | '-enterprise_sso'
      )[];
      readonly query?: string;
      readonly domains: readonly string[];
      readonly orderBy: string;
      readonly offset: number;
      readonly limit: number;
    };
    readonly body: Empty;
  };
  VerifyDomainProxy: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: { readonly domainId?: string | null; readonly proxyUrl?: string | null };
  };
  ListRedirectURLs: {
    readonly path: Empty;
    readonly query: { readonly paginated?: boolean; readonly limit: number; readonly offset: number };
    readonly body: Empty;
  };
  CreateRedirectURL: { readonly path: Empty; readonly query: Empty; readonly body: { readonly url: string } };
  GetRedirectURL: { readonly path: { readonly id: string }; readonly query: Empty; readonly body: Empty };
  DeleteRedirectURL: { readonly path: { readonly id: string }; readonly query: Empty; readonly body: Empty };
  CreateSignInToken: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly userId: string;
      readonly orgId?: string | null;
      readonly expiresInSeconds?: number | null;
    };
  };
  RevokeSignInToken: {
    readonly path: { readonly signInTokenId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  GetSignUp: { readonly path: { readonly id: string }; readonly query: Empty; readonly body: Empty };
  UpdateSignUp: {
    readonly path: { readonly id: string };
    readonly query: Empty;
    readonly body: { readonly externalId?: string | null; readonly customAction?: boolean | null };
  };
  ListOAuthApplications: {
    readonly path: Empty;
    readonly query: {
      readonly limit: number;
      readonly offset: number;
      readonly orderBy: string;
      readonly nameQuery?: string;
    };
    readonly body: Empty;
  };
  CreateOAuthApplication: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly name: string;
      readonly redirectUris?: readonly string[] | null;
      readonly callbackUrl?: string | null;
      readonly scopes?: string | null;
      readonly consentScreenEnabled?: boolean | null;
      readonly pkceRequired?: boolean | null;
      readonly public?: boolean | null;
    };
  };
  GetOAuthApplication: {
    readonly path: { readonly oauthApplicationId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  UpdateOAuthApplication: {
    readonly path: { readonly oauthApplicationId: string };
    readonly query: Empty;
    readonly body: {
      readonly name?: string | null;
      readonly redirectUris?: readonly string[] | null;
      readonly callbackUrl?: string | null;
      readonly scopes?: string | null;
      readonly consentScreenEnabled?: boolean | null;
      readonly pkceRequired?: boolean | null;
      readonly public?: boolean | null;
    };
  };
  DeleteOAuthApplication: {
    readonly path: { readonly oauthApplicationId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  UploadOAuthApplicationLogo: {
    readonly path: { readonly oauthApplicationId: string };
    readonly query: Empty;
    readonly body: { readonly uploaderUserId?: string | null; readonly file: string };
  };
  RotateOAuthApplicationSecret: {
    readonly path: { readonly oauthApplicationId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  RevokeOAuthApplicationToken: {
    readonly path: { readonly oauthApplicationId: string };
    readonly query: Empty;
    readonly body: { readonly token: string };
  };
  ListSAMLConnections: {
    readonly path: Empty;
    readonly query: {
      readonly limit: number;
      readonly offset: number;
      readonly query?: string;
      readonly orderBy?: string;
      readonly organizationId: readonly string[];
    };
    readonly body: Empty;
  };
  CreateSAMLConnection: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly name: string;
      readonly domain?: string | null;
      readonly domains?: readonly string[] | null;
      readonly provider: 'saml_custom' | 'saml_okta' | 'saml_google' | 'saml_microsoft';
      readonly idpEntityId?: string | null;
      readonly idpSsoUrl?: string | null;
      readonly idpCertificate?: string | null;
      readonly idpMetadataUrl?: string | null;
      readonly idpMetadata?: string | null;
      readonly organizationId?: string | null;
      readonly attributeMapping?: {
        readonly userId?: string | null;
        readonly emailAddress?: string | null;
        readonly firstName?: string | null;
        readonly lastName?: string | null;
      } | null;
      readonly forceAuthn?: boolean | null;
      readonly loginHint?: {
        readonly mode: 'email_address' | 'custom_attribute' | 'off';
        readonly source?: string | null;
      } | null;
    };
  };
  GetSAMLConnection: {
    readonly path: { readonly samlConnectionId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  UpdateSAMLConnection: {
    readonly path: { readonly samlConnectionId: string };
    readonly query: Empty;
    readonly body: {
      readonly name?: string | null;
      readonly domain?: string | null;
      readonly domains?: readonly string[] | null;
      readonly idpEntityId?: string | null;
      readonly idpSsoUrl?: string | null;
      readonly idpCertificate?: string | null;
      readonly idpMetadataUrl?: string | null;
      readonly idpMetadata?: string | null;
      readonly organizationId?: string | null;
      readonly attributeMapping?: {
        readonly userId?: string | null;
        readonly emailAddress?: string | null;
        readonly firstName?: string | null;
        readonly lastName?: string | null;
      } | null;
      readonly active?: boolean | null;
      readonly syncUserAttributes?: boolean | null;
      readonly allowSubdomains?: boolean | null;
      readonly allowIdpInitiated?: boolean | null;
      readonly disableAdditionalIdentifications?: boolean | null;
      readonly allowOrganizationAccountLinking?: boolean | null;
      readonly forceAuthn?: boolean | null;
      readonly loginHint?: {
        readonly mode: 'email_address' | 'custom_attribute' | 'off';
        readonly source?: string | null;
      } | null;
      readonly consentVerifiedDomainsDeletion?: boolean | null;
    };
  };
  DeleteSAMLConnection: {
    readonly path: { readonly samlConnectionId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  ListEnterpriseConnections: {
    readonly path: Empty;
    readonly query: {
      readonly limit: number;
      readonly offset: number;
      readonly organizationId?: string;
      readonly active?: boolean;
    };
    readonly body: Empty;
  };
  CreateEnterpriseConnection: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly name: string;
      readonly provider:
        | 'saml_custom'
        | 'saml_okta'
        | 'saml_google'
        | 'saml_microsoft'
        | 'oidc_custom'
        | 'oidc_github_enterprise'
        | 'oidc_gitlab';
      readonly domains: readonly string[];
      readonly organizationId?: string | null;
      readonly allowOrganizationAccountLinking?: boolean | null;
      readonly active?: boolean | null;
      readonly saml?: {
        readonly idpEntityId?: string | null;
        readonly idpSsoUrl?: string | null;
        readonly idpCertificate?: string | null;
        readonly idpMetadataUrl?: string | null;
        readonly idpMetadata?: string | null;
        readonly attributeMapping?: {
          readonly userId?: string | null;
          readonly emailAddress?: string | null;
          readonly firstName?: string | null;
          readonly lastName?: string | null;
        } | null;
        readonly allowSubdomains?: boolean | null;
        readonly allowIdpInitiated?: boolean | null;
        readonly forceAuthn?: boolean | null;
        readonly loginHint?: {
          readonly mode: 'email_address' | 'custom_attribute' | 'off';
          readonly source?: string | null;
        } | null;
      } | null;
      readonly oidc?: {
        readonly clientId?: string | null;
        readonly clientSecret?: string | null;
        readonly discoveryUrl?: string | null;
        readonly authUrl?: string | null;
        readonly tokenUrl?: string | null;
        readonly userInfoUrl?: string | null;
        readonly requiresPkce?: boolean | null;
      } | null;
      readonly customAttributes?:
        | readonly {
            readonly name: string;
            readonly key: string;
            readonly ssoPath?: string | null;
            readonly scimPath?: string | null;
            readonly directoryPath?: string | null;
            readonly multiValued?: boolean | null;
          }[]
        | null;
    };
  };
  GetEnterpriseConnection: {
    readonly path: { readonly enterpriseConnectionId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  UpdateEnterpriseConnection: {
    readonly path: { readonly enterpriseConnectionId: string };
    readonly query: Empty;
    readonly body: {
      readonly name?: string | null;
      readonly domains?: readonly string[] | null;
      readonly active?: boolean | null;
      readonly syncUserAttributes?: boolean | null;
      readonly disableAdditionalIdentifications?: boolean | null;
      readonly allowOrganizationAccountLinking?: boolean | null;
      readonly organizationId?: string | null;
      readonly saml?: {
        readonly name?: string | null;
        readonly idpEntityId?: string | null;
        readonly idpSsoUrl?: string | null;
        readonly idpCertificate?: string | null;
        readonly idpMetadataUrl?: string | null;
        readonly idpMetadata?: string | null;
        readonly attributeMapping?: {
          readonly userId?: string | null;
          readonly emailAddress?: string | null;
          readonly firstName?: string | null;
          readonly lastName?: string | null;
        } | null;
        readonly allowSubdomains?: boolean | null;
        readonly allowIdpInitiated?: boolean | null;
        readonly forceAuthn?: boolean | null;
        readonly loginHint?: {
          readonly mode: 'email_address' | 'custom_attribute' | 'off';
          readonly source?: string | null;
        } | null;
      } | null;
      readonly oidc?: {
        readonly clientId?: string | null;
        readonly clientSecret?: string | null;
        readonly discoveryUrl?: string | null;
        readonly authUrl?: string | null;
        readonly tokenUrl?: string | null;
        readonly userInfoUrl?: string | null;
        readonly requiresPkce?: boolean | null;
      } | null;
      readonly customAttributes?:
        | readonly {
            readonly name: string;
            readonly key: string;
            readonly ssoPath?: string | null;
            readonly scimPath?: string | null;
            readonly directoryPath?: string | null;
            readonly multiValued?: boolean | null;
          }[]
        | null;
    };
  };
  DeleteEnterpriseConnection: {
    readonly path: { readonly enterpriseConnectionId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  ListEnterpriseConnectionTestRuns: {
    readonly path: { readonly enterpriseConnectionId: string };
    readonly query: {
      readonly status: readonly ('pending' | 'success' | 'failed')[];
      readonly limit: number;
      readonly offset: number;
    };
    readonly body: Empty;
  };
  CreateEnterpriseConnectionTestRun: {
    readonly path: { readonly enterpriseConnectionId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  CreateTestingToken: { readonly path: Empty; readonly query: Empty; readonly body: Empty };
  CreateAgentTask: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly onBehalfOf: { readonly userId?: string | null; readonly identifier?: string | null };
      readonly permissions: '*';
      readonly agentName: string;
      readonly taskDescription: string;
      readonly redirectUrl: string;
      readonly sessionMaxDurationInSeconds?: number | null;
    };
  };
  RevokeAgentTask: {
    readonly path: { readonly agentTaskId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  InstanceGetOrganizationMemberships: {
    readonly path: Empty;
    readonly query: { readonly orderBy?: string; readonly limit: number; readonly offset: number };
    readonly body: Empty;
  };
  ListWaitlistEntries: {
    readonly path: Empty;
    readonly query: {
      readonly limit: number;
      readonly offset: number;
      readonly query?: string;
      readonly status?: 'pending' | 'invited' | 'completed' | 'rejected';
      readonly orderBy: string;
    };
    readonly body: Empty;
  };
  CreateWaitlistEntry: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: { readonly emailAddress: string; readonly notify?: boolean | null };
  };
  CreateBulkWaitlistEntries: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: readonly { readonly emailAddress: string; readonly notify?: boolean | null }[];
  };
  DeleteWaitlistEntry: {
    readonly path: { readonly waitlistEntryId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  InviteWaitlistEntry: {
    readonly path: { readonly waitlistEntryId: string };
    readonly query: Empty;
    readonly body: { readonly ignoreExisting?: boolean | null };
  };
  RejectWaitlistEntry: {
    readonly path: { readonly waitlistEntryId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  GetCommercePlanList: {
    readonly path: Empty;
    readonly query: {
      readonly paginated?: boolean;
      readonly limit: number;
      readonly offset: number;
      readonly payerType?: 'user' | 'org';
    };
    readonly body: Empty;
  };
  GetBillingPriceList: {
    readonly path: Empty;
    readonly query: {
      readonly paginated?: boolean;
      readonly limit: number;
      readonly offset: number;
      readonly planId?: string;
    };
    readonly body: Empty;
  };
  CreateBillingPrice: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly planId: string;
      readonly currency?: string | null;
      readonly amount: number | null;
      readonly annualMonthlyAmount?: number | null;
      readonly description?: string | null;
      readonly supportedBillingPeriods?: 'month' | 'annual' | 'both' | null;
    };
  };
  GetCommerceSubscriptionItemList: {
    readonly path: Empty;
    readonly query: {
      readonly paginated?: boolean;
      readonly limit: number;
      readonly offset: number;
      readonly status?: 'active' | 'ended' | 'past_due' | 'upcoming' | 'free_trial';
      readonly payerType?: 'user' | 'org';
      readonly planId?: string;
      readonly includeFree: boolean;
      readonly query?: string;
    };
    readonly body: Empty;
  };
  CancelCommerceSubscriptionItem: {
    readonly path: { readonly subscriptionItemId: string };
    readonly query: { readonly endNow: boolean };
    readonly body: Empty;
  };
  ExtendBillingSubscriptionItemFreeTrial: {
    readonly path: { readonly subscriptionItemId: string };
    readonly query: Empty;
    readonly body: { readonly extendTo: Date };
  };
  CreateBillingPriceTransition: {
    readonly path: { readonly subscriptionItemId: string };
    readonly query: Empty;
    readonly body: { readonly fromPriceId: string; readonly toPriceId: string };
  };
  ApplyBillingSubscriptionItemDiscount: {
    readonly path: { readonly subscriptionItemId: string };
    readonly query: Empty;
    readonly body: { readonly discountId: string };
  };
  RemoveBillingSubscriptionItemDiscount: {
    readonly path: { readonly subscriptionItemId: string; readonly discountId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  GetBillingStatementList: {
    readonly path: Empty;
    readonly query: { readonly paginated?: boolean; readonly limit: number; readonly offset: number };
    readonly body: Empty;
  };
  GetBillingStatement: {
    readonly path: { readonly statementID: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  GetBillingStatementPaymentAttempts: {
    readonly path: { readonly statementID: string };
    readonly query: { readonly paginated?: boolean; readonly limit: number; readonly offset: number };
    readonly body: Empty;
  };
  ListOrganizationPermissions: {
    readonly path: Empty;
    readonly query: {
      readonly query?: string;
      readonly orderBy?: string;
      readonly limit: number;
      readonly offset: number;
    };
    readonly body: Empty;
  };
  CreateOrganizationPermission: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: { readonly name: string; readonly key: string; readonly description?: string | null };
  };
  GetOrganizationPermission: {
    readonly path: { readonly permissionId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  UpdateOrganizationPermission: {
    readonly path: { readonly permissionId: string };
    readonly query: Empty;
    readonly body: {
      readonly name?: string | null;
      readonly key?: string | null;
      readonly description?: string | null;
    };
  };
  DeleteOrganizationPermission: {
    readonly path: { readonly permissionId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  ListRoleSets: {
    readonly path: Empty;
    readonly query: {
      readonly query?: string;
      readonly orderBy: string;
      readonly limit: number;
      readonly offset: number;
    };
    readonly body: Empty;
  };
  CreateRoleSet: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly name: string;
      readonly key?: string | null;
      readonly description?: string | null;
      readonly defaultRoleKey: string;
      readonly creatorRoleKey: string;
      readonly type?: 'initial' | 'custom' | null;
      readonly roles: readonly string[];
    };
  };
  GetRoleSet: {
    readonly path: { readonly roleSetKeyOrId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  UpdateRoleSet: {
    readonly path: { readonly roleSetKeyOrId: string };
    readonly query: Empty;
    readonly body: {
      readonly name?: string | null;
      readonly key?: string | null;
      readonly description?: string | null;
      readonly type?: 'initial' | null;
      readonly defaultRoleKey?: string | null;
      readonly creatorRoleKey?: string | null;
    };
  };
  ReplaceRoleSet: {
    readonly path: { readonly roleSetKeyOrId: string };
    readonly query: Empty;
    readonly body: { readonly destRoleSetKey: string; readonly reassignmentMappings?: unknown };
  };
  AddRolesToRoleSet: {
    readonly path: { readonly roleSetKeyOrId: string };
    readonly query: Empty;
    readonly body: {
      readonly roleKeys: readonly string[];
      readonly defaultRoleKey?: string | null;
      readonly creatorRoleKey?: string | null;
    };
  };
  ReplaceRoleInRoleSet: {
    readonly path: { readonly roleSetKeyOrId: string };
    readonly query: Empty;
    readonly body: { readonly roleKey: string; readonly toRoleKey: string };
  };
  ListSCIMDirectories: {
    readonly path: Empty;
    readonly query: { readonly limit: number; readonly offset: number };
    readonly body: Empty;
  };
  CreateSCIMDirectory: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly enterpriseConnectionId: string;
      readonly name?: string | null;
      readonly provider: string;
      readonly groupRoleMappings?:
        | readonly {
            readonly scimGroupId: string;
            readonly scimGroupDisplayName?: string | null;
            readonly roleId: string;
            readonly precedence?: number | null;
          }[]
        | null;
    };
  };
  GetSCIMDirectory: {
    readonly path: { readonly scimDirectoryId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  UpdateSCIMDirectory: {
    readonly path: { readonly scimDirectoryId: string };
    readonly query: Empty;
    readonly body: {
      readonly name?: string | null;
      readonly enabled?: boolean | null;
      readonly provider?: string | null;
      readonly attributeMapping?: Record<string, unknown> | null;
      readonly groupRoleMappingEnabled?: boolean | null;
    };
  };
  DeleteSCIMDirectory: {
    readonly path: { readonly scimDirectoryId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  RotateSCIMDirectoryAPIKey: {
    readonly path: { readonly scimDirectoryId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  ListSCIMGroupRoleMappings: {
    readonly path: { readonly scimDirectoryId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  CreateSCIMGroupRoleMapping: {
    readonly path: { readonly scimDirectoryId: string };
    readonly query: Empty;
    readonly body: {
      readonly scimGroupId: string;
      readonly roleId: string;
      readonly precedence?: number | null;
    };
  };
  ReplaceSCIMGroupRoleMappings: {
    readonly path: { readonly scimDirectoryId: string };
    readonly query: Empty;
    readonly body: {
      readonly mappings: readonly { readonly scimGroupId: string; readonly roleId: string }[];
    };
  };
  DeleteSCIMGroupRoleMapping: {
    readonly path: { readonly scimDirectoryId: string; readonly mappingId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  ListDirectories: {
    readonly path: Empty;
    readonly query: { readonly limit: number; readonly offset: number };
    readonly body: Empty;
  };
  CreateDirectory: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly enterpriseConnectionId: string;
      readonly name?: string | null;
      readonly provider: string;
      readonly groupRoleMappings?:
        | readonly {
            readonly directoryGroupId?: string | null;
            readonly scimGroupId?: string | null;
            readonly directoryGroupDisplayName?: string | null;
            readonly scimGroupDisplayName?: string | null;
            readonly roleId: string;
            readonly precedence?: number | null;
          }[]
        | null;
    };
  };
  GetDirectory: {
    readonly path: { readonly directoryId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  UpdateDirectory: {
    readonly path: { readonly directoryId: string };
    readonly query: Empty;
    readonly body: {
      readonly name?: string | null;
      readonly enabled?: boolean | null;
      readonly provider?: string | null;
      readonly attributeMapping?: Record<string, unknown> | null;
      readonly groupRoleMappingEnabled?: boolean | null;
    };
  };
  DeleteDirectory: {
    readonly path: { readonly directoryId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  RotateDirectoryAPIKey: {
    readonly path: { readonly directoryId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  ListDirectoryGroupRoleMappings: {
    readonly path: { readonly directoryId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  CreateDirectoryGroupRoleMapping: {
    readonly path: { readonly directoryId: string };
    readonly query: Empty;
    readonly body: {
      readonly directoryGroupId?: string | null;
      readonly scimGroupId?: string | null;
      readonly roleId: string;
      readonly precedence?: number | null;
    };
  };
  ReplaceDirectoryGroupRoleMappings: {
    readonly path: { readonly directoryId: string };
    readonly query: Empty;
    readonly body: {
      readonly mappings: readonly {
        readonly directoryGroupId?: string | null;
        readonly scimGroupId?: string | null;
        readonly roleId: string;
      }[];
    };
  };
  DeleteDirectoryGroupRoleMapping: {
    readonly path: { readonly directoryId: string; readonly mappingId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  createAdminPortalLinkToken: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly organizationId?: string | null;
      readonly itContactId?: string | null;
      readonly scopes?: readonly string[] | null;
      readonly secondsUntilExpiration?: number | null;
    };
  };
  revokeAdminPortalLinkToken: {
    readonly path: { readonly adminPortalLinkTokenID: string };
    readonly query: Empty;
    readonly body: { readonly revocationReason?: string | null };
  };
  getApiKeys: {
    readonly path: Empty;
    readonly query: {
      readonly type: string;
      readonly subject: string;
      readonly includeInvalid: 'true' | 'false';
      readonly limit: number;
      readonly offset: number;
      readonly query?: string;
    };
    readonly body: Empty;
  };
  createApiKey: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly type?: string | null;
      readonly name: string;
      readonly description?: string | null;
      readonly subject: string;
      readonly claims?: unknown;
      readonly scopes?: readonly string[] | null;
      readonly createdBy?: string | null;
      readonly secondsUntilExpiration?: number | null;
    };
  };
  getApiKey: { readonly path: { readonly apiKeyID: string }; readonly query: Empty; readonly body: Empty };
  updateApiKey: {
    readonly path: { readonly apiKeyID: string };
    readonly query: Empty;
    readonly body: {
      readonly claims?: unknown;
      readonly scopes?: readonly string[] | null;
      readonly description?: string | null;
      readonly subject?: string | null;
      readonly secondsUntilExpiration?: number | null;
    };
  };
  deleteApiKey: { readonly path: { readonly apiKeyID: string }; readonly query: Empty; readonly body: Empty };
  getApiKeySecret: {
    readonly path: { readonly apiKeyID: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  revokeApiKey: {
    readonly path: { readonly apiKeyID: string };
    readonly query: Empty;
    readonly body: { readonly revocationReason?: string | null };
  };
  verifyApiKey: { readonly path: Empty; readonly query: Empty; readonly body: { readonly secret: string } };
  getM2MTokens: {
    readonly path: Empty;
    readonly query: {
      readonly subject: string;
      readonly revoked: boolean;
      readonly expired: boolean;
      readonly limit: number;
      readonly offset: number;
    };
    readonly body: Empty;
  };
  createM2MToken: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly tokenFormat?: 'opaque' | 'jwt' | null;
      readonly secondsUntilExpiration?: number | null;
      readonly claims?: unknown;
      readonly minRemainingTtlSeconds?: number | null;
    };
  };
  revokeM2MToken: {
    readonly path: { readonly m2mTokenId: string };
    readonly query: Empty;
    readonly body: { readonly revocationReason?: string | null };
  };
  verifyM2MToken: { readonly path: Empty; readonly query: Empty; readonly body: { readonly token: string } };
  verifyOAuthAccessToken: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: { readonly accessToken?: string | null; readonly secret?: string | null };
  };
  GetHandshakePayload: {
    readonly path: Empty;
    readonly query: { readonly nonce?: string };
    readonly body: Empty;
  };
  CreateEmail: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly to: {
        readonly address?: string | null;
        readonly userId?: string | null;
        readonly emailAddressId?: string | null;
      };
      readonly from?: { readonly address?: string | null; readonly name?: string | null } | null;
      readonly replyTo?: { readonly address?: string | null; readonly name?: string | null } | null;
      readonly subject: string;
      readonly html?: string | null;
      readonly text?: string | null;
      readonly cc?: readonly string[] | null;
      readonly bcc?: readonly string[] | null;
      readonly headers?: Record<string, unknown> | null;
      readonly attachments?: readonly Record<string, unknown>[] | null;
      readonly idempotencyKey?: string | null;
    };
  };
  CreateEmailBatch: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: {
      readonly messages: readonly {
        readonly to: {
          readonly address?: string | null;
          readonly userId?: string | null;
          readonly emailAddressId?: string | null;
        };
        readonly from?: { readonly address?: string | null; readonly name?: string | null } | null;
        readonly replyTo?: { readonly address?: string | null; readonly name?: string | null } | null;
        readonly subject: string;
        readonly html?: string | null;
        readonly text?: string | null;
        readonly cc?: readonly string[] | null;
        readonly bcc?: readonly string[] | null;
        readonly headers?: Record<string, unknown> | null;
        readonly attachments?: readonly Record<string, unknown>[] | null;
        readonly idempotencyKey?: string | null;
      }[];
    };
  };
  GetEmail: { readonly path: { readonly emailId: string }; readonly query: Empty; readonly body: Empty };
  DeleteInvitation: {
    readonly path: { readonly invitationId: string };
    readonly query: Empty;
    readonly body: Empty;
  };
  VerifySession: {
    readonly path: { readonly sessionId: string };
    readonly query: Empty;
    readonly body: { readonly token: string };
  };
  ChangeDomain: {
    readonly path: Empty;
    readonly query: Empty;
    readonly body: { readonly homeUrl?: string | null; readonly isSecondary?: boolean | null };
  };
}
