// Generated from Clerk's Backend API document 2026-05-12 by tools/openapi/generate-backend-api.mjs.
// Do not edit: change names.yml, then run `npm run generate`.
import type { OneOf } from '../one-of.js';
import type { PaginationParams } from '../transport/pagination.js';
// The global types that applications extend are loaded with the parameters.
import '../metadata.js';

/** The parameters of {@link UserAPI.createUser}. */
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

/** The parameters of {@link UserAPI.getCount}. */
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
  /** Unix time in milliseconds, or a `Date`. */
  lastActiveAtBefore?: Date | number;
  /** Unix time in milliseconds, or a `Date`. */
  lastActiveAtAfter?: Date | number;
  /** Unix time in milliseconds, or a `Date`. @deprecated Clerk deprecated this parameter. */
  lastActiveAtSince?: Date | number;
  /** Unix time in milliseconds, or a `Date`. */
  createdAtBefore?: Date | number;
  /** Unix time in milliseconds, or a `Date`. */
  createdAtAfter?: Date | number;
  /** Unix time in milliseconds, or a `Date`. */
  lastSignInAtBefore?: Date | number;
  /** Unix time in milliseconds, or a `Date`. */
  lastSignInAtAfter?: Date | number;
  provider?: string;
  providerUserId?: string[];
}

/** The parameters of {@link UserAPI.updateUserProfileImage}. */
export interface UpdateUserProfileImageParams {
  file?: Blob;
}

/** The parameters of {@link UserAPI.updateUserMetadata}. */
export interface UpdateUserMetadataParams {
  publicMetadata?: UserPublicMetadata;
  privateMetadata?: UserPrivateMetadata;
  unsafeMetadata?: UserUnsafeMetadata;
}

/** The parameters of {@link UserAPI.replaceUserMetadata}. */
export interface ReplaceUserMetadataParams {
  publicMetadata?: UserPublicMetadata;
  privateMetadata?: UserPrivateMetadata;
  unsafeMetadata?: UserUnsafeMetadata;
}

/** The parameters of {@link UserAPI.replaceUserEmailAddress}. */
export interface ReplaceUserEmailAddressParams {
  emailAddress: string;
  /** By default `'verified'`. */
  identificationStatus?: OneOf<'verified' | 'reserved' | 'unverified'>;
  /** By default `false`. */
  notifyPrimaryEmailAddressChanged?: boolean | null;
}

/** The parameters of {@link UserAPI.replaceUserPhoneNumber}. */
export interface ReplaceUserPhoneNumberParams {
  phoneNumber: string;
  /** By default `'verified'`. */
  identificationStatus?: OneOf<'verified' | 'reserved' | 'unverified'>;
}

/** The parameters of {@link UserAPI.getOrganizationMembershipList}. */
export interface UserGetOrganizationMembershipListParams extends PaginationParams {
  userId: string;
}

/** The parameters of {@link UserAPI.getOrganizationInvitationList}. */
export interface UserGetOrganizationInvitationListParams extends PaginationParams {
  userId: string;
  status?: OneOf<'pending' | 'accepted' | 'revoked' | 'expired'>;
}

/** The parameters of {@link UserAPI.removePassword}. */
export interface RemovePasswordParams {
  /** By default `false`. */
  signOutOfOtherSessions?: boolean;
}

/** The parameters of {@link UserAPI.verifyPassword}. */
export interface VerifyPasswordParams {
  userId: string;
  password: string;
}

/** The parameters of {@link UserAPI.verifyTOTP}. */
export interface VerifyTOTPParams {
  userId: string;
  code: string;
}

/** The parameters of {@link UserAPI.deleteUserPasskey}. */
export interface DeleteUserPasskeyParams {
  userId: string;
  passkeyIdentificationId: string;
}

/** The parameters of {@link UserAPI.deleteUserWeb3Wallet}. */
export interface DeleteUserWeb3WalletParams {
  userId: string;
  web3WalletIdentificationId: string;
}

/** The parameters of {@link UserAPI.deleteUserExternalAccount}. */
export interface DeleteUserExternalAccountParams {
  userId: string;
  externalAccountId: string;
}

/** The parameters of {@link UserAPI.revokeTrustedDevice}. */
export interface RevokeTrustedDeviceParams {
  userId: string;
  trustedDeviceId: string;
}

/** The parameters of {@link UserAPI.setPasswordCompromised}. */
export interface SetPasswordCompromisedParams {
  revokeAllSessions?: boolean | null;
}
