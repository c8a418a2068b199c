import { apiError, identifierExists, resourceNotFound } from '../../api-errors.js';
import { randomDigits } from '../../random.js';
import type { LocalStore } from '../../store/local-store.js';
import type { LocalVerificationCode } from '../../store/invitation-records.js';
import type { LocalEmailAddress, LocalIdentifier, LocalPhoneNumber, LocalUser } from '../../store/records.js';
import { newEmailAddress, newPhoneNumber, VERIFIED_BY_ADMIN } from '../../store/user-record.js';
import type { BackendApiHandlers } from '../handlers.js';
import { emailAddressView, phoneNumberView } from '../views/user.js';

const CODE_LIFETIME_MS = 10 * 60 * 1000;
const MAX_ATTEMPTS = 3;
/** @see https://clerk.com/docs/guides/development/testing/test-emails-and-phones */
const TEST_CODE = '424242';

export const IDENTIFIERS: BackendApiHandlers = {
  CreateEmailAddress: ({ body }, { store }) => {
    const user = store.users.get(body.userId);
    const verification = body.verified === true ? VERIFIED_BY_ADMIN : null;
    const email = newEmailAddress(body.emailAddress, store.now(), { verification });
    rejectTaken(store, 'email_address', email.emailAddress.toLowerCase());
    store.users.records.update(user.id, {
      emailAddresses: [...user.emailAddresses, email],
      primaryEmailAddressId: body.primary === true ? email.id : (user.primaryEmailAddressId ?? email.id),
    });
    return emailAddressView(email);
  },

  GetEmailAddress: ({ path }, { store }) => emailAddressView(emailAddress(path.emailAddressId, store).email),

  UpdateEmailAddress: ({ path, body }, { store }) => {
    const { user, email } = emailAddress(path.emailAddressId, store);
    const changed = withVerification(email, body.verified, store.now());
    store.users.records.update(user.id, {
      emailAddresses: replaced(user.emailAddresses, changed),
      primaryEmailAddressId: body.primary === true ? email.id : undefined,
    });
    return emailAddressView(changed);
  },

  DeleteEmailAddress: ({ path }, { store }) => {
    const { user, email } = emailAddress(path.emailAddressId, store);
    const emailAddresses = user.emailAddresses.filter(({ id }) => id !== email.id);
    const primaryEmailAddressId = primaryAfterDeletion(user.primaryEmailAddressId, emailAddresses);
    store.users.records.update(user.id, { emailAddresses, primaryEmailAddressId });
    return { object: 'email_address', id: email.id, deleted: true };
  },

  ReplaceUserEmailAddress: ({ path, body }, { store }) => {
    const user = store.users.get(path.userId);
    const email = newEmailAddress(body.emailAddress, store.now(), statusOf(body.identificationStatus));
    rejectTaken(store, 'email_address', email.emailAddress.toLowerCase(), user.id);
    store.users.records.update(user.id, { emailAddresses: [email], primaryEmailAddressId: email.id });
    return emailAddressView(email);
  },

  PrepareEmailAddressVerification: ({ path }, { store }) => {
    const { email, user } = emailAddress(path.emailAddressId, store);
    return sendCode(store, email.id, 'email_code', email.emailAddress, user);
  },

  AttemptEmailAddressVerification: ({ path, body }, { store }) => {
    emailAddress(path.emailAddressId, store);
    return attemptCode(store, path.emailAddressId, body);
  },

  CreatePhoneNumber: ({ body }, { store }) => {
    const user = store.users.get(body.userId);
    const verification = body.verified === true ? VERIFIED_BY_ADMIN : null;
    const reservedForSecondFactor = body.reservedForSecondFactor === true;
    if (reservedForSecondFactor && verification === null) throw unverifiedSecondFactor('create');
    const phone = newPhoneNumber(body.phoneNumber, store.now(), { verification, reservedForSecondFactor });
    rejectTaken(store, 'phone_number', phone.phoneNumber);
    store.users.records.update(user.id, {
      phoneNumbers: [...user.phoneNumbers, phone],
      primaryPhoneNumberId: body.primary === true ? phone.id : (user.primaryPhoneNumberId ?? phone.id),
    });
    return phoneNumberView(phone);
  },

  GetPhoneNumber: ({ path }, { store }) => phoneNumberView(phoneNumber(path.phoneNumberId, store).phone),

  UpdatePhoneNumber: ({ path, body }, { store }) => {
    const { user, phone } = phoneNumber(path.phoneNumberId, store);
    const { reservedForSecondFactor = phone.reservedForSecondFactor } = body;
    const changed = {
      ...withVerification(phone, body.verified, store.now()),
      reservedForSecondFactor: reservedForSecondFactor ?? phone.reservedForSecondFactor,
    };
    if (changed.reservedForSecondFactor && changed.verification?.status !== 'verified')
      throw unverifiedSecondFactor('update');
    store.users.records.update(user.id, {
      phoneNumbers: replaced(user.phoneNumbers, changed),
      primaryPhoneNumberId: body.primary === true ? phone.id : undefined,
    });
    return phoneNumberView(changed);
  },

  DeletePhoneNumber: ({ path }, { store }) => {
    const { user, phone } = phoneNumber(path.phoneNumberId, store);
    const phoneNumbers = user.phoneNumbers.filter(({ id }) => id !== phone.id);
    const primaryPhoneNumberId = primaryAfterDeletion(user.primaryPhoneNumberId, phoneNumbers);
    store.users.records.update(user.id, { phoneNumbers, primaryPhoneNumberId });
    return { object: 'phone_number', id: phone.id, deleted: true };
  },

  ReplaceUserPhoneNumber: ({ path, body }, { store }) => {
    const user = store.users.get(path.userId);
    const phone = newPhoneNumber(body.phoneNumber, store.now(), statusOf(body.identificationStatus));
    rejectTaken(store, 'phone_number', phone.phoneNumber, user.id);
    store.users.records.update(user.id, { phoneNumbers: [phone], primaryPhoneNumberId: phone.id });
    return phoneNumberView(phone);
  },

  PreparePhoneNumberVerification: ({ path }, { store }) => {
    const { phone, user } = phoneNumber(path.phoneNumberId, store);
    return sendCode(store, phone.id, 'phone_code', phone.phoneNumber, user);
  },

  AttemptPhoneNumberVerification: ({ path, body }, { store }) => {
    phoneNumber(path.phoneNumberId, store);
    return attemptCode(store, path.phoneNumberId, body);
  },
};

function emailAddress(id: string, { users }: LocalStore): { user: LocalUser; email: LocalEmailAddress } {
  const user = users.records.findBy('identifierId', id);
  const email = user?.emailAddresses.find(candidate => candidate.id === id);
  if (!user || !email) throw resourceNotFound('email address', 'id', id);
  return { user, email };
}

function phoneNumber(id: string, { users }: LocalStore): { user: LocalUser; phone: LocalPhoneNumber } {
  const user = users.records.findBy('identifierId', id);
  const phone = user?.phoneNumbers.find(candidate => candidate.id === id);
  if (!user || !phone) throw resourceNotFound('phone number', 'id', id);
  return { user, phone };
}

function rejectTaken({ users }: LocalStore, parameter: string, value: string, exceptUserId?: string): void {
  if (users.records.by(parameter, value).some(({ id }) => id !== exceptUserId))
    throw identifierExists(parameter);
}

function replaced<T extends LocalIdentifier>(identifiers: readonly T[], changed: T): T[] {
  return identifiers.map(identifier => (identifier.id === changed.id ? changed : identifier));
}

function withVerification<T extends LocalIdentifier>(
  identifier: T,
  verified: boolean | null | undefined,
  now: number,
): T {
  if (verified == null) return { ...identifier, updatedAt: now };
  const isVerified = identifier.verification?.status === 'verified';
  const verification = !verified ? null : isVerified ? identifier.verification : VERIFIED_BY_ADMIN;
  return { ...identifier, verification, updatedAt: now };
}

function statusOf(status: string | null | undefined): Partial<LocalEmailAddress & LocalPhoneNumber> {
  if (status === 'reserved') return { verification: null, reserved: true };
  return status === 'unverified' ? { verification: null } : {};
}

function primaryAfterDeletion(primaryId: string | null, left: readonly LocalIdentifier[]): string | null {
  return left.some(({ id }) => id === primaryId) ? primaryId : (left[0]?.id ?? null);
}

function unverifiedSecondFactor(action: 'create' | 'update'): Error {
  return action === 'create'
    ? apiError(
        400,
        'identification_create_second_factor_unverified',
        'Create failed',
        'Unverified identifications cannot be a second factor',
      )
    : apiError(
        400,
        'identification_update_second_factor_unverified',
        'Update failed',
        'Cannot update second factor attributes for unverified identification',
      );
}

function sendCode(
  store: LocalStore,
  identifierId: string,
  strategy: LocalVerificationCode['strategy'],
  to: string,
  user: LocalUser,
): object {
  const isTestIdentifier = /\+clerk_test@/.test(to) || /^\+1\d{3}55501\d\d$/.test(to);
  const code = isTestIdentifier ? TEST_CODE : randomDigits(6);
  const verification = store.records.verificationCodes.add({
    identifierId,
    strategy,
    code,
    status: 'unverified',
    attempts: 0,
    expireAt: store.now() + CODE_LIFETIME_MS,
  });
  if (!isTestIdentifier) {
    store.inbox.deliver({
      channel: strategy === 'email_code' ? 'email' : 'sms',
      to,
      purpose: 'verification',
      subject: `${code} is your verification code`,
      text: `${user.firstName ?? 'Hello'}, your verification code is ${code}.`,
      code,
      url: null,
    });
  }
  return codeView(verification);
}

/** A wrong or expired code is reported by the status, not as an error. */
function attemptCode(
  { records: { verificationCodes } }: LocalStore,
  identifierId: string,
  { verificationId, code }: { readonly verificationId: string; readonly code: string },
): object {
  const verification = verificationCodes.find(verificationId);
  if (verification?.identifierId !== identifierId)
    throw resourceNotFound('verification', 'id', verificationId);
  if (verification.status === 'verified') {
    const longMessage = 'This verification has already been verified.';
    throw apiError(400, 'verification_already_verified', 'already verified', longMessage);
  }
  if (verification.status !== 'unverified') return codeView(verification);
  const attempts = verification.attempts + 1;
  const isCorrect = verification.code === code;
  const status = isCorrect ? 'verified' : attempts >= MAX_ATTEMPTS ? 'failed' : 'unverified';
  return codeView(verificationCodes.update(verification.id, { status, attempts }));
}

function codeView(verification: LocalVerificationCode): object {
  return {
    ...verification,
    object: 'verification_otp',
    channel: verification.strategy === 'phone_code' ? 'sms' : null,
  };
}
