import { newId } from '../random.js';
export function createUserRecord(id, params, now) {
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
export function updateUserRecord(user, params, now) {
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
function given(value, current) {
  return value === undefined ? current : value;
}
