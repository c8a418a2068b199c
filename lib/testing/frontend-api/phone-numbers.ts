import { apiError, parameterError, parametersInvalid, resourceNotFound } from '../api-errors.js';
import { phoneNumberView } from '../backend-api/views/user.js';
import { shapedBy } from '../backend-api/wire.js';
import { json } from '../http/api-answer.js';
import type { OperationCall } from '../http/local-api.js';
import type { LocalInstance } from '../local-instance.js';
import type { LocalPhoneNumber, LocalUser } from '../store/records.js';
import { newPhoneNumber } from '../store/user-record.js';
import { wrapped } from './answers.js';
import { requireCaller, requireReverifiedCaller } from './caller.js';
import type { Caller } from './caller.js';
import { parameterMissing, parameterValueInvalid } from './errors.js';
import type { FrontendApiHandlers } from './handlers.js';
import { attemptIdentifier, prepareIdentifier } from './identifier-verifications.js';
import { isVerified, primaryAfterDeletion, readPhoneNumber } from './identifiers.js';
import { flag, requiredText } from './parameters.js';
import { firstBackupCodes, mfaChanges } from './second-factors.js';
import { rejectUnverified } from './verification-codes.js';

/** The phone numbers of the signed-in user. */
export const PHONE_NUMBERS: FrontendApiHandlers = {
  getPhoneNumbers: (call, instance) =>
    json(requireCaller(call, instance).user.phoneNumbers.map(phone => phoneNumberJson(phone))),

  ReadPhoneNumber: (call, instance) => {
    const caller = requireCaller(call, instance);
    return answer(phoneNumberInPath(caller, call), caller, call, instance);
  },

  postPhoneNumbers: (call, instance) => {
    const { store } = instance;
    const caller = requireReverifiedCaller(call, instance);
    const phoneNumber = readPhoneNumber(call.body, instance);
    if (phoneNumber === undefined) throw parameterMissing('phone_number');
    if (flag(call.body, 'reserved_for_second_factor') === true) throw secondFactorUnverified();
    const added = newPhoneNumber(phoneNumber, store.now(), { verification: null });
    store.users.records.update(caller.user.id, { phoneNumbers: [...caller.user.phoneNumbers, added] });
    return answer(added, caller, call, instance);
  },

  sendVerificationSMS: (call, instance) => {
    const caller = requireCaller(call, instance);
    const phone = phoneNumberInPath(caller, call);
    const strategy = requiredText(call.body, 'strategy');
    if (strategy !== 'phone_code') throw parameterValueInvalid('strategy', ['phone_code']);
    const verification = prepareIdentifier(verifiable(phone, caller), strategy, instance);
    return answer(save({ ...phone, verification }, caller, instance), caller, call, instance);
  },

  verifyPhoneNumber: (call, instance) => {
    const caller = requireCaller(call, instance);
    const phone = phoneNumberInPath(caller, call);
    const code = requiredText(call.body, 'code');
    const { attempted, verification } = attemptIdentifier(verifiable(phone, caller), code, instance);
    const saved = save({ ...phone, verification }, caller, instance);
    rejectUnverified(attempted);
    if (caller.user.primaryPhoneNumberId === null) {
      instance.store.users.update(caller.user.id, { primaryPhoneNumberId: phone.id });
    }
    return answer(saved, caller, call, instance);
  },

  UpdatePhoneNumber: (call, instance) => {
    const { store } = instance;
    const caller = requireReverifiedCaller(call, instance);
    const phone = phoneNumberInPath(caller, call);
    const { phoneNumbers, backupCodes } = secondFactorChanges(phone, call.body, caller.user);
    const changed = { ...caller.user, phoneNumbers, ...(backupCodes && { backupCodes }) };
    const updated = store.users.records.update(caller.user.id, {
      phoneNumbers,
      backupCodes,
      ...mfaChanges(caller.user, changed, store.now()),
    });
    const saved = updated.phoneNumbers.find(({ id }) => id === phone.id) ?? phone;
    return answer(saved, caller, call, instance, backupCodes);
  },

  DeletePhoneNumber: (call, instance) => {
    const { store } = instance;
    const caller = requireReverifiedCaller(call, instance);
    const { user, browser } = caller;
    const { id } = phoneNumberInPath(caller, call);
    if (user.emailAddresses.length === 0 && user.username === null && user.phoneNumbers.length === 1) {
      const longMessage = 'You cannot delete your last identification.';
      throw apiError(400, 'identification_deletion_failed', 'Deletion failed', longMessage);
    }
    const phoneNumbers = user.phoneNumbers.filter(phone => phone.id !== id);
    store.users.records.update(user.id, {
      phoneNumbers,
      primaryPhoneNumberId: primaryAfterDeletion(user.primaryPhoneNumberId, phoneNumbers),
      ...mfaChanges(user, { ...user, phoneNumbers }, store.now()),
    });
    return wrapped({ object: 'phone_number', id, deleted: true }, browser, call, instance);
  },
};

/** The first number that becomes a second factor is the default one, and comes with backup codes. */
function secondFactorChanges(
  phone: LocalPhoneNumber,
  body: OperationCall['body'],
  user: LocalUser,
): { phoneNumbers: LocalPhoneNumber[]; backupCodes?: string[] } {
  const reserved = flag(body, 'reserved_for_second_factor') ?? phone.reservedForSecondFactor;
  const isDefault = flag(body, 'default_second_factor');
  if (!isVerified(phone) && reserved) throw secondFactorUnverified();
  if (isDefault === false && phone.defaultSecondFactor) {
    const problem = 'can only be changed by making another second factor the default one';
    throw parametersInvalid(
      parameterError('form_disable_default_second_factor_not_allowed', 'default_second_factor', problem),
    );
  }
  const hasOther = user.phoneNumbers.some(other => other.id !== phone.id && other.defaultSecondFactor);
  const becomesDefault = reserved && (isDefault === true || phone.defaultSecondFactor || !hasOther);
  const phoneNumbers = user.phoneNumbers.map(other => {
    if (other.id === phone.id) {
      return { ...other, reservedForSecondFactor: reserved, defaultSecondFactor: becomesDefault };
    }
    return becomesDefault ? { ...other, defaultSecondFactor: false } : other;
  });
  return { phoneNumbers, backupCodes: reserved ? firstBackupCodes(user) : undefined };
}

function secondFactorUnverified(): Error {
  return apiError(
    400,
    'identification_update_second_factor_unverified',
    'Update failed',
    'Cannot update second factor attributes for unverified identification',
  );
}

/** @param backupCodes - those that were made together with the change; they are shown once */
function phoneNumberJson(phone: LocalPhoneNumber, backupCodes?: readonly string[]): Record<string, unknown> {
  const { backup_codes: _none, ...shared } = shapedBy('PhoneNumber', phoneNumberView(phone));
  return { ...shared, ...(backupCodes && { backup_codes: backupCodes }) };
}

function phoneNumberInPath({ user }: Caller, { pathParameters }: OperationCall): LocalPhoneNumber {
  const id = pathParameters.phone_number_id ?? '';
  const phone = user.phoneNumbers.find(candidate => candidate.id === id);
  if (!phone) throw resourceNotFound('phone number', 'id', id);
  return phone;
}

function verifiable({ id, phoneNumber, verification }: LocalPhoneNumber, { user }: Caller) {
  return { userId: user.id, identifierId: id, value: phoneNumber, verification };
}

function save(changed: LocalPhoneNumber, { user }: Caller, { store }: LocalInstance): LocalPhoneNumber {
  const saved = { ...changed, updatedAt: store.now() };
  const phoneNumbers = user.phoneNumbers.map(phone => (phone.id === saved.id ? saved : phone));
  store.users.records.update(user.id, { phoneNumbers });
  return saved;
}

function answer(
  phone: LocalPhoneNumber,
  { browser }: Caller,
  call: OperationCall,
  instance: LocalInstance,
  backupCodes?: readonly string[],
) {
  return wrapped(phoneNumberJson(phone, backupCodes), browser, call, instance);
}
