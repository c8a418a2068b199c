import { randomBytes, randomInt } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const LETTERS_AND_DIGITS = `0123456789${LETTERS.toUpperCase()}${LETTERS}`;

function randomString(length: number, alphabet: string): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

/** Lower-case letters only, as in the host name of a development instance. */
export function randomLetters(length: number): string {
  return randomString(length, LETTERS);
}

export function randomLettersAndDigits(length: number): string {
  return randomString(length, LETTERS_AND_DIGITS);
}

export function randomDigits(length: number): string {
  return randomString(length, '0123456789');
}

/** An id in Clerk's form: the type of record, then 27 letters and digits, as in `user_2NNEqL2nrIRdJ194ndJqAHwEfxC`. */
export function newId(prefix: string): string {
  return `${prefix}_${randomLettersAndDigits(27)}`;
}

/** The id of a machine token: hexadecimal, so that it differs from the token itself. */
export function newMachineTokenId(prefix: string): string {
  return `${prefix}_${randomBytes(16).toString('hex')}`;
}
