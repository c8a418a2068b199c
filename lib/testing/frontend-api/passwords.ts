import { passwordTooShort } from './errors.js';

/** Clerk's default. */
export const SHORTEST_PASSWORD = 8;

/** @throws {@link ClerkAPIResponseError} 422 for a password that is too short */
export function rejectBadPassword(password: string, paramName: string): void {
  if (password.length < SHORTEST_PASSWORD) throw passwordTooShort(paramName, SHORTEST_PASSWORD);
}
