/**
 * A time claim of an unverified token, for a comparison with a number.
 *
 * An object without a primitive value would throw in a comparison: it compares as neither less nor more. Any other
 * value compares as in JavaScript and `@clerk/backend`; the verification of the token rejects values that are not
 * numbers.
 */
export function comparableClaim(claim: unknown): number {
  return typeof claim === 'object' && claim !== null ? Number.NaN : (claim as number);
}
