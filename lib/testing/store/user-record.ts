import { newId } from '../random.js';
import type { NewRecord } from './collection.js';
import { hashPassword } from './passwords.js';
import type {
  LocalEmailAddress,
  LocalExternalAccount,
  LocalPhoneNumber,
  LocalUser,
  LocalVerification,
  Metadata,
} from './records.js';

/** The parameters of a user that can be changed later. */
interface LocalUserParams {
  username?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  externalId?: string | null;
  /** BCP 47 tag, such as `en-US`. */
  locale?: string | null;
  /** Stored as a digest only. */
  password?: string | null;
  /** The digest of an imported password, with {@link passwordHasher}. */
  passwordDigest?: string | null;
  /** The algorithm of {@link passwordDigest}, such as `sha256` or `bcrypt`. */
  passwordHasher?: string | null;
  /** The secret of an authenticator app, in base32. */
  totpSecret?: string | null;
  backupCodes?: readonly string[] | null;
  /** Whether the user may delete the account. Default: yes. */
  deleteSelfEnabled?: boolean | null;
  /** Whether the user may create organizations. Default: yes. */
  createOrganizationEnabled?: boolean | null;
  /** `0` for no limit. */
  createOrganizationsLimit?: number | null;
  bypassClientTrust?: boolean | null;
  legalAcceptedAt?: Date | null;
  createdAt?: Date | null;
}

/** An account with an OAuth provider, for {@link LocalUsers.create}. */
export interface CreateLocalExternalAccountParams {
  /** Such as `google` or `oauth_google`. */
  provider: string;
  /** The id of the user at the provider. Default: a new one. */
  providerUserId?: string;
  /** Default: the first email address of the user. */
  emailAddress?: string;
  firstName?: string;
  lastName?: string;
  approvedScopes?: readonly string[];
  /** The result of `users.getUserOauthAccessToken()`. Default: none. */
  accessToken?: string;
}

/** The parameters of {@link LocalUsers.create}. */
export interface CreateLocalUserParams extends LocalUserParams {
  /** Default: a new one. */
  id?: string;
  /** The first one becomes the primary one; all are verified. */
  emailAddress?: readonly string[] | null;
  /** In E.164 form. The first one becomes the primary one; all are verified. */
  phoneNumber?: readonly string[] | null;
  web3Wallet?: readonly string[] | null;
  externalAccounts?: readonly CreateLocalExternalAccountParams[] | null;
  publicMetadata?: Metadata | null;
  privateMetadata?: Metadata | null;
  unsafeMetadata?: Metadata | null;
  banned?: boolean | null;
  locked?: boolean | null;
  /** Whether each email address is verified, or only reserved. Default: verified. */
  emailAddressIdentificationStatus?: readonly string[] | null;
  /** Whether each phone number is verified, or only reserved. Default: verified. */
  phoneNumberIdentificationStatus?: readonly string[] | null;
}

/** The parameters of {@link LocalUsers.update}. */
export interface UpdateLocalUserParams extends LocalUserParams {
  /** The id of one of the user's email addresses. */
  primaryEmailAddressId?: string | null;
  /** The id of one of the user's phone numbers. */
  primaryPhoneNumberId?: string | null;
  /** The id of one of the user's wallets. */
  primaryWeb3WalletId?: string | null;
}

/** Clerk's verification of an identifier that the Backend API has set. */
export const VERIFIED_BY_ADMIN: LocalVerification = {
  status: 'verified',
  strategy: 'admin',
  attempts: null,
  expireAt: null,
};

export function newEmailAddress(
  emailAddress: string,
  now: number,
  { verification = VERIFIED_BY_ADMIN, reserved = false }: Partial<LocalEmailAddress> = {},
): LocalEmailAddress {
  return { id: newId('idn'), emailAddress, reserved, verification, createdAt: now, updatedAt: now };
}

export function newPhoneNumber(
  phoneNumber: string,
  now: number,
  overrides: Partial<LocalPhoneNumber> = {},
): LocalPhoneNumber {
  return {
    id: newId('idn'),
    phoneNumber,
    reserved: false,
    reservedForSecondFactor: false,
    defaultSecondFactor: false,
    verification: VERIFIED_BY_ADMIN,
    createdAt: now,
    updatedAt: now,
    ...overrides,
  };
}

export function createUserRecord(params: CreateLocalUserParams, now: number): NewRecord<LocalUser> {
  const createdAt = params.createdAt?.getTime() ?? now;
  const emailAddresses = (params.emailAddress ?? []).map((emailAddress, index) =>
    newEmailAddress(emailAddress, createdAt, statusOf(params.emailAddressIdentificationStatus?.[index])),
  );
  const phoneNumbers = (params.phoneNumber ?? []).map((phoneNumber, index) =>
    newPhoneNumber(phoneNumber, createdAt, statusOf(params.phoneNumberIdentificationStatus?.[index])),
  );
  const web3Wallets = (params.web3Wallet ?? []).map(web3Wallet => ({
    id: newId('idn'),
    web3Wallet,
    verification: VERIFIED_BY_ADMIN,
    createdAt,
    updatedAt: createdAt,
  }));
  const { totpSecret = null, backupCodes } = params;
  return {
    id: params.id,
    username: params.username ?? null,
    firstName: params.firstName ?? null,
    lastName: params.lastName ?? null,
    externalId: params.externalId ?? null,
    locale: params.locale ?? null,
    profileImageUrl: null,
    emailAddresses,
    phoneNumbers,
    web3Wallets,
    passkeys: [],
    externalAccounts: (params.externalAccounts ?? []).map(account =>
      newExternalAccount(account, emailAddresses[0]?.emailAddress ?? '', createdAt),
    ),
    primaryEmailAddressId: emailAddresses[0]?.id ?? null,
    primaryPhoneNumberId: phoneNumbers[0]?.id ?? null,
    primaryWeb3WalletId: web3Wallets[0]?.id ?? null,
    ...passwordFields(params, { passwordEnabled: false, passwordDigest: null, passwordHasher: null }),
    passwordLastUpdatedAt: hasPassword(params) ? createdAt : null,
    passwordCompromised: false,
    totpSecret,
    backupCodes: [...(backupCodes ?? [])],
    mfaEnabledAt: totpSecret === null ? null : createdAt,
    mfaDisabledAt: null,
    publicMetadata: structuredClone(params.publicMetadata ?? {}),
    privateMetadata: structuredClone(params.privateMetadata ?? {}),
    unsafeMetadata: structuredClone(params.unsafeMetadata ?? {}),
    banned: params.banned ?? false,
    locked: params.locked ?? false,
    lockoutExpiresAt: null,
    bypassClientTrust: params.bypassClientTrust ?? false,
    deleteSelfEnabled: params.deleteSelfEnabled ?? true,
    createOrganizationEnabled: params.createOrganizationEnabled ?? true,
    createOrganizationsLimit: params.createOrganizationsLimit ?? null,
    legalAcceptedAt: params.legalAcceptedAt?.getTime() ?? null,
    lastSignInAt: null,
    lastActiveAt: null,
    createdAt,
    updatedAt: createdAt,
  };
}

/** @returns the changes; a field that is missing in `params` is `undefined` and stays unchanged */
export function changesOfUser(
  user: LocalUser,
  params: UpdateLocalUserParams,
  now: number,
): Partial<LocalUser> {
  return {
    username: params.username,
    firstName: params.firstName,
    lastName: params.lastName,
    externalId: params.externalId,
    locale: params.locale,
    primaryEmailAddressId: params.primaryEmailAddressId ?? undefined,
    primaryPhoneNumberId: params.primaryPhoneNumberId ?? undefined,
    primaryWeb3WalletId: params.primaryWeb3WalletId ?? undefined,
    ...(hasPassword(params) && {
      ...passwordFields(params, user),
      passwordLastUpdatedAt: now,
      passwordCompromised: false,
    }),
    totpSecret: params.totpSecret,
    mfaEnabledAt: params.totpSecret != null && user.totpSecret === null ? now : undefined,
    backupCodes: params.backupCodes ?? undefined,
    bypassClientTrust: params.bypassClientTrust ?? undefined,
    deleteSelfEnabled: params.deleteSelfEnabled ?? undefined,
    createOrganizationEnabled: params.createOrganizationEnabled ?? undefined,
    createOrganizationsLimit: params.createOrganizationsLimit,
    legalAcceptedAt: params.legalAcceptedAt?.getTime(),
    createdAt: params.createdAt?.getTime(),
  };
}

type PasswordFields = Pick<LocalUser, 'passwordEnabled' | 'passwordDigest' | 'passwordHasher'>;

function hasPassword({ password, passwordDigest }: LocalUserParams): boolean {
  return password != null || passwordDigest != null;
}

function passwordFields(params: LocalUserParams, current: PasswordFields): PasswordFields {
  if (params.password != null) return { passwordEnabled: true, ...hashPassword(params.password) };
  if (params.passwordDigest == null) {
    const { passwordEnabled, passwordDigest, passwordHasher } = current;
    return { passwordEnabled, passwordDigest, passwordHasher };
  }
  return {
    passwordEnabled: true,
    passwordDigest: params.passwordDigest,
    passwordHasher: params.passwordHasher ?? null,
  };
}

function statusOf(status: string | undefined): { verification?: null; reserved?: boolean } {
  return status === 'reserved' ? { verification: null, reserved: true } : {};
}

export function newExternalAccount(
  params: CreateLocalExternalAccountParams,
  defaultEmailAddress: string,
  now: number,
): LocalExternalAccount {
  const provider = params.provider.startsWith('oauth_') ? params.provider : `oauth_${params.provider}`;
  return {
    id: newId('eac'),
    provider,
    providerUserId: params.providerUserId ?? newId('provider'),
    approvedScopes: (params.approvedScopes ?? []).join(' '),
    emailAddress: params.emailAddress ?? defaultEmailAddress,
    firstName: params.firstName ?? '',
    lastName: params.lastName ?? '',
    username: null,
    publicMetadata: {},
    label: null,
    accessToken: params.accessToken ?? null,
    accessTokenExpiresAt: null,
    verification: { status: 'verified', strategy: provider, attempts: null, expireAt: null },
    createdAt: now,
    updatedAt: now,
  };
}
