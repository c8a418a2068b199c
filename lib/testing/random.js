import { randomInt } from 'node:crypto';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const LETTERS_AND_DIGITS = `0123456789${LETTERS.toUpperCase()}${LETTERS}`;
function randomText(length, alphabet) {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}
/** Lower-case letters only, as the words of a development instance's host name are. */
export function randomLetters(length) {
  return randomText(length, LETTERS);
}
export function randomLettersAndDigits(length) {
  return randomText(length, LETTERS_AND_DIGITS);
}
/** An id as Clerk makes them: what it is of, then 27 letters and digits, as in `user_2NNEqL2nrIRdJ194ndJqAHwEfxC`. */
export function newId(prefix) {
  return `${prefix}_${randomLettersAndDigits(27)}`;
}
