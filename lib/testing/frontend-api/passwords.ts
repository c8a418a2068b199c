import { parameterError, parametersInvalid } from '../api-errors.js';
import type { LocalInstance } from '../local-instance.js';
import type { LocalUser } from '../store/records.js';
import { passwordTooShort } from './errors.js';

/** Clerk's default. */
export const SHORTEST_PASSWORD = 8;
/** The most that bcrypt reads. */
export const LONGEST_PASSWORD = 72;

/** @throws {@link ClerkAPIResponseError} 422 for a password that is too short or too long */
export function rejectBadPassword(password: string, paramName: string): void {
  if (password.length < SHORTEST_PASSWORD) throw passwordTooShort(paramName, SHORTEST_PASSWORD);
  if (password.length > LONGEST_PASSWORD) {
    const problem = `must have ${LONGEST_PASSWORD} characters or less`;
    throw parametersInvalid(parameterError('form_password_length_too_long', paramName, problem));
  }
}

/** @throws {@link ClerkAPIResponseError} 422 for a new password that is the current one */
export function rejectCurrentPassword(
  password: string,
  { id, passwordEnabled }: LocalUser,
  { store }: LocalInstance,
): void {
  if (!passwordEnabled || !store.users.verifyPassword(id, password)) return;
  throw parametersInvalid(
    parameterError('form_new_password_matches_current', 'new_password', 'cannot be the current password'),
  );
}
