/**
 * A time claim of an unverified token, for comparing it with a number.
 *
 * An object may have no value at all, and comparing it would throw: it compares as neither less nor more. Everything
 * else compares as JavaScript has it, as in `@clerk/backend`; what is no number is rejected when the token is verified.
 */
export function comparableClaim(claim: unknown): number {
  return typeof claim === 'object' && claim !== null ? Number.NaN : (claim as number);
}
