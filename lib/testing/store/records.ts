import type { LocalRecord } from './collection.js';

/** Free-form data on a user or an organization. */
export type Metadata = Record<string, unknown>;

/**
 * The actor who impersonates a user: the `act` claim. @see https://www.rfc-editor.org/rfc/rfc8693#name-act-actor-claim
 */
export interface LocalActor {
  readonly sub: string;
  readonly [claim: string]: unknown;
}

/** The verification of a user's identifier. */
export interface LocalVerification {
  readonly status: 'unverified' | 'verified' | 'failed' | 'expired';
  /** Such as `admin` (set through the Backend API), `email_code` or `ticket`. */
  readonly strategy: string;
  readonly attempts: number | null;
  /** Unix time in milliseconds. */
  readonly expireAt: number | null;
}

/** The fields of every identifier of a {@link LocalUser}. Times are Unix time in milliseconds. */
export interface LocalIdentifier {
  readonly id: string;
  readonly verification: LocalVerification | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** An email address of a {@link LocalUser}. */
export interface LocalEmailAddress extends LocalIdentifier {
  readonly emailAddress: string;
  /** Whether the address is reserved for the user although it is not verified. */
  readonly reserved: boolean;
}

/** A phone number of a {@link LocalUser}. */
export interface LocalPhoneNumber extends LocalIdentifier {
  readonly phoneNumber: string;
  readonly reserved: boolean;
  readonly reservedForSecondFactor: boolean;
  readonly defaultSecondFactor: boolean;
}

/** A blockchain wallet of a {@link LocalUser}. */
export interface LocalWeb3Wallet extends LocalIdentifier {
  readonly web3Wallet: string;
}

/** A passkey of a {@link LocalUser}. */
export interface LocalPasskey extends LocalIdentifier {
  readonly name: string;
  readonly lastUsedAt: number;
}

/** An account of a {@link LocalUser} with an OAuth provider. */
export interface LocalExternalAccount extends LocalIdentifier {
  /** Such as `oauth_google`. */
  readonly provider: string;
  readonly providerUserId: string;
  /** Separated by spaces. */
  readonly approvedScopes: string;
  readonly emailAddress: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly username: string | null;
  readonly publicMetadata: Metadata;
  readonly label: string | null;
  /** The provider's access token, which `users.getUserOauthAccessToken()` returns. */
  readonly accessToken: string | null;
  readonly accessTokenExpiresAt: number | null;
}

/** A user of a local instance. All times are Unix time in milliseconds. */
export interface LocalUser extends LocalRecord {
  readonly username: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly externalId: string | null;
  readonly locale: string | null;
  /** The uploaded picture. Default: a picture with the initials. */
  readonly profileImageUrl: string | null;
  readonly emailAddresses: readonly LocalEmailAddress[];
  readonly phoneNumbers: readonly LocalPhoneNumber[];
  readonly web3Wallets: readonly LocalWeb3Wallet[];
  readonly passkeys: readonly LocalPasskey[];
  readonly externalAccounts: readonly LocalExternalAccount[];
  readonly primaryEmailAddressId: string | null;
  readonly primaryPhoneNumberId: string | null;
  readonly primaryWeb3WalletId: string | null;
  readonly passwordEnabled: boolean;
  /** A digest, never the password itself. `null` without a password. */
  readonly passwordDigest: string | null;
  /** The algorithm of {@link passwordDigest}. */
  readonly passwordHasher: string | null;
  readonly passwordLastUpdatedAt: number | null;
  /** Whether a sign-in with the password is rejected until the password is reset. */
  readonly passwordCompromised: boolean;
  /** Base32. `null` without an authenticator app. */
  readonly totpSecret: string | null;
  /** The unused backup codes. */
  readonly backupCodes: readonly string[];
  readonly mfaEnabledAt: number | null;
  readonly mfaDisabledAt: number | null;
  readonly publicMetadata: Metadata;
  readonly privateMetadata: Metadata;
  readonly unsafeMetadata: Metadata;
  readonly banned: boolean;
  readonly locked: boolean;
  /** When a locked user may sign in again. */
  readonly lockoutExpiresAt: number | null;
  readonly bypassClientTrust: boolean;
  readonly deleteSelfEnabled: boolean;
  readonly createOrganizationEnabled: boolean;
  readonly createOrganizationsLimit: number | null;
  readonly legalAcceptedAt: number | null;
  readonly lastSignInAt: number | null;
  readonly lastActiveAt: number | null;
}

/** The state of a session. */
export type LocalSessionStatus =
  'active' | 'pending' | 'revoked' | 'expired' | 'ended' | 'removed' | 'abandoned' | 'replaced';

/** A session of a local instance. All times are Unix time in milliseconds. */
export interface LocalSession extends LocalRecord {
  readonly userId: string;
  readonly clientId: string;
  readonly status: LocalSessionStatus;
  readonly activeOrganizationId: string | null;
  readonly actor: LocalActor | null;
  /** When the user last verified a first factor, such as the password. */
  readonly firstFactorVerifiedAt: number;
  /** When the user last verified a second factor; `null` for never. */
  readonly secondFactorVerifiedAt: number | null;
  readonly lastActiveAt: number;
  readonly expireAt: number;
  readonly abandonAt: number;
}

/** An unfinished sign-in or sign-up of a client. */
export interface LocalAttempt {
  readonly kind: 'sign_in' | 'sign_up';
  readonly id: string;
}

/** A browser or a device, which Clerk calls a client: its sessions, and the active one. */
export interface LocalClient extends LocalRecord {
  /** The value of its cookie `__clerk_db_jwt` in development, and of `__client` in production. */
  readonly token: string;
  /** Oldest first, open or not. */
  readonly sessionIds: readonly string[];
  readonly lastActiveSessionId: string | null;
  /** Unix time in seconds; 0 before the first sign-in. */
  readonly signedInAt: number;
  readonly attempt: LocalAttempt | null;
  /** Such as `password` or `email_code`. */
  readonly lastAuthenticationStrategy: string | null;
  /** The header `User-Agent` of its last call to the Frontend API. */
  readonly userAgent?: string | null;
}

/** An organization of a local instance. All times are Unix time in milliseconds. */
export interface LocalOrganization extends LocalRecord {
  readonly name: string;
  readonly slug: string;
  readonly imageUrl: string | null;
  /** The features of its plan. */
  readonly features: readonly string[];
  readonly plans: readonly string[];
  readonly publicMetadata: Metadata;
  readonly privateMetadata: Metadata;
  /** The id of the creator; `null` without one. */
  readonly createdBy: string | null;
  /** `0` for no limit. */
  readonly maxAllowedMemberships: number;
  readonly adminDeleteEnabled: boolean;
  readonly roleSetKey: string | null;
}

/** The role of a user in an organization. All times are Unix time in milliseconds. */
export interface LocalMembership extends LocalRecord {
  readonly organizationId: string;
  readonly userId: string;
  /** With its prefix, such as `org:admin`. */
  readonly role: string;
  /** With their prefix, such as `org:invoices:create`. */
  readonly permissions: readonly string[];
  readonly publicMetadata: Metadata;
  readonly privateMetadata: Metadata;
}

/** A JWT template of a local instance, for `getToken({ template })`. */
export interface LocalJwtTemplate extends LocalRecord {
  readonly name: string;
  readonly claims: Readonly<Record<string, unknown>>;
  /** Seconds. */
  readonly lifetime: number;
  /** Seconds. */
  readonly allowedClockSkew: number;
  readonly customSigningKey: boolean;
  readonly signingAlgorithm: string;
  /** PEM; `null` for the key of the instance. */
  readonly signingKey: string | null;
}
