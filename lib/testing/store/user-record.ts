import { newId } from '../random.js';
import type { LocalUser, Metadata } from './records.js';

/** What can be set on a user from the start and changed later. */
interface LocalUserParams {
  username?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  externalId?: string | null;
  /** BCP 47 tag, such as `en-US`. */
  locale?: string | null;
  /** Kept as the fact that there is one, not as itself. */
  password?: string | null;
  /** May the user delete the account? Default: yes. */
  deleteSelfEnabled?: boolean | null;
  /** May the user make organizations? Default: yes. */
  createOrganizationEnabled?: boolean | null;
  /** `0` for any number. */
  createOrganizationsLimit?: number | null;
  bypassClientTrust?: boolean | null;
  legalAcceptedAt?: Date | null;
  createdAt?: Date | null;
}

/** What {@link LocalUsers.create} takes. */
export interface CreateLocalUserParams extends LocalUserParams {
  /** Default: a new one. */
  id?: string;
  /** The first one becomes the primary one; all count as verified. */
  emailAddress?: readonly string[] | null;
  /** In E.164 form. The first one becomes the primary one; all count as verified. */
  phoneNumber?: readonly string[] | null;
  publicMetadata?: Metadata | null;
  privateMetadata?: Metadata | null;
  unsafeMetadata?: Metadata | null;
  banned?: boolean | null;
  locked?: boolean | null;
}

/** What {@link LocalUsers.update} takes. */
export interface UpdateLocalUserParams extends LocalUserParams {
  /** One of the user's own. */
  primaryEmailAddressId?: string | null;
  /** One of the user's own. */
  primaryPhoneNumberId?: string | null;
}

export function createUserRecord(id: string, params: CreateLocalUserParams, now: number): LocalUser {
  const createdAt = params.createdAt?.getTime() ?? now;
  const emailAddresses = (params.emailAddress ?? []).map(emailAddress => ({
    id: newId('idn'),
    emailAddress,
    createdAt,
  }));
  const phoneNumbers = (params.phoneNumber ?? []).map(phoneNumber => ({
    id: newId('idn'),
    phoneNumber,
    createdAt,
  }));
  return {
    id,
    username: params.username ?? null,
    firstName: params.firstName ?? null,
    lastName: params.lastName ?? null,
    externalId: params.externalId ?? null,
    locale: params.locale ?? null,
    emailAddresses,
    phoneNumbers,
    primaryEmailAddressId: emailAddresses[0]?.id ?? null,
    primaryPhoneNumberId: phoneNumbers[0]?.id ?? null,
    passwordEnabled: params.password != null,
    passwordLastUpdatedAt: params.password != null ? createdAt : null,
    publicMetadata: structuredClone(params.publicMetadata ?? {}),
    privateMetadata: structuredClone(params.privateMetadata ?? {}),
    unsafeMetadata: structuredClone(params.unsafeMetadata ?? {}),
    banned: params.banned ?? false,
    locked: params.locked ?? false,
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

export function updateUserRecord(user: LocalUser, params: UpdateLocalUserParams, now: number): LocalUser {
  return {
    ...user,
    username: given(params.username, user.username),
    firstName: given(params.firstName, user.firstName),
    lastName: given(params.lastName, user.lastName),
    externalId: given(params.externalId, user.externalId),
    locale: given(params.locale, user.locale),
    primaryEmailAddressId: params.primaryEmailAddressId ?? user.primaryEmailAddressId,
    primaryPhoneNumberId: params.primaryPhoneNumberId ?? user.primaryPhoneNumberId,
    passwordEnabled: params.password != null || user.passwordEnabled,
    passwordLastUpdatedAt: params.password != null ? now : user.passwordLastUpdatedAt,
    bypassClientTrust: params.bypassClientTrust ?? user.bypassClientTrust,
    deleteSelfEnabled: params.deleteSelfEnabled ?? user.deleteSelfEnabled,
    createOrganizationEnabled: params.createOrganizationEnabled ?? user.createOrganizationEnabled,
    createOrganizationsLimit: given(params.createOrganizationsLimit, user.createOrganizationsLimit),
    legalAcceptedAt: params.legalAcceptedAt?.getTime() ?? user.legalAcceptedAt,
    createdAt: params.createdAt?.getTime() ?? user.createdAt,
    updatedAt: now,
  };
}

/** `null` empties a field; `undefined` leaves it as it is. */
function given<T>(value: T | undefined, current: T): T {
  return value === undefined ? current : value;
}
