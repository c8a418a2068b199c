// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml and run it again.
import type { OneOf } from '../one-of.js';
import type { PaginationParams } from '../transport/pagination.js';
// The global types that an application augments come with the parameters.
import '../metadata.js';

/** What {@link UserAPI.createUser} takes. */
export interface CreateUserParams {
  externalId?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  locale?: string | null;
  emailAddress?: string[];
  emailAddressIdentificationStatus?: OneOf<'verified' | 'reserved'>[];
  phoneNumber?: string[];
  phoneNumberIdentificationStatus?: OneOf<'verified' | 'reserved'>[];
  web3Wallet?: string[];
  username?: string | null;
  password?: string | null;
  passwordDigest?: string | null;
  passwordHasher?: string;
  skipPasswordChecks?: boolean | null;
  skipPasswordRequirement?: boolean | null;
  totpSecret?: string | null;
  backupCodes?: string[];
  publicMetadata?: UserPublicMetadata;
  privateMetadata?: UserPrivateMetadata;
  unsafeMetadata?: UserUnsafeMetadata;
  deleteSelfEnabled?: boolean | null;
  legalAcceptedAt?: Date | string | null;
  skipLegalChecks?: boolean | null;
  skipUserRequirement?: boolean | null;
  createOrganizationEnabled?: boolean | null;
  createOrganizationsLimit?: number | null;
  createdAt?: Date | string | null;
  bypassClientTrust?: boolean | null;
  banned?: boolean | null;
  locked?: boolean | null;
}

/** What {@link UserAPI.getCount} takes. */
export interface GetCountParams {
  emailAddress?: string[];
  phoneNumber?: string[];
  externalId?: string[];
  username?: string[];
  web3Wallet?: string[];
  userId?: string[];
  organizationId?: string[];
  query?: string;
  emailAddressQuery?: string;
  phoneNumberQuery?: string;
  usernameQuery?: string;
  nameQuery?: string;
  banned?: boolean;
  /** Milliseconds since 1970, or a `Date`. */
  lastActiveAtBefore?: Date | number;
  /** Milliseconds since 1970, or a `Date`. */
  lastActiveAtAfter?: Date | number;
  /** Milliseconds since 1970, or a `Date`. @deprecated Clerk has deprecated it. */
  lastActiveAtSince?: Date | number;
  /** Milliseconds since 1970, or a `Date`. */
  createdAtBefore?: Date | number;
  /** Milliseconds since 1970, or a `Date`. */
  createdAtAfter?: Date | number;
  /** Milliseconds since 1970, or a `Date`. */
  lastSignInAtBefore?: Date | number;
  /** Milliseconds since 1970, or a `Date`. */
  lastSignInAtAfter?: Date | number;
  provider?: string;
  providerUserId?: string[];
}

/** What {@link UserAPI.updateUserProfileImage} takes. */
export interface UpdateUserProfileImageParams {
  file?: Blob;
}

/** What {@link UserAPI.updateUserMetadata} takes. */
export interface UpdateUserMetadataParams {
  publicMetadata?: UserPublicMetadata;
  privateMetadata?: UserPrivateMetadata;
  unsafeMetadata?: UserUnsafeMetadata;
}

/** What {@link UserAPI.replaceUserMetadata} takes. */
export interface ReplaceUserMetadataParams {
  publicMetadata?: UserPublicMetadata;
  privateMetadata?: UserPrivateMetadata;
  unsafeMetadata?: UserUnsafeMetadata;
}

/** What {@link UserAPI.replaceUserEmailAddress} takes. */
export interface ReplaceUserEmailAddressParams {
  emailAddress: string;
  /** By default `'verified'`. */
  identificationStatus?: OneOf<'verified' | 'reserved' | 'unverified'>;
  /** By default `false`. */
  notifyPrimaryEmailAddressChanged?: boolean | null;
}

/** What {@link UserAPI.replaceUserPhoneNumber} takes. */
export interface ReplaceUserPhoneNumberParams {
  phoneNumber: string;
  /** By default `'verified'`. */
  identificationStatus?: OneOf<'verified' | 'reserved' | 'unverified'>;
}

/** What {@link UserAPI.getOrganizationMembershipList} takes. */
export interface GetOrganizationMembershipListParams extends PaginationParams {
  userId: string;
}

/** What {@link UserAPI.getOrganizationInvitationList} takes. */
export interface GetOrganizationInvitationListParams extends PaginationParams {
  userId: string;
  status?: OneOf<'pending' | 'accepted' | 'revoked' | 'expired'>;
}

/** What {@link UserAPI.removePassword} takes. */
export interface RemovePasswordParams {
  /** By default `false`. */
  signOutOfOtherSessions?: boolean;
}

/** What {@link UserAPI.verifyPassword} takes. */
export interface VerifyPasswordParams {
  userId: string;
  password: string;
}

/** What {@link UserAPI.verifyTOTP} takes. */
export interface VerifyTOTPParams {
  userId: string;
  code: string;
}

/** What {@link UserAPI.deleteUserPasskey} takes. */
export interface DeleteUserPasskeyParams {
  userId: string;
  passkeyIdentificationId: string;
}

/** What {@link UserAPI.deleteUserWeb3Wallet} takes. */
export interface DeleteUserWeb3WalletParams {
  userId: string;
  web3WalletIdentificationId: string;
}

/** What {@link UserAPI.deleteUserExternalAccount} takes. */
export interface DeleteUserExternalAccountParams {
  userId: string;
  externalAccountId: string;
}

/** What {@link UserAPI.revokeTrustedDevice} takes. */
export interface RevokeTrustedDeviceParams {
  userId: string;
  trustedDeviceId: string;
}

/** What {@link UserAPI.setPasswordCompromised} takes. */
export interface SetPasswordCompromisedParams {
  revokeAllSessions?: boolean | null;
}
