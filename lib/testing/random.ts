import { randomBytes, randomInt } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const LETTERS_AND_DIGITS = `0123456789${LETTERS.toUpperCase()}${LETTERS}`;

function randomText(length: number, alphabet: string): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

/** Lower-case letters only, as the words of a development instance's host name are. */
export function randomLetters(length: number): string {
  return randomText(length, LETTERS);
}

export function randomLettersAndDigits(length: number): string {
  return randomText(length, LETTERS_AND_DIGITS);
}

/** An id as Clerk makes them: what it is of, then 27 letters and digits, as in `user_2NNEqL2nrIRdJ194ndJqAHwEfxC`. */
export function newId(prefix: string): string {
  return `${prefix}_${randomLettersAndDigits(27)}`;
}

/** The id of a machine token: hexadecimal, so that it is not taken for the token itself. */
export function newMachineTokenId(prefix: string): string {
  return `${prefix}_${randomBytes(16).toString('hex')}`;
}
