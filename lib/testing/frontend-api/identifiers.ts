import type { OperationCall } from '../http/local-api.js';
import { apiError, parameterError, parametersInvalid } from '../api-errors.js';
import type { LocalInstance } from '../local-instance.js';
import type { LocalIdentifier, LocalUser } from '../store/records.js';
import { identifierTaken, parameterFormatInvalid } from './errors.js';
import { text } from './parameters.js';

type Body = OperationCall['body'];

const EMAIL_ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE_NUMBER = /^\+[1-9]\d{6,14}$/;
const USERNAME = /^[a-z0-9_-]+$/i;
export const SHORTEST_USERNAME = 4;
export const LONGEST_USERNAME = 64;

export function isVerified({ verification }: LocalIdentifier): boolean {
  return verification?.status === 'verified';
}

/** In small letters. */
export function verifiedEmailAddressesOf({ emailAddresses }: LocalUser): string[] {
  return emailAddresses.filter(isVerified).map(({ emailAddress }) => emailAddress.toLowerCase());
}

/** @throws {@link ClerkAPIResponseError} 422 for text that is no email address, or another user's */
export function readEmailAddress(body: Body, { store }: LocalInstance): string | undefined {
  const emailAddress = text(body, 'email_address')?.trim().toLowerCase();
  if (emailAddress === undefined) return undefined;
  assertEmailAddress(emailAddress);
  if (store.users.records.findBy('email_address', emailAddress)) throw identifierTaken('email_address');
  return emailAddress;
}

/** @throws {@link ClerkAPIResponseError} 422 for text that is no email address */
export function assertEmailAddress(text: string): void {
  if (!EMAIL_ADDRESS.test(text.trim()))
    throw parameterFormatInvalid('email_address', 'a valid email address');
}

/** @throws {@link ClerkAPIResponseError} 422 for text that is no phone number in E.164 form, or another user's */
export function readPhoneNumber(body: Body, { store }: LocalInstance): string | undefined {
  const phoneNumber = text(body, 'phone_number')?.replace(/[\s().-]/g, '');
  if (phoneNumber === undefined) return undefined;
  if (!PHONE_NUMBER.test(phoneNumber)) {
    throw parameterFormatInvalid('phone_number', 'a phone number in E.164 form, such as +12015550123');
  }
  if (store.users.records.findBy('phone_number', phoneNumber)) throw identifierTaken('phone_number');
  return phoneNumber;
}

/** @throws {@link ClerkAPIResponseError} 422 for text that is no username, or another user's */
export function readUsername(body: Body, { store }: LocalInstance): string | undefined {
  const username = text(body, 'username');
  if (username === undefined) return undefined;
  assertUsername(username);
  if (store.users.records.findBy('username', username.toLowerCase())) throw identifierTaken('username');
  return username;
}

/** @throws {@link ClerkAPIResponseError} 422 for text that is no username by the settings of the environment */
export function assertUsername(username: string): void {
  if (username.length < SHORTEST_USERNAME || username.length > LONGEST_USERNAME) {
    const problem = `must have between ${SHORTEST_USERNAME} and ${LONGEST_USERNAME} characters`;
    throw parametersInvalid(parameterError('form_username_invalid_length', 'username', problem));
  }
  if (!USERNAME.test(username)) {
    const problem = 'can only have letters, digits, - and _';
    throw parametersInvalid(parameterError('form_username_invalid_character', 'username', problem));
  }
  if (/^\d+$/.test(username)) {
    const problem = 'must have one character that is no digit';
    throw parametersInvalid(parameterError('form_username_needs_non_number_char', 'username', problem));
  }
}

/** The primary identifier after one was deleted: the same, or else the oldest verified one. */
export function primaryAfterDeletion(
  primaryId: string | null,
  left: readonly LocalIdentifier[],
): string | null {
  return left.some(({ id }) => id === primaryId) ? primaryId : (left.find(isVerified)?.id ?? null);
}

/**
 * Rejects the deletion of the last verified identifier of a kind that the instance requires.
 *
 * @param kind - such as `email address`
 * @throws {@link ClerkAPIResponseError} 400 `last_required_identification_deletion_failed`
 */
export function rejectLastRequired(
  identifiers: readonly LocalIdentifier[],
  deletedId: string,
  kind: string,
): void {
  const deleted = identifiers.find(({ id }) => id === deletedId);
  const hasOther = identifiers.some(identifier => identifier.id !== deletedId && isVerified(identifier));
  if (hasOther || !deleted || !isVerified(deleted)) return;
  const longMessage = `The instance requires every user to have one verified ${kind} at least.`;
  throw apiError(400, 'last_required_identification_deletion_failed', 'Deletion failed', longMessage);
}
